using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Numbers of a file that are no products but the areas above its products: <c>02</c> with what <c>0201</c> and <c>0202</c>
/// add up to in every column. Counted as products they would double the county's totals. What the catalogue knows is a
/// product.
/// </summary>
internal sealed class AreaTotals
{
    private readonly ILookup<string, ProfileGroup> groups;
    private readonly List<string> numbers;
    private readonly Dictionary<string, int> areas = new(StringComparer.Ordinal);
    private readonly HashSet<string> doubtful = new(StringComparer.Ordinal);
    private readonly int columns;
    private readonly char? mark;

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
        foreach (var number in unknown.Where(number => number.Length > 0).OrderByDescending(number => number.Length))
            Look(number);
    }

    /// <summary>Whether a number is an area's.</summary>
    public bool Contains(string number) => areas.ContainsKey(number);

    /// <summary>Whether a number would be an area's but for its values: several others begin with it.</summary>
    public bool IsDoubtful(string number) => doubtful.Contains(number);

    /// <summary>Says which numbers are areas.</summary>
    public void Report(FindingList findings)
    {
        foreach (var (number, parts) in areas)
            findings.Add(DeliveryFindings.AreaLeftOut(groups[number].First().Place, number, parts));
    }

    private void Look(string number)
    {
        var parts = PartsOf(number);
        if (parts.Count == 0)
            return;
        var own = SumsOf([number]);
        var sums = SumsOf(parts);
        if (own.Values.Any(value => value != 0) && own.All(value => sums.GetValueOrDefault(value.Key) == value.Value))
            areas.Add(number, parts.Count);
        else if (parts.Count > 1)
            doubtful.Add(number);
    }

    /// <summary>The numbers that begin with a number, without the areas among them.</summary>
    private List<string> PartsOf(string number)
    {
        var parts = new List<string>();
        for (var at = numbers.BinarySearch(number, StringComparer.Ordinal) + 1;
            at > 0 && at < numbers.Count && numbers[at].StartsWith(number, StringComparison.Ordinal); at++)
        {
            if (!areas.ContainsKey(numbers[at]) && IsWithin(numbers[at], number))
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
