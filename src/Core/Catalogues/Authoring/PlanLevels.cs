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
    private readonly SortedDictionary<string, (int Line, string Name, int? Step)> areas = new(StringComparer.Ordinal);

    private PlanLevels(IReadOnlyList<TextRow> rows, PlanColumns columns)
    {
        Rows = [.. rows.Select(row => Parted(row, columns))];
        var numbered = Rows.Where(row => IsNumber(row[columns.Number])).ToList();
        var levels = numbered.Select(WordIn).ToList();
        // Words must stand in most rows: one alone is the name of something.
        var haveWords = levels.Count(level => level is not null) * 2 > numbered.Count || levels.Any(level => level >= 0);
        var sorted = numbered.Select(row => row[columns.Number]).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var (row, level) in numbered.Zip(levels))
        {
            var number = row[columns.Number];
            if (haveWords && level is not null ? level != Product : IsAbove(number, sorted))
                areas.TryAdd(number, (row.Line, row[columns.Name], level is >= 0 ? level : null));
        }
    }

    private const int Product = -1;
    private const int Elsewhere = -2;

    /// <summary>The rows, the words for levels parted from the numbers.</summary>
    public IReadOnlyList<TextRow> Rows { get; }

    /// <summary>The numbers of areas with the lines they stand in.</summary>
    public IEnumerable<(string Number, int Line)> Areas => areas.Select(area => (area.Key, area.Value.Line));

    /// <summary>Finds the levels of the rows below the header.</summary>
    public static PlanLevels Of(IEnumerable<TextRow> rows, PlanColumns columns) => new([.. rows], columns);

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
        @"^(?<word>Hauptproduktbereich|Produktbereich|Produktgruppe|Produkt|Teilhaushalt|THH):? "
            + @"(?<number>[0-9][0-9A-Za-z.-]*)( ?[:–-]? (?<name>\p{L}.*))?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Worded();
}
