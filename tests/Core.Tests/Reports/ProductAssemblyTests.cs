using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using static Produktreport.Core.Tests.Reports.SampleCounty;

namespace Produktreport.Core.Tests.Reports;

public sealed class ProductAssemblyTests
{
    private static readonly ReportOptions Options = new(new DateOnly(2026, 11, 22));

    private static SampleCounty County { get; } = new SampleCounty()
        .With(Product, Result, "2026", -400000, Scenario.Plan)
        .With(Product, Result, "2026-Q1", -95000)
        .With(Product, Result, "2026-Q2", -110000, comment: "Nachzahlung aus 2025")
        .With(Product, Result, "2026-Q3", -125000.5m, comment: "Mehrkosten für den Kreisempfang")
        .With(Product, Result, "2025-Q3", -90000)
        .With(Service, Hours, "2026-Q1", 31)
        .With(Service, Hours, "2026-Q2", 30)
        .With(Service, Hours, "2026-Q3", 24);

    internal static ProductReport Report(string period) =>
        ReportAssembly.Product(County.Calculator(), Number, Canonical.Period(period), Options);

    [Fact]
    public void Rows_HoldActualPlanAndDeviationOfPeriodAndYearToDate()
    {
        var row = Report("2026-Q3").Rows[0];
        Assert.Equal(
            (-125000.5m, -330000.5m, -100000m, -300000m, -400000m),
            (row.ActualPeriod!.Value, row.ActualToDate!.Value, row.PlanPeriod!.Value, row.PlanToDate!.Value,
                row.PlanYear!.Value));
        Assert.Equal((-30000.5m, -10.000166666666666666666666667m, Status.Red, false),
            (row.Deviation!.Value, row.DeviationPercent!.Value, row.Status, row.IsFavourable!.Value));
        Assert.Equal((-430000.5m, ForecastBasis.ActualPlusPlan), (row.ForecastYear!.Value, row.ForecastBasis!.Value));
        Assert.Equal(-90000m, row.PreviousPeriod);
        Assert.Null(row.PreviousToDate);
        Assert.Equal("nicht geliefert: 1. Quartal 2025 und 2. Quartal 2025", row.Undefined[RowField.PreviousToDate]);
    }

    [Fact]
    public void Provenance_NamesTheCellOfThePeriod()
    {
        var origin = Assert.Single(Report("2026-Q3").Rows[0].Origins);
        Assert.Equal(("buero-landrat/2026.csv", 5, "F", "−125.000,5"), (origin.File, origin.Line, origin.Column, origin.Text));
    }

    [Fact]
    public void EachMainKeyFigure_SaysWhatChangedItSinceTheYearBefore()
    {
        var report = ExampleCounty.Report("3633", "2026-Q3");
        var main = report.Rows.Where(row =>
            row is { IsMain: true, Type: RowType.KeyFigure, ActualToDate: not null, PreviousToDate: not null }
            && row.ActualToDate != row.PreviousToDate);
        Assert.Equal(main.Select(row => (row.Level, row.Id)), report.Developments.Select(text => (text.Level, text.Figure)));
        Assert.Equal(
            "Von Januar bis September 2026: 214,75 €, 14,23 € (7,1 %) schlechter als im Vorjahr (200,52 €). "
            + "Dazu trug bei: Aufwendungen höher (+40,63 €). Dagegen wirkte: Anzahl Belegungstage höher (−26,40 €).",
            report.Developments.Single(text => text.Level.Text == "36333").Text);
    }

    [Fact]
    public void Explanations_AreThoseOfThePeriod()
    {
        Assert.Equal(["Mehrkosten für den Kreisempfang"], Report("2026-Q3").Explanations.Select(text => text.Text));
        Assert.Equal(["Nachzahlung aus 2025", "Mehrkosten für den Kreisempfang"],
            Report("2026").Explanations.Select(text => text.Text));
    }

    [Fact]
    public void KeyMessages_SayTheMainDeviationFirst()
    {
        var messages = Report("2026-Q3").KeyMessages;
        Assert.InRange(messages.Length, 3, 5);
        Assert.Equal("Ergebnis", messages[0].Topic);
        Assert.Equal(
            "Von Januar bis September 2026: −330.001 €, 30.001 € (10,0002 %) schlechter als geplant (Plan −300.000 €). "
            + "Das Amt erläutert: „Mehrkosten für den Kreisempfang“",
            messages[0].Text);
        Assert.Equal(
            "Für das Jahr 2026 werden −430.001 € erwartet (Ist bis September und Plan für den Rest des Jahres), 30.001 € (7,5 "
            + "%) schlechter als geplant (Plan −400.000 €).", messages[^1].Text);
    }

    [Theory]
    [InlineData("2025-Q1")]
    [InlineData("2025")]
    [InlineData("2026-Q3")]
    public void EveryReportOfTheExampleCounty_HasThreeToFiveKeyMessages(string period) =>
        Assert.All(ExampleCounty.Combined(period).Products, report => Assert.InRange(report.KeyMessages.Length, 3, 5));

    [Fact]
    public void MissingQuarter_IsListedWithItsDeadline_AndMakesTheReportIncomplete()
    {
        var report = Report("2026");
        Assert.False(report.IsComplete);
        Assert.Equal(
            ["1111.ergebnis 2026-Q4 01.03.2027", "11112.sprechstunden 2026-Q4 01.03.2027"],
            report.Missing.Select(missing =>
                $"{missing.Level}.{missing.Figure} {missing.Period} {German.GermanFormat.Date(missing.Deadline)}"));
        Assert.Contains(report.KeyMessages,
            message => message.Text == "Unvollständig: 2 Werte fehlen (Büro Landrat; Meldeschluss 01.03.2027).");
    }

    [Fact]
    public void Goals_ShowTargetAndBlankAsInTheForm()
    {
        var goals = Report("2026-Q3").Goals;
        Assert.Equal(("Anzahl Bürgersprechstunden von 30 Stunden im Quartal", 24m, false, Status.Red),
            (goals[0].Text, goals[0].Actual!.Value, goals[0].IsReached!.Value, goals[0].Status));
        Assert.Equal(("Durchführung von (noch nicht festgelegt) Maßnahmen", Status.Grey), (goals[1].Text, goals[1].Status));
        Assert.Null(goals[1].IsReached);
    }

    [Fact]
    public void AnnualReport_HasTheFormAndTheYears_ButNoForecast()
    {
        var report = Report("2026");
        Assert.Equal("Landkreisordnung (LKO)", report.Description!.LegalBasis);
        Assert.Null(report.Description.Principal);
        Assert.Equal([2026], report.FiveYears!.Years);
        Assert.Null(report.Rows[0].ForecastYear);
        Assert.Null(Report("2026-Q3").Description);
    }

    [Fact]
    public void Einwohner_StandWithStichtagAndSourceForBothYears() =>
        Assert.Equal(
            ["Einwohner: für 2026 128.450 (Stichtag 30.06.2025), für 2025 128.450 (Stichtag 30.06.2024); Quelle: Statistisches "
                + "Landesamt."],
            Report("2026-Q3").Notes.Where(note => note.StartsWith("Einwohner", StringComparison.Ordinal)));

    [Fact]
    public void Chart_ShowsActualsSoFarAndTheForecastAfter()
    {
        var points = Report("2026-Q2").Charts[0].Points;
        Assert.Equal([-95000m, -110000m, null, null], points.Select(point => point.Actual));
        Assert.Equal([null, null, -100000m, -100000m], points.Select(point => point.Forecast));
    }

    [Fact]
    public void NothingDelivered_IsAReportOfReasons_NotOfZeros()
    {
        var report = ReportAssembly.Product(new SampleCounty().Calculator(), Number, Period.OfQuarter(2026, 1), Options);
        Assert.All(report.Rows, row => Assert.Null(row.ActualToDate));
        Assert.All(report.Rows, row => Assert.NotEqual("", row.Undefined[RowField.ActualPeriod]));
        Assert.False(report.IsComplete);
        Assert.InRange(report.KeyMessages.Length, 3, 5);
    }

    [Fact]
    public void WrittenReport_IsReadBackUnchanged()
    {
        var json = ReportJson.Write(Report("2026"));
        Assert.Equal(json, ReportJson.Write(ReportJson.ReadProduct(json)));
    }

    [Fact]
    public void CombinedReport_SumsAndNamesWhatIsMissing()
    {
        var calculator = County.Calculator();
        var period = Period.OfQuarter(2026, 3);
        var combined = ReportAssembly.Combined(calculator, period, [ReportAssembly.Product(calculator, Number, period, Options)],
            Options);
        Assert.Equal(
            ["County ", "MainArea 1", "Area 11", "Group 111"], combined.Totals.Select(total => $"{total.Step} {total.Number}"));
        Assert.All(combined.Totals, total => Assert.Equal(-30000.5m, total.Deviation));
        Assert.Equal((0, 1, 1), (combined.Goals.Reached, combined.Goals.Missed, combined.Goals.Open));
        Assert.Equal("Mehrkosten für den Kreisempfang", Assert.Single(combined.Deviations).Cause);

        var json = ReportJson.Write(combined);
        Assert.Equal(json, ReportJson.Write(ReportJson.ReadCombined(json)));
    }
}
