using System.Numerics;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Decoding;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Csv;

/// <summary>
/// The rows of a CSV text as Excel splits them: CRLF, LF and lone CR end a row, also mixed; a quotation mark counts only at the
/// beginning of a cell; doubled ones inside are one; text after the closing one belongs to the cell. Only the current row is
/// kept, unless a block keeps those before it (<see cref="BeginBlock"/>).
/// </summary>
internal sealed class CsvRows : RowSource
{
    private readonly CharSource source;
    private readonly char separator;
    private readonly ReadingLimits limits;
    private readonly EndFinder ends;
    private readonly int mostCells;
    private int position;
    private int filled;
    private bool ended;
    private bool skipLineFeed;
    private RowBuffers? next;
    private RowBuffers? kept;

    /// <summary>Reads from <paramref name="source"/>, which is at the beginning of a row.</summary>
    public CsvRows(CharSource source, char separator, ReadingLimits limits)
    {
        this.source = source;
        this.separator = separator;
        this.limits = limits;
        ends = new EndFinder(separator);
        mostCells = limits.MaximumColumns - EndFinder.Block;
    }

    /// <summary>How many bytes have not been looked at yet.</summary>
    public long BytesLeft => source.BytesLeft;

    /// <inheritdoc/>
    public override bool IsPartedByCommas => separator == ',';

    /// <inheritdoc/>
    public override bool Next()
    {
        Clear();
        RowStart = position;
        if (Fault is not null || !SkipLineFeed() || (RowStart == filled && !Fill()))
            return false;
        Line++;
        if (Line > limits.MaximumRows)
            return Stop(TableFindings.TooManyRows(limits.MaximumRows));
        return ReadRow();
    }

    /// <summary>Skips the <c>sep=</c> line, which Excel does not count as a row.</summary>
    public void SkipDeclaration()
    {
        Next();
        Line = 0;
    }

    /// <summary>Whether there are no further rows.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Whether the current row is the first of the next block: it did not fit the one before.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>The rows from now on stay beside each other, as long as the buffers they are read into suffice.</summary>
    /// <param name="others">The buffers for what does not fit, which are not given back.</param>
    public void BeginBlock(RowBuffers others)
    {
        if (!IsHeld)
            Clear();
        (next, kept, KeepsCells) = (others, null, true);
    }

    /// <summary>Goes to the next row of the block; false where it does not fit, or there is none.</summary>
    public bool NextOfBlock()
    {
        if (IsHeld)
        {
            IsHeld = false;
            return true;
        }

        IsAtEnd = !Next();
        IsHeld = !IsAtEnd && kept is not null;
        return !IsAtEnd && !IsHeld;
    }

    /// <summary>
    /// Goes on behind those of the next rows that are whole in the buffer and have no quotation mark near them, as nearly all:
    /// they are found together. A row beyond a limit is left to <see cref="NextOfBlock"/>, which says so.
    /// </summary>
    /// <param name="placements">Gets the <see cref="RowSource.Placement"/> of each.</param>
    /// <returns>How many rows.</returns>
    public int SkipPlain(Span<(int Start, int EndOfCells)> placements)
    {
        Clear();
        var most = IsHeld || IsAtEnd || Fault is not null ? 0 : Math.Min(placements.Length, limits.MaximumRows - Line);
        var (text, row, cell, afterReturn) = (Text, position, position, skipLineFeed);
        var (rows, cells, ofRows) = (0, 0, 0);
        unchecked
        {
            for (var block = position; block < filled && rows < most; block = ends.EndOfBlock)
            {
                var found = ends.InBlock(text, block, filled);
                if (ends.HasQuotes || block + EndFinder.Block - cell > limits.MaximumCellLength || cells - ofRows > mostCells)
                    break;
                for (var room = RoomFor(cells + EndFinder.Block); found != 0 && rows < most; found &= found - 1)
                {
                    var end = block + BitOperations.TrailingZeroCount(found);
                    var at = cell;
                    cell = end + 1;
                    if (end == row && afterReturn && text[end] == '\n')
                    {
                        (row, afterReturn) = (cell, false);
                        continue;
                    }

                    room[cells++] = (at - row, end - at);
                    if (text[end] == separator)
                        continue;
                    placements[rows++] = (row, FirstCell + cells);
                    (row, ofRows, afterReturn) = (cell, cells, text[end] == '\r');
                }
            }
        }

        (position, skipLineFeed) = (row, afterReturn);
        Line += rows;
        SkipCells(ofRows);
        return rows;
    }

    /// <summary>The buffers with the rows of the block.</summary>
    public RowBuffers EndBlock()
    {
        if (kept is null && !IsAtEnd)
        {
            var rest = Text.AsSpan(position, filled - position);
            Clear();
            kept = MoveTo(next!);
            (position, filled) = (0, PutFirst(rest));
        }

        return kept ?? Buffers;
    }

    /// <inheritdoc/>
    public override RowSource InBlocks(IEnumerable<int> numbers, KeyTexts keys, CellWatch watch, ReadingLimits limits) =>
        new BlockRows(this, numbers, keys, watch, limits);

    /// <inheritdoc/>
    public override void Dispose()
    {
        // The stream belongs to who opened it.
    }

    private bool SkipLineFeed()
    {
        if (!skipLineFeed)
            return true;
        skipLineFeed = false;
        if (RowStart == filled && !Fill())
            return false;
        if (Text[RowStart] == '\n')
            RowStart++;
        return true;
    }

    private bool ReadRow()
    {
        var at = RowStart;
        while (true)
        {
            if (Count == limits.MaximumColumns)
                return Stop(TableFindings.TooManyColumns(Line, limits.MaximumColumns));
            var end = ReadCell(at);
            if (end < 0)
                return false;
            at = unchecked(end + 1);
            if (end == filled || Text[end] != separator)
                break;
        }

        skipLineFeed = at <= filled && Text[at - 1] == '\r';
        position = Math.Min(at, filled);
        return true;
    }

    /// <summary>
    /// Reads the cell that begins at a position; the position of the separator or line end behind it, or of the end of the
    /// text; −1 on a fault.
    /// </summary>
    private int ReadCell(int at)
    {
        var end = ends.Find(Text, at, filled);
        if (end >= filled || Text[at] == '"')
            return ReadSpecial(at - RowStart);
        return Take(unchecked(at - RowStart), unchecked(end - at)) ? end : -1;
    }

    /// <summary>
    /// Reads a cell that is quoted, or whose end has not been read yet; counts from the beginning of the row, which may move.
    /// </summary>
    private int ReadSpecial(int start)
    {
        if (RowStart + start == filled && !More() && Fault is not null)
            return -1;
        if (RowStart + start < filled && Text[RowStart + start] == '"')
            return ReadQuoted(start + 1);
        var end = FindEnd(start);
        return end >= 0 && Take(start, end - start) ? RowStart + end : -1;
    }

    private int ReadQuoted(int start)
    {
        var at = start;
        var length = 0;
        while (true)
        {
            if (RowStart + at == filled && !More())
                return Fail(Fault ?? TableFindings.OpenQuote(Line, Count));
            var rest = Text.AsSpan(RowStart + at, filled - RowStart - at);
            var run = rest.IndexOf('"');
            var taken = run < 0 ? rest.Length : run;
            Shift(at, start + length, taken);
            length += taken;
            at += taken;
            if (length > limits.MaximumCellLength)
                return Fail(TableFindings.CellTooLong(Line, Count, limits.MaximumCellLength));
            if (run < 0)
                continue;
            at++;
            if (RowStart + at == filled && !More() && Fault is not null)
                return -1;
            if (RowStart + at == filled || Text[RowStart + at] != '"')
                break;
            Text[RowStart + start + length++] = '"';
            at++;
        }

        var end = FindEnd(at);
        if (end < 0)
            return -1;
        Shift(at, start + length, end - at);
        return Take(start, length + end - at) ? RowStart + end : -1;
    }

    private void Shift(int from, int to, int count)
    {
        if (from != to && count > 0)
            Text.AsSpan(RowStart + from, count).CopyTo(Text.AsSpan(RowStart + to));
    }

    /// <summary>
    /// The next separator or line end, or the end of the text; −1 on a fault. Counts from the beginning of the row.
    /// </summary>
    private int FindEnd(int at)
    {
        while (true)
        {
            var end = ends.Find(Text, RowStart + at, filled);
            if (end < filled)
                return end - RowStart;
            at = filled - RowStart;
            if (!More())
                return Fault is null ? at : -1;
        }
    }

    private bool Take(int start, int length)
    {
        if (length > limits.MaximumCellLength)
            return Stop(TableFindings.CellTooLong(Line, Count, limits.MaximumCellLength));
        Add(start, length);
        return true;
    }

    /// <summary>Reads on within a row, which may move; false at the end of the text or on a fault.</summary>
    private bool More() =>
        filled - RowStart >= limits.MaximumRowLength ? Stop(TableFindings.RowTooLong(Line, limits.MaximumRowLength)) : Fill();

    /// <summary>Moves the row to the beginning of the buffer and reads further text behind it; false at the end.</summary>
    private bool Fill()
    {
        if (ended)
            return false;
        var row = Text.AsSpan(RowStart, filled - RowStart);
        if (next is not null && kept is null && HasKept)
            kept = MoveTo(next);
        filled = PutFirst(row);
        RowStart = 0;
        var read = source.Read(Text.AsSpan(filled, Text.Length - filled - EndFinder.Block));
        filled += read;
        ended = read == 0;
        return !ended;
    }

    /// <summary>Puts text at the beginning of the buffer, and makes room behind it; returns its length.</summary>
    private int PutFirst(ReadOnlySpan<char> text)
    {
        if (text.Length > Text.Length / 2)
            Text = new char[Math.Max(Text.Length, text.Length) * 2];
        text.CopyTo(Text);
        ends.Forget();
        return text.Length;
    }

    private bool Stop(Finding fault)
    {
        Fault = fault;
        Clear();
        return false;
    }

    private int Fail(Finding fault)
    {
        Stop(fault);
        return -1;
    }
}
