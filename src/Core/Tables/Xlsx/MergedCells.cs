using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>The merged areas of a worksheet, from the top (ECMA-376 part 1, 18.3.1.55).</summary>
internal sealed class MergedCells
{
    private const int Most = 100_000;
    private readonly List<MergedArea> areas = [];
    private int next;

    /// <summary>Reads them from a sheet's part, where they stand behind all rows; null = there are none.</summary>
    /// <exception cref="UnpackedTooLargeException">There are more than any honest sheet has.</exception>
    public MergedCells(XmlReader? xml)
    {
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" }
                && MergedArea.Parse(xml.GetAttribute("ref")) is { } area)
                areas.Add(area);
            if (areas.Count > Most)
                throw new UnpackedTooLargeException("The worksheet has too many merged cells.");
        }

        areas.Sort((one, other) => one.FirstLine.CompareTo(other.FirstLine));
    }

    /// <summary>The areas that begin in a line, asked for from the top.</summary>
    public ReadOnlySpan<MergedArea> BeginningIn(int line)
    {
        while (next < areas.Count && areas[next].FirstLine < line)
            next++;
        var first = next;
        while (next < areas.Count && areas[next].FirstLine == line)
            next++;
        return CollectionsMarshal.AsSpan(areas)[first..next];
    }
}

/// <summary>A merged area; lines count from 1, columns from 0.</summary>
internal readonly record struct MergedArea(int FirstLine, int LastLine, int FirstColumn, int LastColumn)
{
    /// <summary>The area of a reference such as <c>B2:C4</c>; null where it is none.</summary>
    public static MergedArea? Parse(ReadOnlySpan<char> reference)
    {
        var colon = reference.IndexOf(':');
        return colon > 0 && TryCell(reference[..colon], out var firstLine, out var firstColumn)
            && TryCell(reference[(colon + 1)..], out var lastLine, out var lastColumn)
            && firstLine <= lastLine && firstColumn <= lastColumn
            ? new MergedArea(firstLine, lastLine, firstColumn, lastColumn)
            : null;
    }

    /// <summary>The cell of a reference such as <c>D1</c>; the whole sheet where it is none.</summary>
    public static CellPlace PlaceOf(ReadOnlySpan<char> reference) =>
        TryCell(reference, out var line, out var column) ? new CellPlace(line, column) : new CellPlace(0);

    private static bool TryCell(ReadOnlySpan<char> reference, out int line, out int column)
    {
        var letters = reference.TrimEnd("0123456789");
        column = ColumnLetters.Parse(letters);
        var digits = reference[letters.Length..];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out line)
            && column >= 0;
    }
}
