using System.Collections.Concurrent;
using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.RenderReport;

/// <summary>
/// The reports' files: <c>berichte/{periode}/{name}.pdf</c> and <c>.json</c>, former versions as <c>{name}.v{n}.pdf</c> and <c>.json</c>.
/// </summary>
public sealed class StoredReports(IFileStore files)
{
    private const string Public = ".oeffentlich";
    private const int ReadsAtOnce = 16;

    /// <summary>The current report's JSON, or null.</summary>
    public Task<byte[]?> ReadJson(ReportJob job, CancellationToken cancellation = default) =>
        files.ReadAll(Area.Reports, PathOf(job, ".json"), cancellation);

    /// <summary>The JSON of a version, be it the current one or one kept under its number; null where there is none.</summary>
    public async Task<byte[]?> ReadVersion(ReportJob job, int version, CancellationToken cancellation = default)
    {
        // In this order: a version is kept before another becomes the current one.
        foreach (var ending in (string[])[".json", $".v{version}.json"])
        {
            if (await files.ReadAll(Area.Reports, PathOf(job, ending), cancellation) is { } json && Identify(job, json).Version == version)
                return json;
        }

        return null;
    }

    /// <summary>The product reports a combined report consists of, each in the version it names.</summary>
    /// <param name="combined">The combined report.</param>
    /// <param name="isPublic">Whether what the public reads of them is meant.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ImmutableArray<ProductReport>> ReadParts(CombinedReport combined, bool isPublic, CancellationToken cancellation = default)
    {
        var parts = ImmutableArray.CreateBuilder<ProductReport>();
        foreach (var part in combined.Products)
        {
            var job = new ReportJob(combined.Period, part.Product);
            var json = isPublic
                ? await files.ReadAll(Area.Reports, PathOf(job, $".v{part.Version}{Public}.json"), cancellation)
                : await ReadVersion(job, part.Version, cancellation);
            if (json is not null)
                parts.Add(ReportJson.ReadProduct(json));
        }

        return parts.ToImmutable();
    }

    /// <summary>Version and fingerprint of a stored report.</summary>
    public static (int Version, string Fingerprint) Identify(ReportJob job, ReadOnlySpan<byte> json)
    {
        if (job.Product is null)
        {
            var combined = ReportJson.ReadCombined(json);
            return (combined.Version, ReportFingerprint.Of(combined));
        }

        var report = ReportJson.ReadProduct(json);
        return (report.Version, ReportFingerprint.Of(report));
    }

    /// <summary>Whether the current report's PDF is there.</summary>
    public async Task<bool> HasPdf(ReportJob job, CancellationToken cancellation = default) =>
        await files.Find(Area.Reports, PathOf(job, ".pdf"), cancellation) is not null;

    /// <summary>The current reports of a period.</summary>
    public async Task<StoredPeriod> ReadPeriod(Period period, CancellationToken cancellation = default)
    {
        var present = await files.List(Area.Reports, $"{period}/", cancellation).Select(file => file.Path.Name).ToListAsync(cancellation);
        var json = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(present, options, async (file, token) =>
        {
            if (file.Split('.') is [var name, "json"] && await files.ReadAll(Area.Reports, FilePath.Of($"{period}/{file}"), token) is { } content)
                json[name] = content;
        });
        return new StoredPeriod(json, present.Where(file => file.Split('.') is [_, "pdf"]).Select(file => file[..^4]).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>
    /// Writes a version. The former one is kept first, under its number and never overwritten; the JSON comes last, because it says
    /// which version is current: a run that dies in between is repeated with the same result. A released version is kept under its
    /// number at once, where readers without access to drafts find it.
    /// </summary>
    public async Task Write(ReportJob job, ReportDocument report, byte[]? former, CancellationToken cancellation = default)
    {
        if (former is not null && report.Version > 1)
        {
            await Keep(job, report.Version - 1, ".pdf", cancellation);
            await Keep(job, report.Version - 1, ".json", cancellation);
        }

        await files.WriteIfChanged(Area.Reports, PathOf(job, ".pdf"), Pdf(report), cancellation);
        if (report.State == ReportState.Released)
        {
            await Keep(job, report.Version, ".pdf", cancellation);
            await files.Write(Area.Reports, PathOf(job, $".v{report.Version}.json"), report.Json(), WriteCondition.IfAbsent, cancellation);
        }

        await files.WriteIfChanged(Area.Reports, PathOf(job, ".json"), report.Json(), cancellation);
    }

    /// <summary>
    /// Keeps a version that was released as it was seen, although figures say something else by now: they came in before the released
    /// version was written, or its run broke off. Replaces a draft that was kept under its number.
    /// </summary>
    /// <returns>The released version; null where it lies there already, or what was released is not there any more.</returns>
    public async Task<ReportDocument?> KeepReleased(ReportJob job, Release release, Logo? logo, CancellationToken cancellation = default)
    {
        if (await ReadVersion(job, release.Version, cancellation) is not { } json || Identify(job, json).Fingerprint != release.Fingerprint)
            return null;
        var seen = await Read(job, json, logo, cancellation);
        if (seen.State == ReportState.Released)
            return null;
        var released = seen.AsReleased();
        await files.WriteIfChanged(Area.Reports, PathOf(job, $".v{release.Version}.pdf"), Pdf(released), cancellation);
        await files.WriteIfChanged(Area.Reports, PathOf(job, $".v{release.Version}.json"), released.Json(), cancellation);
        return released;
    }

    /// <summary>
    /// Writes a public edition in place of the former one, which is kept under its version; null removes it, where the internal edition has
    /// become fit for the public.
    /// </summary>
    public async Task WritePublic(ReportJob job, ReportDocument? edition, CancellationToken cancellation = default)
    {
        var former = await files.ReadAll(Area.Reports, PathOf(job, Public + ".json"), cancellation);
        var json = edition?.Json();
        if (former is not null && json is not null && former.AsSpan().SequenceEqual(json))
            return;
        if (former is not null && Identify(job, former).Version is var version && version != edition?.Version)
        {
            foreach (var ending in (string[])[Public + ".pdf", Public + ".json"])
                await Keep(job, version, ending, cancellation);
        }

        if (edition is null)
        {
            await files.Delete(Area.Reports, PathOf(job, Public + ".json"), cancellation);
            await files.Delete(Area.Reports, PathOf(job, Public + ".pdf"), cancellation);
            return;
        }

        await files.Write(Area.Reports, PathOf(job, Public + ".pdf"), Pdf(edition), WriteCondition.Always, cancellation);
        await files.Write(Area.Reports, PathOf(job, Public + ".json"), json, WriteCondition.Always, cancellation);
    }

    /// <summary>
    /// Keeps what the public reads of a released version under its number, once; it is the internal edition where nothing has to be left
    /// out. Nothing happens for a draft.
    /// </summary>
    public async Task KeepPublic(ReportJob job, ReportDocument edition, CancellationToken cancellation = default)
    {
        var (pdf, json) = (PathOf(job, $".v{edition.Version}{Public}.pdf"), PathOf(job, $".v{edition.Version}{Public}.json"));
        if (edition.State != ReportState.Released || await files.Find(Area.Reports, json, cancellation) is not null)
            return;
        await files.Write(Area.Reports, pdf, Pdf(edition), WriteCondition.IfAbsent, cancellation);
        await files.Write(Area.Reports, json, edition.Json(), WriteCondition.IfAbsent, cancellation);
    }

    private async Task Keep(ReportJob job, int version, string ending, CancellationToken cancellation)
    {
        if (await files.ReadAll(Area.Reports, PathOf(job, ending), cancellation) is { } content)
            await files.Write(Area.Reports, PathOf(job, $".v{version}{ending}"), content, WriteCondition.IfAbsent, cancellation);
    }

    private async Task<ReportDocument> Read(ReportJob job, byte[] json, Logo? logo, CancellationToken cancellation)
    {
        if (job.Product is not null)
            return new ReportDocument.OfProduct(ReportJson.ReadProduct(json), logo);
        var combined = ReportJson.ReadCombined(json);
        return new ReportDocument.OfCounty(combined, await ReadParts(combined, isPublic: false, cancellation), logo);
    }

    private static ReadOnlyMemory<byte> Pdf(ReportDocument report)
    {
        var pdf = new MemoryStream();
        report.WritePdf(pdf);
        return pdf.GetBuffer().AsMemory(0, (int)pdf.Length);
    }

    private static FilePath PathOf(ReportJob job, string ending) => FilePath.Of($"{job.Period}/{job.Name}{ending}");
}

/// <summary>The current reports of a period.</summary>
/// <param name="Json">The data, by the report's name.</param>
/// <param name="Pdfs">The names of those whose PDF is there.</param>
public sealed record StoredPeriod(IReadOnlyDictionary<string, byte[]> Json, IReadOnlySet<string> Pdfs)
{
    /// <summary>The data of a report that is there whole; null otherwise.</summary>
    public byte[]? Whole(ReportJob job) => Pdfs.Contains(job.Name) ? Json.GetValueOrDefault(job.Name) : null;
}
