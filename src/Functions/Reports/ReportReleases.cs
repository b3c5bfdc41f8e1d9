namespace Produktreport.Functions.Reports;

/// <summary>
/// What was released, in <c>berichte/{periode}/{name}.freigabe.json</c>: the only thing about a report that no file of the inbox
/// tells. A report is freigegeben while its version and what it shows are exactly what somebody released. A release that was
/// withdrawn stays here and counts no more; the files it left stay as well.
/// </summary>
internal sealed class ReportReleases(IFileStore files)
{
    private const string Ending = ".freigabe.json";

    private readonly VersionCache<ReportJob, ReleaseHistory> histories = new();

    /// <summary>The releases of a report, oldest first.</summary>
    public async Task<ReleaseHistory> Read(ReportJob job, CancellationToken cancellation = default) =>
        await Read(job, await files.Find(Area.Reports, PathOf(job), cancellation), cancellation);

    /// <summary>The same where it is known what lies there.</summary>
    /// <param name="job">The report.</param>
    /// <param name="present">The file of its releases; null where there is none.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ReleaseHistory> Read(ReportJob job, FileEntry? present, CancellationToken cancellation = default)
    {
        var known = present is null ? null : await histories.Get(job, present.Version, () => ReadHistory(job), cancellation);
        return known ?? ReleaseHistory.None;
    }

    private async Task<Versioned<ReleaseHistory>?> ReadHistory(ReportJob job)
    {
        await using var file = await files.Open(Area.Reports, PathOf(job));
        return file is null ? null : new(file.Entry.Version, Parse(await file.ReadAll()));
    }

    /// <summary>The releases of every report of a period.</summary>
    public async Task<PeriodReleases> ReadPeriod(Period period, CancellationToken cancellation = default)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var file in files.List(Area.Reports, $"{period}/", cancellation))
        {
            if (file.Path.Name.EndsWith(Ending, StringComparison.Ordinal)
                && await files.ReadAll(Area.Reports, file.Path, cancellation) is { } json)
                found[file.Path.Name[..^Ending.Length]] = json;
        }

        return new PeriodReleases(found);
    }

    /// <summary>
    /// The same to show it: a record that is damaged releases nothing. Making that report fails, where somebody sees it.
    /// </summary>
    public async Task<ReleaseHistory> TryRead(ReportJob job, CancellationToken cancellation = default) =>
        await TryRead(job, await files.Find(Area.Reports, PathOf(job), cancellation), cancellation);

    /// <inheritdoc cref="TryRead(ReportJob, CancellationToken)"/>
    public async Task<ReleaseHistory> TryRead(ReportJob job, FileEntry? present, CancellationToken cancellation = default)
    {
        try
        {
            return await Read(job, present, cancellation);
        }
        catch (JsonException)
        {
            return ReleaseHistory.None;
        }
    }

    /// <summary>The releases of the reports of which something was recorded since a time, damaged ones left out.</summary>
    public async IAsyncEnumerable<(ReportJob Job, ReleaseHistory History)> ReadSince(DateTimeOffset since)
    {
        await foreach (var file in files.List(Area.Reports))
        {
            if (file.ModifiedAt >= since && file.Path.Name.EndsWith(Ending, StringComparison.Ordinal)
                && ReportFile.JobOf(file.Path.FirstFolder, file.Path.Name[..^Ending.Length]) is { } job
                && await TryRead(job, file) is { Releases.IsEmpty: false } history)
                yield return (job, history);
        }
    }

    /// <summary>Adds a release, unless that version was released already.</summary>
    /// <param name="job">The report.</param>
    /// <param name="release">The release.</param>
    /// <param name="cancellation">Stops before it is written; a write that has begun ends, so that the caller knows what is
    /// recorded.</param>
    /// <exception cref="IOException">Others kept writing the releases of this report.</exception>
    public Task Add(ReportJob job, Release release, CancellationToken cancellation = default) =>
        Change(job, history => history.With(release), cancellation);

    /// <summary>Changes what was released, as it stands when it is written.</summary>
    /// <param name="job">The report.</param>
    /// <param name="change">Makes the next history of the present one, maybe several times; null changes nothing.</param>
    /// <param name="cancellation">As for <see cref="Add"/>.</param>
    /// <exception cref="IOException">Others kept writing the releases of this report.</exception>
    public Task Change(ReportJob job, Func<ReleaseHistory, ReleaseHistory?> change, CancellationToken cancellation = default) =>
        files.Update(Area.Reports, PathOf(job), present =>
            change(present is null ? ReleaseHistory.None : Parse(present)) is { } next
                ? JsonSerializer.SerializeToUtf8Bytes(next, StoredJson.Indented)
                : null,
            cancellation);

    internal static ReleaseHistory Parse(byte[] json) =>
        JsonSerializer.Deserialize<ReleaseHistory>(json) ?? throw new JsonException("The file holds no releases.");

    /// <summary>Where a report's releases lie.</summary>
    public static FilePath PathOf(ReportJob job) => FilePath.Of($"{job.Stem}{Ending}");
}

/// <summary>The releases of a period.</summary>
/// <param name="Files">Their files, by the report's name.</param>
internal sealed record PeriodReleases(IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The releases of one report.</summary>
    /// <exception cref="JsonException">Its file is damaged, which concerns no other report.</exception>
    public ReleaseHistory Of(string name) =>
        Files.TryGetValue(name, out var json) ? ReportReleases.Parse(json) : ReleaseHistory.None;
}

