using System.Collections.Concurrent;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Functions.RenderReport;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web.Reports;

/// <summary>
/// Which version of which report a visitor sees. Who works for the product's department sees the current version, draft or not; everybody
/// else the last released one; without sign-in its public edition. A released version comes from the copy that is never overwritten, so that no
/// draft is read that is just taking its place. Read from the files themselves, each once a version.
/// </summary>
public sealed class ReportShelf(IFileStore files, ReportReleases releases)
{
    private readonly ConcurrentDictionary<FilePath, (string Version, ReportSummary Summary)> summaries = new();

    /// <summary>The reports a visitor sees, latest period first, the combined report before the products.</summary>
    public async Task<IReadOnlyList<VisibleReport>> List(Visitor visitor, CancellationToken cancellation = default)
    {
        var present = await files.List(Area.Reports, "", cancellation).ToListAsync(cancellation);
        var names = present.Select(file => file.Path.Text).ToHashSet(StringComparer.Ordinal);
        var visible = new List<VisibleReport>();
        foreach (var file in present)
        {
            if (file.Path.Name.Split('.') is [var name, "json"]
                && VisibleReport.Parse(file.Path.FirstFolder, name) is { } job
                && names.Contains($"{job.Period}/{name}.pdf")
                && await Find(visitor, job, file, cancellation) is { } report)
                visible.Add(report);
        }

        return [.. visible.OrderByDescending(report => report.Summary.Period, Period.ByEnd).ThenBy(report => report.Summary.Job.Product?.Text ?? "", StringComparer.Ordinal)];
    }

    /// <summary>The version of a report that a visitor sees; null where there is none.</summary>
    public Task<VisibleReport?> Find(Visitor visitor, ReportJob job, CancellationToken cancellation = default) =>
        Find(visitor, job, listed: null, cancellation);

    /// <summary>A product report that a visitor sees, in full.</summary>
    public async Task<(VisibleReport Visible, ProductReport Report)?> Read(Visitor visitor, ReportJob job, CancellationToken cancellation = default) =>
        await Find(visitor, job, cancellation) is { } visible
        && await files.ReadAll(Area.Reports, visible.File(".json"), cancellation) is { } json
            ? (visible, ReportJson.ReadProduct(json))
            : null;

    private async Task<VisibleReport?> Find(Visitor visitor, ReportJob job, FileEntry? listed, CancellationToken cancellation)
    {
        var stem = $"{job.Period}/{job.Name}";
        if (visitor.Role >= Role.Department
            && await Summarize(job, FilePath.Of(stem + ".json"), listed, cancellation) is { } current
            && (current.State == ReportState.Released || MaySeeDraft(visitor, current)))
            return new VisibleReport(current, current.State == ReportState.Released ? $"{stem}.v{current.Version}" : stem);
        // A release is recorded before its files are there: until then the one before it stands.
        foreach (var release in (await releases.Read(job, cancellation)).Releases.Reverse())
        {
            var kept = $"{stem}.v{release.Version}{(visitor.IsSignedIn ? "" : VisibleReport.PublicEnding)}";
            if (await Summarize(job, FilePath.Of(kept + ".json"), listed: null, cancellation) is { State: ReportState.Released } released)
                return new VisibleReport(released, kept);
        }

        return null;
    }

    private static bool MaySeeDraft(Visitor visitor, ReportSummary report) =>
        report.Department is { } department ? visitor.WorksFor(department) : visitor.SeesAll;

    private async Task<ReportSummary?> Summarize(ReportJob job, FilePath path, FileEntry? listed, CancellationToken cancellation)
    {
        if (summaries.TryGetValue(path, out var known) && (listed ?? await files.Find(Area.Reports, path, cancellation))?.Version == known.Version)
            return known.Summary;
        await using var file = await files.Open(Area.Reports, path, cancellation);
        if (file is null)
            return null;
        var json = await file.ReadAll(cancellation);
        var summary = job.Product is null ? ReportSummary.Of(ReportJson.ReadCombined(json)) : ReportSummary.Of(ReportJson.ReadProduct(json));
        summaries[path] = (file.Entry.Version, summary);
        return summary;
    }
}
