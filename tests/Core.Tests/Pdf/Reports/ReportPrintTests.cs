using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tests.Reports;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>The machine's look at every page: nothing off the page, over other text, out of its cell, orphaned or pale.</summary>
public sealed class ReportPrintTests
{
    public static TheoryData<string> Extremes => [.. ExtremeReports.Names];

    public static TheoryData<string> ExamplePeriods => ["2025-Q1", "2025", "2026-Q3"];

    [Theory]
    [MemberData(nameof(Extremes))]
    public void ExtremeReport_PrintsWithoutFault(string name)
    {
        var inspection = new PageInspection();
        Printed.Product(ExtremeReports.All[name], inspection);
        Assert.Empty(PrintCheck.Faults(inspection));
    }

    [Theory]
    [MemberData(nameof(ExamplePeriods))]
    public void ExampleCounty_PrintsWithoutFault(string period)
    {
        var (report, products) = ExampleCounty.Combined(period);
        var inspection = new PageInspection();
        Printed.Combined(report, products, inspection);
        Assert.True(inspection.Pages.Count > 4 * products.Count);
        Assert.Empty(PrintCheck.Faults(inspection));
    }

    [Theory]
    [MemberData(nameof(Tests.Reports.Proof.ProofTests.Periods), MemberType = typeof(Tests.Reports.Proof.ProofTests))]
    public void OfAHundredPages_AtMostFourAreHalfEmpty_AndNoneSaysNothing(string period)
    {
        var (report, products) = ExampleCounty.Combined(period);
        var combined = new PageInspection();
        Printed.Combined(report, products, combined);
        AreWellUsed(PageUse.Of(combined));
        AreWellUsed([.. products.SelectMany(product =>
        {
            var inspection = new PageInspection();
            Printed.Product(product, inspection);
            return PageUse.Of(inspection);
        })]);
    }

    private static void AreWellUsed(IReadOnlyList<PageUse> pages)
    {
        Assert.True(pages.Count(page => page.IsHalfEmpty) <= pages.Count * 0.04,
            string.Join('\n', pages.Where(page => page.IsHalfEmpty)));
        Assert.DoesNotContain(pages, page => page.SaysNothing);
    }

    [Theory]
    [InlineData(ReportEdition.Public, true, true)]
    [InlineData(ReportEdition.Internal, true, false)]
    [InlineData(ReportEdition.Internal, false, true)] // one file is both editions
    public void ThePageInLeichterSprache_StandsAlone_InTheFileThePublicGets(
        ReportEdition edition, bool isSensitive, bool isPrinted)
    {
        var report = ExampleCounty.Report("1221", "2026-Q3") with
        {
            Edition = edition,
            IsSensitive = isSensitive,
            Plain = [.. Enumerable.Range(1, 20).Select(i => $"Das ist Satz {i}.")],
        };
        var inspection = new PageInspection();
        Printed.Product(report, inspection);
        var page = inspection.Items.Where(item => item is { Page: 2, Tag: not null }).Select(item => item.Text?.Trim()).ToList();
        string[] expected = ["Das Wichtigste in Leichter Sprache", .. report.Plain!.Value];
        Assert.Equal(isPrinted, page.SequenceEqual(expected));
        Assert.Equal(isPrinted, inspection.Items.Any(item => expected.Contains(item.Text?.Trim())));
        Assert.Empty(PrintCheck.Faults(inspection));
    }

    [Theory]
    [InlineData("2025-Q3")] // nobody explains
    [InlineData("2026-Q3")]
    public void TheColumnOfExplanations_IsThereWhereThereAreAny(string period)
    {
        var (report, products) = ExampleCounty.Combined(period);
        var inspection = new PageInspection();
        Printed.Combined(report, products, inspection);
        Assert.Equal(
            report.Deviations.Any(line => line.Cause is not null),
            inspection.Items.Any(item => item.Page < 4 && item.Text?.Trim() == PdfWords.Cause));
    }

    [Fact]
    public void AProductWhoseReportCouldNotBeMade_IsNamedInTheSummary()
    {
        var (_, products) = ExampleCounty.Combined("2026-Q3");
        var report = ReportAssembly.Combined(ExampleCounty.Calculator, products[0].Period, products.Skip(1),
            ExampleCounty.Options, [products[0].Product]);
        var inspection = new PageInspection();
        Printed.Combined(report, [.. products.Skip(1)], inspection);
        var text = string.Join(' ', inspection.Items.Select(item => item.Text));
        Assert.Contains("Nicht erstellt", text, StringComparison.Ordinal);
        Assert.Contains($"{products[0].Product}\u00A0{products[0].Name}", text, StringComparison.Ordinal);
        Assert.False(report.IsComplete);
        Assert.Empty(PrintCheck.Faults(inspection));
        Assert.Contains("\"nichtErstellt\"", System.Text.Encoding.UTF8.GetString(ReportJson.Write(report)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void PageOneOfEveryProduct_StandsAlone()
    {
        foreach (var product in ExampleCounty.Combined("2026-Q3").Products)
        {
            var inspection = new PageInspection();
            Printed.Product(product, inspection);
            var first = string.Join(' ', inspection.Items.Where(item => item.Page == 1).Select(item => item.Text));
            Assert.Contains("Hauptzahlen", first, StringComparison.Ordinal);
            Assert.Contains("Entwurf", first, StringComparison.Ordinal);
            Assert.DoesNotContain(inspection.Items, item => item.Page == 2 && item.Text == "Hauptzahlen");
        }
    }
}
