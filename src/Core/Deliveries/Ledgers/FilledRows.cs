using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Rows in which a blank cell of some columns means what stands above it (<c>leer_wie_oben</c>), as pivot tables and grouped
/// lists leave it out. Totals and blank rows stay as they are; below the label of a total stand further rows of it.
/// </summary>
internal sealed class FilledRows : RowSource
{
    private readonly RowSource inner;
    private readonly int[] columns;
    private readonly string[] last;

    /// <summary>Fills columns of <paramref name="inner"/>, the outer ones first.</summary>
    public FilledRows(RowSource inner, int[] columns)
    {
        (this.inner, this.columns, Line) = (inner, columns, inner.Line);
        last = [.. columns.Select(_ => "")];
    }

    /// <inheritdoc/>
    public override bool IsPartedByCommas => inner.IsPartedByCommas;

    /// <inheritdoc/>
    public override bool ContinuesBelow => inner.ContinuesBelow;

    /// <inheritdoc/>
    public override IReadOnlyList<int> HiddenLines => inner.HiddenLines;

    /// <inheritdoc/>
    public override IReadOnlyList<CellPlace> StruckCells => inner.StruckCells;

    /// <inheritdoc/>
    public override IReadOnlyList<(CellPlace Place, string Text)> Asides => inner.Asides;

    /// <inheritdoc/>
    public override bool Next()
    {
        var any = inner.Next();
        (Line, Fault) = (inner.Line, inner.Fault);
        Clear();
        if (!any)
            return false;
        var isTotal = TotalLabel.AnyIn(inner, TotalLabel.IsTotal);
        var isPlain = !inner.IsEmpty && !isTotal;
        if (isPlain || (isTotal && IsTotalOfColumn()))
            Remember();
        var written = 0;
        for (var column = 0; column < inner.Count; column++)
            written = Write(TextOf(column, isPlain), written);
        return true;
    }

    /// <inheritdoc/>
    public override CellType KindOf(int column) => inner.KindOf(column);

    /// <inheritdoc/>
    public override bool IsContinued(int column) => inner.IsContinued(column);

    /// <inheritdoc/>
    public override int OriginOf(int column) => inner.OriginOf(column);

    /// <inheritdoc/>
    public override bool IsHiddenColumn(int column) => inner.IsHiddenColumn(column);

    /// <summary>The rows are another's, who lets go of them.</summary>
    public override void Dispose()
    {
    }

    private ReadOnlySpan<char> TextOf(int column, bool isPlain) =>
        isPlain && Array.IndexOf(columns, column) is var at and >= 0 ? last[at] : inner.Cell(column);

    private int Write(ReadOnlySpan<char> text, int written)
    {
        while (written + text.Length > Text.Length)
        {
            var larger = new char[Text.Length * 2];
            Text.AsSpan(0, written).CopyTo(larger);
            Text = larger;
        }

        text.CopyTo(Text.AsSpan(written));
        Add(written, text.Length);
        return written + text.Length;
    }

    /// <summary>Whether the label of a total stands where those of products do.</summary>
    private bool IsTotalOfColumn() =>
        Array.Exists(columns, column => TotalLabel.IsTotal(Blanks.Trim(inner.Cell(column))));

    /// <summary>Keeps what the row says anew; what stands in inner columns is over with it.</summary>
    private void Remember()
    {
        for (var at = 0; at < columns.Length; at++)
        {
            var text = Blanks.Trim(inner.Cell(columns[at]));
            if (text.IsEmpty || text.SequenceEqual(last[at]))
                continue;
            last[at] = text.ToString();
            Array.Fill(last, "", at + 1, last.Length - at - 1);
        }
    }
}
