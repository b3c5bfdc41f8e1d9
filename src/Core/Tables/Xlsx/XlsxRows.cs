using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// The rows of one worksheet, streamed. Rows that are not in the file are not visited: the line is Excel's row number. A cell
/// that is merged with others above has their text; a row all of whose cells are is none of its own.
/// </summary>
/// <param name="xml">The sheet's part, at its beginning.</param>
/// <param name="merged">Its merged cells.</param>
/// <param name="cells">Reads its cells.</param>
/// <param name="limits">How much is read.</param>
/// <param name="asides">The texts outside its cells, as far as they stand in other parts.</param>
internal sealed partial class XlsxRows(XmlReader xml, MergedCells merged, XlsxCells cells, ReadingLimits limits,
    List<(CellPlace Place, string Text)> asides) : RowSource
{
    private const int MostHiddenLines = 100_000;
    private const int MostStruckCells = 100_000;
    private readonly List<int> hiddenLines = [];
    private readonly List<CellPlace> struckCells = [];
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private readonly List<Continued> continued = [];
    private readonly List<MergedArea> sideways = [];
    private readonly CellText pages = new(limits);
    private CellType[] kinds = new CellType[32];
    private bool[] fromAbove = new bool[32];
    private int length;
    private long filled;

    /// <inheritdoc/>
    public override CellType KindOf(int column) => column < Count ? kinds[column] : CellType.Text;

    /// <inheritdoc/>
    public override bool IsContinued(int column) => column < Count && fromAbove[column];

    /// <inheritdoc/>
    public override bool ContinuesBelow => continued.Exists(cell => cell.LastLine > Line);

    /// <inheritdoc/>
    public override int OriginOf(int column)
    {
        foreach (var area in sideways)
        {
            if (column >= area.FirstColumn && column <= area.LastColumn)
                return area.FirstColumn;
        }

        return column;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(CellPlace Place, string Text)> Asides => asides;

    /// <inheritdoc/>
    public override IReadOnlyList<int> HiddenLines => hiddenLines;

    /// <inheritdoc/>
    public override IReadOnlyList<CellPlace> StruckCells => struckCells;

    /// <inheritdoc/>
    public override bool IsHiddenColumn(int column) =>
        hiddenColumns.Exists(columns => column >= columns.First && column <= columns.Last);

    /// <inheritdoc/>
    public override bool Next()
    {
        Clear();
        if (Fault is not null)
            return false;
        try
        {
            while (ReadRow())
            {
                if (!IsContinuedWhole())
                    return true;
                Clear();
            }

            return false;
        }
        catch (UnpackedTooLargeException)
        {
            Fault = TableFindings.UnpackedTooLarge();
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException)
        {
            Fault = TableFindings.DamagedWorkbook();
        }

        Clear();
        return false;
    }

    /// <inheritdoc/>
    public override void Dispose() => xml.Dispose();

    private bool ReadRow()
    {
        while (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "col" } && IsHidden("width"))
                hiddenColumns.Add((Number("min") - 1, Number("max") - 1));
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "oddHeader" or "oddFooter" or "firstHeader")
                asides.Add((new CellPlace(0), PageCode().Replace(pages.Read(xml), " ").Trim()));
            if (!xml.Read())
                return false;
        }

        var line = Number("r") is var stated and > 0 ? stated : Line + 1;
        if (line <= Line)
            throw new InvalidDataException("The rows are out of order.");
        Line = line;
        var isHidden = IsHidden("ht");
        ReadCells();
        if (Fault is null)
            TakeMerged();
        if (isHidden && !IsEmpty && hiddenLines.Count < MostHiddenLines)
            hiddenLines.Add(Line);
        return Fault is null;
    }

    /// <summary>The codes in a page's head or foot for place, page number and font: <c>&amp;C</c>, <c>&amp;12</c>.</summary>
    [GeneratedRegex("&(\"[^\"]*\"|[0-9]{1,3}|[A-Za-z])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PageCode();

    /// <summary>Whether the row or column the reader is on is not shown: hidden, filtered out, or without size.</summary>
    private bool IsHidden(string size) => xml.GetAttribute("hidden") is "1" or "true" || xml.GetAttribute(size) is "0";

    private int Number(string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture,
            out var number)
            ? number
            : 0;

    /// <summary>Gives cells the text of those above with which they are merged, and looks which cells reach further.</summary>
    private void TakeMerged()
    {
        continued.RemoveAll(cell => cell.LastLine < Line);
        foreach (var cell in continued)
            Fill(cell);
        sideways.RemoveAll(area => area.LastLine < Line);
        foreach (var area in merged.BeginningIn(Line))
        {
            if (area.LastColumn > area.FirstColumn && sideways.Count < limits.MaximumColumns)
                sideways.Add(area);
            var (column, text) = (area.FirstColumn, Cell(area.FirstColumn).ToString());
            if (area.LastLine > Line && !Blanks.Trim(text).IsEmpty)
                continued.Add(new Continued(Line, area.LastLine, column, text, KindOf(column)));
        }
    }

    private void Fill(in Continued cell)
    {
        if (++filled > limits.MaximumValues)
            throw new UnpackedTooLargeException("The worksheet has too many merged cells.");
        while (Count <= cell.Column)
            Add("", CellType.Text);
        var start = length;
        Write(cell.Text);
        Replace(cell.Column, start, cell.Text.Length);
        (kinds[cell.Column], fromAbove[cell.Column]) = (cell.Kind, true);
        if (length > limits.MaximumRowLength)
            Fault = TableFindings.RowTooLong(Line, limits.MaximumRowLength);
    }

    /// <summary>Whether something stands in the row, but nothing that is not continued from above.</summary>
    private bool IsContinuedWhole()
    {
        if (continued.Count == 0 || IsEmpty)
            return false;
        for (var column = 0; column < Count; column++)
        {
            if (!Blanks.Trim(Cell(column)).IsEmpty && !IsContinued(column))
                return false;
        }

        return true;
    }

    private void ReadCells()
    {
        var depth = xml.Depth;
        var isEmpty = xml.IsEmptyElement;
        length = 0;
        if (!xml.Read() || isEmpty)
            return;
        while (xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                if (!xml.Read())
                    return;
                continue;
            }

            var column = ColumnOf(xml.GetAttribute("r"));
            if (column >= limits.MaximumColumns)
            {
                Fault = TableFindings.TooManyColumns(Line, limits.MaximumColumns);
                return;
            }

            while (Count < column)
                Add("", CellType.Text);
            var (text, kind) = cells.Read(xml);
            Add(text, kind);
            if (cells.IsStruck && struckCells.Count < MostStruckCells && !Blanks.Trim(text).IsEmpty)
                struckCells.Add(new CellPlace(Line, column));
            if (text.Length > limits.MaximumCellLength)
                Fault = TableFindings.CellTooLong(Line, column, limits.MaximumCellLength);
            else if (length > limits.MaximumRowLength)
                Fault = TableFindings.RowTooLong(Line, limits.MaximumRowLength);
            if (Fault is not null)
                return;
        }
    }

    /// <summary>The column of a reference such as <c>AB12</c>; the next one where there is none.</summary>
    private int ColumnOf(string? reference)
    {
        var letters = reference.AsSpan().TrimEnd("0123456789");
        var column = ColumnLetters.Parse(letters) is var parsed and >= 0 ? parsed : Count;
        return column >= Count ? column : throw new InvalidDataException("The cells are out of order.");
    }

    private void Add(string text, CellType kind)
    {
        if (Count == kinds.Length)
        {
            Array.Resize(ref kinds, kinds.Length * 2);
            Array.Resize(ref fromAbove, kinds.Length);
        }

        (kinds[Count], fromAbove[Count]) = (kind, false);
        Add(length, text.Length);
        Write(text);
    }

    private void Write(string text)
    {
        if (length + text.Length > Text.Length)
        {
            var wider = new char[Math.Max(Text.Length * 2, length + text.Length)];
            Text.AsSpan(0, length).CopyTo(wider);
            Text = wider;
        }

        text.CopyTo(Text.AsSpan(length));
        length += text.Length;
    }

    /// <summary>A cell that is merged with those below.</summary>
    private readonly record struct Continued(int FirstLine, int LastLine, int Column, string Text, CellType Kind);
}
