using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Protection;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Publishing;

/// <summary>Which numbers of a product's report are hidden in public, and the report's parts without them.</summary>
internal sealed class HiddenValues(ProductNumber product, Period period, Func<PublicCell, bool> isHidden)
{
    private static readonly RowField[] Fields = Enum.GetValues<RowField>();

    /// <summary>Whether any number of the row is hidden.</summary>
    public bool Touches(ReportRow row) => Fields.Any(field => IsHidden(row, field));

    public bool Touches(TrendChart chart) => Without(chart).Points.Zip(chart.Points).Any(pair => pair.First != pair.Second);

    /// <summary>
    /// Whether what a goal is judged by tells a hidden number: the expectation of a half-year is the Ist so far and the plan of
    /// the rest.
    /// </summary>
    public bool Touches(ReportGoal goal) => goal.Expected is not null && new[] { PeriodKind.Month, PeriodKind.Quarter }
        .Where(kind => kind <= goal.Span.Kind)
        .SelectMany(kind => goal.Span.Parts(kind))
        .Append(goal.Span)
        .SelectMany(part => new[] { PublicValueKind.Actual, PublicValueKind.Plan }.Select(kind => (part, kind)))
        .Any(cell =>
            IsHidden(Cell(goal.Level, goal.Figure, cell.part.Year, cell.part.FirstMonth, cell.part.LastMonth, cell.kind)));

    /// <summary>The row without hidden numbers, and without provenance: a raw cell may be what is hidden elsewhere.</summary>
    public ReportRow Without(ReportRow row)
    {
        var hidden = Fields.Where(field => IsHidden(row, field)).ToHashSet();
        return hidden.Count == 0 ? row with { Origins = [] } : row with
        {
            ActualPeriod = Shown(RowField.ActualPeriod),
            ActualToDate = Shown(RowField.ActualToDate),
            PlanPeriod = Shown(RowField.PlanPeriod),
            PlanToDate = Shown(RowField.PlanToDate),
            PlanYear = Shown(RowField.PlanYear),
            PreviousPeriod = Shown(RowField.PreviousPeriod),
            PreviousToDate = Shown(RowField.PreviousToDate),
            Deviation = Shown(RowField.Deviation),
            DeviationPercent = Shown(RowField.DeviationPercent),
            PercentDecimals = hidden.Contains(RowField.DeviationPercent) ? 1 : row.PercentDecimals,
            ForecastYear = Shown(RowField.ForecastYear),
            ForecastBasis = hidden.Contains(RowField.ForecastYear) ? null : row.ForecastBasis,
            ForecastLinear = Shown(RowField.ForecastLinear),
            Status = hidden.Contains(RowField.Deviation) ? Status.Grey : row.Status,
            IsFavourable = hidden.Contains(RowField.Deviation) ? null : row.IsFavourable,
            Undefined = row.Undefined.SetItems(hidden.Select(field => KeyValuePair.Create(field, NoteTexts.SuppressedMark))),
            Marks = row.Marks.RemoveRange(hidden),
            Origins = [],
        };

        decimal? Shown(RowField field) => hidden.Contains(field) ? null : row[field];
    }

    /// <summary>A goal whose figure is hidden: its target stays, what was reached does not.</summary>
    public static ReportGoal Without(ReportGoal goal) => goal with
    {
        Actual = null,
        IsReached = null,
        AchievementPercent = null,
        Expected = null,
        Status = Status.Grey,
        Remark = NoteTexts.SuppressedMark,
    };

    public TrendChart Without(TrendChart chart) => chart with
    {
        Points =
        [
            .. chart.Points.Select(point => new TrendPoint(
                point.Period, IsHidden(chart, point.Period, PublicValueKind.Actual) ? null : point.Actual,
                IsHidden(chart, point.Period, PublicValueKind.Plan) ? null : point.Plan,
                IsHidden(chart, point.Period.YearsEarlier(1), PublicValueKind.Actual) ? null : point.Former,
                IsHidden(chart, point.Period, PublicValueKind.Plan) || IsHidden(chart, point.Period, PublicValueKind.Actual)
                    || IsForecastHidden(chart) ? null : point.Forecast)),
        ],
    };

    /// <summary>The comparison without hidden years; the same object where none is hidden.</summary>
    public FiveYearComparison Without(FiveYearComparison years)
    {
        var rows = years.Rows.Select(row => Without(row, years)).ToList();
        return rows.SequenceEqual(years.Rows) ? years : years with { Rows = [.. rows] };
    }

    /// <summary>
    /// The comparison with other counties without hidden years: rank and place among others' values bound a value as the value
    /// itself would say it. Null where nothing is left; the same object where none is hidden.
    /// </summary>
    public CountyComparison? Without(CountyComparison comparison)
    {
        var figures = comparison.Figures.Select(Without).OfType<ComparedFigure>().ToList();
        return figures.Count == 0 ? null
            : figures.SequenceEqual(comparison.Figures) ? comparison : comparison with { Figures = [.. figures] };
    }

    private ComparedFigure? Without(ComparedFigure figure)
    {
        var shown = figure.Years
            .Where(year => !IsHidden(Cell(figure.Level, figure.Figure, year.Year, 1, 12, PublicValueKind.Actual))).ToList();
        return shown.Count == figure.Years.Length ? figure
            : shown.Count == 0 ? null
            : figure with { Years = [.. shown], Text = ComparisonTexts.Sentence(shown[^1], figure.Unit, figure.Decimals) };
    }

    private FiveYearRow Without(FiveYearRow row, FiveYearComparison years)
    {
        var hidden = years.Years
            .Select((year, i) => row.Values[i] is not null
                && IsHidden(Cell(row.Level, row.Figure, year, 1, 12, PublicValueKind.Actual)))
            .ToList();
        return !hidden.Contains(true) ? row : row with
        {
            Values = [.. row.Values.Select((value, i) => hidden[i] ? null : value)],
            Reasons = [.. row.Reasons.Select((reason, i) => hidden[i] ? NoteTexts.SuppressedMark : reason)],
        };
    }

    /// <summary>Whether a number is hidden, in an earlier year under that year's names or under the report's.</summary>
    private bool IsHidden(PublicCell cell) =>
        isHidden(cell) || (cell.Year < period.Year && isHidden(cell with { ReportYear = period.Year }));

    private bool IsHidden(TrendChart chart, Period part, PublicValueKind kind) =>
        IsHidden(Cell(chart.Level, chart.Figure, part.Year, part.FirstMonth, part.LastMonth, kind));

    /// <summary>
    /// The bars of the forecast add up to what the year is still expected to bring: they tell the Ist so far and the year's
    /// forecast.
    /// </summary>
    private bool IsForecastHidden(TrendChart chart) =>
        IsHidden(Cell(chart.Level, chart.Figure, period.Year, 1, period.LastMonth, PublicValueKind.YearForecast))
        || IsHidden(Cell(chart.Level, chart.Figure, period.Year, 1, period.LastMonth, PublicValueKind.Actual))
        || chart.Points.Any(point => point.Actual is not null && IsHidden(chart, point.Period, PublicValueKind.Actual));

    private bool IsHidden(ReportRow row, RowField field) =>
        row[field] is not null && (field is RowField.Deviation or RowField.DeviationPercent
        ? IsHidden(Cell(row, RowField.ActualToDate)) || IsHidden(Cell(row, RowField.PlanToDate))
        : IsHidden(Cell(row, field)));

    private PublicCell Cell(ReportRow row, RowField field)
    {
        var (first, last, year) = (period.FirstMonth, period.LastMonth, period.Year);
        return field switch
        {
            RowField.ActualPeriod => Cell(row.Level, row.Id, year, first, last, PublicValueKind.Actual),
            RowField.ActualToDate => Cell(row.Level, row.Id, year, 1, last, PublicValueKind.Actual),
            RowField.PlanPeriod => Cell(row.Level, row.Id, year, first, last, PublicValueKind.Plan),
            RowField.PlanToDate => Cell(row.Level, row.Id, year, 1, last, PublicValueKind.Plan),
            RowField.PlanYear => Cell(row.Level, row.Id, year, 1, 12, PublicValueKind.Plan),
            RowField.PreviousPeriod => Cell(row.Level, row.Id, year - 1, first, last, PublicValueKind.Actual),
            RowField.PreviousToDate => Cell(row.Level, row.Id, year - 1, 1, last, PublicValueKind.Actual),
            RowField.ForecastYear => Cell(row.Level, row.Id, year, 1, last, PublicValueKind.YearForecast),
            RowField.ForecastLinear => Cell(row.Level, row.Id, year, 1, last, PublicValueKind.Projection),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private PublicCell Cell(LevelNumber level, FigureId figure, int year, int first, int last, PublicValueKind kind) =>
        new("", new FigureAddress(product, level, figure), year, first, last, kind);
}

/// <summary>The figures and goals of which a public edition hides anything.</summary>
internal static class HiddenFigures
{
    /// <summary>They, by level and id, read from the marks of the edition itself.</summary>
    public static HashSet<(LevelNumber Level, FigureId Figure)> Of(ProductReport edition) =>
    [
        .. edition.Rows.Where(row => row.Undefined.ContainsValue(NoteTexts.SuppressedMark)).Select(row => (row.Level, row.Id)),
        .. edition.FiveYears?.Rows.Where(row => row.Reasons.Contains(NoteTexts.SuppressedMark))
            .Select(row => (row.Level, row.Figure)) ?? [],
        .. edition.Goals.Where(goal => goal.Remark == NoteTexts.SuppressedMark).Select(goal => (goal.Level, goal.Id)),
    ];
}
