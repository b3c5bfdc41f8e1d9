using System.Collections.Immutable;
using System.Text;
using Sylvan.Data.Csv;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>A product plan as rows of cells, every row with its line.</summary>
/// <param name="Rows">The rows, blank ones left out.</param>
internal sealed record PlanTable(ImmutableArray<PlanRow> Rows)
{
    /// <summary>The largest file, in bytes; the published plan of Freiburg takes 120 KiB.</summary>
    public const int MaximumSize = 10 * 1024 * 1024;

    private static readonly char[] Separators = [';', '\t', ',', '|'];

    /// <summary>Reads the table; a German reason where that cannot be done.</summary>
    public static (PlanTable? Table, string? Refusal) Read(ReadOnlyMemory<byte> csv)
    {
        if (csv.Length > MaximumSize)
            return (null, "Sie ist größer als 10 MB.");
        var text = Decode(csv.Span);
        if (text.Contains('\0'))
            return (null, "Sie enthält keine Textzeilen. Excel-Dateien bitte als CSV speichern.");
        try
        {
            return (new PlanTable(RowsOf(text)), null);
        }
        catch (Exception fault) when (fault is CsvFormatException or CsvRecordTooLargeException)
        {
            return (null, "Ein Anführungszeichen ist nicht geschlossen oder eine Zeile ist viel zu lang.");
        }
    }

    /// <summary>UTF-16 by its mark, UTF-8 where every byte fits it, else Windows-1252 (Excel's „CSV“ in Germany).</summary>
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
    }

    private static ImmutableArray<PlanRow> RowsOf(string text)
    {
        var options =
            new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = Separator(text),
                MaxBufferSize = MaximumSize,
                BufferSize = 0x10000
            };
        using var reader = CsvDataReader.Create(new StringReader(text), options);
        var rows = ImmutableArray.CreateBuilder<PlanRow>();
        var line = 1;
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, reader.RowFieldCount).Select(index => reader.GetString(index)).ToImmutableArray();
            if (cells.Any(cell => cell.Trim().Length > 0))
                rows.Add(
                    new PlanRow(
                        line, [
                            .. cells.Select(
                                cell => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))]));
            line += 1 + cells.Sum(cell => cell.Count(c => c == '\n'));
        }

        return rows.ToImmutable();
    }

    /// <summary>The mark that stands most often in a line that speaks of products.</summary>
    private static char Separator(string text)
    {
        var headers = text.Split('\n', 31).Take(30).Where(line => line.Contains("rodukt", StringComparison.Ordinal)).ToList();
        return Separators.MaxBy(mark => headers.Select(line => line.Count(c => c == mark)).DefaultIfEmpty().Max());
    }
}

/// <summary>One row, blanks around its cells removed.</summary>
internal sealed record PlanRow(int Line, ImmutableArray<string> Cells)
{
    /// <summary>A cell; empty where the row is too short or the column is not there.</summary>
    public string this[int? column] => column is { } index && index < Cells.Length ? Cells[index] : "";
}
