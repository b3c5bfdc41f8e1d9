using System.Runtime.CompilerServices;

namespace Produktreport.Core.Tests.Pdf;

public sealed class PageImageTests
{
    /// <summary>Poppler's versions smooth edges differently; a moved line or a lost column is far above this.</summary>
    private const double ToleratedDifference = 0.005;

    [Theory]
    [InlineData(2, "report")]
    [InlineData(3, "charts")]
    public void ThePage_LooksAsApproved(int page, string name)
    {
        var received = PageImage.Render(SampleDocument.Write(), page, dotsPerInch: 60);
        var path = Path.Combine(Folder(), $"{name}.approved.pgm.gz");
        var difference = File.Exists(path) ? received.Difference(PageImage.Load(path)) : 1;
        if (difference > ToleratedDifference)
            received.Save(Path.Combine(Folder(), $"{name}.received.pgm.gz"));
        Assert.True(difference <= ToleratedDifference, $"{difference:P2} of the pixels of page {page} differ from {path}.");
    }

    private static string Folder([CallerFilePath] string testFile = "") => Path.Combine(Approval.SourceFolder(testFile), "Approved");
}
