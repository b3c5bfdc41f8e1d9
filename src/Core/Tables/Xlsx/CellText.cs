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

    private const string Digits = "0123456789";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>
    /// The text of an <c>si</c> or <c>is</c> element: its runs one after the other, without phonetic hints. Digits that are
    /// raised are those of a note (<c>12¹</c>); what is struck out beside other text does not stand there.
    /// </summary>
    public string Read(XmlReader xml)
    {
        IsStruck = false;
        if (xml.IsEmptyElement)
            return "";
        text.Clear();
        var depth = xml.Depth;
        var phonetic = 0;
        var (start, struckLength, isStruck, isRaised) = (0, 0, false, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
                phonetic += xml.NodeType == XmlNodeType.Element ? 1 : -1;
            else if (xml.LocalName == "r" && xml.NodeType == XmlNodeType.Element)
                (start, isStruck, isRaised) = (text.Length, false, false);
            else if (xml.LocalName == "r")
                struckLength += EndRun(start, isStruck, isRaised);
            else if (xml is { LocalName: "strike", NodeType: XmlNodeType.Element })
                isStruck = xml.GetAttribute("val") is not ("0" or "false");
            else if (xml is { LocalName: "vertAlign", NodeType: XmlNodeType.Element })
                isRaised = xml.GetAttribute("val") is "superscript";
            else if (phonetic == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA
                or XmlNodeType.Whitespace)
                Append(xml);
        }

        return Composition.Of(Unescaped(Standing(struckLength)));
    }

    /// <summary>Marks the run that begins at a position; how much of it is struck out.</summary>
    private int EndRun(int start, bool isStruck, bool isRaised)
    {
        for (var at = start; isRaised && at < text.Length; at++)
        {
            if (Digits.IndexOf(text[at], StringComparison.Ordinal) is var digit and >= 0)
                text[at] = Raised[digit];
        }

        if (!isStruck)
            return 0;
        text.Insert(start, StruckOut).Append(StruckOut);
        return text.Length - start;
    }

    /// <summary>Whether all of the text read last is struck out.</summary>
    public bool IsStruck { get; private set; }

    /// <summary>The text without what is struck out, unless all of it is.</summary>
    private string Standing(int struckLength)
    {
        var whole = text.ToString();
        if (struckLength == 0)
            return whole;
        var pieces = whole.Split(StruckOut);
        var standing = string.Concat(pieces.Where((_, index) => index % 2 == 0));
        IsStruck = string.IsNullOrWhiteSpace(standing);
        return IsStruck ? string.Concat(pieces) : standing;
    }

    /// <summary>No character of a file: XML cannot hold it.</summary>
    private const char StruckOut = '\uFFFF';

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
