using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>
/// The columns of a table that hold totals: left out, and held against the values to their left in the same row, either all of
/// them or those since the total before. Where the first stands before all values, each is held against those behind it.
/// </summary>
internal sealed class TotalColumns(Header header, RowSource rows, CellReader cells, FindingList findings)
{
    private const int MaximumKept = 100_000;
    private readonly HeaderCell.Total[] columns = [.. header.Cells.OfType<HeaderCell.Total>()];
    private readonly bool standBefore = header.Cells.FirstOrDefault(cell => cell is HeaderCell.Total or HeaderCell.OfValues)
        is HeaderCell.Total;

    private readonly List<Total> totals = [];

    /// <summary>
    /// Takes the totals of the current row, whose values begin at an index, with what the last of them was multiplied with.
    /// </summary>
    public void Take(int firstValue, ValueTable values, Factor factor)
    {
        if (columns.Length > 0)
            TakeAll(firstValue, values, factor);
    }

    private void TakeAll(int firstValue, ValueTable values, Factor factor)
    {
        for (var at = 0; at < columns.Length; at++)
        {
            var text = Blanks.Trim(rows.Cell(columns[at].Index));
            var place = new CellPlace(rows.Line, columns[at].Index);
            if (values.Count > firstValue && totals.Count < MaximumKept
                && cells.TryReadTotal(text, rows.KindOf(place.Column), place, out var reading))
                totals.Add(new Total(place, text.ToString(), reading, NeighbourOf(at), firstValue, values.Count,
                    factor));
        }
    }

    /// <summary>Checks all totals once the number format is decided, and says which columns were left out.</summary>
    public void Check(ValueTable values, char? decimalMark)
    {
        if (findings.HasErrors)
            return;
        var wrong = totals.Where(total => !IsRight(total, values, decimalMark)).Select(total => total.Place.Column).ToHashSet();
        foreach (var column in columns.Where(column => totals.Exists(total => total.Place.Column == column.Index)
            && !wrong.Contains(column.Index)))
            findings.Add(DeliveryFindings.TotalColumn(new CellPlace(header.Line, column.Index), column.Text));
    }

    /// <summary>Whether nothing is wrong with a total; adds a finding where something is.</summary>
    private bool IsRight(Total total, ValueTable values, char? decimalMark)
    {
        var (all, recent) = ((decimal?)null, (decimal?)null);
        for (var index = total.FirstValue; index < total.EndOfValues; index++)
        {
            ref readonly var value = ref values.At(index);
            if (value.Value is not { } number)
                return true; // An unknown part leaves the total open.
            if (value.Column > total.Place.Column != standBefore)
                continue;
            all = (all ?? 0) + number;
            if (value.Column < total.Neighbour == standBefore)
                recent = (recent ?? 0) + number;
        }

        var stated = total.Reading.ValueUnder(decimalMark);
        if (stated == (all ?? 0) || stated == recent || total.Factor.Of(stated) == all || total.Factor.Of(stated) == recent)
            return true;
        stated = total.Factor.Of(stated);
        findings.Add(DeliveryFindings.RowTotalDiffers(total.Place, total.Text, stated, recent ?? all));
        return false;
    }

    /// <summary>The column of the next total on the side of the values; beyond the table where there is none.</summary>
    private int NeighbourOf(int at) => standBefore
        ? at + 1 < columns.Length ? columns[at + 1].Index : int.MaxValue
        : at > 0 ? columns[at - 1].Index : -1;

    private sealed record Total(CellPlace Place, string Text, NumberReading Reading, int Neighbour, int FirstValue,
        int EndOfValues, Factor Factor);
}
