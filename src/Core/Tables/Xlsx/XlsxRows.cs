using System.Globalization;
using System.Xml;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// The rows of one worksheet, streamed. Rows that are not in the file are not visited: the line is Excel's row number.
/// </summary>
/// <param name="xml">The sheet's part, at its beginning.</param>
/// <param name="cells">Reads its cells.</param>
/// <param name="limits">How much is read.</param>
internal sealed class XlsxRows(XmlReader xml, XlsxCells cells, ReadingLimits limits) : RowSource
{
    private CellType[] kinds = new CellType[32];
    private int length;

    /// <inheritdoc/>
    public override CellType KindOf(int column) => column < Count ? kinds[column] : CellType.Text;

    /// <inheritdoc/>
    public override bool Next()
    {
        Clear();
        if (Fault is not null)
            return false;
        try
        {
            return ReadRow();
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
            if (!xml.Read())
                return false;
        }

        var line = int.TryParse(xml.GetAttribute("r"), System.Globalization.NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : Line + 1;
        if (line <= Line)
            throw new InvalidDataException("The rows are out of order.");
        Line = line;
        ReadCells();
        return Fault is null;
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
        if (length + text.Length > Text.Length)
        {
            var wider = new char[Math.Max(Text.Length * 2, length + text.Length)];
            Text.AsSpan(0, length).CopyTo(wider);
            Text = wider;
        }

        if (Count == kinds.Length)
            Array.Resize(ref kinds, kinds.Length * 2);
        kinds[Count] = kind;
        text.CopyTo(Text.AsSpan(length));
        Add(length, text.Length);
        length += text.Length;
    }
}
