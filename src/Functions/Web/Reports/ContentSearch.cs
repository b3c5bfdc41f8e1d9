using Produktreport.Core.Reports;

namespace Produktreport.Functions.Web.Reports;

/// <summary>
/// Finds products, services, figures, goals and explanations in the latest report of each product that a visitor sees. Nothing
/// else is looked at, so that a search tells nobody more than the pages do.
/// </summary>
internal sealed class ContentSearch(IFileStore files, VisibleReports visibleReports, PeriodStatusReader periods)
{
    /// <summary>What is read of a search text: longer ones are cut.</summary>
    public const int LongestQuery = 100;

    /// <summary>How many hits an answer names at most.</summary>
    public const int MostHits = 30;

    private const int MostWords = 8;

    // A year with all its periods, and the one before its first is due.
    private const int MostPeriods = 10;

    // Some 50 KB each.
    private const int MostKept = 1_000;

    private readonly VersionCache<FilePath, ImmutableArray<Findable>> kept = new(MostKept);

    /// <summary>What is found for a text, best first.</summary>
    public async Task<SearchAnswer> Find(Visitor visitor, string text, CancellationToken cancellation = default)
    {
        string[] words = [.. Folding.Of(text.Length > LongestQuery ? text[..LongestQuery] : text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];
        if (words.Length == 0)
            return new SearchAnswer([], 0, IsGuess: false);
        var all = await All(visitor, cancellation);
        var hits = Hits(all, words);
        return hits.Count > 0 || Corrected(all, words) is not { } others
            ? Cut(hits, isGuess: false)
            : Cut(Hits(all, others), isGuess: true);
    }

    private static SearchAnswer Cut(List<SearchHit> hits, bool isGuess) => new(
        [.. hits.OrderBy(hit => hit.Distance).ThenBy(hit => hit.Report.Summary.Job.Product!.Value).Take(MostHits)],
        hits.Count, isGuess);

    private static List<SearchHit> Hits(IReadOnlyList<Searched> all, string[] words) =>
    [
        .. from searched in all
           from found in searched.Contents
           let distance = Distance(words, found.Words, searched.Name)
           where distance is not null
           select new SearchHit(searched.Report, found, distance.Value),
    ];

    // The product's name may bring words, but not all of them: then the product itself is the hit.
    private static int? Distance(string[] words, string own, string product)
    {
        var (sum, isOwn) = (0, false);
        foreach (var word in words)
        {
            var (here, there) = (Distance(word, own), Distance(word, product));
            if (here is null && there is null)
                return null;
            isOwn |= here is not null;
            sum += here ?? there!.Value + 3;
        }

        return isOwn ? sum : null;
    }

    // The whole text, its beginning, a word, the beginning of a word, somewhere in a word: in this order.
    private static int? Distance(string word, string text)
    {
        var start = text.IndexOf(" " + word, StringComparison.Ordinal);
        if (start < 0)
            return word.Length > 2 && text.Contains(word, StringComparison.Ordinal) ? 4 : null;
        var end = start + 1 + word.Length;
        return (start, end == text.Length, end == text.Length || text[end] == ' ') switch
        {
            (0, true, _) => 0,
            (0, _, true) => 1,
            (_, _, true) => 2,
            _ => 3,
        };
    }

    // Each word that stands nowhere becomes one that differs by a letter; null where there is none.
    private static string[]? Corrected(IReadOnlyList<Searched> all, string[] words)
    {
        var known = all.SelectMany(searched => searched.Contents).SelectMany(found => found.Words.Split(' ')).ToHashSet();
        var others = words.Select(word => known.Any(other => other.StartsWith(word, StringComparison.Ordinal))
            ? word
            : known.Where(other => word.Length > 3 && Math.Abs(other.Length - word.Length) < 2)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault(other => EditDistance.Between(word, other) == 1)).ToList();
        return others.Contains(null) ? null : [.. others.OfType<string>()];
    }

    private async Task<IReadOnlyList<Searched>> All(Visitor visitor, CancellationToken cancellation)
    {
        var latest = new Dictionary<ProductNumber, VisibleReport>();
        foreach (var period in (await periods.Due(cancellation)).Take(MostPeriods))
        {
            var reports = await visibleReports.List(visitor, period, cancellation: cancellation);
            var isAnew = false;
            foreach (var report in reports)
                isAnew |= report.Summary.Job.Product is { } product && latest.TryAdd(product, report);
            // Whoever sees all reports sees them in the first period already.
            if (visitor.SeesAll && latest.Count > 0 && !isAnew)
                break;
        }

        var read = await Task.WhenAll(latest.Values.Select(report => Read(report, cancellation)));
        return [.. read.OfType<Searched>()];
    }

    private async Task<Searched?> Read(VisibleReport report, CancellationToken cancellation)
    {
        var path = report.File(".json");
        var contents = await kept.Get(path, report.Summary.FileVersion, async () =>
        {
            await using var file = await files.Open(Area.Reports, path);
            return file is null
                ? null
                : new(file.Entry.Version, Findable.Of(ReportJson.ReadProduct(await file.ReadAll())));
        }, cancellation);
        return contents.IsDefault ? null : new Searched(report, $" {Folding.Of(report.Summary.Name)}", contents);
    }

    private sealed record Searched(VisibleReport Report, string Name, ImmutableArray<Findable> Contents);
}

/// <summary>What a search answers.</summary>
/// <param name="Hits">The hits, best first, at most <see cref="ContentSearch.MostHits"/>.</param>
/// <param name="Total">How many there are.</param>
/// <param name="IsGuess">Whether nothing was found for the text as it was written, but for one a letter away.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Total, bool IsGuess);

/// <summary>One hit.</summary>
/// <param name="Report">The report it stands in.</param>
/// <param name="Found">What was found.</param>
/// <param name="Distance">How far it is from what was asked for; 0 is the text itself.</param>
public sealed record SearchHit(VisibleReport Report, Findable Found, int Distance);
