namespace Produktreport.Core.Tables.Rows;

/// <summary>Headers of several lines: <c>2025</c> above <c>Ertrag</c> and <c>Aufwand</c>.</summary>
internal static class JoinedHeader
{
    /// <summary>
    /// What the lines say above a column, from the top down. A text holds for the cells to its right that are blank while
    /// something stands below them, as far as no line above it begins anew; the title of a table, in the first column, does not.
    /// </summary>
    /// <param name="lines">The lines, from the top down; the last alone says nothing for cells to its right.</param>
    /// <param name="column">The column, from 0.</param>
    public static string Of(IReadOnlyList<string[]> lines, int column)
    {
        var said = new List<string>();
        for (var line = 0; line < lines.Count; line++)
        {
            var text = line == lines.Count - 1 ? At(lines[line], column) : Group(lines, line, column);
            if (text.Length > 0 && (said.Count == 0 || !said[^1].Equals(text, StringComparison.OrdinalIgnoreCase)))
                said.Add(text);
        }

        return string.Join(' ', said);
    }

    private static string Group(IReadOnlyList<string[]> lines, int line, int column)
    {
        var ends = At(lines[^1], column).Length == 0;
        if (column == 0 || ends)
            return ends ? At(lines[line], column) : "";
        for (var at = column; at > 0; at--)
        {
            if (At(lines[line], at) is { Length: > 0 } text)
                return text;
            for (var above = 0; above < line; above++)
            {
                if (At(lines[above], at).Length > 0)
                    return "";
            }
        }

        return "";
    }

    private static string At(string[] line, int column) => column < line.Length ? line[column] : "";
}
