namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    /// <summary>The full path of a file below the repository's root.</summary>
    public static string File(params ReadOnlySpan<string> path)
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "Produktreport.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return Path.Combine([folder, .. path]);
    }
}
