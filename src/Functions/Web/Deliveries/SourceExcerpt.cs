using System.Text;

namespace Produktreport.Functions.Web.Deliveries;

/// <summary>A few lines of an uploaded text around one of them, as cells, to show where a number stands.</summary>
/// <param name="Columns">How many columns the widest row has, at most 60.</param>
/// <param name="Rows">The lines.</param>
public sealed record SourceExcerpt(int Columns, IReadOnlyList<SourceRow> Rows)
{
    private const int Around = 4;
    private const int MostColumns = 60;
    private const int LongestCell = 200;
    private const int LongestLine = 100_000;

    /// <summary>The lines around one; null where the file is no text.</summary>
    public static async Task<SourceExcerpt?> Read(Stream content, int line, CancellationToken cancellation)
    {
        var start = new byte[8 * 1024];
        var count = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        content.Position = 0;
        if (EncodingOf(start.AsSpan(0, count)) is not { } encoding)
            return null;
        // The head is always shown: it says what the columns are.
        var lines = new List<(int Number, string Text)>();
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        for (var number = 1; number <= line + Around && await reader.ReadLineAsync(cancellation) is { } text; number++)
        {
            if (number == 1 || number >= line - Around)
                lines.Add((number, text.Length > LongestLine ? text[..LongestLine] : text));
        }

        var separator = SeparatorOf(lines.Select(each => each.Text));
        List<SourceRow> rows = [.. lines.Select(each => new SourceRow(each.Number, [.. Split(each.Text, separator).Take(MostColumns)]))];
        return new SourceExcerpt(rows.Select(row => row.Cells.Count).DefaultIfEmpty(0).Max(), rows);
    }

    /// <summary>The letter of a column, from 0: <c>A</c>, <c>Z</c>, <c>AA</c>.</summary>
    public static string Letter(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letter(column / 26 - 1) + (char)('A' + column % 26);

    // Zeros are no text, unless every second byte is one (UTF-16 has a mark, which the reader sees itself).
    private static Encoding? EncodingOf(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return Encoding.Unicode;
        if (start.Contains((byte)0) || start is [(byte)'P', (byte)'K', 3, 4, ..])
            return null;
        return System.Text.Unicode.Utf8.IsValid(TrimToCharacter(start)) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252);
    }

    // A character may be cut at the end of what was read.
    private static ReadOnlySpan<byte> TrimToCharacter(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        for (var back = 0; back < 3 && end > 0 && (bytes[end - 1] & 0xC0) == 0x80; back++)
            end--;
        return end > 0 && bytes[end - 1] >= 0xC0 ? bytes[..(end - 1)] : bytes;
    }

    private static char SeparatorOf(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        return ";\t,|".MaxBy(candidate => candidate == ',' ? text.Count(c => c == ',') / 2 : text.Count(c => c == candidate));
    }

    private static IEnumerable<string> Split(string line, char separator)
    {
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == separator && !isQuoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else if (cell.Length < LongestCell)
                cell.Append(c);
        }

        yield return cell.ToString();
    }
}

/// <summary>A line as cells.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Cells">Its cells.</param>
public sealed record SourceRow(int Line, IReadOnlyList<string> Cells);
