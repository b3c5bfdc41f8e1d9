namespace Produktreport.Functions.Tests;

/// <summary>Where the checkout is that these tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Produktreport.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run from a checkout.");
        return folder.FullName;
    }
}
