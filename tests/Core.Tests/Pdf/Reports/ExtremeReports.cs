using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tests.Reports;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>Reports nobody wants to get, and every county will.</summary>
internal static class ExtremeReports
{
    private const string LongName =
        "Durchschnittliche Bearbeitungsdauer der Genehmigungsverfahren nach dem Bundesimmissionsschutzgesetz einschließlich der "
        + "Öffentlichkeitsbeteiligung, Umweltverträglichkeitsprüfung und Nachforderung von Unterlagen";

    private static readonly string Unbreakable = new('Ü', 200);

    public static IEnumerable<string> Names => All.Keys;

    public static Dictionary<string, ProductReport> All { get; } = new(StringComparer.Ordinal)
    {
        ["empty product"] = With([]) with { KeyMessages = [], Rows = [], IsComplete = false },
        ["one value only"] = With([Service(1)], row => row with { ActualPeriod = 1, Undefined = Reasons("nicht geliefert") }),
        ["all undefined"] = With(Services(3), row => row with { Undefined = Reasons(LongName), Status = Status.Grey }),
        ["forty services"] = With(Services(40), row => Filled(row, -1234567.89m)),
        ["long names"] = With([.. Services(3).Select(level => level with { Name = LongName })],
            row => Filled(row, 12.5m) with { Name = LongName + " " + LongName[..30] }) with
        {
            Name = LongName + " " + LongName[..20],
            Head = Head with { DepartmentName = LongName, MainArea = new NumberedName("1", LongName), Responsible = LongName },
        },
        ["unbreakable names"] = With([.. Services(2).Select(level => level with { Name = Unbreakable })],
            row => Filled(row, 12.5m) with { Name = Unbreakable }) with
        { Name = Unbreakable },
        ["thirteen digits"] = With(Services(2), row => Filled(row, -1234567890123.45m) with { Decimals = 2 }),
        ["unprintable characters"] = With([Service(1)], row => Filled(row, 1) with { Name = "Zufriedenheit 😀\t中文" }) with
        {
            Explanations =
                [new ReportExplanation(LevelNumber.Of("9999"), FigureId.Of("zahl1"), "Zahl 😀", Period.OfQuarter(2026, 3),
                    Scenario.Actual, "Zeile 1\r\nZeile 2\u0007 😀", "amt/😀.csv", 1)],
        },
        ["second version, many changes"] = With(Services(1), row => Filled(row, 5)) with
        {
            Version = 2,
            Changes = new ChangeList(1,
                [.. Enumerable.Range(1, 80)
                .Select(i =>
                new ReportChange(LevelNumber.Of("9999"), null, $"{LongName} {i}", "−1.234.567.890.123,45 €", LongName))]),
        },
        ["released annual"] = With(Services(6), row => Filled(row, 1000), Period.OfYear(2025)) with
        {
            State = ReportState.Released,
            Description = new ProductDescription { Text = LongName, Goals = [LongName, "__"] },
            FiveYears = new FiveYearComparison([2021, 2022, 2023, 2024, 2025],
                [.. Rows(Services(6))
                .Select(row =>
                new FiveYearRow(row.Level, row.Id, [1, null, -1234567890123m, 4, 5], [null, LongName, null, null, null]))]),
        },
    };

    private static ReportHead Head => SampleReport.Product.Head;

    private static ProductReport With(ImmutableArray<ReportLevel> services, Func<ReportRow, ReportRow>? change = null,
        Period? period = null)
    {
        ImmutableArray<ReportLevel> levels =
            [new ReportLevel(LevelNumber.Of("9999"), "Produkt", LevelKind.Product, null), .. services];
        ImmutableArray<ReportRow> rows = [.. Rows(services).Select(change ?? (row => row))];
        return SampleReport.Product with
        {
            Product = ProductNumber.Of("9999"),
            Period = period ?? Period.OfQuarter(2026, 3),
            Levels = levels,
            Rows = rows,
            Goals = [.. rows.Take(3)
                .Select(row =>
                new ReportGoal { Id = row.Id, Text = row.Name, Comparison = Comparison.AtLeast, Span = Period.OfYear(2026),
                Level = row.Level, Figure = row.Id, Unit = row.Unit, Target = row.PlanYear, Actual = row.ActualToDate,
                Remark = row.Name })],
            Missing = [.. rows.Take(20)
                .Select(row =>
                new MissingFigure(Head.Department, Head.DepartmentName, ProductNumber.Of("9999"), row.Level, row.Id, row.Name,
                Period.OfQuarter(2026, 3), new DateOnly(2026, 10, 30)))],
            Charts = [.. rows.Take(1)
                .Select(row =>
                new TrendChart(row.Level, row.Id, row.Name, row.Unit, row.Decimals, row.Direction,
                [.. Period.AllOf(2026, PeriodKind.Quarter)
                .Select(part => new TrendPoint(part, row.ActualPeriod, row.PlanPeriod, row.PreviousPeriod, row.ForecastYear))]))],
            Notes = [LongName, LongName, LongName, LongName, "Kurz."],
        };
    }

    private static IEnumerable<ReportRow> Rows(ImmutableArray<ReportLevel> services) =>
        services.Select(level => level.Number).Prepend(LevelNumber.Of("9999"))
            .SelectMany(level => Enumerable.Range(1, 5).Select(i => SampleReport.Row($"zahl{i}", null, null) with
            {
                Level = level,
                Type = i < 5 ? RowType.BaseFigure : RowType.KeyFigure,
                IsMain = i == 1,
                Decimals = i - 1,
                Undefined = Reasons(LongName),
            }));

    private static ReportRow Filled(ReportRow row, decimal value) => row with
    {
        ActualPeriod = value,
        ActualToDate = value * 3,
        PlanPeriod = value,
        PlanToDate = -value,
        PlanYear = value,
        PreviousPeriod = value,
        PreviousToDate = value,
        Deviation = value * 4,
        DeviationPercent = 123456.7m,
        IsFavourable = false,
        ForecastYear = value,
        ForecastBasis = ForecastBasis.Delivered,
        ForecastLinear = value,
        Undefined = ImmutableSortedDictionary<RowField, string>.Empty,
    };

    private static ImmutableSortedDictionary<RowField, string> Reasons(string reason) =>
        Enum.GetValues<RowField>().ToImmutableSortedDictionary(field => field, field => $"{reason} ({field})");

    private static ImmutableArray<ReportLevel> Services(int count) => [.. Enumerable.Range(1, count).Select(Service)];

    private static ReportLevel Service(int number) =>
        new(LevelNumber.Of($"9999{number}"), $"Leistung {number}", LevelKind.ExternalService, "Beschreibung");
}
