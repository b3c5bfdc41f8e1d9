using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// Columns that say how far two values of the row lie apart, <c>Abweichung</c> or <c>Abw. in %</c>: left out, and held against
/// the values of the row, whichever two are meant.
/// </summary>
internal sealed class DerivedColumns(Header header, RowSource rows, CellReader cells, FindingList findings)
{
    private const int MaximumKept = 100_000;
    private readonly HeaderCell.Derived[] columns = [.. header.Cells.OfType<HeaderCell.Derived>()];
    private readonly List<Difference> differences = [];

    /// <summary>Takes what the current row says, whose values begin at an index.</summary>
    /// <param name="firstValue">The index.</param>
    /// <param name="values">The values.</param>
    /// <param name="factor">What the last of them was multiplied with.</param>
    public void Take(int firstValue, ValueTable values, Factor factor)
    {
        if (columns.Length > 0)
            TakeAll(firstValue, values, factor);
    }

    private void TakeAll(int firstValue, ValueTable values, Factor factor)
    {
        foreach (var column in columns)
        {
            var text = Blanks.Trim(rows.Cell(column.Index));
            var place = new CellPlace(rows.Line, column.Index);
            if (values.Count > firstValue + 1 && differences.Count < MaximumKept
                && cells.TryReadTotal(text, rows.KindOf(column.Index), place, out var reading))
                differences.Add(new Difference(
                    place, text.ToString(), column.Text, reading, firstValue, values.Count, [factor, column.Factor]));
        }
    }

    /// <summary>Checks all once the number format is decided, and says which columns were left out.</summary>
    public void Check(ValueTable values, char? decimalMark)
    {
        if (findings.HasErrors)
            return;
        var wrong = differences.Where(each => !IsRight(each, values, decimalMark)).ToLookup(each => each.Place.Column);
        foreach (var column in columns)
        {
            var place = new CellPlace(header.Line, column.Index);
            findings.Add(wrong[column.Index].FirstOrDefault() is { } first
                ? DeliveryFindings.DifferenceDiffers(first.Place, column.Text, first.Text, wrong[column.Index].Count())
                : DeliveryFindings.DerivedColumn(place, column.Text));
        }
    }

    private static bool IsRight(Difference said, ValueTable values, char? decimalMark)
    {
        var stated = Math.Abs(said.Reading.ValueUnder(decimalMark));
        for (var one = said.FirstValue; one < said.EndOfValues; one++)
        {
            if (values.At(one).Value is not { } value)
                return true; // An unknown value leaves the difference open.
            for (var other = said.FirstValue; other < said.EndOfValues; other++)
            {
                if (other != one && values.At(other).Value is { } from && IsBetween(stated, value, from, said.Factors))
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a number is the difference of two values, in whatever unit they are given, or its share, or that of the value, of
    /// the other: as it was rounded to be shown.
    /// </summary>
    private static bool IsBetween(decimal stated, decimal value, decimal from, Factor[] factors)
    {
        var difference = Math.Abs(value - from);
        var rounding = Ulp(stated);
        if (Math.Abs(stated - difference) <= rounding || Array.Exists(factors, factor =>
                Math.Abs(factor.Of(stated) - difference) <= Math.Abs(factor.Of(rounding))))
            return true;
        if (from == 0)
            return false;
        var (change, share) = (difference / Math.Abs(from), Math.Abs(value / from));
        return Math.Abs(stated - change * 100) <= rounding || Math.Abs(stated - share * 100) <= rounding
            || Math.Abs(stated - change) <= Math.Min(rounding, 0.01m) || Math.Abs(stated - share) <= Math.Min(rounding, 0.01m);
    }

    /// <summary>One in the last place of a number.</summary>
    private static decimal Ulp(decimal number) => new(1, 0, 0, false, number.Scale);

    private sealed record Difference(CellPlace Place, string Text, string Column, NumberReading Reading, int FirstValue,
        int EndOfValues, Factor[] Factors);
}
