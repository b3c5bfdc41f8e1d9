using System.Collections.Concurrent;
using Produktreport.Core.Pdf;
using Produktreport.Core.Reports;

namespace Produktreport.Functions.Reports;

/// <summary>
/// The reports' files: <c>berichte/{periode}/{name}.pdf</c> and <c>.json</c>, former versions as <c>{name}.v{n}.pdf</c> and
/// <c>.json</c>.
/// </summary>
internal sealed partial class StoredReports(IFileStore files, ReportPairs pairs, ILogger<StoredReports> log)
{
    private const string Public = ReportFile.PublicEnding;
    private const int ReadsAtOnce = 16;

    /// <summary>The current report's JSON, or null.</summary>
    public Task<byte[]?> ReadJson(ReportJob job, CancellationToken cancellation = default) =>
        files.ReadAll(Area.Reports, PathOf(job, ".json"), cancellation);

    /// <summary>The current report as the one to be replaced; null where there is none.</summary>
    /// <exception cref="JsonException">It cannot be read, nor the last version kept: that may be a release, which nothing makes
    /// again.</exception>
    public async Task<StoredReport?> Find(ReportJob job, CancellationToken cancellation = default)
    {
        await using var file = await files.Open(Area.Reports, PathOf(job, ".json"), cancellation);
        if (file is null)
            return null;
        var json = await file.ReadAll(cancellation);
        if (!IsReadable(job, json))
            return new StoredReport(await ReadLastKept(job, cancellation), file.Entry.Version, IsWhole: false);
        var pdf = await files.Find(Area.Reports, PathOf(job, ".pdf"), cancellation);
        return new StoredReport(json, file.Entry.Version, await pairs.IsWhole(file.Entry, json, pdf, cancellation));
    }

    /// <summary>The JSON of a version, be it the current one or one kept under its number; null where there is none.</summary>
    public async Task<byte[]?> ReadVersion(ReportJob job, int version, CancellationToken cancellation = default)
    {
        // In this order: a version is kept before another becomes the current one.
        if (await ReadJson(job, cancellation) is { } current && IsReadable(job, current)
            && Identify(job, current).Version == version)
            return current;
        return await files.ReadAll(Area.Reports, PathOf(job, $".v{version}.json"), cancellation);
    }

    /// <summary>The JSON of the last version released before another and not withdrawn; null where there is none.</summary>
    public Task<byte[]?> ReadReleasedBefore(
        ReportJob job, int version, ReleaseHistory history, CancellationToken cancellation = default) =>
        ReadBefore(version, history, release => ReadVersion(job, release.Version, cancellation));

    /// <summary>The JSON of what the public read last before a version; null where nothing was published.</summary>
    public Task<byte[]?> ReadPublishedBefore(
        ReportJob job, int version, ReleaseHistory history, CancellationToken cancellation = default) =>
        ReadBefore(version, history, release =>
            files.ReadAll(Area.Reports, PathOf(job, $".v{release.Version}{Public}.json"), cancellation));

    private static async Task<byte[]?> ReadBefore(int version, ReleaseHistory history, Func<Release, Task<byte[]?>> read)
    {
        foreach (var release in history.Standing.Where(release => release.Version < version)
            .OrderByDescending(release => release.Version))
        {
            if (await read(release) is { } json)
                return json;
        }

        return null;
    }

    /// <summary>The product reports a combined report consists of, each in the version it names.</summary>
    /// <param name="combined">The combined report.</param>
    /// <param name="isPublic">Whether what the public reads of them is meant.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ImmutableArray<ProductReport>> ReadParts(CombinedReport combined, bool isPublic,
        CancellationToken cancellation = default)
    {
        var parts = ImmutableArray.CreateBuilder<ProductReport>();
        foreach (var part in combined.Products)
        {
            var job = new ReportJob(combined.Period, part.Product);
            var json = isPublic
                ? await files.ReadAll(Area.Reports, PathOf(job, $".v{part.Version}{Public}.json"), cancellation)
                : await ReadVersion(job, part.Version, cancellation);
            // One that somebody has altered may be another product's.
            if (json is not null && ReportJson.ReadProduct(json) is var report && report.Product == part.Product)
                parts.Add(report);
        }

        return parts.ToImmutable();
    }

    /// <summary>What tells a stored report from others.</summary>
    /// <exception cref="JsonException">The bytes are no such report.</exception>
    public static (int Version, ReportState State, string Fingerprint) Identify(ReportJob job, ReadOnlySpan<byte> json)
    {
        if (job.Product is null)
        {
            var combined = ReportJson.ReadCombined(json);
            return (combined.Version, combined.State, ReportFingerprint.Of(combined));
        }

        var report = ReportJson.ReadProduct(json);
        return (report.Version, report.State, ReportFingerprint.Of(report));
    }

    /// <summary>The current reports of a period.</summary>
    public async Task<StoredPeriod> ReadPeriod(Period period, CancellationToken cancellation = default)
    {
        var present = await files.List(Area.Reports, $"{period}/", cancellation)
            .ToDictionaryAsync(file => file.Path.Name, StringComparer.Ordinal, cancellation);
        var whole = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(present.Values, options, async (file, token) =>
        {
            if (ReportFile.Parse(file.Path) is { IsCurrent: true, Ending: ReportFile.Json } report
                && await files.ReadAll(Area.Reports, file.Path, token) is { } content
                && await pairs.IsWhole(file, content, present.GetValueOrDefault(report.Job.Name + ".pdf"), token))
                whole[report.Job.Name] = content;
        });
        return new StoredPeriod(whole, present.Keys.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>
    /// Whether all files that a release leaves are there, or cannot be made any more. A run can die between them.
    /// </summary>
    /// <param name="job">The report.</param>
    /// <param name="release">Its last release.</param>
    /// <param name="period">What lies there.</param>
    /// <param name="hasPublic">Whether the public edition of a version that is not the current one can be told.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<bool> IsKeptWhole(
        ReportJob job, Release release, StoredPeriod period, bool hasPublic, CancellationToken cancellation = default)
    {
        if (!period.Whole.TryGetValue(job.Name, out var current))
            return true; // It is made anew for that reason alone.
        var stem = $"{job.Name}.v{release.Version}";
        var isPublic = period.Names.Contains($"{stem}{Public}.json") && period.Names.Contains($"{stem}{Public}.pdf");
        if (Identify(job, current).Version == release.Version)
            return isPublic && period.Names.Contains($"{stem}.json") && period.Names.Contains($"{stem}.pdf");
        return await files.ReadAll(Area.Reports, PathOf(job, $".v{release.Version}.json"), cancellation) is not { } json
            || Identify(job, json) is var kept && (kept.Fingerprint != release.Fingerprint
                || (kept.State == ReportState.Released && (isPublic || !hasPublic)));
    }

    /// <summary>
    /// Writes a version. The former one is kept first, under its number and never overwritten. A released version is kept under
    /// its number at once, where readers without access to drafts find it.
    /// </summary>
    /// <returns>False where another run was quicker: begin again with reading, figures included.</returns>
    public async Task<bool> Write(ReportJob job, ReportDocument report, StoredReport? former,
        CancellationToken cancellation = default)
    {
        if (former?.Json is { } json && Identify(job, json).Version is var version && version != report.Version)
            await KeepFormer(job, version, json, report.Logo, cancellation);
        if (report.State == ReportState.Released)
            await KeepReleased(job, report, cancellation);
        return await pairs.Write(job.Stem, report, former?.FileVersion, cancellation);
    }

    /// <summary>
    /// Keeps a version that was released as it was seen, although figures say something else by now: they came in before the
    /// released version was written, or its run broke off. Replaces a draft that was kept under its number.
    /// </summary>
    /// <returns>
    /// The released version, also where it lay there already; null where what was released is not there any more.
    /// </returns>
    public async Task<ReportDocument?> KeepReleased(
        ReportJob job, ReleaseHistory history, Release release, Logo? logo, CancellationToken cancellation = default)
    {
        if (await ReadVersion(job, release.Version, cancellation) is not { } json
            || Identify(job, json).Fingerprint != release.Fingerprint)
            return null;
        var before = await ReadReleasedBefore(job, release.Version, history, cancellation);
        if ((await Read(job, json, logo, isPublic: false, cancellation))?.AsReleased(before) is not { } released)
            return null;
        await KeepReleased(job, released, cancellation);
        return released;
    }

    /// <summary>
    /// Writes a public edition in place of the former one, which is kept under its version; null removes it, where the internal
    /// edition has become fit for the public.
    /// </summary>
    /// <exception cref="IOException">Others kept writing it.</exception>
    public Task WritePublic(ReportJob job, ReportDocument? edition, CancellationToken cancellation = default) =>
        Contention.Settle(job.Stem + Public, () => TryWritePublic(job, edition, cancellation));

    /// <summary>
    /// Keeps what the public reads of a released version under its number, once; it is the internal edition where nothing has to
    /// be left out. Nothing happens for a draft.
    /// </summary>
    public async Task KeepPublic(ReportJob job, ReportDocument edition, CancellationToken cancellation = default)
    {
        var (pdf, json) = (PathOf(job, $".v{edition.Version}{Public}.pdf"), PathOf(job, $".v{edition.Version}{Public}.json"));
        if (edition.State != ReportState.Released
            || (await files.Find(Area.Reports, pdf, cancellation) is not null
                && await files.Find(Area.Reports, json, cancellation) is not null))
            return;
        // The JSON first: two runs may hide different things, and whose JSON stands, of that is the PDF.
        var kept = await files.Write(Area.Reports, json, edition.Json(), WriteCondition.IfAbsent, cancellation)
            ? edition
            : await Read(
                job, (await files.ReadAll(Area.Reports, json, cancellation))!, edition.Logo, isPublic: true, cancellation);
        if (kept is not null)
            await files.Write(Area.Reports, pdf, kept.Pdf(), WriteCondition.IfAbsent, cancellation);
    }

    private async Task<bool> TryWritePublic(ReportJob job, ReportDocument? edition, CancellationToken cancellation)
    {
        var (pdf, json) = (PathOf(job, Public + ".pdf"), PathOf(job, Public + ".json"));
        await using var file = await files.Open(Area.Reports, json, cancellation);
        var former = file is null ? null : await file.ReadAll(cancellation);
        if (former is not null && IsReadable(job, former) && Identify(job, former).Version is var version
            && version != edition?.Version)
        {
            foreach (var ending in (string[])[Public + ".pdf", Public + ".json"])
                await Keep(job, version, ending, cancellation);
        }

        if (edition is null)
        {
            await files.Delete(Area.Reports, json, cancellation);
            await files.Delete(Area.Reports, pdf, cancellation);
            return true;
        }

        return (former is not null && former.AsSpan().SequenceEqual(edition.Json())
                && await pairs.IsWhole(file!.Entry, former, await files.Find(Area.Reports, pdf, cancellation), cancellation))
            || await pairs.Write(job.Stem + Public, edition, file?.Entry.Version, cancellation);
    }

    private async Task Keep(ReportJob job, int version, string ending, CancellationToken cancellation)
    {
        if (await files.ReadAll(Area.Reports, PathOf(job, ending), cancellation) is { } content)
            await files.Write(Area.Reports, PathOf(job, $".v{version}{ending}"), content, WriteCondition.IfAbsent, cancellation);
    }

    // The PDF is made again where the one that lies there is not of this JSON: another run has begun to replace it. Where a part
    // of it is lost as well, its data are all that can be kept.
    private async Task KeepFormer(ReportJob job, int version, byte[] json, Logo? logo, CancellationToken cancellation)
    {
        var present = await files.ReadAll(Area.Reports, PathOf(job, ".pdf"), cancellation);
        var pdf = present is not null && ReportAttachments.AreOfOneReport(present, json)
            ? present
            : (await Read(job, json, logo, isPublic: false, cancellation))?.Pdf();
        if (pdf is { } bytes)
            await files.Write(Area.Reports, PathOf(job, $".v{version}.pdf"), bytes, WriteCondition.IfAbsent, cancellation);
        await files.Write(Area.Reports, PathOf(job, $".v{version}.json"), json, WriteCondition.IfAbsent, cancellation);
    }

    /// <summary>Keeps a released version under its number. Nothing happens where it lies there.</summary>
    // Over nothing but the draft that was kept before it was released, exactly as it was read: whoever was quicker has written
    // the same.
    public async Task KeepReleased(ReportJob job, ReportDocument released, CancellationToken cancellation = default)
    {
        var (pdf, json) = (PathOf(job, $".v{released.Version}.pdf"), PathOf(job, $".v{released.Version}.json"));
        var formerPdf = await files.Find(Area.Reports, pdf, cancellation);
        await using var draft = await files.Open(Area.Reports, json, cancellation);
        var kept = draft is null ? null : await draft.ReadAll(cancellation);
        if (kept is not null && Identify(job, kept).State == ReportState.Released)
            return;
        await files.Write(Area.Reports, pdf, released.Pdf(), Over(formerPdf), cancellation);
        await files.Write(Area.Reports, json, released.Json(), Over(draft?.Entry), cancellation);
    }

    private static WriteCondition Over(FileEntry? former) =>
        former is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(former.Version);

    // Null where a part of a combined report is not there any more.
    private async Task<ReportDocument?> Read(ReportJob job, byte[] json, Logo? logo, bool isPublic,
        CancellationToken cancellation)
    {
        if (job.Product is not null)
            return new ReportDocument.OfProduct(ReportJson.ReadProduct(json), logo);
        var combined = ReportJson.ReadCombined(json);
        var parts = await ReadParts(combined, isPublic, cancellation);
        return parts.Length == combined.Products.Length ? new ReportDocument.OfCounty(combined, parts, logo) : null;
    }

    private async Task<byte[]?> ReadLastKept(ReportJob job, CancellationToken cancellation)
    {
        var kept = await files.List(Area.Reports, job.Stem + ".v", cancellation)
            .Select(file => (file.Path, Report: ReportFile.Parse(file.Path)))
            .Where(file => file.Report is { IsPublic: false, Ending: ReportFile.Json } report && report.Job == job)
            .MaxByAsync(file => file.Report!.Version, cancellationToken: cancellation);
        return kept.Report is null ? null : await files.ReadAll(Area.Reports, kept.Path, cancellation);
    }

    private bool IsReadable(ReportJob job, byte[] json)
    {
        try
        {
            Identify(job, json);
            return true;
        }
        catch (JsonException damage)
        {
            Unreadable(log, damage, job.Period, job.Name);
            return false;
        }
    }

    private static FilePath PathOf(ReportJob job, string ending) => FilePath.Of(job.Stem + ending);

    [LoggerMessage(2002, LogLevel.Warning, "The data of the current report {Period}/{Name} cannot be read; it is made again.")]
    private static partial void Unreadable(ILogger log, Exception damage, Period period, string name);
}

/// <summary>The report that is to be replaced.</summary>
/// <param name="Json">What it says; where that cannot be read, the last version kept under its number; null where there is
/// none.</param>
/// <param name="FileVersion">The version of its JSON file, over which alone the next is written.</param>
/// <param name="IsWhole">Whether it can be read and its PDF is there.</param>
internal sealed record StoredReport(byte[]? Json, string FileVersion, bool IsWhole);

/// <summary>The current reports of a period.</summary>
/// <param name="Whole">The data of those that are there whole, by the report's name.</param>
/// <param name="Names">The names of all files of the period.</param>
internal sealed record StoredPeriod(IReadOnlyDictionary<string, byte[]> Whole, IReadOnlySet<string> Names);
