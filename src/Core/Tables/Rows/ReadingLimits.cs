namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// How much of an upload is read before it is rejected as unreasonable: bounds on time and memory, whatever is sent.
/// </summary>
public sealed record ReadingLimits
{
    /// <summary>The documented defaults.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Size of the file in bytes; default 1 GiB.</summary>
    public long MaximumBytes { get; init; } = 1L << 30;

    /// <summary>Bytes one part of an XLSX file may unpack to; default 512 MiB.</summary>
    public long MaximumUnpackedBytes { get; init; } = 512L << 20;

    /// <summary>
    /// Bytes a part of an XLSX file may unpack to before <see cref="MaximumCompression"/> is looked at; default 16 MiB.
    /// </summary>
    public long UncheckedUnpackedBytes { get; init; } = 16L << 20;

    /// <summary>
    /// How many times its packed size a large part may unpack to; default 100 (worksheets: 10 to 60, zip bombs: 1,000).
    /// </summary>
    public int MaximumCompression { get; init; } = 100;

    /// <summary>Sheets of a workbook; default 500.</summary>
    public int MaximumSheets { get; init; } = 500;

    /// <summary>Characters of all texts that the cells of a workbook share; default 50,000,000.</summary>
    public long MaximumSharedText { get; init; } = 50_000_000;

    /// <summary>Characters in one cell; default 32,767, what Excel itself can hold.</summary>
    public int MaximumCellLength { get; init; } = 32_767;

    /// <summary>Characters in one row, quotes included; default 1,000,000.</summary>
    public int MaximumRowLength { get; init; } = 1_000_000;

    /// <summary>Cells in one row; default 16,384, Excel's last column XFD.</summary>
    public int MaximumColumns { get; init; } = 16_384;

    /// <summary>Rows without any content; default 2,000,000 (a sheet saved with all its 1,048,576 rows is still read).</summary>
    public int MaximumEmptyRows { get; init; } = 2_000_000;

    /// <summary>Rows in all; default 50,000,000.</summary>
    public int MaximumRows { get; init; } = 50_000_000;

    /// <summary>Rows times columns of values; default 200,000,000, a few seconds.</summary>
    public long MaximumCells { get; init; } = 200_000_000;

    /// <summary>Values one delivery may bring; default 5,000,000 (about 70 bytes of memory each).</summary>
    public int MaximumValues { get; init; } = 5_000_000;

    /// <summary>
    /// Bytes a text must still have behind its header for its rows to be split on another core; default 1 MiB, never on a
    /// machine with one. Changes the time it takes, never what is read.
    /// </summary>
    public long ReadAheadBytes { get; init; } = Environment.ProcessorCount > 1 ? 1 << 20 : long.MaxValue;

    /// <summary>Rows in which the header is looked for; default 100.</summary>
    public int HeaderSearchRows { get; init; } = 100;

    /// <summary>
    /// Ranges of lines named of the rows that add up to a value; default 20. Changes the words, never what is read.
    /// </summary>
    public int MaximumRanges { get; init; } = 20;

    /// <summary>Findings printed on a receipt, the last of which counts the rest; default 200.</summary>
    public int MaximumFindings { get; init; } = 200;
}
