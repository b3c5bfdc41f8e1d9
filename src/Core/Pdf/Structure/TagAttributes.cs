using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Structure;

/// <summary>What a header cell heads.</summary>
internal enum HeaderScope
{
    None,
    Column,
    Row,
}

/// <summary>What a structure element says beyond its role (ISO 32000-1, 14.7.2 and 14.8.5).</summary>
internal sealed record TagAttributes
{
    public static TagAttributes None { get; } = new();
    public static TagAttributes RowHeader { get; } = new() { Scope = HeaderScope.Row };
    public static TagAttributes ColumnHeader { get; } = new() { Scope = HeaderScope.Column };

    /// <summary>The alternative text of a figure, or of text whose look says more than its words.</summary>
    public string? Alt { get; init; }

    /// <summary>What an abbreviation stands for.</summary>
    public string? Expansion { get; init; }

    public HeaderScope Scope { get; init; }
    public int ColumnSpan { get; init; } = 1;
    public int RowSpan { get; init; } = 1;

    /// <summary>What a table shows, for readers who cannot see its layout.</summary>
    public string? Summary { get; init; }

    /// <summary><c>Disc</c>, <c>Decimal</c> or <c>None</c>, for lists.</summary>
    public string? ListNumbering { get; init; }

    /// <summary>Where a figure stands, in default user space (from the lower left corner), not flipped.</summary>
    public (double Left, double Bottom, double Right, double Top)? BoundingBox { get; init; }

    /// <summary>A figure that stands in a line of text.</summary>
    public bool IsInline { get; init; }

    /// <summary>Unique in the document; notes must have one (ISO 14289-1, 7.9).</summary>
    public string? Id { get; init; }

    public void Write(ByteBuffer target)
    {
        target.AddText("/Alt"u8, Alt).AddText("/E"u8, Expansion).AddText("/ID"u8, Id);
        if (Scope != HeaderScope.None || ColumnSpan > 1 || RowSpan > 1 || Summary is not null)
            WriteTable(target);
        if (ListNumbering is not null)
            target.Add("/A<</O/List/ListNumbering"u8).AddName(ListNumbering).Add(">>"u8);
        if (BoundingBox is { } box)
            WriteLayout(target, box);
    }

    private void WriteTable(ByteBuffer target)
    {
        target.Add("/A<</O/Table"u8);
        if (Scope != HeaderScope.None)
            target.Add(Scope == HeaderScope.Row ? "/Scope/Row"u8 : "/Scope/Column"u8);
        if (ColumnSpan > 1)
            target.Add("/ColSpan "u8).Add((long)ColumnSpan);
        if (RowSpan > 1)
            target.Add("/RowSpan "u8).Add((long)RowSpan);
        target.AddText("/Summary"u8, Summary).Add(">>"u8);
    }

    private void WriteLayout(ByteBuffer target, (double Left, double Bottom, double Right, double Top) box) =>
        target.Add("/A<</O/Layout/Placement"u8).Add(IsInline ? "/Inline"u8 : "/Block"u8).Add("/BBox["u8)
            .Add(box.Left).Add((byte)' ').Add(box.Bottom).Add((byte)' ').Add(box.Right).Add((byte)' ').Add(box.Top).Add("]>>"u8);
}
