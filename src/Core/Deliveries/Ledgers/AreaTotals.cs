using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Numbers of a file that are no products but the areas above its products: <c>02</c>, or <c>0200</c>, with what <c>0201</c> and
/// <c>0202</c> add up to in every column. Counted as products they would double the county's totals. What the catalogue knows is
/// a product.
/// </summary>
internal sealed class AreaTotals
{
    private readonly ILookup<string, ProfileGroup> groups;
    private readonly List<string> numbers;
    private readonly Dictionary<string, int> areas = new(StringComparer.Ordinal);
    private readonly HashSet<string> doubtful = new(StringComparer.Ordinal);
    private readonly int columns;
    private readonly char? mark;
    private readonly string? whole;

    /// <summary>Finds the areas among the numbers that the catalogue does not know.</summary>
    /// <param name="all">The groups of the file.</param>
    /// <param name="unknown">The numbers the catalogue does not know.</param>
    /// <param name="columns">How many numeric columns there are.</param>
    /// <param name="mark">The file's decimal mark.</param>
    public AreaTotals(IEnumerable<ProfileGroup> all, IEnumerable<string> unknown, int columns, char? mark)
    {
        (this.columns, this.mark) = (columns, mark);
        groups = all.ToLookup(group => group.Product, StringComparer.Ordinal);
        numbers = [.. groups.Select(group => group.Key).Order(StringComparer.Ordinal)];
        List<string> known = [.. unknown.Where(number => number.Length > 0).OrderByDescending(number => number.Length)];
        foreach (var number in known)
            Look(number);
        whole = known.Count > 0 ? Whole(known) : null;
    }

    /// <summary>Whether a number is an area's.</summary>
    public bool Contains(string number) => areas.ContainsKey(number);

    /// <summary>Whether a number would be an area's but for its values: several others begin with it.</summary>
    public bool IsDoubtful(string number) => doubtful.Contains(number);

    /// <summary>Whether a number's values are those of all others together.</summary>
    public bool IsWhole(string number) => number == whole;

    /// <summary>Says which numbers are areas.</summary>
    public void Report(FindingList findings)
    {
        foreach (var (number, parts) in areas)
            findings.Add(DeliveryFindings.AreaLeftOut(groups[number].First().Place, number, parts));
    }

    private void Look(string number)
    {
        var parts = PartsOf(number, number);
        if (parts.Count > 0 && IsSum(SumsOf([number]), SumsOf(parts)))
            areas.Add(number, parts.Count);
        else if (parts.Count > 1)
            doubtful.Add(number);
        else if (parts.Count == 0 && PartsBeside(number) is { Count: > 1 } beside && IsSum(SumsOf([number]), SumsOf(beside)))
            areas.Add(number, beside.Count);
    }

    /// <summary>
    /// The numbers within one that fills up with zeros: <c>0201</c> in <c>0200</c>, <c>11.01</c> in <c>11.00</c>.
    /// </summary>
    private List<string> PartsBeside(string number) =>
        number[^1] == '0' && number.TrimEnd('0', '.', '-') is { Length: > 0 } stem ? PartsOf(stem, number) : [];

    /// <summary>
    /// The number whose amounts are those of all others together, in two columns at least: in one that may be chance.
    /// </summary>
    private string? Whole(List<string> known)
    {
        var all = SumsOf(numbers.Where(number => !areas.ContainsKey(number)));
        return all.Count(sum => sum.Value != 0) < 2 || numbers.Count - areas.Count < 3 ? null
            : known.Find(number => !areas.ContainsKey(number) && SumsOf([number]) is var own && own.Count == all.Count
                && own.Values.Count(value => value != 0) > 1 && own.All(value => all[value.Key] == 2 * value.Value));
    }

    private static bool IsSum(
        Dictionary<(int Column, string Period), decimal> own, Dictionary<(int Column, string Period), decimal> sums) =>
        own.Values.Any(value => value != 0) && own.All(value => sums.GetValueOrDefault(value.Key) == value.Value);

    /// <summary>The numbers that begin with the stem of a number, without that and the areas among them.</summary>
    private List<string> PartsOf(string stem, string number)
    {
        var parts = new List<string>();
        var first = numbers.BinarySearch(stem, StringComparer.Ordinal);
        for (var at = first < 0 ? ~first : first + 1;
            at < numbers.Count && numbers[at].StartsWith(stem, StringComparison.Ordinal); at++)
        {
            if (numbers[at] != number && !areas.ContainsKey(numbers[at]) && IsWithin(numbers[at], stem))
                parts.Add(numbers[at]);
        }

        return parts;
    }

    /// <summary>Where points or hyphens part a number, they part it from what is within: 1.10 is not within 1.1.</summary>
    private static bool IsWithin(string number, string area) =>
        number[area.Length] is '.' or '-' || area.AsSpan().IndexOfAny('.', '-') < 0;

    private Dictionary<(int Column, string Period), decimal> SumsOf(IEnumerable<string> products)
    {
        var sums = new Dictionary<(int Column, string Period), decimal>();
        foreach (var group in products.SelectMany(product => groups[product]))
        {
            for (var column = 0; column < columns; column++)
            {
                if (group.Taken.Count > 0)
                    sums[(column, group.Period)] = sums.GetValueOrDefault((column, group.Period)) + group.SumOf(column, mark);
            }
        }

        return sums;
    }
}
