using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// Reads the texts of a workbook one after the other through the same buffers: buffers for each of two million texts would fill
/// the memory sooner than the texts.
/// </summary>
internal sealed partial class CellText(ReadingLimits limits)
{
    private readonly StringBuilder text = new();
    private readonly char[] piece = new char[256];

    /// <summary>The text of an <c>si</c> or <c>is</c> element: its runs one after the other, without phonetic hints.</summary>
    public string Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        text.Clear();
        var depth = xml.Depth;
        var phonetic = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
                phonetic += xml.NodeType == XmlNodeType.Element ? 1 : -1;
            else if (phonetic == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA
                or XmlNodeType.Whitespace)
                Append(xml);
        }

        return Composition.Of(Unescaped(text.ToString()));
    }

    /// <summary>
    /// The text with the characters that are written as <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19), one line feed for each line
    /// break, and blanks for other control characters.
    /// </summary>
    private static string Unescaped(string text)
    {
        var plain = text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, escape => ((char)Convert.ToUInt16(escape.Groups["code"].Value, 16)).ToString())
            : text;
        if (!plain.AsSpan().ContainsAnyInRange('\0', '\u001F'))
            return plain;
        var lines = plain.ReplaceLineEndings("\n").ToCharArray();
        for (var at = 0; at < lines.Length; at++)
            lines[at] = lines[at] < ' ' && lines[at] is not ('\n' or '\t') ? ' ' : lines[at];
        return new string(lines);
    }

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();

    /// <summary>Takes a text node in pieces, so that an enormous one is never in memory.</summary>
    private void Append(XmlReader xml)
    {
        while (text.Length <= limits.MaximumCellLength && xml.ReadValueChunk(piece, 0, piece.Length) is var read and > 0)
            text.Append(piece, 0, read);
    }
}
