using System.Runtime.CompilerServices;

namespace Produktreport.Core.Tests.Pdf;

/// <summary>Texts and pages that a person has approved, in the folder <c>Approved</c> beside the test.</summary>
internal static class Approval
{
    // Poppler's versions smooth edges differently; a moved line or a lost column is far above this.
    private const double ToleratedDifference = 0.005;

    /// <summary>Holds a text to <c>Approved/{name}.approved.txt</c>.</summary>
    public static void Verify(string text, string name, [CallerFilePath] string testFile = "") =>
        Approved.Text(Path.Combine(Folder(testFile), $"{name}.approved.txt"), text);

    /// <summary>Holds the look of a page to <c>Approved/{name}.approved.pgm.gz</c>.</summary>
    /// <param name="document">The PDF.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="dotsPerInch">How finely it was rendered.</param>
    /// <param name="name">The picture's name.</param>
    /// <param name="testFile">The test.</param>
    public static void VerifyLook(byte[] document, int page, int dotsPerInch, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Folder(testFile), $"{name}.approved.pgm.gz");
        var received = PageImage.Render(document, page, dotsPerInch);
        if (Approved.IsWritten)
            received.Save(path);
        var difference = File.Exists(path) ? received.Difference(PageImage.Load(path)) : 1;
        Assert.True(difference <= ToleratedDifference, $"{difference:P2} of the pixels of page {page} differ from {path}.");
    }

    // The build maps paths to /_/.
    private static string Folder(string testFile) =>
        Path.Combine(Path.GetDirectoryName(testFile.Replace("/_/", Repository.Root + "/", StringComparison.Ordinal))!,
            "Approved");
}
