using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Rows of the areas that a pivot table puts above its products, <c>11</c> and <c>111</c> above <c>1111</c>: left out where they
/// hold what the products below them add up to; else the number is asked about as any other that is no product's.
/// </summary>
/// <param name="context">What reading needs to know.</param>
/// <param name="format">The table's number format.</param>
/// <param name="first">The first of the table's values among those of all sheets.</param>
internal sealed class AreaRows(DeliveryContext context, NumberFormat format, int first)
{
    private const int MaximumKept = 10_000;
    private readonly List<AreaCell> cells = [];
    private readonly HashSet<string> said = [];
    private HashSet<string>? products;
    private HashSet<string>? areas;

    /// <summary>Whether a text is, or begins with, the number of an area of the catalogue, and is no product's.</summary>
    public bool IsArea(ReadOnlySpan<char> text)
    {
        var number = NumberIn(text);
        if (cells.Count >= MaximumKept || number.Length == 0 || number[0] is < '0' or > '9'
            || text[number.Length..] is [_, >= '0' and <= '9', ..]) // „11 11“
            return false;
        products ??= [.. context.Catalogues.ByYear.Values.SelectMany(catalogue => catalogue.Products)
            .Select(product => product.Number.Text)];
        areas ??= [.. products.SelectMany(product => Enumerable.Range(1, product.Length - 1).Select(end => product[..end]))];
        return areas.Contains(number) && !products.Contains(number);
    }

    /// <summary>Takes a cell of such a row.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="product">The text of the product's cell, and its column.</param>
    /// <param name="figure">The figure that the row names; empty where it names none.</param>
    /// <param name="time">The period of the row; null where it names none.</param>
    /// <param name="scenario">Its Art.</param>
    /// <param name="reading">The number.</param>
    /// <param name="factor">What it is multiplied with.</param>
    public void Add(CellPlace place, (string Text, int Column) product, string figure, Period? time, Scenario scenario,
        in NumberReading reading, Factor factor) =>
        cells.Add(new AreaCell(place, product.Text, product.Column, figure, time, scenario, reading, factor));

    /// <summary>Checks all rows once the number format is decided; how many were left out.</summary>
    public int Check(ValueTable values)
    {
        if (cells.Count == 0)
            return 0;
        var sums = SumsOf(values);
        var count = 0;
        foreach (var row in cells.GroupBy(cell => cell.Place.Line))
        {
            var parts = row.Select(cell => PartsOf(cell, values, sums)).ToList();
            if (row.Zip(parts).All(each => IsSum(each.First, each.Second)) && parts.Exists(part => part.Sum != 0))
            {
                count++;
                if (said.Add(row.First().Product))
                    context.Findings.Add(DeliveryFindings.AreaLeftOut(PlaceOf(row.First()), row.First().Product,
                        parts.Max(part => part.Count)));
            }
            else if (said.Add(row.First().Product))
            {
                var year = row.First().Time?.Year ?? context.Catalogues.ByYear.Keys.Max();
                context.Findings.Add(
                    KeyFindings.WhyNoProduct(PlaceOf(row.First()), row.First().Product, context.IndexOf(year), year));
            }
        }

        return count;
    }

    private static CellPlace PlaceOf(AreaCell cell) => cell.Place with { Column = cell.ProductColumn };

    private static string NumberIn(ReadOnlySpan<char> text) =>
        text[..(text.IndexOf(' ') is var blank and >= 0 ? blank : text.Length)].ToString();

    /// <summary>The sums of products' own values, by figure, and by period and Art or only by Art.</summary>
    private Dictionary<(int Column, int Figure, Period? Time, Scenario Scenario), decimal> SumsOf(ValueTable values)
    {
        var sums = new Dictionary<(int Column, int Figure, Period? Time, Scenario Scenario), decimal>();
        for (var index = first; index < values.Count; index++)
        {
            ref readonly var value = ref values.At(index);
            foreach (var time in (ReadOnlySpan<Period?>)[value.Period, null])
            {
                var key = (value.Column, value.Figure, time, value.Scenario);
                sums[key] = sums.GetValueOrDefault(key) + (value.Value ?? 0);
            }
        }

        return sums;
    }

    private static (decimal Sum, int Count) PartsOf(AreaCell cell, ValueTable values,
        Dictionary<(int Column, int Figure, Period? Time, Scenario Scenario), decimal> sums)
    {
        var (sum, count, area) = (0m, 0, NumberIn(cell.Product));
        for (var number = 0; number < values.Figures.Count; number++)
        {
            var (address, figure) = (values.Figures[number].Address, values.Figures[number].Figure);
            if (!address.Product.Text.StartsWith(area, StringComparison.Ordinal) || address.Level.Text != address.Product.Text
                || !(cell.Figure.Length == 0 || cell.Figure.Equals(figure.Id.Text, StringComparison.OrdinalIgnoreCase)
                    || cell.Figure.Equals(figure.Name, StringComparison.OrdinalIgnoreCase))
                || !sums.TryGetValue((cell.Place.Column, number, cell.Time, cell.Scenario), out var own))
                continue;
            (sum, count) = (sum + own, count + 1);
        }

        return (sum, count);
    }

    private bool IsSum(AreaCell cell, (decimal Sum, int Count) parts) => parts.Count > 0
        && Array.Exists(format.PossibleMarks, mark => cell.Reading.ValueWith(mark) is { } value
            && Math.Abs(cell.Factor.Of(value) - parts.Sum) < 0.005m);

    private sealed record AreaCell(CellPlace Place, string Product, int ProductColumn, string Figure, Period? Time,
        Scenario Scenario, NumberReading Reading, Factor Factor);
}
