using System.Collections.Concurrent;
using Produktreport.Core.Reports;

namespace Produktreport.Functions.Web.Reports;

/// <summary>
/// Which version of which report a visitor sees. Who works for the product's department sees the current version, draft or not;
/// everybody else the last released one; without sign-in its public edition. A released version comes from the copy that is never
/// overwritten, so that no draft is read that is just taking its place. Read from the files themselves, each once a version.
/// </summary>
internal sealed class VisibleReports(IFileStore files, ReportReleases releases) : IDisposable
{
    // Of one list, and of all lists together: a new process reads every report a list names, each up to a megabyte.
    private const int ReadsAtOnce = 8;

    private readonly VersionCache<FilePath, ReportSummary> summaries = new();
    private readonly SemaphoreSlim reading = new(ReadsAtOnce);

    /// <summary>The reports a visitor sees, latest period first, the combined report before the products.</summary>
    /// <param name="visitor">Who asks.</param>
    /// <param name="period">Only those of this period; null for all.</param>
    /// <param name="product">Only those of this product; null for all, the combined report included.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<VisibleReport>> List(
        Visitor visitor, Period? period = null, ProductNumber? product = null, CancellationToken cancellation = default)
    {
        var (found, _) = await FindAll(period, product, (job, find, token) => Find(visitor, job, find, token), cancellation);
        return [.. InOrder(found)];
    }

    /// <summary>The same, all of them, each with its files.</summary>
    public async Task<IReadOnlyList<WrittenReport>> ListWritten(Visitor visitor, CancellationToken cancellation = default)
    {
        var (found, present) = await FindAll(
            period: null, product: null, (job, find, token) => Find(visitor, job, find, token), cancellation);
        return
        [
            .. InOrder(found).Select(report => new WrittenReport(
                report, present.GetValueOrDefault(report.File(".json")), present.GetValueOrDefault(report.File(".pdf")))),
        ];
    }

    /// <summary>The last released version of each report, whoever works for its department; last released first.</summary>
    /// <param name="visitor">Who asks: without sign-in, public editions.</param>
    /// <param name="period">Only those of this period; null for all.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<ReleasedReport>> ListReleased(
        Visitor visitor, Period? period = null, CancellationToken cancellation = default)
    {
        var (found, _) = await FindAll(period, product: null,
            (job, find, token) => FindReleased(visitor, job, find, token), cancellation);
        return [.. found.OrderByDescending(report => report.At)
            .ThenByDescending(report => report.Visible.Summary.Period, Period.ByEnd)
            .ThenBy(report => report.Visible.Summary.Job.Product?.Text ?? "", StringComparer.Ordinal)];
    }

    /// <summary>The version of a report that a visitor sees; null where there is none.</summary>
    public Task<VisibleReport?> Find(Visitor visitor, ReportJob job, CancellationToken cancellation = default) =>
        Find(visitor, job, path => files.Find(Area.Reports, path, cancellation), cancellation);

    /// <summary>
    /// A version by its number; null where there is none, or the visitor may not have it. Whoever is signed in has all that stand
    /// as released, who may see drafts every one that is kept. Without sign-in it is the one in force or none: two public
    /// editions of a report together could say what each leaves out.
    /// </summary>
    public async Task<VisibleReport?> FindVersion(
        Visitor visitor, ReportJob job, int version, CancellationToken cancellation = default)
    {
        if (await Find(visitor, job, cancellation) is { } seen && seen.Summary.Version == version)
            return seen;
        var kept = $"{job.Stem}.v{version}";
        Task<FileEntry?> FindFile(FilePath path) => files.Find(Area.Reports, path, cancellation);
        return visitor.IsSignedIn
            && await Summarize(job, FilePath.Of(kept + ReportFile.Json), FindFile, cancellation) is { } written
            && await AsItStands(written, FindFile, cancellation) is var summary
            && (summary.State == ReportState.Released || visitor.MaySeeDraftsOf(summary.Department))
            ? new VisibleReport(summary, kept)
            : null;
    }

    /// <summary>The versions of a report that a visitor may have, latest first.</summary>
    public async Task<IReadOnlyList<ListedVersion>> ListVersions(
        Visitor visitor, ReportJob job, CancellationToken cancellation = default)
    {
        var numbers = await files.List(Area.Reports, job.Stem + ".v", cancellation)
            .Select(file => ReportFile.Parse(file.Path))
            .Where(file => file is { Version: not null, IsPublic: false, Ending: ReportFile.Json } && file.Job == job)
            .Select(file => file!.Version!.Value).ToListAsync(cancellation);
        if (await Find(visitor, job, cancellation) is { } seen)
            numbers.Add(seen.Summary.Version);
        var history = await HistoryOf(job, path => files.Find(Area.Reports, path, cancellation), cancellation);
        var inForce = (await FindReleased(
            visitor, job, path => files.Find(Area.Reports, path, cancellation), cancellation))?.Visible.Summary.Version;
        var listed = new List<ListedVersion>();
        foreach (var number in numbers.Distinct().OrderDescending())
        {
            if (await FindVersion(visitor, job, number, cancellation) is { } version)
                listed.Add(new ListedVersion(version, history.LastOf(number), number == inForce));
        }

        return listed;
    }

    /// <summary>A product report that a visitor sees, in full.</summary>
    public async Task<(VisibleReport Visible, ProductReport Report)?> Read(Visitor visitor, ReportJob job,
        CancellationToken cancellation = default) =>
        await Find(visitor, job, cancellation) is { } visible
        && await files.ReadAll(Area.Reports, visible.File(".json"), cancellation) is { } json
            ? (visible, ReportJson.ReadProduct(json))
            : null;

    public void Dispose() => reading.Dispose();

    private async Task<(IReadOnlyCollection<T> Found, Dictionary<FilePath, FileEntry> Present)> FindAll<T>(
        Period? period, ProductNumber? product,
        Func<ReportJob, Func<FilePath, Task<FileEntry?>>, CancellationToken, Task<T?>> find, CancellationToken cancellation)
        where T : class
    {
        var present = await files.List(Area.Reports, period is { } only ? $"{only}/" : "", cancellation)
            .ToDictionaryAsync(file => file.Path, cancellationToken: cancellation);
        var jobs = JobsOf(present).Where(job => product is null || job.Product == product);
        var visible = new ConcurrentBag<T>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(jobs, options, async (job, token) =>
        {
            // What is not in the listing is not asked for: most reports were never released.
            if (await find(job, path => Task.FromResult(present.GetValueOrDefault(path)), token) is { } report)
                visible.Add(report);
        });
        return (visible, present);
    }

    private static IEnumerable<VisibleReport> InOrder(IEnumerable<VisibleReport> found) =>
        found.OrderByDescending(report => report.Summary.Period, Period.ByEnd)
            .ThenBy(report => report.Summary.Job.Product?.Text ?? "", StringComparer.Ordinal);

    // A report is there once both its files are.
    private static IEnumerable<ReportJob> JobsOf(Dictionary<FilePath, FileEntry> present)
    {
        foreach (var path in present.Keys)
        {
            if (ReportFile.Parse(path) is { IsCurrent: true, Ending: ReportFile.Json, Job: var job }
                && present.ContainsKey(FilePath.Of($"{job.Stem}.pdf")))
                yield return job;
        }
    }

    private async Task<VisibleReport?> Find(Visitor visitor, ReportJob job, Func<FilePath, Task<FileEntry?>> find,
        CancellationToken cancellation)
    {
        var stem = job.Stem;
        if (visitor.Role >= Role.Department
            && await Summarize(job, FilePath.Of(stem + ReportFile.Json), find, cancellation) is { } written
            && await AsItStands(written, find, cancellation) is var current
            && (current.State == ReportState.Released || visitor.MaySeeDraftsOf(current.Department)))
            return new VisibleReport(current, current.State == ReportState.Released ? $"{stem}.v{current.Version}" : stem);
        return (await FindReleased(visitor, job, find, cancellation))?.Visible;
    }

    // A withdrawal is recorded before the report is made anew, and what was kept as released stays so.
    private async Task<ReportSummary> AsItStands(
        ReportSummary written, Func<FilePath, Task<FileEntry?>> find, CancellationToken cancellation) =>
        written.State == ReportState.Released
            && !(await HistoryOf(written.Job, find, cancellation)).Stands(written.Version)
            ? written with { State = ReportState.Draft }
            : written;

    private async Task<ReleaseHistory> HistoryOf(
        ReportJob job, Func<FilePath, Task<FileEntry?>> find, CancellationToken cancellation) =>
        await releases.TryRead(job, await find(ReportReleases.PathOf(job)), cancellation);

    private async Task<ReleasedReport?> FindReleased(Visitor visitor, ReportJob job, Func<FilePath, Task<FileEntry?>> find,
        CancellationToken cancellation)
    {
        var history = await HistoryOf(job, find, cancellation);
        // A release is recorded before its files are there: until then the one before it stands.
        foreach (var release in history.Standing.Reverse())
        {
            var kept = $"{job.Stem}.v{release.Version}{(visitor.IsSignedIn ? "" : ReportFile.PublicEnding)}";
            if (await Summarize(job, FilePath.Of(kept + ReportFile.Json), find, cancellation)
                is { State: ReportState.Released } released)
                return new ReleasedReport(new VisibleReport(released, kept), history.InForceSince(release));
        }

        return null;
    }

    private async Task<ReportSummary?> Summarize(ReportJob job, FilePath path, Func<FilePath, Task<FileEntry?>> find,
        CancellationToken cancellation)
    {
        return await find(path) is { } present
            ? await summaries.Get(path, present.Version, () => ReadSummary(job, path), cancellation)
            : null;
    }

    private async Task<Versioned<ReportSummary>?> ReadSummary(ReportJob job, FilePath path)
    {
        await reading.WaitAsync();
        try
        {
            await using var file = await files.Open(Area.Reports, path);
            if (file is null)
                return null;
            var json = await file.ReadAll();
            var summary = job.Product is null
                ? ReportSummary.Of(ReportJson.ReadCombined(json))
                : ReportSummary.Of(ReportJson.ReadProduct(json));
            return new(file.Entry.Version, summary with { FileVersion = file.Entry.Version });
        }
        finally
        {
            reading.Release();
        }
    }
}
