using System.Globalization;
using System.Xml;
using Produktreport.Core.Deliveries.Tables;

namespace Produktreport.Core.Deliveries.Xlsx;

/// <summary>The rows of one worksheet, streamed. Rows that are not in the file are not visited: the line is Excel's row number.</summary>
internal sealed class XlsxRows : RowSource, IDisposable
{
    private readonly XlsxPackage package;
    private readonly XmlReader xml;
    private readonly XlsxCells cells;
    private readonly ReadingLimits limits;
    private string[] texts = new string[32];
    private CellKind[] kinds = new CellKind[32];

    /// <summary>Reads the sheet at <paramref name="path"/>.</summary>
    public XlsxRows(XlsxPackage package, string path, ReadingLimits limits)
    {
        (this.package, this.limits) = (package, limits);
        using var strings = package.OpenKind("sharedStrings");
        using var styles = package.OpenKind("styles");
        cells = new XlsxCells(new SharedStrings(strings, limits), new NumberStyles(styles), package.CountsFrom1904, limits);
        xml = package.Open(path) ?? throw new InvalidDataException("The worksheet is missing.");
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Cell(int column) => column < Count ? texts[column] : default;

    /// <inheritdoc/>
    public override CellKind KindOf(int column) => column < Count ? kinds[column] : CellKind.Text;

    /// <inheritdoc/>
    public override bool Next()
    {
        Count = 0;
        if (Fault is not null)
            return false;
        try
        {
            return ReadRow();
        }
        catch (UnpackedTooLargeException)
        {
            Fault = DeliveryFindings.UnpackedTooLarge();
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException)
        {
            Fault = DeliveryFindings.DamagedWorkbook();
        }

        Count = 0;
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        xml.Dispose();
        package.Dispose();
    }

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
        var length = 0;
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
                Fault = DeliveryFindings.TooManyColumns(Line, limits.MaximumColumns);
                return;
            }

            Widen(column);
            (texts[column], kinds[column]) = cells.Read(xml);
            length += texts[column].Length;
            if (texts[column].Length > limits.MaximumCellLength)
                Fault = DeliveryFindings.CellTooLong(Line, column, limits.MaximumCellLength);
            else if (length > limits.MaximumRowLength)
                Fault = DeliveryFindings.RowTooLong(Line, limits.MaximumRowLength);
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

    private void Widen(int column)
    {
        if (column >= texts.Length)
        {
            Array.Resize(ref texts, Math.Max(texts.Length * 2, column + 1));
            Array.Resize(ref kinds, texts.Length);
        }

        Array.Fill(texts, "", Count, column - Count);
        Array.Fill(kinds, CellKind.Text, Count, column - Count);
        Count = column + 1;
    }
}
