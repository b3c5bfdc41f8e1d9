using System.Collections.Concurrent;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Csv;

/// <summary>
/// The rows of a text below its header, in blocks. Where the text is long, blocks are split on another core while those before
/// them are being read. Nothing differs but the time it takes: rows come one after the other, a fault comes behind the rows
/// before it.
/// </summary>
internal sealed class BlockRows : RowSource
{
    /// <summary>Enough that neither side waits for the other's hiccups.</summary>
    private const int BlocksAhead = 4;

    private readonly CsvRows rows;
    private readonly BlockingCollection<RowBlock> filled = [];
    private readonly BlockingCollection<RowBlock> free = [];
    private readonly Task? splitting;
    private readonly KnownCells fetched;
    private RowBlock block;
    private bool isLast;
    private int row;
    private int count;
    private (int Start, int EndOfCells)[] placements = [];
    private (int Numbers, int TextNumbers) width;

    /// <summary>
    /// Takes the rows behind the current one. Until this is disposed of, <paramref name="rows"/> and what they are read from
    /// must be left alone.
    /// </summary>
    /// <param name="rows">The rows, at the header.</param>
    /// <param name="numbers">The columns that hold numbers, from 0.</param>
    /// <param name="keys">The columns that hold keys.</param>
    /// <param name="watch">The columns that are watched.</param>
    /// <param name="limits">From which size on another core is asked.</param>
    public BlockRows(CsvRows rows, IEnumerable<int> numbers, KeyTexts keys, CellWatch watch, ReadingLimits limits)
    {
        this.rows = rows;
        int[] numberColumns = [.. numbers.Distinct()];
        fetched = new KnownCells(numberColumns, keys);
        block = new RowBlock(numberColumns, keys, watch);
        if (rows.BytesLeft < limits.ReadAheadBytes)
            return;
        for (var blocks = 1; blocks < BlocksAhead; blocks++)
            free.Add(new RowBlock(numberColumns, keys, watch));
        splitting = Task.Factory.StartNew(Split, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public override bool IsPartedByCommas => rows.IsPartedByCommas;

    /// <inheritdoc/>
    public override bool Next()
    {
        if (++row >= count && !NextBlock())
            return End();
        ShowNext(placements[row], width);
        Line++;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        free.CompleteAdding();
        if (splitting is not null)
            Task.WaitAny(splitting); // what it died of concerns nobody any more
        free.Dispose();
        filled.Dispose();
    }

    /// <summary>Goes to the first row of the next block that has any.</summary>
    private bool NextBlock()
    {
        row = 0;
        var isAny = splitting is not null ? TakeBlock() : FillBlock();
        var known = splitting is null ? block.Known : Fetch();
        known.Combine(block.Count);
        Show(block.Buffers, known);
        (count, placements, width, Line) = (block.Count, block.Placements, block.Known.Width, block.FirstLine - 1);
        return isAny;
    }

    /// <summary>
    /// Fetches what is known of the cells from the other core at one go: cell by cell, each piece of it would be waited for.
    /// </summary>
    private KnownCells Fetch()
    {
        fetched.Copy(block.Known, block.Count);
        return fetched;
    }

    private bool FillBlock()
    {
        if (isLast)
            row = block.Count;
        else
            isLast = !block.Fill(rows);
        return row < block.Count;
    }

    private bool TakeBlock()
    {
        free.Add(block);
        if (filled.TryTake(out var next, Timeout.Infinite))
            block = next;
        else
            splitting!.GetAwaiter().GetResult(); // fails as it did
        return next?.Count > 0;
    }

    private bool End()
    {
        (Fault, Line) = (rows.Fault, rows.Line);
        Clear();
        return false;
    }

    private void Split()
    {
        try
        {
            var more = true;
            while (more && free.TryTake(out var next, Timeout.Infinite))
            {
                more = next.Fill(rows);
                filled.Add(next);
            }
        }
        finally
        {
            filled.CompleteAdding();
        }
    }
}
