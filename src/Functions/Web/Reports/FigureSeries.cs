using Produktreport.Core.KeyFigures.Assessing;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Reads the course of one figure from the reports a visitor sees.</summary>
internal sealed class FigureSeriesReader(FigureCourseReader courses)
{
    /// <summary>The course; null where no visible report has the figure.</summary>
    public async Task<FigureSeries?> Read(Visitor visitor, LevelNumber level, FigureId figure, PeriodKind kind,
        CancellationToken cancellation = default) =>
        await courses.Read(visitor, level, figure, kind, cancellation) is { } course
            ? new FigureSeries(level.Text, figure.Text, course.Latest.Name, course.Latest.Unit, course.Latest.Decimals,
                [.. course.Points.Select(point => SeriesPoint.Of(point.Report.Period, point.Visible, point.Row))])
            : null;
}

/// <summary>The course of one figure.</summary>
/// <param name="Level">The number of the product or service.</param>
/// <param name="Id">The figure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit; empty for counts.</param>
/// <param name="Decimals">Decimal places shown; values are exact.</param>
/// <param name="Points">In order of time.</param>
internal sealed record FigureSeries(
    [property: JsonPropertyName("ebene")] string Level,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("einheit")] string Unit,
    [property: JsonPropertyName("dezimalstellen")] int Decimals,
    [property: JsonPropertyName("punkte")] IReadOnlyList<SeriesPoint> Points);

/// <summary>The values of one period; null where there is none.</summary>
/// <param name="Period">The period.</param>
/// <param name="ActualPeriod">Ist of the period.</param>
/// <param name="ActualToDate">Ist from January to its end.</param>
/// <param name="PlanPeriod">Plan of the period.</param>
/// <param name="PlanToDate">Plan from January to its end.</param>
/// <param name="PreviousPeriod">Ist of the same period a year before.</param>
/// <param name="Status"><c>gruen</c>, <c>gelb</c>, <c>rot</c>, <c>grau</c>.</param>
/// <param name="Reason">Why there is no Ist; null where there is one.</param>
/// <param name="State">The state of the report it is from.</param>
/// <param name="Version">The version of that report.</param>
internal sealed record SeriesPoint(
    [property: JsonPropertyName("periode")] string Period,
    [property: JsonPropertyName("ist")] decimal? ActualPeriod,
    [property: JsonPropertyName("istKumuliert")] decimal? ActualToDate,
    [property: JsonPropertyName("plan")] decimal? PlanPeriod,
    [property: JsonPropertyName("planKumuliert")] decimal? PlanToDate,
    [property: JsonPropertyName("vorjahr")] decimal? PreviousPeriod,
    [property: JsonPropertyName("ampel")] string Status,
    [property: JsonPropertyName("grund")] string? Reason,
    [property: JsonPropertyName("stand")] string State,
    [property: JsonPropertyName("version")] int Version)
{
    /// <summary>The point of a report's row.</summary>
    public static SeriesPoint Of(Period period, VisibleReport report, ReportRow row) => new(
        period.ToString(),
        row.ActualPeriod,
        row.ActualToDate,
        row.PlanPeriod,
        row.PlanToDate,
        row.PreviousPeriod,
        row.Status.Word(),
        row.Undefined.GetValueOrDefault(RowField.ActualPeriod),
        report.Summary.State.Word(),
        report.Summary.Version);
}
