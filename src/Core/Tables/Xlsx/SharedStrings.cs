using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>The texts that cells of a workbook share (ECMA-376 part 1, 18.4).</summary>
internal sealed partial class SharedStrings
{
    /// <summary>What a short text takes in memory besides its characters, counted in characters.</summary>
    private const int Overhead = 40;

    private readonly List<string> texts = [];

    /// <summary>Reads the part; without one there are none.</summary>
    /// <exception cref="UnpackedTooLargeException">There is more text than the limits allow.</exception>
    public SharedStrings(XmlReader? xml, ReadingLimits limits)
    {
        long length = 0;
        while (xml?.Read() == true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            texts.Add(ReadText(xml, limits));
            length += texts[^1].Length + Overhead;
            if (length > limits.MaximumSharedText)
                throw new UnpackedTooLargeException("The workbook has too much shared text.");
        }
    }

    /// <summary>The text with this number; empty where there is none.</summary>
    public string this[int index] => index >= 0 && index < texts.Count ? texts[index] : "";

    /// <summary>The text of an <c>si</c> or <c>is</c> element: its runs one after the other, without phonetic hints.</summary>
    public static string ReadText(XmlReader xml, ReadingLimits limits)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        var phonetic = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
                phonetic += xml.NodeType == XmlNodeType.Element ? 1 : -1;
            else if (phonetic == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA
                or XmlNodeType.Whitespace)
                Append(text, xml, limits);
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
    private static void Append(StringBuilder text, XmlReader xml, ReadingLimits limits)
    {
        var piece = new char[256];
        while (text.Length <= limits.MaximumCellLength && xml.ReadValueChunk(piece, 0, piece.Length) is var read and > 0)
            text.Append(piece, 0, read);
    }
}
