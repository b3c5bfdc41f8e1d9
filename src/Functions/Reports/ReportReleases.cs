using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Reports;

/// <summary>
/// What was released, in <c>berichte/{periode}/{name}.freigabe.json</c>: the only thing about a report that no file of the inbox
/// tells. A report is freigegeben while its version and what it shows are exactly what somebody released.
/// </summary>
internal sealed class ReportReleases(IFileStore files)
{
    private const string Ending = ".freigabe.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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

    /// <summary>Adds a release, unless that version was released already.</summary>
    /// <param name="job">The report.</param>
    /// <param name="release">The release.</param>
    /// <param name="cancellation">Stops before it is written; a write that has begun ends, so that the caller knows what is
    /// recorded.</param>
    /// <exception cref="IOException">Others kept writing the releases of this report.</exception>
    public Task Add(ReportJob job, Release release, CancellationToken cancellation = default)
    {
        return files.Update(Area.Reports, PathOf(job), WithRelease, cancellation);

        byte[]? WithRelease(byte[]? present)
        {
            var history = present is null ? ReleaseHistory.None : Parse(present);
            return history.Covers(release.Version, release.Fingerprint)
                ? null
                : JsonSerializer.SerializeToUtf8Bytes(new ReleaseHistory(history.Releases.Add(release)), Form);
        }
    }

    internal static ReleaseHistory Parse(byte[] json) =>
        JsonSerializer.Deserialize<ReleaseHistory>(json) ?? throw new JsonException("The file holds no releases.");

    /// <summary>Where a report's releases lie.</summary>
    public static FilePath PathOf(ReportJob job) => FilePath.Of($"{job.Period}/{job.Name}{Ending}");
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

/// <summary>All releases of one report.</summary>
/// <param name="Releases">Oldest first.</param>
public sealed record ReleaseHistory([property: JsonPropertyName("freigaben")] ImmutableArray<Release> Releases)
{
    /// <summary>Never released.</summary>
    public static ReleaseHistory None { get; } = new([]);

    /// <summary>The last one; null for none.</summary>
    [JsonIgnore]
    public Release? Latest => Releases.LastOrDefault();

    /// <summary>Whether exactly this version with this content was released.</summary>
    public bool Covers(int version, string fingerprint) =>
        Releases.Any(release => release.Version == version && release.Fingerprint == fingerprint);

    /// <summary>The state of a version with this content.</summary>
    public ReportState StateOf(int version, string fingerprint) =>
        Covers(version, fingerprint) ? ReportState.Released : ReportState.Draft;
}

/// <summary>One release.</summary>
/// <param name="Version">The released version.</param>
/// <param name="Fingerprint">What it shows, see <see cref="Core.Reports.ReportFingerprint"/>.</param>
/// <param name="By">Who released it.</param>
/// <param name="At">When, in Berlin time with offset.</param>
public sealed record Release(
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("fingerabdruck")] string Fingerprint,
    [property: JsonPropertyName("von")] string By,
    [property: JsonPropertyName("am")] string At);
