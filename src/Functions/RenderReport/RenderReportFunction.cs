using System.Collections.Immutable;
using System.Diagnostics;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.PublishCatalogue;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.RenderReport;

/// <summary>
/// Makes one report and stores it, if it shows anything new. Triggered by the queue; running a job again changes nothing.
/// </summary>
public sealed partial class RenderReportFunction(
    PublishedCatalogues catalogues,
    IFigureStore figures,
    StoredReports stored,
    ReportReleases releases,
    PublicEditions publicEditions,
    Calendar calendar,
    ILogger<RenderReportFunction> log)
{
    /// <summary>Makes the report of a job.</summary>
    public async Task<ReportOutcome> Run(ReportJob job, CancellationToken cancellation = default)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = await Try(job, cancellation);
        Measures.Rendered(outcome, Stopwatch.GetElapsedTime(start));
        return outcome;
    }

    private async Task<ReportOutcome> Try(ReportJob job, CancellationToken cancellation)
    {
        try
        {
            var source = await ReportSource.Load(catalogues, figures, job, cancellation);
            return source.Has(job) ? await Render(job, source, cancellation) : new ReportOutcome.Unchanged(job);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not IOException)
        {
            // One report that cannot be made must not keep the others from being made.
            RenderingFailed(log, failure, job.Period, job.Name);
            return new ReportOutcome.Failed(job, failure.Message);
        }
    }

    private async Task<ReportOutcome> Render(ReportJob job, ReportSource source, CancellationToken cancellation)
    {
        var former = await stored.ReadJson(job, cancellation);
        var history = await releases.Read(job, cancellation);
        var report = (await Assemble(job, source, cancellation)).After(former, history);
        // Figures can come in between a release and this run: what was released is what somebody saw, not what they say.
        if (history.Latest is { } release && release.Version < report.Version
            && await stored.KeepReleased(job, release, source.LogoOf(job.Period), cancellation) is { } released)
            await publicEditions.KeepFormer(job, released, cancellation);
        if (former is not null && former.AsSpan().SequenceEqual(report.Json()) && await stored.HasPdf(job, cancellation))
            return new ReportOutcome.Unchanged(job);
        // The public editions of drafts are made with the combined report, which sees all products; a released report's at once.
        if (job.Product is null || report.State == ReportState.Released)
            await publicEditions.Write(report, cancellation);
        await stored.Write(job, report, former, cancellation);
        return new ReportOutcome.Written(job, report.Version);
    }

    private async Task<ReportDocument> Assemble(ReportJob job, ReportSource source, CancellationToken cancellation) =>
        job.Product is { } product
            ? new ReportDocument.OfProduct(source.Product(product, job.Period, calendar.Today), source.LogoOf(job.Period))
            : await Combine(job.Period, source, cancellation);

    // Each product as it is, or is about to be, stored: the combined report shows the versions its parts have.
    private async Task<ReportDocument> Combine(Period period, ReportSource source, CancellationToken cancellation)
    {
        var current = await stored.ReadPeriod(period, cancellation);
        var released = await releases.ReadPeriod(period, cancellation);
        var products = ImmutableArray.CreateBuilder<ProductReport>();
        foreach (var number in source.ProductsOf(period))
        {
            products.Add(ReportDocument.OfProduct.Successor(
                current.Json.GetValueOrDefault(number.Text), source.Product(number, period, calendar.Today), released.Of(number.Text)));
        }

        var parts = products.ToImmutable();
        return new ReportDocument.OfCounty(source.Combined(period, parts, calendar.Today), parts, source.LogoOf(period));
    }

    [LoggerMessage(2001, LogLevel.Error, "The report {Period}/{Name} could not be made.")]
    private static partial void RenderingFailed(ILogger log, Exception failure, Period period, string name);
}
