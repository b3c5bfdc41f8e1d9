using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Reads the course of one figure from the reports a visitor sees.</summary>
public sealed class FigureSeriesReader(ReportShelf shelf, PublishedCatalogues published)
{
    /// <summary>The course; null where no visible report has the figure.</summary>
    public async Task<FigureSeries?> Read(Visitor visitor, LevelNumber level, FigureId figure, PeriodKind kind, CancellationToken cancellation = default)
    {
        var catalogues = await published.Load(cancellation);
        var points = new List<SeriesPoint>();
        ReportRow? latest = null;
        foreach (var catalogue in catalogues.ByYear.Values)
        {
            if (catalogue.Products.FirstOrDefault(product => product.FindLevel(level)?.Find(figure) is not null) is not { } product)
                continue;
            foreach (var period in Period.AllOf(catalogue.Year, kind))
            {
                if (await shelf.Read(visitor, new ReportJob(period, product.Number), cancellation) is var (visible, report)
                    && report.RowsOf(level).FirstOrDefault(row => row.Id == figure) is { } row)
                {
                    latest = row;
                    points.Add(SeriesPoint.Of(period, visible, row));
                }
            }
        }

        return latest is null ? null : new FigureSeries(level.Text, figure.Text, latest.Name, latest.Unit, latest.Decimals, points);
    }
}

/// <summary>The course of one figure.</summary>
/// <param name="Ebene">The number of the product or service.</param>
/// <param name="Id">The figure.</param>
/// <param name="Bezeichnung">Its name.</param>
/// <param name="Einheit">Its unit; empty for counts.</param>
/// <param name="Dezimalstellen">Decimal places shown; values are exact.</param>
/// <param name="Punkte">In order of time.</param>
public sealed record FigureSeries(
    string Ebene, string Id, string Bezeichnung, string Einheit, int Dezimalstellen, IReadOnlyList<SeriesPoint> Punkte);

/// <summary>The values of one period; null where there is none.</summary>
/// <param name="Periode">The period.</param>
/// <param name="Ist">Ist of the period.</param>
/// <param name="IstKumuliert">Ist from January to its end.</param>
/// <param name="Plan">Plan of the period.</param>
/// <param name="PlanKumuliert">Plan from January to its end.</param>
/// <param name="Vorjahr">Ist of the same period a year before.</param>
/// <param name="Ampel"><c>gruen</c>, <c>gelb</c>, <c>rot</c>, <c>grau</c>.</param>
/// <param name="Grund">Why there is no Ist; null where there is one.</param>
/// <param name="Stand">The state of the report it is from.</param>
/// <param name="Version">The version of that report.</param>
public sealed record SeriesPoint(
    string Periode,
    decimal? Ist,
    decimal? IstKumuliert,
    decimal? Plan,
    decimal? PlanKumuliert,
    decimal? Vorjahr,
    string Ampel,
    string? Grund,
    string Stand,
    int Version)
{
    /// <summary>The point of a report's row.</summary>
    public static SeriesPoint Of(Period period, VisibleReport report, ReportRow row) => new(
        period.ToString(),
        row.ActualPeriod,
        row.ActualToDate,
        row.PlanPeriod,
        row.PlanToDate,
        row.FormerPeriod,
        StateWords.Of(row.Status),
        row.Undefined.GetValueOrDefault(RowField.ActualPeriod),
        StateWords.Of(report.Summary.State),
        report.Summary.Version);
}
