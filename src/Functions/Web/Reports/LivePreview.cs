using Produktreport.Core.Periods;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.RenderReport;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Makes a report on demand, as the figures stand now, and stores nothing.</summary>
public sealed class LivePreview(LiveReports live, Calendar calendar, AuditLog audit, TimeProvider clock) : IDisposable
{
    // Rendering takes a core: readers must not wait for previews.
    private readonly SemaphoreSlim rendering = new(1, 1);

    /// <summary>The PDF; null where there is no such report, or the visitor does not work for its department.</summary>
    public async Task<byte[]?> Render(Visitor visitor, ReportJob job, CancellationToken cancellation)
    {
        var source = await live.Source(cancellation);
        if (job.Period.Kind == PeriodKind.Month || !source.Has(job) || !MaySee(visitor, job, source))
            return null;
        await audit.Note(AuditEntry.Now(clock, visitor, "entwurf-gelesen", $"{job.Period}/{job.Name}.pdf", "Vorschau"));
        await rendering.WaitAsync(cancellation);
        try
        {
            var products = job.Product is null ? await live.Of(job.Period, cancellation) : [];
            return await Task.Run(() => Document(job, source, [.. products]).Pdf().ToArray(), cancellation);
        }
        finally
        {
            rendering.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => rendering.Dispose();

    private static bool MaySee(Visitor visitor, ReportJob job, ReportSource source) =>
        job.Product is { } product ? visitor.WorksFor(source.Catalogues.For(job.Period.Year)!.Find(product)!.Department) : visitor.SeesAll;

    private ReportDocument Document(ReportJob job, ReportSource source, System.Collections.Immutable.ImmutableArray<Core.Reports.ProductReport> products) =>
        job.Product is { } product
            ? new ReportDocument.OfProduct(source.Product(product, job.Period, calendar.Today), source.LogoOf(job.Period))
            : new ReportDocument.OfCounty(source.Combined(job.Period, products, [], calendar.Today), products, source.LogoOf(job.Period));
}
