using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Small XLSX files written part by part, as Excel does.</summary>
internal static class Workbook
{
    private const string Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>
    /// A workbook with one sheet, whose <c>sheetData</c> holds <paramref name="rows"/>, and these shared strings and cell
    /// formats.
    /// </summary>
    public static byte[] Of(string rows, string strings = "", string formats = "<xf/>", string customFormats = "",
        string sheetState = "", string columns = "", string behind = "") => Zip(
        ("_rels/.rels",
            $"<Relationships><Relationship Id=\"r1\" Type=\"{Relationship}/officeDocument\" "
            + "Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml",
            $"<workbook xmlns:r=\"{Relationship}\"><sheets><sheet name=\"Deckblatt\" sheetId=\"2\" state=\"hidden\" "
            + $"r:id=\"r9\"/><sheet name=\"Meldung\" sheetId=\"1\" {sheetState} r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels",
            $"<Relationships><Relationship Id=\"r1\" Type=\"{Relationship}/worksheet\" "
            + $"Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Relationship}/sharedStrings\" "
            + $"Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{Relationship}/styles\" "
            + "Target=\"styles.xml\"/></Relationships>"),
        ("xl/sharedStrings.xml", $"<sst>{strings}</sst>"),
        ("xl/styles.xml",
            $"<styleSheet><numFmts>{customFormats}</numFmts><cellStyleXfs><xf "
            + $"numFmtId=\"14\"/></cellStyleXfs><cellXfs>{formats}</cellXfs></styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet>{columns}<sheetData>{rows}</sheetData>{behind}</worksheet>"));

    /// <summary>
    /// A workbook with one sheet of these rows, whose cells are numbers where they can be, else inline texts; and these merged
    /// areas.
    /// </summary>
    public static byte[] Merged(string areas, params string[][] rows) => Of(
        string.Concat(rows.Select((row, line) => $"<row r=\"{line + 1}\">{string.Concat(row.Select(Cell))}</row>")),
        behind: $"<mergeCells>{string.Concat(areas.Split(' ').Select(area => $"<mergeCell ref=\"{area}\"/>"))}</mergeCells>");

    /// <summary>
    /// A workbook with these sheets, whose state is <c>visible</c> where they have none; every cell is an inline text, or a
    /// number where it can be one.
    /// </summary>
    public static byte[] WithSheets(params IReadOnlyList<(string Name, string State, string[][] Rows)> sheets) => Write(
    [
        .. sheets.Select(sheet => (sheet.Name, sheet.State, "<sheetData>" + string.Concat(sheet.Rows.Select((row, line) =>
            $"<row r=\"{line + 1}\">{string.Concat(row.Select(Cell))}</row>")) + "</sheetData>")),
    ]);

    /// <summary>A workbook with these sheets, what their <c>worksheet</c> holds given as XML.</summary>
    /// <param name="sheets">The sheets.</param>
    /// <param name="styles">What <c>styleSheet</c> holds.</param>
    /// <param name="settings">What follows the list of sheets in <c>workbook</c>.</param>
    public static byte[] Write(
        IReadOnlyList<(string Name, string State, string Xml)> sheets, string styles = "", string settings = "") => Zip(
    [
        ("_rels/.rels",
            $"<Relationships><Relationship Id=\"r1\" Type=\"{Relationship}/officeDocument\" "
            + "Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml",
            $"<workbook xmlns:r=\"{Relationship}\"><sheets>"
            + string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" "
                + $"sheetId=\"{index + 1}\" state=\"{sheet.State}\" r:id=\"r{index}\"/>"))
            + $"</sheets>{settings}</workbook>"),
        ("xl/_rels/workbook.xml.rels",
            $"<Relationships><Relationship Id=\"s\" Type=\"{Relationship}/styles\" Target=\"styles.xml\"/>"
            + string.Concat(sheets.Select((_, index) =>
                $"<Relationship Id=\"r{index}\" Type=\"{Relationship}/worksheet\" Target=\"worksheets/sheet{index}.xml\"/>"))
            + "</Relationships>"),
        ("xl/styles.xml", $"<styleSheet>{styles}</styleSheet>"),
        .. sheets.Select((sheet, index) => ($"xl/worksheets/sheet{index}.xml", $"<worksheet>{sheet.Xml}</worksheet>")),
    ]);

    private static string Cell(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && !text.StartsWith('0')
        ? $"<c><v>{text}</v></c>"
        : $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    public static byte[] Zip(params IEnumerable<(string Path, string Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var stream = archive.CreateEntry(path, CompressionLevel.Optimal).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A workbook with further parts.</summary>
    public static byte[] With(byte[] workbook, params IReadOnlyList<(string Path, string Content)> parts)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return Zip([.. archive.Entries.Select(entry => (entry.FullName, new StreamReader(entry.Open()).ReadToEnd())), .. parts]);
    }

    /// <summary>A workbook with one part changed.</summary>
    public static byte[] Change(byte[] workbook, string path, Func<string, string> change)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return Zip([.. archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            var content = reader.ReadToEnd();
            return (entry.FullName, entry.FullName == path ? change(content) : content);
        })]);
    }
}
