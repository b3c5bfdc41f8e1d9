using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Templates;

/// <summary>
/// A template as XLSX (ECMA-376): keys, names and expectations grey and locked, values and remarks to fill in; Excel checks
/// that a value is a number or one of the marks, and colours one outside the expected range. One page wide on paper. All text
/// is text, so that nothing becomes a formula.
/// </summary>
public static class XlsxTemplate
{
    /// <summary>The media type of such files (IANA).</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int HeaderRow = 3;

    /// <summary>The file's bytes; the same for the same template.</summary>
    public static byte[] Write(DeliveryTemplate template)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in XlsxTemplateParts.Fixed)
                Add(archive, path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));
            Add(archive, "xl/worksheets/sheet1.xml", stream => WriteSheet(stream, template));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string path, Action<Stream> write)
    {
        var entry = archive.CreateEntry(path);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        write(stream);
    }

    private static void WriteSheet(Stream stream, DeliveryTemplate template)
    {
        using var xml = XmlWriter.Create(stream,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("worksheet", Sheet);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        // Which value a row is stays in sight beside it, and the heading above it.
        var cell = $"{ColumnLetters.Of(TemplateColumns.BeforeValue)}{HeaderRow + 1}";
        xml.WriteRaw(
            $"<sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"{TemplateColumns.BeforeValue}\" ySplit=\"{HeaderRow}\" "
            + $"topLeftCell=\"{cell}\" activePane=\"bottomRight\" state=\"frozen\"/>"
            + $"<selection pane=\"bottomRight\" activeCell=\"{cell}\" sqref=\"{cell}\"/></sheetView></sheetViews>");
        WriteColumns(xml);
        xml.WriteStartElement("sheetData");
        WriteRow(xml, 1, [(TemplateColumns.Title(template), XlsxTemplateParts.HeaderStyle)]);
        WriteRow(xml, 2, [(TemplateColumns.Format, XlsxTemplateParts.TextStyle)]);
        WriteRow(xml, HeaderRow, TemplateColumns.All.Select(column => (column.Name, XlsxTemplateParts.HeaderStyle)));
        for (var row = 0; row < template.Rows.Length; row++)
            WriteRow(xml, HeaderRow + 1 + row,
                TemplateColumns.All.Select(column => (column.Text(template.Rows[row]), XlsxTemplateParts.StyleOf(column.Kind))));
        xml.WriteEndElement();
        WriteRules(xml, template.Rows.Length);
        xml.WriteRaw(
            "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.2\" footer=\"0.2\"/>"
            + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
        xml.WriteEndElement();
    }

    private static void WriteColumns(XmlWriter xml)
    {
        xml.WriteStartElement("cols");
        for (var column = 0; column < TemplateColumns.All.Count; column++)
            xml.WriteRaw(
                $"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"{TemplateColumns.All[column].Width}\" "
                + "customWidth=\"1\"/>");
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int line, IEnumerable<(string Text, int Style)> cells)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", line.ToString(CultureInfo.InvariantCulture));
        var column = 0;
        foreach (var (text, style) in cells)
            WriteCell(xml, $"{ColumnLetters.Of(column++)}{line}", text, style);
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string reference, string text, int style)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        if (text.Length > 0 && style == XlsxTemplateParts.NumberStyle)
        {
            xml.WriteElementString("v", text);
        }
        else if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteElementString("t", string.Concat(text.Where(XmlConvert.IsXmlChar)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Protection, colour and check of the value column, in the order the standard demands.</summary>
    private static void WriteRules(XmlWriter xml, int rows)
    {
        xml.WriteRaw("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
        if (rows == 0)
            return;
        var letter = ColumnLetters.Of(TemplateColumns.BeforeValue);
        var first = $"{letter}{HeaderRow + 1}";
        var (from, to) = (Bound("Erwartet von"), Bound("Erwartet bis"));
        xml.WriteRaw(
            $"<conditionalFormatting sqref=\"{first}:{letter}{HeaderRow + rows}\"><cfRule type=\"expression\" dxfId=\"0\" "
            + $"priority=\"1\"><formula>AND(ISNUMBER({first}),OR(AND(ISNUMBER({from}),{first}&lt;{from}),"
            + $"AND(ISNUMBER({to}),{first}&gt;{to})))</formula></cfRule></conditionalFormatting>");
        xml.WriteRaw(
            "<dataValidations count=\"1\"><dataValidation type=\"custom\" allowBlank=\"1\" showInputMessage=\"1\" "
            + "showErrorMessage=\"1\" errorTitle=\"Keine Zahl\" "
            + "error=\"Bitte eine Zahl eintragen. Leer = nicht gemeldet, - = nichts vorhanden, k.A. = unbekannt.\" "
                + "promptTitle=\"Wert\" "
            + "prompt=\"Zahl in der angegebenen Einheit. Leer = nicht gemeldet, - = nichts vorhanden, k.A. = unbekannt.\" "
            + $"sqref=\"{first}:{letter}{HeaderRow + rows}\"><formula1>OR(ISNUMBER({first}),{first}=\"-\",{first}=\"k.A.\","
                + $"{first}=\"n.v.\",{first}=\"x\",{first}=\".\")</formula1></dataValidation></dataValidations>");
    }

    private static string Bound(string column) => $"${ColumnLetters.Of(TemplateColumns.IndexOf(column))}{HeaderRow + 1}";
}
