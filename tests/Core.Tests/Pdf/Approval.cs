using System.Runtime.CompilerServices;

namespace Produktreport.Core.Tests.Pdf;

/// <summary>
/// Compares a text with the one a person has approved, <c>Approved/{name}.approved.txt</c>. Where they differ the new one is written
/// beside it as <c>.received.txt</c>: look at the difference, and rename it if it is right.
/// </summary>
internal static class Approval
{
    public static void Verify(string received, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(SourceFolder(testFile), "Approved");
        var approvedPath = Path.Combine(folder, $"{name}.approved.txt");
        var receivedPath = Path.Combine(folder, $"{name}.received.txt");
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath) : "";
        if (approved == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"{name} is not what was approved; see {receivedPath}");
    }

    /// <summary>Paths are mapped to /_/ in the build; the project's folder is found from the test's own output folder.</summary>
    public static string SourceFolder(string testFile)
    {
        const string mapped = "/_/";
        if (!testFile.StartsWith(mapped, StringComparison.Ordinal))
            return Path.GetDirectoryName(testFile)!;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Produktreport.sln")))
            root = root.Parent;
        return Path.GetDirectoryName(Path.Combine(root.FullName, testFile[mapped.Length..]))!;
    }
}
