using System.Buffers;
using System.Text;

namespace Produktreport.Core.Tables.Csv;

/// <summary>Rows of CSV that spreadsheets open right: semicolons, CRLF, no text that becomes a formula.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(";\"\r\n");
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789,");

    /// <summary>
    /// Adds a row. A cell that a spreadsheet would take for a formula (beginning with <c>= + - @</c>, tab or CR, and no number)
    /// is preceded by an apostrophe (OWASP, CSV injection).
    /// </summary>
    public static void AppendLine(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    /// <summary>Rows as a file: UTF-8 with BOM.</summary>
    public static byte[] File(IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            AppendLine(text, row);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string text)
    {
        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool IsFormula(string text) =>
        text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) && !IsNumber(text);

    private static bool IsNumber(string text) =>
        text[0] == '-' && text.Length > 1 && !text.AsSpan(1).ContainsAnyExcept(NumberCharacters);
}
