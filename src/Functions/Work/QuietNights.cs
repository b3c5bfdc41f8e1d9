using System.Reflection;
using System.Security.Cryptography;
using Produktreport.Core.Reports;
using Produktreport.Functions.Deliveries;
using static System.FormattableString;

namespace Produktreport.Functions.Work;

/// <summary>
/// Tells a night in which nothing is to be done from what the storage lists, without opening any of it. A night that compared
/// everything and found nothing to do notes the fingerprint of all it looked at, taken before it looked; the next one that finds
/// the same has nothing to do either. Once a week everything is compared all the same, as a listing cannot tell whether what it
/// lists is undamaged (docs/decisions/0024).
/// </summary>
internal sealed class QuietNights(
    IFileStore files, IFigureStore figures, IDeliveryLog log, PublishedCatalogues catalogues, Calendar calendar)
{
    /// <summary>Days for which a comparison stands.</summary>
    public const int DaysBetweenComparisons = 7;

    private static readonly Area[] Listed = [
        Area.Catalogue, Area.PublishedCatalogue, Area.Inbox, Area.Comparison, Area.Receipts, Area.Reports];
    private static readonly string Program = Fingerprint(Builds());

    /// <summary>Where the last comparison is noted; whoever deletes it has the next night compare everything.</summary>
    public static FilePath NotePath { get; } = FilePath.Of("abgleich.json");

    /// <summary>
    /// The fingerprint of everything a night looks at: the program, the periods that are due, the deliveries that count, what
    /// every upload was judged by, and each file of catalogue, inbox, comparison, receipts and reports in its version.
    /// </summary>
    /// <param name="cancellation">Stops reading.</param>
    public Task<string> Look(CancellationToken cancellation = default) => Look(Program, cancellation);

    /// <summary>The same as another program would see it.</summary>
    /// <param name="program">Identifies the program.</param>
    /// <param name="cancellation">Stops reading.</param>
    internal async Task<string> Look(string program, CancellationToken cancellation)
    {
        var seen = new List<string> { program };
        seen.AddRange(DueReports.For(await catalogues.Load(cancellation), calendar.Today).Select(due => due.Period.ToString()));
        seen.AddRange((await figures.Contents(cancellation)).Select(content => Text(content.Stamp) + content.Fingerprint));
        seen.AddRange((await log.List(cancellation)).Select(Text).Order(StringComparer.Ordinal));
        foreach (var area in Listed)
        {
            seen.Add(area.FolderName());
            await foreach (var file in files.List(area, "", cancellation).Where(file => !IsNote(area, file.Path)))
                seen.Add(Invariant($"{file.Path} {file.Version} {file.Length}"));
        }

        await foreach (var upload in files.ListStrays("", cancellation)
            .Concat(files.ListStrays(Area.Comparison, "", cancellation)).WithCancellation(cancellation))
            seen.Add(Invariant($"{upload.Name} {upload.ModifiedAt.UtcTicks}"));
        return Fingerprint(seen);
    }

    /// <summary>Whether a night that saw the same found nothing to do, less than a week ago.</summary>
    public async Task<bool> IsQuiet(string seen, CancellationToken cancellation = default) =>
        StoredJson.TryRead<ComparisonNote>(await files.ReadAll(Area.Receipts, NotePath, cancellation)) is { } note
        && note.Fingerprint == seen
        && calendar.Today.DayNumber - note.Day.DayNumber is >= 0 and < DaysBetweenComparisons;

    /// <summary>Notes that everything was compared and nothing was to be done.</summary>
    /// <param name="seen">What was seen before anything was compared.</param>
    /// <param name="cancellation">Stops before it is written.</param>
    public Task Remember(string seen, CancellationToken cancellation = default)
    {
        var note = JsonSerializer.SerializeToUtf8Bytes(new ComparisonNote(seen, calendar.Today));
        return files.Write(Area.Receipts, NotePath, note, WriteCondition.Always, cancellation);
    }

    private static bool IsNote(Area area, FilePath path) => area == Area.Receipts && path == NotePath;

    // With every field a record has, or will have.
    private static string Text<T>(T record) => JsonSerializer.Serialize(record);

    private static string Fingerprint(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
            hash.AppendData(Encoding.UTF8.GetBytes(line + '\n'));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Every build of an assembly has an identity of its own; another runtime or library can compute something else as well.
    private static IEnumerable<string> Builds() =>
        ((Assembly[])[typeof(QuietNights).Assembly, typeof(DueReports).Assembly])
        .SelectMany(own => own.GetReferencedAssemblies().Select(Assembly.Load).Prepend(own))
        .Select(assembly => $"{assembly.GetName().Name} {assembly.ManifestModule.ModuleVersionId}")
        .Distinct().Order(StringComparer.Ordinal);

    private sealed record ComparisonNote(
        [property: JsonPropertyName("fingerabdruck")] string Fingerprint,
        [property: JsonPropertyName("verglichenAm")] DateOnly Day);
}
