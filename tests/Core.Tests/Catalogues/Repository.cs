using System.Runtime.CompilerServices;
using System.Text;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>Files of the repository that tests hold to the code.</summary>
internal static class Repository
{
    /// <summary>The folder of the sources, found from where the tests run.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// Holds a file to the text the code gives. With the environment variable <c>UPDATE_APPROVED=1</c> the file is written instead, to be read and committed.
    /// </summary>
    public static void AssertApproved(string path, string text)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string FindRoot([CallerFilePath] string path = "") =>
        new[] { AppContext.BaseDirectory, Path.GetDirectoryName(path)! }.SelectMany(Ancestors)
            .First(folder => File.Exists(Path.Combine(folder, "Produktreport.sln")));

    private static IEnumerable<string> Ancestors(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
