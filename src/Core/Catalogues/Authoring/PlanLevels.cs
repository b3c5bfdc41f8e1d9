using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>
/// The levels of a plan that lists areas, groups and products below each other in one column: told by words
/// (<c>Produktgruppe 111</c>, a column <c>Ebene</c>), or by the numbers, with which those of the products begin.
/// </summary>
internal sealed partial class PlanLevels
{
    private static readonly string[] StepWords = ["Hauptproduktbereich", "Produktbereich", "Produktgruppe"];
    private const int Product = -1;
    private const int Elsewhere = -2;
    private const int ServiceLevel = -3;

    /// <summary>Products of the municipal plan have four digits, their Leistungen five.</summary>
    private const int ProductDigits = 4;

    private readonly SortedDictionary<string, (int Line, string Name, int? Step)> areas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> services = new(StringComparer.Ordinal);

    private PlanLevels(IReadOnlyList<TextRow> rows, PlanColumns columns, bool saysServices)
    {
        Rows = [.. rows.Select(row => Parted(row, columns))];
        var numbered = Rows.Where(row => IsNumber(row[columns.Number])).ToList();
        var levels = numbered.Select(WordIn).ToList();
        // Words must stand in most rows: one alone is the name of something.
        var haveWords = levels.Count(level => level is not null) * 2 > numbered.Count || levels.Any(level => level >= 0);
        var sorted = numbered.Select(row => row[columns.Number]).Distinct().Order(StringComparer.Ordinal).ToList();
        var isProductAbove = saysServices || columns.Group.Number is not null || columns.Area.Number is not null;
        foreach (var (row, level) in numbered.Zip(levels))
        {
            var number = row[columns.Number];
            var said = haveWords ? level : null;
            if (said == ServiceLevel || (said is null && !IsAbove(number, sorted)))
            {
                if (sorted.LastOrDefault(other => IsWithin(number, other)) is { } product && (said is not null || isProductAbove
                    || (product.Length == ProductDigits && number.Length == ProductDigits + 1 && number.All(char.IsAsciiDigit))))
                    services.TryAdd(number, product);
            }
            else if (said != Product)
            {
                areas.TryAdd(number, (row.Line, row[columns.Name], level is >= 0 ? level : null));
            }
        }

        foreach (var product in services.Values.Distinct())
            areas.Remove(product);
        Doubtful = [.. areas.Where(area => area.Value.Step is null && IsLikeProduct(area.Key, sorted)).Select(area => area.Key)];
    }

    /// <summary>Numbers that are taken for areas though they are as long as those of products.</summary>
    public IReadOnlyList<string> Doubtful { get; }

    /// <summary>The product of a Leistung; null for other numbers.</summary>
    public string? ProductOf(string number) => services.GetValueOrDefault(number);

    /// <summary>Whether a number is that of a Leistung.</summary>
    public bool IsService(string number) => ProductOf(number) is not null;

    /// <summary>The rows, the words for levels parted from the numbers.</summary>
    public IReadOnlyList<TextRow> Rows { get; }

    /// <summary>The numbers of areas with the lines they stand in.</summary>
    public IEnumerable<(string Number, int Line)> Areas => areas.Select(area => (area.Key, area.Value.Line));

    /// <summary>Finds the levels of the rows below the header.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">Their columns.</param>
    /// <param name="saysServices">Whether header or title says that the lowest level is that of Leistungen.</param>
    public static PlanLevels Of(IEnumerable<TextRow> rows, PlanColumns columns, bool saysServices) =>
        new([.. rows], columns, saysServices);

    /// <summary>Whether a number is that of an area.</summary>
    public bool IsArea(string number) => areas.ContainsKey(number);

    /// <summary>The area above a product; null where the plan has none for this step.</summary>
    /// <param name="number">The product's number.</param>
    /// <param name="step">0 for the Hauptproduktbereich, 1 for the Produktbereich, 2 for the Produktgruppe.</param>
    public HierarchyStep? StepOf(string number, int step)
    {
        var above = areas.Where(area => IsWithin(number, area.Key) && area.Value.Name.Length > 0).Select(area => area.Key)
            .ToList();
        var found = above.Find(area => areas[area].Step == step)
            ?? (above.TrueForAll(area => areas[area].Step is null)
                ? above.ElementAtOrDefault(above.Count - (StepWords.Length - step))
                : null);
        return found is null ? null : new HierarchyStep(found, areas[found].Name);
    }

    /// <summary>The number in a text that says before it to be a product's or a Leistung's; else the text itself.</summary>
    public static string NumberIn(string text) =>
        Worded().Match(text) is { Success: true, Groups: var parts }
        && parts["word"].Value.ToUpperInvariant() is "PRODUKT" or "LEISTUNG"
            ? parts["number"].Value
            : text;

    /// <summary>Whether a text is a number behind the word for its level.</summary>
    public static bool NamesLevel(string text) => Worded().IsMatch(text);

    /// <summary>Whether an area has as many digits as products with Leistungen have.</summary>
    private static bool IsLikeProduct(string area, List<string> sorted) => area.Count(char.IsAsciiDigit) is var digits
        && (digits > ProductDigits || (digits == ProductDigits && area.Length == digits
            && sorted.Exists(other => IsWithin(other, area) && other[area.Length] is '.' or '-')));

    private static bool IsNumber(string text) => KeyText.IsNumber(text) && text.Any(char.IsAsciiDigit);

    /// <summary>Whether others begin with a number, as those of products begin with that of their area.</summary>
    private static bool IsAbove(string number, List<string> sorted) =>
        sorted.BinarySearch(number, StringComparer.Ordinal) + 1 is var next && next < sorted.Count
        && IsWithin(sorted[next], number);

    private static bool IsWithin(string number, string area) =>
        number.Length > area.Length && number.StartsWith(area, StringComparison.Ordinal)
        && (number[area.Length] is '.' or '-' || area.AsSpan().IndexOfAny('.', '-') < 0);

    /// <summary>The level a row names: a step of the hierarchy, the product, something else; null where it names none.</summary>
    private static int? WordIn(TextRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (Array.FindIndex(StepWords, word => word.Equals(cell, StringComparison.OrdinalIgnoreCase)) is var step and >= 0)
                return step;
            if (cell is "PB" or "PG")
                return cell == "PB" ? 1 : 2;
            if (cell.Equals("Produkt", StringComparison.OrdinalIgnoreCase))
                return Product;
            if (cell.Equals("Leistung", StringComparison.OrdinalIgnoreCase))
                return ServiceLevel;
            if (cell.Equals("Teilhaushalt", StringComparison.OrdinalIgnoreCase) || cell is "THH")
                return Elsewhere;
        }

        return null;
    }

    /// <summary>A row whose number stands behind the word for its level: <c>Produktgruppe 111</c>.</summary>
    private static TextRow Parted(TextRow row, PlanColumns columns) =>
        Worded().Match(row[columns.Number]) is { Success: true, Groups: var parts }
            ? row with
            {
                Cells = [.. row.Cells.Select((cell, column) => column == columns.Number ? parts["number"].Value
                    : column == columns.Name && cell.Length == 0 ? parts["name"].Value : cell), parts["word"].Value],
            }
            : row;

    [GeneratedRegex(
        @"^(?<word>Hauptproduktbereich|Produktbereich|Produktgruppe|Produkt|Leistung|Teilhaushalt|THH):? "
            + @"(?<number>[0-9][0-9A-Za-z.-]*)( ?[:–-]? (?<name>\p{L}.*))?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Worded();
}
