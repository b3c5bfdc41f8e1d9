using Produktreport.Core.Deliveries.Decoding;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Tables;

/// <summary>
/// The rows of a CSV text as Excel splits them: CRLF, LF and lone CR end a row, also mixed; a quotation mark counts only at the
/// beginning of a cell; doubled ones inside are one; text after the closing one belongs to the cell. Only the current row is kept.
/// </summary>
internal sealed class CsvRows : RowSource
{
    private readonly CharSource source;
    private readonly char separator;
    private readonly ReadingLimits limits;
    private readonly EndFinder ends;
    private char[] buffer = new char[32 * 1024];
    private int[] starts = new int[64];
    private int[] lengths = new int[64];
    private int position;
    private int filled;
    private bool ended;
    private bool skipLineFeed;

    /// <summary>Reads from <paramref name="source"/>, which is at the beginning of a row.</summary>
    public CsvRows(CharSource source, char separator, ReadingLimits limits)
    {
        this.source = source;
        this.separator = separator;
        this.limits = limits;
        ends = new EndFinder(separator);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Cell(int column) =>
        column < Count ? buffer.AsSpan(starts[column], lengths[column]) : default;

    /// <inheritdoc/>
    public override bool Next()
    {
        Count = 0;
        if (Fault is not null || !SkipLineFeed() || (position == filled && !Fill(ref position)))
            return false;
        Line++;
        if (Line > limits.MaximumRows)
            return Stop(DeliveryFindings.TooManyRows(limits.MaximumRows));
        return ReadRow();
    }

    /// <summary>Skips the <c>sep=</c> line, which Excel does not count as a row.</summary>
    public void SkipDeclaration()
    {
        Next();
        Line = 0;
    }

    private bool SkipLineFeed()
    {
        if (!skipLineFeed)
            return true;
        skipLineFeed = false;
        if (position == filled && !Fill(ref position))
            return false;
        if (buffer[position] == '\n')
            position++;
        return true;
    }

    private bool ReadRow()
    {
        var rowStart = position;
        var at = position;
        while (true)
        {
            if (Count == limits.MaximumColumns)
                return Stop(DeliveryFindings.TooManyColumns(Line, limits.MaximumColumns));
            if (Count == starts.Length)
                Widen();
            if (!ReadCell(ref rowStart, ref at))
                return false;
            if (at == filled || buffer[at] != separator)
                break;
            at++;
        }

        EndRow(at);
        return true;
    }

    private void EndRow(int at)
    {
        if (at < filled)
        {
            skipLineFeed = buffer[at] == '\r';
            at++;
        }

        position = at;
    }

    /// <summary>Reads one cell; afterwards <paramref name="at"/> is on the separator or line end behind it, or at the end of the text.</summary>
    private bool ReadCell(ref int rowStart, ref int at)
    {
        if (at == filled && !More(ref rowStart, ref at) && Fault is not null)
            return false;
        if (at < filled && buffer[at] == '"')
            return ReadQuoted(ref rowStart, ref at);
        var start = at - rowStart;
        if (!FindEnd(ref rowStart, ref at))
            return false;
        return Take(rowStart + start, at - rowStart - start);
    }

    private bool ReadQuoted(ref int rowStart, ref int at)
    {
        at++;
        var start = at - rowStart;
        var length = 0;
        while (true)
        {
            if (at == filled && !More(ref rowStart, ref at))
                return Fault is null ? Stop(DeliveryFindings.OpenQuote(Line, Count)) : false;
            var run = buffer.AsSpan(at, filled - at).IndexOf('"');
            var taken = run < 0 ? filled - at : run;
            Shift(at, rowStart + start + length, taken);
            length += taken;
            at += taken;
            if (length > limits.MaximumCellLength)
                return Stop(DeliveryFindings.CellTooLong(Line, Count, limits.MaximumCellLength));
            if (run < 0)
                continue;
            at++;
            if (at == filled && !More(ref rowStart, ref at) && Fault is not null)
                return false;
            if (at == filled || buffer[at] != '"')
                break;
            buffer[rowStart + start + length++] = '"';
            at++;
        }

        var rest = at - rowStart;
        if (!FindEnd(ref rowStart, ref at))
            return false;
        var tail = at - rowStart - rest;
        Shift(rowStart + rest, rowStart + start + length, tail);
        return Take(rowStart + start, length + tail);
    }

    private void Shift(int from, int to, int count)
    {
        if (from != to && count > 0)
            buffer.AsSpan(from, count).CopyTo(buffer.AsSpan(to));
    }

    private bool FindEnd(ref int rowStart, ref int at)
    {
        while (true)
        {
            if (ends.Find(buffer, ref at, filled))
                return true;
            if (!More(ref rowStart, ref at))
                return Fault is null;
        }
    }

    private bool Take(int start, int length)
    {
        if (length > limits.MaximumCellLength)
            return Stop(DeliveryFindings.CellTooLong(Line, Count, limits.MaximumCellLength));
        starts[Count] = start;
        lengths[Count] = length;
        Count++;
        return true;
    }

    /// <summary>Reads on within a row, moving the row to the beginning of the buffer; false at the end of the text or on a fault.</summary>
    private bool More(ref int rowStart, ref int at)
    {
        if (filled - rowStart >= limits.MaximumRowLength)
            return Stop(DeliveryFindings.RowTooLong(Line, limits.MaximumRowLength));
        var moved = rowStart;
        var grew = Fill(ref rowStart);
        at -= moved - rowStart;
        for (var cell = 0; cell < Count; cell++)
            starts[cell] -= moved - rowStart;
        return grew;
    }

    /// <summary>Keeps what begins at <paramref name="kept"/> and reads further text behind it; false at the end.</summary>
    private bool Fill(ref int kept)
    {
        if (ended)
            return false;
        var length = filled - kept;
        if (length > buffer.Length / 2)
            Array.Resize(ref buffer, buffer.Length * 2);
        if (kept > 0)
            buffer.AsSpan(kept, length).CopyTo(buffer);
        kept = 0;
        ends.Forget();
        var read = source.Read(buffer.AsSpan(length));
        filled = length + read;
        ended = read == 0;
        return !ended;
    }

    private void Widen()
    {
        Array.Resize(ref starts, starts.Length * 2);
        Array.Resize(ref lengths, lengths.Length * 2);
    }

    private bool Stop(Finding fault)
    {
        Fault = fault;
        Count = 0;
        return false;
    }
}
