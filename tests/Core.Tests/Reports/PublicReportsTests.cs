using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Protection;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tests.Pdf;
using Produktreport.Core.Tests.Pdf.Reports;

namespace Produktreport.Core.Tests.Reports;

public sealed class PublicReportsTests
{
    private static readonly FigureId Costs = FigureId.Of("aufwendungen");
    private static readonly LevelNumber Office = LevelNumber.Of("11116");

    private static bool HidesCosts(PublicCell cell) => cell.Address.Level == Office && cell.Address.Figure == Costs
        && cell.Kind == PublicValueKind.Actual;

    [Fact]
    public void NothingHidden_NeedsNoPublicEdition() =>
        Assert.Null(PublicReports.Of(ExampleCounty.Report("1221", "2026-Q3"), _ => false));

    /// <summary>A column that the public edition forgot would show a protected number.</summary>
    [Fact]
    public void WhereAllIsHidden_NoColumnHasANumber()
    {
        var report = ExampleCounty.Report("1111", "2026-Q3");
        Assert.All(Enum.GetValues<RowField>(), field => Assert.Contains(report.Rows, row => row[field] is not null));
        Assert.All(
            PublicReports.Of(report, _ => true)!.Rows,
            row => Assert.All(Enum.GetValues<RowField>(), field => Assert.Null(row[field])));
    }

    /// <summary>Its file says „öffentliche Ausgabe“; the internal one of the same numbers says „interne Ausgabe“.</summary>
    [Fact]
    public void AProductWithProtectedFigures_HasAPublicEditionOfItsOwn_EvenWhereNothingIsHidden()
    {
        var report = ExampleCounty.Report("1111", "2026-Q3");
        Assert.Equal(report with { Edition = ReportEdition.Public }, PublicReports.Of(report, _ => false));
    }

    /// <summary>
    /// What a goal's span is expected to bring is the Ist so far and the plan for the rest: it would tell that plan.
    /// </summary>
    [Fact]
    public void AnExpectationThatTellsAHiddenNumber_IsHidden()
    {
        var report = ExampleCounty.Report("1111", "2026-Q3");
        var goal = report.Goals.First(goal => goal.Expected is not null);
        bool HidesRest(PublicCell cell) => cell is { Kind: PublicValueKind.Plan, FirstMonth: 10, LastMonth: 12 }
            && (cell.Address.Level, cell.Address.Figure) == (goal.Level, goal.Figure);
        var edition = PublicReports.Of(report, HidesRest)!.Goals.Single(other => other.Id == goal.Id);
        Assert.Null(edition.Expected);
        Assert.Equal(Status.Grey, edition.Status);
    }

    [Fact]
    public void HiddenNumbers_AreGoneWithAllThatFollowsFromThem()
    {
        var report = ExampleCounty.Report("1111", "2026-Q3");
        var row = PublicReports.Of(report, HidesCosts)!.Rows.Single(row => row.Level == Office && row.Id == Costs);
        RowField[] hidden =
            [RowField.ActualPeriod, RowField.ActualToDate, RowField.PreviousPeriod, RowField.PreviousToDate, RowField.Deviation,
                RowField.DeviationPercent];
        Assert.All(hidden, field => Assert.Null(row[field]));
        Assert.All(hidden, field => Assert.Equal("aus Gründen des Datenschutzes nicht veröffentlicht", row.Undefined[field]));
        Assert.Equal(Status.Grey, row.Status);
        Assert.NotNull(row.PlanToDate);
    }

    [Fact]
    public void NumbersOfTheYearBeforeHiddenUnderTheirPresentName_AreGone_TheOthersStay()
    {
        var report = ExampleCounty.Report("1111", "2026-Q3");
        var edition = PublicReports.Of(report, cell => cell.Address.Level == Office && cell.Address.Figure == Costs
            && cell is { Year: 2025, ReportYear: 2026 })!;
        var (before, row) = (report.Rows.Single(row => row.Level == Office && row.Id == Costs),
            edition.Rows.Single(row => row.Level == Office && row.Id == Costs));
        Assert.NotNull(before.PreviousPeriod);
        Assert.Equal((null, null), (row.PreviousPeriod, row.PreviousToDate));
        Assert.Equal((before.ActualPeriod, before.ActualToDate), (row.ActualPeriod, row.ActualToDate));
    }

    [Fact]
    public void WhereAnythingIsHidden_NoSentenceTellsWhatChangedARatio()
    {
        var report = ExampleCounty.Report("1111", "2026-Q3");
        Assert.NotEmpty(report.Developments);
        Assert.Empty(PublicReports.Of(report, HidesCosts)!.Developments);
    }

    [Theory]
    [InlineData("2026-Q3")]
    [InlineData("2025")]
    public void HiddenNumbers_StandNowhereInTheData(string period)
    {
        var report = ExampleCounty.Report("1111", period);
        var hidden = report.Rows.Single(row => row.Level == Office && row.Id == Costs);
        var edition = PublicReports.Of(report, HidesCosts)!;
        var published = Encoding.UTF8.GetString(ReportJson.Write(edition)) + Encoding.UTF8.GetString(ReportCsv.Write(edition));
        decimal[] secrets = [hidden.ActualPeriod!.Value, hidden.ActualToDate!.Value, hidden.Deviation!.Value];
        Assert.All(secrets, secret =>
        {
            var exact = (secret / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.DoesNotContain(exact, published, StringComparison.Ordinal);
            Assert.DoesNotContain(exact.Replace('.', ','), published, StringComparison.Ordinal);
        });
        Assert.Contains("\"ausgabe\": \"oeffentlich\"", published, StringComparison.Ordinal);
        Assert.All(edition.Rows, row => Assert.Empty(row.Origins));
    }

    [Fact]
    public void HiddenTotals_AreGone()
    {
        var (former, products) = ExampleCounty.Combined("2025");
        var edition = PublicReports.Combined(
            ExampleCounty.Calculator, Period.OfYear(2025), products, former, cell => cell.Scope == "MainArea 3 "
                && cell.Kind == PublicValueKind.Actual);
        var total = edition.Totals.Single(total => total is { Step: HierarchyLevel.MainArea, Number: "3" });
        Assert.Equal((ReportEdition.Public, null, null), (edition.Edition, total.ActualToDate, total.Deviation));
        Assert.NotNull(edition.Totals[0].ActualToDate);
    }

    [Fact]
    public void CostsPerPostOfAFewPosts_AreNotInThePublicPrint()
    {
        var period = Period.OfQuarter(2026, 3);
        var suppression = PublicEdition.Of(ExampleCounty.Calculator, [period, period.YearsEarlier(1)]).Suppression();
        var report = ExampleCounty.Report("1111", "2026-Q3");
        var costs = report.Rows.Single(row => row.Id.Text == "kosten_je_stelle");
        var edition = PublicReports.Of(report, suppression.Hides)!;
        Assert.Null(edition.Rows.Single(row => row.Id == costs.Id).ActualPeriod);

        var text = PdfTool.Run("pdftotext", Printed.Product(edition), "-raw", "-enc", "UTF-8", "{file}", "-");
        Assert.DoesNotContain(German.GermanFormat.Number(costs.ActualPeriod!.Value, costs.Decimals), text,
            StringComparison.Ordinal);
        Assert.Contains("öffentliche Ausgabe", text, StringComparison.Ordinal);
        Assert.Contains("aus Gründen des Datenschutzes nicht veröffentlicht", text, StringComparison.Ordinal);
    }
}
