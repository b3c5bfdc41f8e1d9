using Produktreport.Core.Reports;

namespace Produktreport.Functions.Reports;

/// <summary>Holds the stored reports of a period against what they would show now.</summary>
internal sealed class ReportComparison(StoredReports stored, ReportReleases releases, Calendar calendar,
    ILogger<ReportComparison> log)
{
    /// <summary>Reads the period's reports.</summary>
    public async Task<ComparedPeriod> Load(Period period, ReportSource source, CancellationToken cancellation = default)
    {
        var present = await stored.ReadPeriod(period, cancellation);
        var released = await releases.ReadPeriod(period, cancellation);
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var job in source.ProductsOf(period).Select(product => new ReportJob(period, product))
            .Append(new ReportJob(period, Product: null)))
        {
            if (await IsBroken(job, present, released, source.Catalogues, cancellation))
                broken.Add(job.Name);
        }

        return new ComparedPeriod(period, present, released, broken, source, calendar.Today, log);
    }

    private async Task<bool> IsBroken(
        ReportJob job, StoredPeriod present, PeriodReleases released, CatalogueSet catalogues, CancellationToken cancellation)
    {
        try
        {
            return released.Of(job.Name).Latest is { } release && !await stored.IsKeptWhole(
                job, release, present, hasPublic: !PublicEditions.HasSensitiveFigures(catalogues), cancellation);
        }
        catch (JsonException)
        {
            // Nothing can be made of what is damaged.
            return false;
        }
    }
}

/// <summary>The stored reports of a period, and what they would show now.</summary>
/// <remarks>Broken are those of whose last release files are missing that can be made.</remarks>
internal sealed partial class ComparedPeriod(
    Period period, StoredPeriod stored, PeriodReleases releases, IReadOnlySet<string> broken, ReportSource source, DateOnly today,
    ILogger<ReportComparison> log)
{
    /// <summary>The products whose reports are missing, damaged, or show something else.</summary>
    public ImmutableArray<ProductNumber> Outdated(IEnumerable<ProductNumber> products) =>
        [.. products.Where(product => !IsCurrent(product))];

    /// <summary>The stored reports of products that are current.</summary>
    public ImmutableArray<ProductReport> Current(IEnumerable<ProductNumber> products) =>
        [.. products.Select(product => ReportJson.ReadProduct(stored.Whole[product.Text]))];

    /// <summary>Whether the combined report shows its parts, which are current, as they are.</summary>
    public bool IsCombinedCurrent(IEnumerable<ProductNumber> products) => IsCurrent(new ReportJob(period, Product: null), json =>
    {
        var report = ReportJson.ReadCombined(json);
        return (report.Version, report.State, ReportFingerprint.Of(report),
            ReportFingerprint.Of(source.Combined(period, Current(products), [], today)));
    });

    private bool IsCurrent(ProductNumber product) => IsCurrent(new ReportJob(period, product), json =>
    {
        var report = ReportJson.ReadProduct(json);
        return (report.Version, report.State, ReportFingerprint.Of(report),
            ReportFingerprint.Of(source.Product(product, period, today)));
    });

    private bool IsCurrent(ReportJob job, Func<byte[], (int Version, ReportState State, string Stored, string Now)> compare)
    {
        try
        {
            return !broken.Contains(job.Name) && stored.Whole.GetValueOrDefault(job.Name) is { } json
                && compare(json) is var (version, state, shown, now)
                && shown == now && state == releases.Of(job.Name).StateOf(version, now);
        }
        catch (Exception failure) when (failure is not IOException)
        {
            // Its job mends it, or fails where somebody sees it; the others are made all the same.
            NotComparable(log, failure, period, job.Name);
            return false;
        }
    }

    [LoggerMessage(2003, LogLevel.Warning,
        "The report {Period}/{Name} cannot be compared with what it would show; it counts as outdated.")]
    private static partial void NotComparable(ILogger log, Exception failure, Period period, string name);
}
