using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Numbers a file would create as products although they are the areas above its products: <c>02</c> with what <c>0201</c> and
/// <c>0202</c> add up to. Counted as products they would double the county's totals.
/// </summary>
internal sealed class AreaTotals
{
    private readonly Dictionary<string, List<ProfileGroup>> groups = new(StringComparer.Ordinal);
    private readonly List<string> numbers;
    private readonly Dictionary<string, int> areas = new(StringComparer.Ordinal);
    private readonly List<string> doubtful = [];
    private readonly char? mark;

    /// <summary>Finds the areas among the products that <paramref name="creation"/> made, and takes them back.</summary>
    public AreaTotals(IEnumerable<ProfileGroup> all, NewProducts creation, char? mark)
    {
        this.mark = mark;
        foreach (var group in all)
        {
            if (Array.Find(group.Figures, figure => figure is not null) is { } figure)
                (groups.TryGetValue(figure.Address.Product.Text, out var known) ? known : groups[figure.Address.Product.Text] = []).Add(group);
        }

        numbers = [.. groups.Keys.Order(StringComparer.Ordinal)];
        foreach (var product in creation.Created.Select(created => created.Product.Number).Distinct().OrderByDescending(number => number.Text.Length))
        {
            if (IsArea(product.Text))
                creation.Remove(product);
        }
    }

    /// <summary>Whether the values of a group are those of an area.</summary>
    public bool Contains(ProfileGroup group) =>
        areas.Count > 0 && Array.Find(group.Figures, figure => figure is not null) is { } figure && areas.ContainsKey(figure.Address.Product.Text);

    /// <summary>Says which numbers are areas, and which would be but for their values.</summary>
    public void Report(FindingList findings)
    {
        foreach (var (number, parts) in areas)
            findings.Add(DeliveryFindings.AreaLeftOut(PlaceOf(number), number, parts));
        foreach (var number in doubtful)
            findings.Add(DeliveryFindings.AreaAmongProducts(PlaceOf(number), number));
    }

    private bool IsArea(string number)
    {
        var parts = PartsOf(number);
        if (parts.Count == 0)
            return false;
        var own = SumsOf([number]);
        var sums = SumsOf(parts);
        var isArea = own.Values.Any(value => value != 0) && own.All(value => sums.GetValueOrDefault(value.Key) == value.Value);
        if (isArea)
            areas.Add(number, parts.Count);
        else if (parts.Count > 1)
            doubtful.Add(number);
        return isArea;
    }

    /// <summary>The products whose numbers begin with a number, without the areas among them.</summary>
    private List<string> PartsOf(string number)
    {
        var parts = new List<string>();
        for (var at = numbers.BinarySearch(number, StringComparer.Ordinal) + 1; at > 0 && at < numbers.Count && numbers[at].StartsWith(number, StringComparison.Ordinal); at++)
        {
            if (!areas.ContainsKey(numbers[at]))
                parts.Add(numbers[at]);
        }

        return parts;
    }

    private Dictionary<(int Slot, Period Period), decimal> SumsOf(IEnumerable<string> products)
    {
        var sums = new Dictionary<(int Slot, Period Period), decimal>();
        foreach (var group in products.SelectMany(product => groups[product]))
        {
            for (var slot = 0; slot < group.Sums.Length; slot++)
            {
                if (group.Sums[slot]?.With(mark) is { } value)
                    sums[(slot, group.Periods[slot])] = sums.GetValueOrDefault((slot, group.Periods[slot])) + value;
            }
        }

        return sums;
    }

    private CellPlace PlaceOf(string number) =>
        groups[number].SelectMany(group => group.Sums).OfType<SlotSum>().Select(sum => new CellPlace(sum.Lines.First, sum.Column)).FirstOrDefault();
}
