using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;

namespace Produktreport.Core.Tests.Reports;

public sealed class DueReportsTests
{
    private static readonly CatalogueSet Catalogues = CatalogueSet.Of(
        new Catalogue { Year = 2025, County = "Landkreis Musterland" },
        new Catalogue { Year = 2026, County = "Landkreis Musterland" });

    [Theory]
    [InlineData("2025-04-29", "")]
    [InlineData("2025-04-30", "2025-Q1")]
    [InlineData("2026-02-28", "2025-Q1 2025-Q2 2025-Q3 2025-Q4")]
    [InlineData("2026-03-01", "2025-Q1 2025-Q2 2025-Q3 2025 2025-Q4")]
    [InlineData("2026-11-22", "2025-Q1 2025-Q2 2025-Q3 2025 2025-Q4 2026-Q1 2026-Q2 2026-Q3")]
    public void Periods_AreDueFromTheirDeadlineOn(string today, string expected)
    {
        var due = DueReports.For(Catalogues,
            DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            due.Select(report => report.Period.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HalfYears_AreDue_WhereTheCountyReportsThem()
    {
        var catalogue = new Catalogue
        {
            Year = 2026,
            County = "Landkreis Musterland",
            Reporting = ReportingRules.Default with { Kinds = [PeriodKind.HalfYear] },
        };
        Assert.Equal(
            [Period.OfHalfYear(2026, 1)], DueReports.For(CatalogueSet.Of(catalogue), new DateOnly(2026, 11, 22))
                .Select(due => due.Period));
    }
}
