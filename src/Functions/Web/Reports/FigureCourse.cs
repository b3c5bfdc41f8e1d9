namespace Produktreport.Functions.Web.Reports;

/// <summary>
/// Reads a figure from report to report, as far as a visitor sees them. Nothing is computed here: a page, an export and the API
/// say what the reports say.
/// </summary>
internal sealed class FigureCourseReader(VisibleReports visibleReports, PublishedCatalogues published)
{
    /// <summary>A figure over the periods of a kind; null where no visible report has it.</summary>
    public async Task<FigureCourse?> Read(Visitor visitor, LevelNumber level, FigureId figure, PeriodKind kind,
        CancellationToken cancellation = default)
    {
        var points = new List<CoursePoint>();
        foreach (var catalogue in (await published.Load(cancellation)).ByYear.Values)
        {
            if (catalogue.Products.FirstOrDefault(product => product.FindLevel(level)?.Find(figure) is not null)
                is not { } product)
                continue;
            foreach (var period in Period.AllOf(catalogue.Year, kind))
            {
                if (await visibleReports.Read(visitor, new ReportJob(period, product.Number), cancellation)
                        is var (visible, report)
                    && report.RowsOf(level).FirstOrDefault(row => row.Id == figure) is { } row)
                    points.Add(new CoursePoint(visible, report, row));
            }
        }

        return points.Count == 0 ? null : new FigureCourse(kind, [.. points]);
    }
}

/// <summary>A figure from report to report.</summary>
/// <param name="Kind">Quarters, half-years or years.</param>
/// <param name="Points">At least one, in order of time.</param>
public sealed record FigureCourse(PeriodKind Kind, ImmutableArray<CoursePoint> Points)
{
    private const int Years = 5;

    /// <summary>The figure as the last report has it: its name and unit now.</summary>
    public ReportRow Latest => Points[^1].Row;

    /// <summary>The last report.</summary>
    public ProductReport Report => Points[^1].Report;

    /// <summary>The product or service the figure belongs to.</summary>
    public ReportLevel Level => Report.Levels.First(level => level.Number == Latest.Level);

    /// <summary>
    /// The last five years in order of time. What has no report of its own is what a later one says of it: the year before, and
    /// the five years of an annual report.
    /// </summary>
    public ImmutableArray<CourseValue> Values
    {
        get
        {
            var values = new SortedDictionary<Period, CourseValue>(Period.ByEnd);
            foreach (var point in Points)
                values.Add(point.Report.Period, CourseValue.Of(point));
            foreach (var (said, by) in Points.Reverse()
                .SelectMany(point => Said(point).Select(said => (said, point.Report.Period))))
                values.TryAdd(said.Period, new CourseValue(said.Period, said.Value, by));
            return [.. values.Values.Where(value => value.Period.Year > Report.Period.Year - Years)];
        }
    }

    // What a report says of periods before its own.
    private static IEnumerable<(Period Period, decimal Value)> Said(CoursePoint point)
    {
        var (period, row) = (point.Report.Period, point.Row);
        if (row.PreviousPeriod is { } former)
            yield return (period.YearsEarlier(1), former);
        if (point.Report.FiveYears is not { } years
            || years.Rows.FirstOrDefault(each => each.Level == row.Level && each.Figure == row.Id) is not { } line)
            yield break;
        foreach (var (year, value) in years.Years.Zip(line.Values))
        {
            if (value is { } known)
                yield return (Period.OfYear(year), known);
        }
    }
}

/// <summary>A figure in one report.</summary>
/// <param name="Visible">Which version of the report.</param>
/// <param name="Report">The report.</param>
/// <param name="Row">The figure in it.</param>
public sealed record CoursePoint(VisibleReport Visible, ProductReport Report, ReportRow Row);

/// <summary>What is known of one period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Actual">Ist of the period; null where there is none.</param>
/// <param name="SaidBy">The period of the report that says it.</param>
/// <param name="Point">Its own report; null where only a later one says something of it.</param>
public sealed record CourseValue(Period Period, decimal? Actual, Period SaidBy, CoursePoint? Point = null)
{
    internal static CourseValue Of(CoursePoint point) =>
        new(point.Report.Period, point.Row.ActualPeriod, point.Report.Period, point);
}
