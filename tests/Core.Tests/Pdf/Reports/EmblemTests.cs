using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Pdf;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tests.Reports;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>The county's Wappen on page one.</summary>
public sealed class EmblemTests
{
    private const string Alt = "Wappen des Landkreises Musterland";

    private static readonly byte[] Jpeg = ImageTests.Jpeg();

    private static readonly Dictionary<string, Logo> Kinds = new()
    {
        ["pfade"] = new Logo.Drawn(Alt, [new LogoPath("M0 0H10V12H0Z", 0x0B4F7D)], 10, 12),
        ["png"] = new Logo.Picture(Alt, ImageTests.Png(2, 2, 2, 3, new byte[12])),
        ["jpeg"] = new Logo.Picture(Alt, Jpeg),
    };

    [Theory]
    [InlineData("pfade")]
    [InlineData("png")]
    [InlineData("jpeg")]
    public void ALogo_IsAFigureWithItsText_InTheSameBytesEachTime(string kind)
    {
        var report = With(Kinds[kind]);
        var file = Print(report, Kinds[kind]);
        Assert.Contains(Alt, PdfTool.Run("qpdf", file, "--json", "--json-key=qpdf", "{file}"), StringComparison.Ordinal);
        Assert.Contains("Figure", PdfTool.Run("pdfinfo", file, "-struct-text", "{file}"), StringComparison.Ordinal);
        Assert.Equal(file, Print(ReportJson.ReadProduct(ReportJson.Write(report)), Kinds[kind]));
    }

    [Fact]
    public void ALogoTheReportDoesNotName_IsNotShown()
    {
        var none = Print(With(null), null);
        Assert.Equal(none, Print(With(null), Kinds["png"]));
        Assert.Equal(Print(With(Kinds["png"]), null), Print(With(Kinds["png"]), Kinds["jpeg"]));
    }

    [Fact]
    public void AnotherLogo_MakesAnotherVersion()
    {
        var first = ReportVersions.Next(null, With(Kinds["png"]));
        Assert.Same(first, ReportVersions.Next(first, With(Kinds["png"])));
        Assert.Equal(2, ReportVersions.Next(first, With(Kinds["jpeg"])).Version);
    }

    [Fact]
    public void TheReportAsData_NamesTheLogo_WithoutItsBytes()
    {
        var json = Encoding.UTF8.GetString(ReportJson.Write(With(Kinds["png"])));
        Assert.Contains($"\"sha256\": \"{Kinds["png"].Sha256}\"", json, StringComparison.Ordinal);
        Assert.Contains($"\"text\": \"{Alt}\"", json, StringComparison.Ordinal);
    }

    private static ProductReport With(Logo? logo) => SampleReport.Product with
    {
        Head = SampleReport.Product.Head with { Logo = logo is null ? null : new ReportLogo(logo.Text, logo.Sha256) },
    };

    private static byte[] Print(ProductReport report, Logo? logo)
    {
        using var target = new MemoryStream();
        ProductReportPdf.Write(report, logo, target);
        return target.ToArray();
    }
}
