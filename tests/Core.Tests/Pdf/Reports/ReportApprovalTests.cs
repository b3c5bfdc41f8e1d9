using System.Text;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tests.Reports;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>What people read, as approved: the tag tree with its text, the JSON, the look of pages.</summary>
public sealed class ReportApprovalTests
{
    /// <summary>Products with all that a summary may say: red figures, a missed goal, a missing delivery.</summary>
    private static readonly ProductReport[] Products =
        [.. new[] { "1111", "3633", "4141" }.Select(product => ExampleCounty.Report(product, "2026-Q3"))];

    private static readonly CombinedReport Combined =
        ReportAssembly.Combined(ExampleCounty.Calculator, Products[0].Period, Products, ExampleCounty.Options);

    [Theory]
    [InlineData("1111", "2026-Q3")]
    [InlineData("1111", "2025")]
    public void Structure_IsAsApproved(string product, string period) =>
        Approval.Verify(Structure(Printed.Product(ExampleCounty.Report(product, period))), $"{product}-{period}-structure");

    [Fact]
    public void StructureOfACombinedReport_IsAsApproved() =>
        Approval.Verify(Structure(Printed.Combined(Combined, [.. Products.Select(Shortened)])), "gesamt-2026-Q3-structure");

    [Fact]
    public void JsonOfACombinedReport_IsAsApproved() =>
        Approval.Verify(Encoding.UTF8.GetString(ReportJson.Write(Combined)), "gesamt-2026-Q3-json");

    [Fact]
    public void Json_IsAsApproved() =>
        Approval.Verify(Encoding.UTF8.GetString(ReportJson.Write(Products[0])), "1111-2026-Q3-json");

    [Theory]
    [InlineData("1111", "2026-Q3", 1)]
    [InlineData("1111", "2026-Q3", 2)]
    [InlineData("3633", "2026-Q3", 1)]
    [InlineData("4141", "2026-Q3", 1)]
    [InlineData("1111", "2025", 1)]
    public void Page_LooksAsApproved(string product, string period, int page) =>
        Approval.VerifyLook(Printed.Product(ExampleCounty.Report(product, period)), page, dotsPerInch: 50,
            $"{product}-{period}-page{page}");

    [Fact]
    public void PageOneOfTheSummary_LooksAsApproved()
    {
        var (report, products) = ExampleCounty.Combined("2026-Q3");
        Approval.VerifyLook(Printed.Combined(report, products), 1, dotsPerInch: 50, "gesamt-2026-Q3-page1");
    }

    /// <summary>The products' own trees are approved elsewhere; here their heads are enough.</summary>
    private static ProductReport Shortened(ProductReport report) => report with
    {
        Levels = report.Levels[..1],
        Rows = [.. report.RowsOf(report.Levels[0].Number)],
        Goals = [],
        Developments = [],
        Explanations = [],
        Missing = [],
        Notes = [],
    };

    /// <summary>
    /// The tree as poppler prints it, without places and object numbers, which say nothing about the structure.
    /// </summary>
    private static string Structure(byte[] document)
    {
        var text = PdfTool.Run("pdfinfo", document, "-struct-text", "{file}");
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => !IsLayout(line.TrimStart()));
        return string.Join('\n', lines);
    }

    private static bool IsLayout(string line) =>
        line.StartsWith("/BBox", StringComparison.Ordinal) || line.StartsWith("/Summary", StringComparison.Ordinal)
        || line.StartsWith("/Placement", StringComparison.Ordinal) || line.StartsWith("Object ", StringComparison.Ordinal);
}
