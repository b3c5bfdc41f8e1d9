using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>A cell of a file nobody knows yet: what it could be.</summary>
/// <param name="Text">Its text, as labels are compared.</param>
/// <param name="Number">The number it could be; no number where it cannot.</param>
internal readonly partial record struct SampleCell(string Text, NumberReading Number)
{
    /// <summary>An empty cell.</summary>
    public static readonly SampleCell Blank = new("", default);

    /// <summary>Whether nothing stands there.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>Whether it is a number, or a mark for a missing one.</summary>
    public bool IsNumeric => Number.IsNumber || (!IsBlank && CellMarks.Of(Text) != CellMark.None);

    /// <summary>Whether it could be the number of a product or account: short, with a digit, without a decimal comma.</summary>
    public bool IsKey => ProductNumber.TryParse(KeyText.Pointed(Text), out _) && Text.Any(char.IsAsciiDigit);

    /// <summary>The year it says, alone or among other words; null where it says none, or several.</summary>
    public int? Year => YearIn(Text);

    /// <summary>Whether it is nothing but a year.</summary>
    public bool IsYear => Text.Length == 4 && Year is not null;

    /// <summary>The cell of a row.</summary>
    public static SampleCell Of(RowSource rows, int column)
    {
        var text = TextFormula.Unwrap(Blanks.Trim(rows.Cell(column)));
        if (rows.KindOf(column) != CellType.Text && NumberReading.TryExact(text, out var exact))
            return new SampleCell(text.ToString(), exact);
        var isNumber = NumberText.TryRead(text, out var reading, out var unit)
            && !(reading.Unit == CellUnit.Other && unit.Length > 1 && YearIn(text.ToString()) is not null); // „2025 Ertrag“
        return new SampleCell(Blanks.Collapse(text), isNumber ? reading : default);
    }

    /// <summary>The one year in a text; null where there is none, or several.</summary>
    public static int? YearIn(string text) =>
        Digits().Matches(text).Select(match => match.Value).Where(IsYearText).Distinct().ToList() is [var only]
            ? int.Parse(only, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The amount under a decimal mark; 0 where it is none.</summary>
    public decimal Amount(char mark) => Number.IsNumber ? Number.ValueUnder(mark) : 0;

    private static bool IsYearText(string digits) => digits is ['1', '9', _, _] or ['2', '0' or '1', _, _];

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
