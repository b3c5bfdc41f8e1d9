using System.Runtime.CompilerServices;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tables.Rows;

/// <summary>What a cell is by its type.</summary>
internal enum CellType
{
    /// <summary>Text, to be read as people write.</summary>
    Text,

    /// <summary>A number: the text is exact, with a decimal point.</summary>
    Number,

    /// <summary>A share of 1 shown as a percentage: the text is exact, with a decimal point.</summary>
    Percent,

    /// <summary>A number shown in thousands or millions: the text is exact, with a decimal point.</summary>
    Scaled,
}

/// <summary>The rows of an upload, one at a time, whatever kind of file they come from.</summary>
internal abstract class RowSource : IDisposable
{
    private static readonly NumberReading NoNumber;
    private (int Start, int Length)[] cells = new (int, int)[64];
    private int first;
    private KnownCells known = KnownCells.None;
    private NumberReading[] numbers = KnownCells.None.Numbers;
    private int[] numberPlaces = KnownCells.None.NumberPlaces;
    private int[] textNumbers = KnownCells.None.TextNumbers;
    private int[] textPlaces = KnownCells.None.TextPlaces;
    private int numbersAt;
    private int textNumbersAt;
    private bool[] marks = [];
    private int markAt;
    private KeyTexts keys = new([], []);
    private CellWatch watch = CellWatch.Nothing;
    private bool isKnownWhenAsked;
    private int knownLine;

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

    /// <summary>
    /// The rows behind the current one as they are read quickest; to be disposed of, before these, when they have been read.
    /// </summary>
    /// <param name="numbers">The columns that hold numbers, from 0.</param>
    /// <param name="keys">The columns that hold keys.</param>
    /// <param name="watch">The columns that are watched.</param>
    /// <param name="limits">How much is read.</param>
    public virtual RowSource InBlocks(IEnumerable<int> numbers, KeyTexts keys, CellWatch watch, ReadingLimits limits)
    {
        (this.keys, this.watch) = (keys, watch);
        isKnownWhenAsked = true;
        Take(new KnownCells([], keys));
        return this;
    }

    /// <summary>Goes to the next row; false at the end and on a <see cref="Fault"/>.</summary>
    public abstract bool Next();

    /// <summary>
    /// The text of a cell of the current row, as it stands there; empty beyond the last. Valid until the next row.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<char> Cell(int column)
    {
        unchecked
        {
            if ((uint)column >= (uint)Count)
                return default;
            var (start, length) = cells[first + column];
            return Text.AsSpan(RowStart + start, length);
        }
    }

    /// <summary>Whether a comma ends a cell, so that an unquoted <c>12,50</c> is two.</summary>
    public virtual bool IsPartedByCommas => false;

    /// <summary>What the cell is by its type; text in files that have no types.</summary>
    public virtual CellType KindOf(int column) => CellType.Text;

    /// <summary>
    /// The plain number in a cell of a column of numbers, where it has been read already; no number where it has not, or needs
    /// a closer look.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly NumberReading PlainNumber(int column)
    {
        if (unchecked((uint)column) >= (uint)numberPlaces.Length)
            return ref NoNumber;
        return ref numbers[unchecked(numbersAt + numberPlaces[column])];
    }

    /// <summary>
    /// The number of the trimmed text in a cell of a column of keys, 0 where it is blank (<see cref="ColumnTexts.Of"/>): the
    /// same text has the same number all over the column.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TextNumber(int column)
    {
        if (isKnownWhenAsked)
            Know();
        return textNumbers[unchecked(textNumbersAt + textPlaces[column])];
    }

    /// <summary>
    /// The number of the texts in those columns of keys that are numbered together (<see cref="TextCombinations.Of"/>): rows with
    /// the same texts there have the same number.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int KeysNumber()
    {
        if (isKnownWhenAsked)
            Know();
        return textNumbers[textNumbersAt];
    }

    /// <summary>Whether the text of any watched cell of the current row is worth a look.</summary>
    public bool SaysMore => isKnownWhenAsked ? MeetsWatch() : marks[markAt];

    private bool MeetsWatch()
    {
        foreach (var column in watch.Columns)
        {
            if (watch.Meets(Cell(column)))
                return true;
        }

        return false;
    }

    private void Know()
    {
        if (knownLine == Line)
            return;
        var found = known.TextNumbersOf(1);
        for (var key = 0; key < keys.Columns.Count; key++)
            found[key + 1] = keys[key].Of(Cell(keys.Columns[key]));
        keys.Combine(found);
        knownLine = Line;
    }

    /// <summary>
    /// Whether the cell is merged with the one above it: its text is that of the first of them, a value would count again.
    /// </summary>
    public virtual bool IsContinued(int column) => false;

    /// <summary>Whether cells of the row are merged with those of the next.</summary>
    public virtual bool ContinuesBelow => false;

    /// <summary>The column whose cell reaches over this one, where cells are merged sideways; else the column itself.</summary>
    public virtual int OriginOf(int column) => column;

    /// <summary>
    /// The texts that stand on the sheet outside its cells, as far as they are found once all rows are read: the head and foot of
    /// its pages, text boxes, comments on cells.
    /// </summary>
    public virtual IReadOnlyList<(CellPlace Place, string Text)> Asides => [];

    /// <summary>The rows so far that Excel does not show although something stands in them, from 1.</summary>
    public virtual IReadOnlyList<int> HiddenLines => [];

    /// <summary>The cells so far that are struck out although something stands in them.</summary>
    public virtual IReadOnlyList<CellPlace> StruckCells => [];

    /// <summary>Whether Excel does not show the column.</summary>
    public virtual bool IsHiddenColumn(int column) => false;

    /// <summary>Lets go of what the rows are read from.</summary>
    public abstract void Dispose();

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

    /// <summary>Where the current row begins and its cells end among those that are kept.</summary>
    public (int Start, int EndOfCells) Placement => (RowStart, first + Count);

    /// <summary>What rows are read into.</summary>
    protected RowBuffers Buffers => new(Text, cells);

    /// <summary>Whether rows before the current one are kept.</summary>
    protected bool HasKept => first > 0;

    /// <summary>Whether the cells of a row stay when the next is read.</summary>
    protected bool KeepsCells { get; set; }

    /// <summary>The row has no cells yet.</summary>
    protected void Clear()
    {
        if (KeepsCells)
            first += Count;
        Count = 0;
    }

    /// <summary>
    /// The cells of the current row go on in other buffers; those they were in so far, with the rows before it.
    /// </summary>
    protected RowBuffers MoveTo(RowBuffers target)
    {
        var kept = Buffers;
        var own = cells.AsSpan(first, Count);
        (Text, cells) = (target.Text.Length > 0 ? target.Text : new char[kept.Text.Length],
            target.Cells.Length > own.Length ? target.Cells : new (int, int)[kept.Cells.Length]);
        own.CopyTo(cells);
        first = 0;
        return kept;
    }

    /// <summary>Adds the next cell of the row; <paramref name="start"/> counts from <see cref="RowStart"/>.</summary>
    protected void Add(int start, int length)
    {
        var at = unchecked(first + Count++);
        if (at == cells.Length)
            Array.Resize(ref cells, cells.Length * 2);
        cells[at] = (start, length);
    }

    /// <summary>Where the next row's first cell goes.</summary>
    protected int FirstCell => first;

    /// <summary>Room for at least so many cells of the next rows.</summary>
    protected Span<(int Start, int Length)> RoomFor(int count)
    {
        if (cells.Length - first < count)
            Array.Resize(ref cells, Math.Max(first + count, cells.Length * 2));
        return cells.AsSpan(first);
    }

    /// <summary>So many cells in the room are those of rows that are kept.</summary>
    protected void SkipCells(int count) => first += count;

    /// <summary>Gives a cell of the row another text; <paramref name="start"/> counts from <see cref="RowStart"/>.</summary>
    protected void Replace(int column, int start, int length) => cells[first + column] = (start, length);

    /// <summary>The rows to be shown from now on have been read already; the first is the next.</summary>
    /// <param name="buffers">The rows.</param>
    /// <param name="known">What is known of their cells.</param>
    protected void Show(RowBuffers buffers, KnownCells known)
    {
        (Text, cells) = (buffers.Text, buffers.Cells);
        Take(known);
        (first, Count, numbersAt, textNumbersAt, markAt) = (0, 0, -known.Width.Numbers, -known.Width.TextNumbers, -1);
    }

    /// <summary>Makes the next of these rows the current one.</summary>
    /// <param name="placement">Where it begins, and the position behind its last cell.</param>
    /// <param name="width">How many numbers, and numbers of texts, a row has.</param>
    protected void ShowNext((int Start, int EndOfCells) placement, (int Numbers, int TextNumbers) width)
    {
        unchecked
        {
            RowStart = placement.Start;
            first += Count;
            Count = placement.EndOfCells - first;
            numbersAt += width.Numbers;
            textNumbersAt += width.TextNumbers;
            markAt++;
        }
    }

    private void Take(KnownCells cells) => (known, numbers, numberPlaces, textNumbers, textPlaces, marks) =
        (cells, cells.Numbers, cells.NumberPlaces, cells.TextNumbers, cells.TextPlaces, cells.Marks);
}
