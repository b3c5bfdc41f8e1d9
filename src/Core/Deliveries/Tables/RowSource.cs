using System.Runtime.CompilerServices;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Tables;

/// <summary>What a cell is by its type.</summary>
internal enum CellKind
{
    /// <summary>Text, to be read as people write.</summary>
    Text,

    /// <summary>A number: the text is exact, with a decimal point.</summary>
    Number,

    /// <summary>A share of 1 shown as a percentage: the text is exact, with a decimal point.</summary>
    Percent,
}

/// <summary>The rows of an upload, one at a time, whatever kind of file they come from.</summary>
internal abstract class RowSource
{
    private (int Start, int Length)[] cells = new (int, int)[64];

    /// <summary>The current row's number as Excel shows it, from 1; 0 before the first.</summary>
    public int Line { get; protected set; }

    /// <summary>How many cells the current row has.</summary>
    public int Count { get; private set; }

    /// <summary>Why reading ended before the file did; null while all is well.</summary>
    public Finding? Fault { get; protected set; }

    /// <summary>The characters among which those of the current row stand.</summary>
    protected char[] Text { get; set; } = new char[32 * 1024];

    /// <summary>Where in <see cref="Text"/> the row begins; its cells move with it.</summary>
    protected int RowStart { get; set; }

    /// <summary>Goes to the next row; false at the end and on a <see cref="Fault"/>.</summary>
    public abstract bool Next();

    /// <summary>The text of a cell of the current row, as it stands there; empty beyond the last. Valid until the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<char> Cell(int column)
    {
        if ((uint)column >= (uint)Count)
            return default;
        var (start, length) = cells[column];
        return Text.AsSpan(RowStart + start, length);
    }

    /// <summary>What the cell is by its type; text in files that have no types.</summary>
    public virtual CellKind KindOf(int column) => CellKind.Text;

    /// <summary>Whether no cell of the current row shows anything.</summary>
    public bool IsEmpty
    {
        get
        {
            for (var column = 0; column < Count; column++)
            {
                if (!Blanks.Trim(Cell(column)).IsEmpty)
                    return false;
            }

            return true;
        }
    }

    /// <summary>The row has no cells yet.</summary>
    protected void Clear() => Count = 0;

    /// <summary>Adds the next cell of the row; <paramref name="start"/> counts from <see cref="RowStart"/>.</summary>
    protected void Add(int start, int length)
    {
        if (Count == cells.Length)
            Array.Resize(ref cells, cells.Length * 2);
        cells[Count++] = (start, length);
    }
}
