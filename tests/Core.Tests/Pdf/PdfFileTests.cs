namespace Produktreport.Core.Tests.Pdf;

public sealed class PdfFileTests
{
    [Fact]
    public void TheSameContent_MakesTheSameBytes() => Assert.Equal(SampleDocument.Write(), SampleDocument.Write());

    [Fact]
    public void TheFile_IsSoundForQpdf()
    {
        var file = SampleDocument.Write();
        Assert.Contains("No syntax or stream encoding errors found", PdfTool.Run("qpdf", file, "--check", "{file}"), StringComparison.Ordinal);
    }
}
