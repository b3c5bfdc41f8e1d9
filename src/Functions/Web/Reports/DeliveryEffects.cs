using Produktreport.Core.Reports.Changes;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Functions.Web.Reports;

/// <summary>
/// What reports would show otherwise if a delivery counted: both are assembled and compared, nothing is stored.
/// </summary>
internal sealed class DeliveryEffects(LiveReports live, Calendar calendar)
{
    // Each takes a few milliseconds; a ledger of all products touches hundreds.
    private const int MostReports = 80;

    /// <summary>
    /// The reports that would change, of the years it has values for and of the year after, which compares; in catalogue order,
    /// then of time. Of a delivery for very many products only the first ones are looked at; a file
    /// that is rejected changes none.
    /// </summary>
    public async Task<ImmutableArray<ReportEffect>> Of(AcceptedDelivery? delivery, CancellationToken cancellation = default)
    {
        if (delivery is null)
            return [];
        var before = await live.Source(cancellation);
        var after = before with { Figures = before.Figures.With(delivery) };
        return
        [
            .. Touched(delivery, before).Take(MostReports)
                .Select(job => Compare(job.Product!.Value, job.Period, before, after))
                .Where(effect => !effect.Changes.IsEmpty),
        ];
    }

    private IEnumerable<ReportJob> Touched(AcceptedDelivery delivery, ReportSource source)
    {
        var first = delivery.Values.GroupBy(value => (value.Address.Product, value.Period.Year))
            .ToDictionary(group => group.Key, group => group.Min(value => value.Period.End));
        return
            from product in first.Keys.Select(key => key.Product).Distinct().Order()
            from catalogue in source.Catalogues.ByYear.Values
            where catalogue.Find(product) is not null
            from period in catalogue.Reporting.Kinds.SelectMany(kind => Period.AllOf(catalogue.Year, kind))
            where period.Start <= calendar.Today
                && ((first.TryGetValue((product, period.Year), out var earliest) && period.End >= earliest)
                    || first.ContainsKey((product, period.Year - 1)))
            orderby product, period.End, period.Kind
            select new ReportJob(period, product);
    }

    private ReportEffect Compare(ProductNumber product, Period period, ReportSource before, ReportSource after)
    {
        var (former, now) = (before.Product(product, period, calendar.Today), after.Product(product, period, calendar.Today));
        var moved = Moved(former, now).ToHashSet();
        var changes = ReportChanges.Between(former, now, ChangeCauses.Unknown).Entries.Where(change =>
                change is { Level: { } level, Figure: { } figure }
                && (change.IsEssential || moved.Contains((level, figure, change.Subject))))
            .ToLookup(change => change.IsEssential);
        // What follows by mere arithmetic is told where nothing else is.
        return new ReportEffect(
            product.Text, now.Name, period.ToString(),
            [
                .. changes[changes.Contains(true)].Select(change =>
                    new ValueEffect(LevelName(now, change), change.Subject, change.Former, change.Now)),
            ]);
    }

    // That a reason for a missing value reads otherwise is no change of a value.
    private static IEnumerable<(LevelNumber, FigureId, string)> Moved(ProductReport former, ProductReport now)
    {
        var before = former.Rows.ToDictionary(row => (row.Level, row.Id));
        return
            from row in now.Rows
            where before.ContainsKey((row.Level, row.Id))
            from field in Enum.GetValues<RowField>()
            where before[(row.Level, row.Id)][field] != row[field]
            select (row.Level, row.Id, ReportWords.FigureIn(row.Name, ReportWords.Of(field)));
    }

    private static string LevelName(ProductReport report, ReportChange change) =>
        change.Level == LevelNumber.Of(report.Product)
            ? ""
            : $"{change.Level} {report.Levels.FirstOrDefault(level => level.Number == change.Level)?.Name}";
}

/// <summary>A report that a delivery would change.</summary>
/// <param name="Product">The product's number.</param>
/// <param name="Name">The product's name.</param>
/// <param name="Period">The period reported.</param>
/// <param name="Changes">What would change in it.</param>
public sealed record ReportEffect(
    [property: JsonPropertyName("produkt")] string Product,
    [property: JsonPropertyName("bezeichnung")] string Name,
    [property: JsonPropertyName("periode")] string Period,
    [property: JsonPropertyName("aenderungen")] ImmutableArray<ValueEffect> Changes);

/// <summary>A value, goal or explanation that would change.</summary>
/// <param name="Level">Number and name of the service; empty for the product itself.</param>
/// <param name="Subject">What changes: „Ergebnis, Ist Periode“.</param>
/// <param name="Former">What stands there; „–“ for nothing.</param>
/// <param name="Now">What would stand there.</param>
public sealed record ValueEffect(
    [property: JsonPropertyName("ebene")] string Level,
    [property: JsonPropertyName("gegenstand")] string Subject,
    [property: JsonPropertyName("vorher")] string Former,
    [property: JsonPropertyName("jetzt")] string Now);
