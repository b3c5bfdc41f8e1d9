using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Makes a report on demand, as the figures stand now, and stores nothing.</summary>
internal sealed class LivePreview(LiveReports live, Calendar calendar, AuditLog audit, WebLimits limits, TimeProvider clock)
    : IDisposable
{
    private const int MostWaiting = 8;

    /// <summary>Rendering takes a core: readers must not wait for previews, nor previews for ever.</summary>
    public WorkLimit Rendering { get; } = new(1, MostWaiting, limits.PreviewPatience);

    /// <summary>Makes the PDF of a report.</summary>
    public async Task<PreviewOutcome> Render(Visitor visitor, ReportJob job, CancellationToken cancellation)
    {
        var source = await live.Source(cancellation);
        if (job.Period.Kind == PeriodKind.Month || !source.Has(job) || !MaySee(visitor, job, source))
            return new PreviewOutcome.NoReport();
        using var place = await Rendering.Take(cancellation);
        if (place is null)
            return new PreviewOutcome.Busy();
        await audit.Note(AuditEntry.Now(clock, visitor, AuditEntry.DraftRead, $"{job.Stem}.pdf", "Vorschau"));
        var products = job.Product is null ? await live.Of(job.Period, cancellation) : [];
        return new PreviewOutcome.Rendered(
            await Task.Run(() => Document(job, source, [.. products]).Pdf().ToArray(), cancellation));
    }

    public void Dispose() => Rendering.Dispose();

    private static bool MaySee(Visitor visitor, ReportJob job, ReportSource source) => visitor.MaySeeDraftsOf(
        job.Product is { } product ? source.Catalogues.For(job.Period.Year)!.Find(product)!.Department : null);

    private ReportDocument Document(ReportJob job, ReportSource source,
        ImmutableArray<ProductReport> products) =>
        job.Product is { } product
            ? new ReportDocument.OfProduct(source.Product(product, job.Period, calendar.Today), source.LogoOf(job.Period))
            : new ReportDocument.OfCounty(source.Combined(job.Period, products, [], calendar.Today), products,
                source.LogoOf(job.Period));
}

/// <summary>What became of a preview. Closed.</summary>
internal abstract record PreviewOutcome
{
    private PreviewOutcome()
    {
    }

    /// <summary>It is made.</summary>
    /// <param name="Pdf">The report.</param>
    public sealed record Rendered(byte[] Pdf) : PreviewOutcome;

    /// <summary>There is no such report, or the visitor does not work for its department.</summary>
    public sealed record NoReport : PreviewOutcome;

    /// <summary>Others were in line before it for too long.</summary>
    public sealed record Busy : PreviewOutcome;
}
