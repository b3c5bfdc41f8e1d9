using System.Xml;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>The texts that cells of a workbook share (ECMA-376 part 1, 18.4).</summary>
internal sealed class SharedStrings
{
    /// <summary>What a short text takes in memory besides its characters, counted in characters.</summary>
    private const int Overhead = 40;

    private readonly List<string> texts = [];
    private readonly HashSet<int> struck = [];

    /// <summary>Reads the part; without one there are none.</summary>
    /// <exception cref="UnpackedTooLargeException">There is more text than the limits allow.</exception>
    public SharedStrings(XmlReader? xml, ReadingLimits limits)
    {
        var reader = new CellText(limits);
        long length = 0;
        while (xml?.Read() == true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            texts.Add(reader.Read(xml));
            if (reader.IsStruck)
                struck.Add(texts.Count - 1);
            length += texts[^1].Length + Overhead;
            if (length > limits.MaximumSharedText)
                throw new UnpackedTooLargeException("The workbook has too much shared text.");
        }
    }

    /// <summary>The text with this number; empty where there is none.</summary>
    public string this[int index] => index >= 0 && index < texts.Count ? texts[index] : "";

    /// <summary>Whether all of the text with this number is struck out.</summary>
    public bool IsStruck(int index) => struck.Contains(index);
}
