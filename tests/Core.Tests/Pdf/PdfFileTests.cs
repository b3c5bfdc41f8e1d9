using System.Text;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Pdf;

/// <summary>The file as qpdf and poppler see it.</summary>
public sealed partial class PdfFileTests
{
    private static readonly byte[] Sample = SampleDocument.Write();

    /// <summary>Every object in readable form.</summary>
    private static readonly string Objects = PdfTool.Run("qpdf", Sample, "--qdf", "--object-streams=disable", "{file}", "-");

    [Fact]
    public void TheSameContent_MakesTheSameBytes() => Assert.Equal(Sample, SampleDocument.Write());

    [Fact]
    public void TheFile_IsSoundForQpdf() =>
        Assert.Contains("No syntax or stream encoding errors found", PdfTool.Run("qpdf", Sample, "--check", "{file}"),
            StringComparison.Ordinal);

    [Fact]
    public void TheTagTree_IsAsApproved() =>
        Approval.Verify(WithoutNumbers(PdfTool.Run("pdfinfo", Sample, "-struct-text", "{file}")), "structure");

    [Theory]
    [InlineData(
        "Hinweise am Ende 1. Die Zuschussbedarfsentwicklung der Verwaltungssteuerungsunterstützung wird "
        + "vierteljährlich fortgeschrieben.")]
    [InlineData("Erläuterungen der Produktverantwortlichen zu Abweichungen von mehr als zehn Prozent im Berichtszeitraum")]
    [InlineData("Seite 6 von 6")]
    public void TheText_CanBeCopiedOut(string text) =>
        Assert.Contains(
            text, PdfTool.Run("pdftotext", Sample, "{file}", "-").Replace('\n', ' '), StringComparison.Ordinal);

    [Fact]
    public void EveryFont_IsEmbeddedSubsetAndReadable()
    {
        var fonts = PdfTool.Run("pdffonts", Sample, "{file}").Split('\n')[2..].Where(line => line.Length > 0).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches("LiberationSans.*Identity-H +yes yes yes", font));
    }

    [Fact]
    public void TheMetadata_ClaimPdfA3aAndPdfUa1_WithTheTitleEscaped()
    {
        var metadata = PdfTool.Run("pdfinfo", Sample, "-meta", "{file}");
        Assert.Contains("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
            metadata, StringComparison.Ordinal);
        Assert.Contains("Büro Landrat &lt;3. Quartal &amp; Kosten&gt;", metadata, StringComparison.Ordinal);
        Assert.Contains("<xmp:CreateDate>2026-11-22T09:30:00+01:00</xmp:CreateDate>", metadata, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(
            metadata[metadata.IndexOf("<x:xmpmeta", StringComparison.Ordinal)..metadata.IndexOf("<?xpacket end",
            StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("/Lang (de-DE)")]
    [InlineData("/DisplayDocTitle true")]
    [InlineData("/Marked true")]
    [InlineData("/S /GTS_PDFA1")]
    [InlineData("/AFRelationship /Data")]
    [InlineData("/Subtype /text#2fcsv")]
    [InlineData("/CheckSum")]
    [InlineData("/EmbeddedFiles")]
    [InlineData("/CIDToGIDMap /Identity")]
    [InlineData("/Tabs /S")]
    public void TheFile_Says(string entry) => Assert.Contains(entry, Objects, StringComparison.Ordinal);

    [Theory]
    [InlineData("/Encrypt")]
    [InlineData("/JavaScript")]
    [InlineData("/LZWDecode")]
    [InlineData("/NeedAppearances")]
    public void TheFile_NeverSays(string entry) => Assert.DoesNotContain(entry, Objects, StringComparison.Ordinal);

    [Fact]
    public void EveryLink_HasAnAlternativeTextAndAPlaceInTheTagTree()
    {
        var links = Objects.Split("endobj").Where(item => item.Contains("/Subtype /Link", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, links.Count);
        Assert.All(links, link => Assert.Matches("(?s)/Contents.*/F 4.*/StructParent [0-9]+", link));
    }

    [Fact]
    public void EveryFigure_HasAnAlternativeTextAndABoxOnThePage()
    {
        var figures = Objects.Split("endobj").Where(item => item.Contains("/S /Figure", StringComparison.Ordinal)).ToList();
        Assert.Equal(69 + 3, figures.Count);
        Assert.All(figures, figure => Assert.Matches("(?s)/BBox.*/Alt", figure));
    }

    [Fact]
    public void TheAttachment_IsUnchanged() =>
        Assert.Equal(Encoding.UTF8.GetString(SampleDocument.Csv),
            PdfTool.Run("qpdf", Sample, "--show-attachment=zahlen.csv", "{file}"));

    /// <summary>Object numbers move with every small change and mean nothing.</summary>
    private static string WithoutNumbers(string tree) => ObjectNumber().Replace(tree, "Object");

    [GeneratedRegex("Object [0-9]+ 0", RegexOptions.NonBacktracking)]
    private static partial Regex ObjectNumber();
}
