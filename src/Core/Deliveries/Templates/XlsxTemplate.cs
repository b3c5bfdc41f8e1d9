using System.Xml;
using Produktreport.Core.Tables.Rows;
using Produktreport.Core.Tables.Xlsx;

namespace Produktreport.Core.Deliveries.Templates;

/// <summary>
/// A template as XLSX (ECMA-376). Keys, names and expectations are grey and locked. Values and remarks are to be filled in.
/// Excel checks that a value is a number or one of the marks, and colours one outside the expected range. One page wide on
/// paper. All text is text, so that nothing becomes a formula.
/// </summary>
public static class XlsxTemplate
{
    /// <summary>The media type of such files (IANA).</summary>
    public const string MediaType = XlsxWriter.MediaType;

    private const int HeaderRow = 3;

    /// <summary>The file's bytes; the same for the same template.</summary>
    public static byte[] Write(DeliveryTemplate template) =>
        XlsxWriter.Write("Meldung", HeaderRow, XlsxTemplateParts.Styles, xml => WriteSheet(xml, template));

    private static void WriteSheet(XmlWriter xml, DeliveryTemplate template)
    {
        // Which value a row is stays in sight beside it, and the heading above it.
        XlsxWriter.Freeze(xml, HeaderRow, TemplateColumns.BeforeValue);
        XlsxWriter.WriteColumns(xml, TemplateColumns.All.Select(column => column.Width));
        xml.WriteStartElement("sheetData");
        XlsxWriter.WriteRow(xml, 1, [new(TemplateColumns.Title(template), XlsxTemplateParts.HeaderStyle)]);
        XlsxWriter.WriteRow(xml, 2, [new(TemplateColumns.Format, XlsxTemplateParts.TextStyle)]);
        XlsxWriter.WriteRow(xml, HeaderRow,
            TemplateColumns.All.Select(column => new XlsxCell(column.Name, XlsxTemplateParts.HeaderStyle)));
        for (var row = 0; row < template.Rows.Length; row++)
            XlsxWriter.WriteRow(xml, HeaderRow + 1 + row, TemplateColumns.All.Select(column => Cell(column, template.Rows[row])));
        xml.WriteEndElement();
        WriteRules(xml, template.Rows.Length);
    }

    private static XlsxCell Cell(TemplateColumn column, TemplateRow row) =>
        new(column.Text(row), XlsxTemplateParts.StyleOf(column.Kind), column.Kind == TemplateCellKind.Number);

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
