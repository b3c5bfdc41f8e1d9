using System.Globalization;
using System.Security;
using System.Xml;
using Produktreport.Core.German;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tables.Rows;
using Produktreport.Core.Tables.Xlsx;

namespace Produktreport.Core.Reports;

/// <summary>
/// The table of values as XLSX. Its numbers are to compute with; they are shown with the places and the unit the reports print,
/// percentages as percent. The header stays in sight and filters. The same reports make the same bytes.
/// </summary>
public static class ReportTableXlsx
{
    /// <summary>The media type of such files (IANA).</summary>
    public const string MediaType = XlsxWriter.MediaType;

    private const int TextStyle = 1;
    private const int HeaderStyle = 2;
    private const int FirstNumberStyle = 3;
    private const int FirstFreeFormat = 164; // those before are Excel's own

    /// <summary>The figures of these reports, in their order.</summary>
    public static byte[] Write(IEnumerable<ProductReport> reports)
    {
        List<ReportTableCell[]> rows =
            [.. ReportTable.RowsOf(reports).Select(row => ReportTable.Columns.Select(column => column.Cell(row)).ToArray())];
        List<string> formats =
            [.. rows.SelectMany(row => row).Where(cell => cell.Number is not null).Select(cell => cell.Format).Distinct()];
        return XlsxWriter.Write("Werte", headerRow: 1, Styles(formats), xml => WriteSheet(xml, rows, formats));
    }

    private static void WriteSheet(XmlWriter xml, List<ReportTableCell[]> rows, List<string> formats)
    {
        var styles = formats.Select((format, index) => (format, index))
            .ToDictionary(entry => entry.format, entry => entry.index + FirstNumberStyle, StringComparer.Ordinal);
        XlsxWriter.Freeze(xml, rows: 1);
        XlsxWriter.WriteColumns(xml, ReportTable.Columns.Select(column => column.Width));
        xml.WriteStartElement("sheetData");
        XlsxWriter.WriteRow(xml, 1, ReportTable.Columns.Select(column => new XlsxCell(column.Name, HeaderStyle)));
        for (var index = 0; index < rows.Count; index++)
            XlsxWriter.WriteRow(xml, index + 2, rows[index].Select(Cell));
        xml.WriteEndElement();
        xml.WriteRaw($"<autoFilter ref=\"A1:{ColumnLetters.Of(ReportTable.Columns.Count - 1)}{rows.Count + 1}\"/>");

        XlsxCell Cell(ReportTableCell cell) => cell.Number is { } number
            ? new XlsxCell(Plain(number), styles[cell.Format], IsNumber: true)
            : new XlsxCell(cell.Text, TextStyle);
    }

    private static string Plain(decimal number) => GermanFormat.WithoutZeros(number).ToString(CultureInfo.InvariantCulture);

    private static string Styles(List<string> formats)
    {
        var codes = formats.Select((format, index) =>
            $"<numFmt numFmtId=\"{FirstFreeFormat + index}\" formatCode=\"{SecurityElement.Escape(format)}\"/>");
        var cells = formats.Select((_, index) =>
            $"<xf numFmtId=\"{FirstFreeFormat + index}\" applyNumberFormat=\"1\"/>");
        var declared = formats.Count == 0 ? "" : $"<numFmts count=\"{formats.Count}\">{string.Concat(codes)}</numFmts>";
        return XlsxWriter.Part("wertetabelle/styles.xml")
            .Replace("<numFmts/>", declared, StringComparison.Ordinal)
            .Replace("<cellXfs>", $"<cellXfs count=\"{FirstNumberStyle + formats.Count}\">", StringComparison.Ordinal)
            .Replace("</cellXfs>", string.Concat(cells) + "</cellXfs>", StringComparison.Ordinal);
    }
}
