using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>
/// Cells with a number and its name: <c>1111 Büro Landrat</c>, <c>1.1.01 – Recht</c>, <c>Produktgruppe 111 Steuerung</c>.
/// </summary>
internal static partial class NumberedNames
{
    private const int Fewest = 2;

    /// <summary>
    /// Parts a column: the numbers stay, the names stand in a new column behind the last. The same rows where most of its cells
    /// below the header are something else.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">The column.</param>
    /// <param name="header">The row of the header; −1 where there is none.</param>
    /// <param name="name">What the new column is called.</param>
    public static ImmutableArray<TextRow> Part(ImmutableArray<TextRow> rows, int column, int header, string name)
    {
        if (!AreIn(rows.Skip(header + 1), column))
            return rows;
        var width = rows.Max(row => row.Cells.Length);
        return [.. rows.Select((row, index) => index == header ? With(row, column, row[column], name)
            : index > header && Cell().Match(row[column]) is { Success: true, Groups: var parts }
                ? With(row, column, $"{parts["word"].Value}{parts["number"].Value}", parts["name"].Value)
                : row)];

        TextRow With(TextRow row, int at, string number, string text) =>
            row with { Cells = [.. Enumerable.Range(0, width).Select(each => each == at ? number : row[each]), text] };
    }

    /// <summary>Whether most filled cells of a column are such, of different numbers.</summary>
    public static bool AreIn(IEnumerable<TextRow> rows, int column)
    {
        var filled = rows.Select(row => row[column]).Where(text => text.Length > 0).ToList();
        var numbers = filled.Select(text => Cell().Match(text)).Where(match => match.Success)
            .Select(match => match.Groups["number"].Value).Where(KeyText.IsNumber).ToList();
        return numbers.Distinct().Count() >= Fewest && numbers.Count * 2 > filled.Count;
    }

    [GeneratedRegex(
        @"^(?<word>(Hauptproduktbereich|Produktbereich|Produktgruppe|Produkt|Leistung|Teilhaushalt|THH):? )?"
            + @"(?<number>[0-9]([0-9A-Za-z.-]*[0-9A-Za-z])?)\.?( ?[:–—-])? (?<name>\p{L}.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Cell();
}
