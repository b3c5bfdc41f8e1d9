using System.Text;
using System.Xml;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// The texts of a sheet that stand outside its cells: comments on cells (ECMA-376 part 1, 18.7) and text boxes (20.5).
/// </summary>
internal static class SheetAsides
{
    private const int Most = 1000;
    private const int LongestText = 1000;

    /// <summary>Adds the comments, or the paragraphs of text boxes, of a part; as many as people write.</summary>
    public static void Read(XmlReader part, List<(CellPlace Place, string Text)> texts)
    {
        var place = new CellPlace(0);
        var text = new StringBuilder();
        while (texts.Count < Most && part.Read())
        {
            if (part is { NodeType: XmlNodeType.Element, LocalName: "comment" or "threadedComment" })
                (place, _) = (MergedArea.PlaceOf(part.GetAttribute("ref")), text.Clear()); // the authors stand before
            else if (part.NodeType is XmlNodeType.Text)
                Append(part, text);
            else if (part is { NodeType: XmlNodeType.EndElement, LocalName: "comment" or "threadedComment" or "p" })
                Add(place, text, texts);
        }
    }

    private static void Append(XmlReader part, StringBuilder text)
    {
        var piece = new char[256];
        while (text.Length < LongestText && part.ReadValueChunk(piece, 0, piece.Length) is var read and > 0)
            text.Append(piece, 0, read);
    }

    private static void Add(CellPlace place, StringBuilder text, List<(CellPlace Place, string Text)> texts)
    {
        if (text.Length > 0)
            texts.Add((place, Composition.Of(text.ToString())));
        text.Clear();
    }
}
