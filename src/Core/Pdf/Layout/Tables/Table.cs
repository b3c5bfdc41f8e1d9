using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Pdf.Layout.Tables;

/// <summary>A table: header rows repeated on every page it reaches, body rows kept whole.</summary>
internal sealed record Table : Block
{
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>The header rows; the last one names every column, those above may span several.</summary>
    public required IReadOnlyList<TableRow> Header { get; init; }

    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>What the table shows, for those who do not see its layout.</summary>
    public string? Summary { get; init; }

    /// <summary>How many columns at the left head their row.</summary>
    public int RowHeaderColumns { get; init; } = 1;

    public TableLook Look { get; init; } = TableLook.Default;

    /// <summary>A table with one row of heads.</summary>
    public static Table Of(
        string summary, IReadOnlyList<(TableColumn Layout, string Head)> columns, IEnumerable<TableRow> rows,
        int rowHeaderColumns = 1) => new()
        {
            Columns = [.. columns.Select(column => column.Layout)],
            Header = [new TableRow([.. columns.Select(column => (TableCell)column.Head)])],
            Rows = [.. rows],
            Summary = summary,
            RowHeaderColumns = rowHeaderColumns,
        };

    internal override ArrangedBlock Arrange(StyleSheet styles, double width) => new ArrangedTable(this, styles, width);
}

internal sealed record TableColumn
{
    private TableColumn()
    {
    }

    /// <summary>The width in points; null where <see cref="Weight"/> or the content decides.</summary>
    public double? Width { get; private init; }

    /// <summary>The part of the width left over by the others that this column takes; 0 where its content decides.</summary>
    public double Weight { get; private init; }

    /// <summary>How its body cells are aligned. Header cells follow, decimal ones to the right.</summary>
    public TextAlignment Alignment { get; init; }

    /// <summary>A column of a certain width, in points.</summary>
    public static TableColumn Fixed(double width) => new() { Width = width };

    /// <summary>A column that shares what width is left.</summary>
    public static TableColumn Share(double weight = 1) => new() { Weight = weight };

    /// <summary>A column as wide as its widest cell.</summary>
    public static TableColumn Auto() => new();

    /// <summary>A column as wide as its widest cell, flush right.</summary>
    public static TableColumn Right() => new() { Alignment = TextAlignment.Right };

    /// <summary>A column of figures, as wide as its widest, decimal commas below each other.</summary>
    public static TableColumn Figures() => new() { Alignment = TextAlignment.Comma };

    /// <summary>A column of figures of a certain width.</summary>
    public static TableColumn Figures(double width) => new() { Width = width, Alignment = TextAlignment.Comma };
}

/// <summary>A cell; a string makes a plain one.</summary>
internal sealed record TableCell(RichText Text)
{
    public int ColumnSpan { get; init; } = 1;

    /// <summary>How many rows it takes; only in the header.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>How it is set, where not as the table's cells are.</summary>
    public TextStyle? Style { get; init; }

    /// <summary>How it is aligned, where not as its column.</summary>
    public TextAlignment? Alignment { get; init; }

    public static implicit operator TableCell(string text) => new((RichText)text);

    public static implicit operator TableCell(RichText text) => new(text);
}

/// <summary>A row.</summary>
/// <param name="Cells">Its cells, left to right; their spans add up to the number of columns.</param>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public TableRow(params TableCell[] cells)
        : this((IReadOnlyList<TableCell>)cells)
    {
    }

    /// <summary>What kind of row it is, which decides its look.</summary>
    public RowKind Kind { get; init; }

    /// <summary>Whether it must stand on the page of the next row.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>A row of one cell over all columns that heads the rows below it.</summary>
    public static TableRow Group(RichText text) => new(new TableCell(text)) { Kind = RowKind.Group, KeepsWithNext = true };
}

internal enum RowKind
{
    Normal,
    Group,
    Total,
}

internal sealed record TableLook
{
    /// <summary>Thin rules between rows, a stronger one below the header, no vertical lines.</summary>
    public static TableLook Default { get; } = new();

    /// <summary>Free space left and right in each cell, in points.</summary>
    public double PaddingX { get; init; } = 4;

    /// <summary>Free space above and below in each cell, in points.</summary>
    public double PaddingY { get; init; } = 3;

    public Colour Rule { get; init; } = StyleSheet.Rule;

    /// <summary>The colour of the rules above and below the header and above sums.</summary>
    public Colour StrongRule { get; init; } = StyleSheet.Accent;

    public Colour Group { get; init; } = StyleSheet.Tint;
}
