namespace Produktreport.Core.Pdf.Layout;

/// <summary>Shares a width among the columns of a table.</summary>
internal static class TableWidths
{
    /// <summary>The least a column that shares the rest gets, in points, before columns of free width give way.</summary>
    private const double LeastShare = 60;

    public static double[] Share(Table table, double[] natural, double width)
    {
        var columns = table.Columns;
        var widths = columns.Select((column, i) => column.Width ?? (column.Weight > 0 ? 0 : natural[i])).ToArray();
        var weights = columns.Sum(column => column.Weight);
        var free = width - widths.Sum();
        var wanted = columns.Count(column => column.Weight > 0) * LeastShare;
        if (free < wanted)
            free = Shrink(columns, widths, wanted - free) + free;
        for (var i = 0; i < widths.Length; i++)
        {
            if (columns[i].Weight > 0)
                widths[i] = free * columns[i].Weight / weights;
        }

        return widths;
    }

    /// <summary>Takes width from the columns whose content decided it, the widest giving most; returns what was won.</summary>
    private static double Shrink(IReadOnlyList<TableColumn> columns, double[] widths, double missing)
    {
        var flexible = Enumerable.Range(0, widths.Length).Where(i => columns[i].Width is null && columns[i].Weight == 0).ToList();
        var sum = flexible.Sum(i => widths[i]);
        var factor = sum <= 0 ? 0 : Math.Min(0.8, missing / sum);
        foreach (var i in flexible)
            widths[i] *= 1 - factor;
        return sum * factor;
    }
}
