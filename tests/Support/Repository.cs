namespace Produktreport.Tests.Support;

/// <summary>Where the checkout is that tests and benchmarks run from.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder of the checkout.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Produktreport.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run from a checkout.");
        return folder.FullName;
    }
}
