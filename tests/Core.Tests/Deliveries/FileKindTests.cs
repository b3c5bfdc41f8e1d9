using System.Text;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Files are told apart by what they hold, and each answer names the one step that helps.</summary>
public sealed class FileKindTests
{
    private const string Table = "Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;5\n";
    private const string Workbook2003 =
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
            + "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Theory]
    [InlineData("%PDF-1.7", "PDF", "die Tabelle selbst")]
    [InlineData("{\\rtf1", "RTF", "kopieren")]
    [InlineData("<html><body><table>", "Webseite (HTML)", "in Excel")]
    [InlineData("\r\n <!DOCTYPE html>\n<html>", "Webseite (HTML)", "in Excel")]
    [InlineData("<table border=1><tr><td>", "Webseite (HTML)", "in Excel")]
    [InlineData("<TR><TD>Produkt", "Webseite (HTML)", "in Excel")]
    [InlineData("{\"Produkt\": \"1111\"}", "JSON", "die Tabelle selbst")]
    [InlineData("\t\0\u0004\0\a\0", "(.xls)", "in Excel")]
    [InlineData("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">", "Webseite (HTML)", "in Excel")]
    [InlineData(Workbook2003, "XML-Kalkulationstabelle 2003", "in Excel")]
    [InlineData("<?xml version=\"1.0\"?><daten/>", "XML-Datei", "die Tabelle selbst")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related", "MHT", "in Excel")]
    [InlineData("From: <Saved by Microsoft>\nSubject: x\nMIME-Version: 1.0", "MHT", "in Excel")]
    [InlineData("<?xml?><x xmlns=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>", ".fods", "in LibreOffice")]
    [InlineData("ID;PWXL;N;E\nP;PGeneral", "SYLK", "in Excel")]
    public void TextsThatAreNoTables_AreNamed(string start, string kind, string step) =>
        Named(Encoding.UTF8.GetBytes(start + "xxxxxxxx"), kind, step);

    [Fact]
    public void WebPageInUtf16_IsNamed() =>
        Named([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<html><table>")], "Webseite (HTML)", "in Excel");

    [Theory]
    [InlineData("Workbook", "alten Format (.xls)", "in Excel")]
    [InlineData("Book", "alten Format (.xls)", "in Excel")]
    [InlineData("EncryptedPackage", "Kennwort", "entfernen Sie das Kennwort")]
    [InlineData("WordDocument", "Word-Dokument", "kopieren")]
    [InlineData("VisioDocument", "alten Office-Formats", "die Tabelle selbst")]
    public void CompoundFiles_AreToldApartByTheirStreams(string stream, string kind, string step) =>
        Named([.. Compound, .. new byte[3000], .. Encoding.Unicode.GetBytes(stream + "\0")], kind, step);

    [Theory]
    [InlineData("xl/workbook.bin", "(.xlsb)", "in Excel")]
    [InlineData("word/document.xml", "Word-Dokument", "kopieren")]
    [InlineData("ppt/presentation.xml", "Präsentation", "kopieren")]
    [InlineData("Index/Document.iwa", "Numbers", "Exportieren")]
    [InlineData("q3.csv", "ZIP-Archiv", "entpacken")]
    public void Archives_AreToldApartByTheirParts(string part, string kind, string step) =>
        Named(Workbook.Zip((part, "x")), kind, step);

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", "LibreOffice (.ods)", "Speichern unter")]
    [InlineData("application/vnd.oasis.opendocument.text", "Dokument aus LibreOffice", "kopieren")]
    public void OpenDocuments_AreNamed(string type, string kind, string step) =>
        Named(Workbook.Zip(("mimetype", type), ("content.xml", "<office:document-content/>")), kind, step);

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("a.xls")]
    public void TextTable_IsRead_WhateverItsName(string name) =>
        Assert.Equal(5m, Example.ValueOf(Example.Read(Table, $"buero-landrat/{name}")));

    [Fact]
    public void Workbook_IsRead_WhateverItsName() => Assert.Equal(5m, Example.ValueOf(Example.Read(
        Workbook.WithSheets(
            ("A", "visible", [["Produkt", "Grundzahl", "Periode", "Wert"], ["1111", "ertraege", "2026-Q3", "5"]])),
            "buero-landrat/a.csv")));

    [Fact]
    public void HeaderThatBeginsWithAMark_IsNoWebPage() => Assert.Equal(5m, Example.ValueOf(Example.Read("< 2026 >\n" + Table)));

    private static void Named(byte[] bytes, string kind, string step)
    {
        var finding = Assert.Single(Example.Read(bytes).Receipt.Findings);
        Assert.Equal(("PR-1003", Severity.Error), (finding.Code, finding.Severity));
        Assert.Contains(kind, finding.Text, StringComparison.Ordinal);
        Assert.Contains(step, finding.Text, StringComparison.Ordinal);
    }
}
