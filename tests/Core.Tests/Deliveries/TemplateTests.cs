using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Deliveries.Templates;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Deliveries;

public sealed class TemplateTests
{
    private static readonly Period Quarter = Period.OfQuarter(2026, 3);

    /// <summary>Excel's kinds of CSV on a German Windows or Mac: encoding, separator, line end.</summary>
    public static TheoryData<int, bool, string, string> Flavours { get; } = new()
    {
        { 65001, true, ";", "\r\n" },
        { 1252, false, ";", "\r\n" },
        { 850, false, ";", "\r\n" },
        { 10000, false, ";", "\r" },
        { 1200, true, "\t", "\r\n" },
    };

    [Theory]
    [MemberData(nameof(Flavours))]
    public void FilledTemplate_SavedByExcelAsAnyCsv_IsAccepted(int codePage, bool preamble, string separator, string end)
    {
        var template = Template("kaemmerei");
        var text = SavedByExcel(Encoding.UTF8.GetString(CsvTemplate.Write(template)[3..]), separator, end);
        var encoding = codePage is 65001
            or 1200 ? Encoding.GetEncoding(codePage) : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var result = Example.Read([.. preamble ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)], "kaemmerei/q3.csv",
            Catalogues());
        Check(template, result);
        Assert.All(result.Delivery!.Values,
            value => Assert.Equal(("für Ämter, Größe", "Zahlendreher"), (value.Remark, value.Reason)));
    }

    [Fact]
    public void FilledXlsxTemplate_IsAccepted()
    {
        var template = Template("kaemmerei");
        var row = 0;
        var filled = Workbook.Change(XlsxTemplate.Write(template), "xl/worksheets/sheet1.xml", xml =>
        {
            for (row = 0; row < template.Rows.Length; row++)
                xml = xml.Replace($"<c r=\"G{row + 4}\" s=\"4\" />", $"<c r=\"G{row + 4}\" s=\"4\"><v>{row}.25</v></c>",
                    StringComparison.Ordinal);
            return xml;
        });
        Check(template, Example.Read(filled, "kaemmerei/q3.xlsx", Catalogues()));
    }

    [Fact]
    public void XlsxTemplate_IsValidToTheStandard()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxTemplate.Write(Template("kaemmerei"))), false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken)
            .Select(error => error.Description));
        Assert.Equal(XlsxTemplate.Write(Template("kaemmerei")), XlsxTemplate.Write(Template("kaemmerei")));
    }

    [Fact]
    public void Template_AsksForWhatIsOwed_WithTheLastValueAndTheExpectedRange()
    {
        var rows = Template("buero-landrat").Rows;
        Assert.DoesNotContain(rows, row => row.Level is Product);
        Assert.DoesNotContain(rows, row => row.Figure.Formula is not null);
        var hours = Assert.Single(rows, row => row.Figure.Id.Text == "sprechstunden");
        Assert.Equal((35m, (26m, 40m)), (hours.Last!.Value!.Value, (hours.Expected.From!.Value, hours.Expected.To!.Value)));
        Assert.Equal(["2026-07", "2026-08", "2026-09"],
            rows.Where(row => row.Figure.Id.Text == "zugriffe").Select(row => row.Period.ToString()));
    }

    [Fact]
    public void NamesThatLookLikeFormulas_StayText()
    {
        var csv = Encoding.UTF8.GetString(CsvTemplate.Write(Template("kaemmerei")));
        Assert.Contains(";'=HYPERLINK(1);", csv, StringComparison.Ordinal);
        Assert.Contains("\r\n\"=\"\"0117\"\"\";", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void XlsxTemplate_ShowsTheValueBesideItsName_ColoursIt_AndIsOnePageWide()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxTemplate.Write(Template("kaemmerei"))), false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.OuterXml;
        Assert.Contains("<x:pane xSplit=\"6\" ySplit=\"3\" topLeftCell=\"G4\"", sheet, StringComparison.Ordinal);
        Assert.Contains(
            "<x:formula>AND(ISNUMBER(G4),OR(AND(ISNUMBER($I4),G4&lt;$I4),AND(ISNUMBER($J4),G4&gt;$J4)))</x:formula>", sheet,
            StringComparison.Ordinal);
        Assert.Contains("<x:formula1>OR(ISNUMBER(G4),", sheet, StringComparison.Ordinal);
        Assert.Contains("fitToWidth=\"1\" fitToHeight=\"0\"", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void RowsFilledInByTheProgram_AreReadAsTheyWereTyped()
    {
        var template = Template("kaemmerei");
        var row = template.Rows[0];
        string[] typed = ["-1.234,5", "0", "k.A.", "-"];
        var rows = template.Rows.Take(typed.Length).Select((row, index) => row with
        {
            Value = typed[index],
            Remark = "=1+1; \"so\"",
            Scenario = index == 1 ? Scenario.Plan : Scenario.Actual,
        });
        var result = Example.Read(
            CsvTemplate.Write(template with { Rows = [.. rows], IsEntered = true }), "kaemmerei/eingabe.csv", Catalogues());
        Assert.True(result.Receipt.IsAccepted, Example.Texts(result));
        Assert.Equal([-1234.5m, 0, null, 0], result.Delivery!.Values.Select(value => value.Value));
        Assert.Equal([4, 5, 6, 7], result.Delivery.Values.Select(value => value.Cell.Line));
        Assert.Equal(Scenario.Plan, result.Delivery.Values[1].Scenario);
        Assert.Equal(typed, result.Delivery.Values.Select(value => value.Cell.Text));
        Assert.Equal("=1+1; \"so\"", result.Delivery.Values[0].Remark);
    }

    [Fact]
    public void UnfilledTemplate_HasNoValues() =>
        Example.Finding(Example.Read(CsvTemplate.Write(Template("kaemmerei")), "kaemmerei/q3.csv", Catalogues()), "PR-1108");

    private static void Check(DeliveryTemplate template, DeliveryResult result)
    {
        Assert.True(result.Receipt.IsAccepted, Example.Texts(result));
        Assert.Equal(
            template.Rows.Select((row, index) =>
                (row.Product.Number, row.Level.LevelNumber, row.Figure.Id, row.Period, (decimal?)(index + 0.25m))),
            result.Delivery!.Values.Select(value =>
                (value.Address.Product, value.Address.Level, value.Address.Figure, value.Period, value.Value)));
    }

    /// <summary>
    /// What Excel makes of the file: constants instead of formulas, months as dates, every row as wide as the table, quotes
    /// only where needed.
    /// </summary>
    private static string SavedByExcel(string csv, string separator, string end)
    {
        var saved = new StringBuilder();
        var filled = 0;
        foreach (var line in csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Replace("\"=\"\"", "", StringComparison.Ordinal).Replace("\"\"\"", "", StringComparison.Ordinal)
                .Split(';').ToList();
            cells.AddRange(Enumerable.Repeat("", 17 - cells.Count));
            cells[5] = cells[5] switch { "2026-07" => "Jul 26", "2026-08" => "Aug 26", "2026-09" => "Sep 26", _ => cells[5] };
            if (cells[3].Length > 0 && cells[0] != "Produkt")
                (cells[6], cells[10], cells[11]) = ($"{filled++},25", "für Ämter, Größe", "Zahlendreher");
            saved.AppendJoin(separator, cells).Append(end);
        }

        return saved.ToString();
    }

    private static CatalogueSet Catalogues()
    {
        var office = Example.Catalogue2026.Products[1];
        var visits = Example.Figure("zugriffe", "Zugriffe je Büro") with { Frequency = PeriodKind.Month };
        var services = office.Services.SetItem(0,
            office.Services[0] with { BaseFigures = office.Services[0].BaseFigures.Add(visits) });
        var odd = Example.Product("0117", "=HYPERLINK(1)", Example.Treasury);
        return CatalogueSet.Of(
            Example.Catalogue2026 with { Products = [odd, office with { Services = services, Department = Example.Office }] });
    }

    private static DeliveryTemplate Template(string department)
    {
        var catalogue = Catalogues().ByYear[2026];
        var all = catalogue.Find(
            DepartmentId.Of(department))! with
        { DeliversFor = [.. catalogue.Products.Select(product => product.Number)] };
        return DeliveryTemplate.For(catalogue, department == "kaemmerei" ? all : catalogue.Find(Example.Office)!, Quarter,
            Known());
    }

    private static FigureSet Known()
    {
        var values = new[] { 30, 34, 33, 32, 35 }
            .Select((hours, index) => $"1111;11112;sprechstunden;{(index < 4 ? $"2025-Q{index + 1}" : "2026-Q2")};{hours}");
        return FigureSet.Empty.With(
            Example.Read("Produkt;Leistung;Grundzahl;Periode;Wert\n" + string.Join('\n', values) + "\n").Delivery!);
    }
}
