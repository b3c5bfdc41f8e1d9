namespace Produktreport.Functions.Standalone;

/// <summary>Exit codes of <c>--once</c>.</summary>
internal static class ExitCodes
{
    /// <summary>All well.</summary>
    public const int Success = 0;

    /// <summary>A bug or broken infrastructure.</summary>
    public const int Failure = 1;

    /// <summary>A file was rejected or the catalogue is invalid.</summary>
    public const int InputRejected = 2;

    /// <summary>A report could not be made.</summary>
    public const int ReportFailed = 3;

    /// <summary>The call was not understood (EX_USAGE of sysexits.h).</summary>
    public const int WrongUsage = 64;
}
