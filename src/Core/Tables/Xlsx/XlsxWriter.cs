using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>
/// Writes a workbook of one sheet (ECMA-376), one page wide on paper. Text is inline text, so that none becomes a formula; the
/// same content makes the same bytes.
/// </summary>
internal static class XlsxWriter
{
    /// <summary>The media type of such files (IANA).</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Workbook = "xl/workbook.xml";

    private static readonly string[] Fixed = ["[Content_Types].xml", "_rels/.rels", Workbook, "xl/_rels/workbook.xml.rels"];

    /// <summary>The file's bytes.</summary>
    /// <param name="sheet">What the sheet's tab says: 31 characters at most, none of <c>\ / ? * [ ] : &amp; &lt; "</c>.</param>
    /// <param name="headerRow">The row that paper repeats on every page, from 1.</param>
    /// <param name="styles">The part of the cell styles, whose numbers the cells name.</param>
    /// <param name="content">Writes what stands in the sheet, in the order the standard demands.</param>
    public static byte[] Write(string sheet, int headerRow, string styles, Action<XmlWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var path in Fixed)
                Add(archive, path, Part("mappe/" + path).Replace("{Blatt}", sheet, StringComparison.Ordinal)
                    .Replace("{Kopf}", headerRow.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            Add(archive, "xl/styles.xml", styles);
            using var entry = Open(archive, "xl/worksheets/sheet1.xml");
            using var xml = XmlWriter.Create(entry,
                new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
            xml.WriteStartElement("worksheet", Namespace);
            xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
            content(xml);
            xml.WriteRaw(
                "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.2\" footer=\"0.2\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    /// <summary>Writes which rows and columns stay in sight while the others are scrolled.</summary>
    /// <param name="xml">The sheet.</param>
    /// <param name="rows">How many rows from the first, at least one.</param>
    /// <param name="columns">How many columns from the first.</param>
    public static void Freeze(XmlWriter xml, int rows, int columns = 0)
    {
        var (across, pane) = columns == 0 ? ("", "bottomLeft") : ($"xSplit=\"{columns}\" ", "bottomRight");
        var cell = $"{ColumnLetters.Of(columns)}{rows + 1}";
        xml.WriteRaw(
            $"<sheetViews><sheetView workbookViewId=\"0\"><pane {across}ySplit=\"{rows}\" topLeftCell=\"{cell}\" "
            + $"activePane=\"{pane}\" state=\"frozen\"/><selection pane=\"{pane}\" activeCell=\"{cell}\" sqref=\"{cell}\"/>"
            + "</sheetView></sheetViews>");
    }

    /// <summary>Writes how wide the columns are, in characters.</summary>
    public static void WriteColumns(XmlWriter xml, IEnumerable<int> widths)
    {
        xml.WriteStartElement("cols");
        foreach (var (width, index) in widths.Select((width, index) => (width, index + 1)))
            xml.WriteRaw($"<col min=\"{index}\" max=\"{index}\" width=\"{width}\" customWidth=\"1\"/>");
        xml.WriteEndElement();
    }

    /// <summary>Writes a row.</summary>
    /// <param name="xml">The sheet's data.</param>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="cells">Its cells, from the first column on.</param>
    public static void WriteRow(XmlWriter xml, int line, IEnumerable<XlsxCell> cells)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", line.ToString(CultureInfo.InvariantCulture));
        var column = 0;
        foreach (var cell in cells)
            WriteCell(xml, $"{ColumnLetters.Of(column++)}{line}", cell);
        xml.WriteEndElement();
    }

    /// <summary>An embedded part, without the line breaks and indents that are for people.</summary>
    public static string Part(string name)
    {
        using var resource = typeof(XlsxWriter).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        var declaration = reader.ReadLine();
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return $"{declaration}\n{string.Concat(lines.Select(line => line.StartsWith('<') ? line : " " + line))}";
    }

    private static void WriteCell(XmlWriter xml, string reference, XlsxCell cell)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", cell.Style.ToString(CultureInfo.InvariantCulture));
        if (cell.Text.Length > 0 && cell.IsNumber)
        {
            xml.WriteElementString("v", cell.Text);
        }
        else if (cell.Text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteElementString("t", string.Concat(cell.Text.Where(XmlConvert.IsXmlChar)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Add(ZipArchive archive, string path, string content)
    {
        using var stream = Open(archive, path);
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    private static Stream Open(ZipArchive archive, string path)
    {
        var entry = archive.CreateEntry(path);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }
}

/// <summary>A cell to be written.</summary>
/// <param name="Text">Its text, or its number with a decimal point; empty for none.</param>
/// <param name="Style">Which of the workbook's cell styles it has.</param>
/// <param name="IsNumber">Whether the text is a number.</param>
internal readonly record struct XlsxCell(string Text, int Style, bool IsNumber = false);
