using System.Globalization;
using System.Text;
using Produktreport.Core.Pdf.Charts;
using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Tests.Pdf;

/// <summary>A small report that uses everything the engine can do.</summary>
internal static class SampleDocument
{
    public static readonly DateTimeOffset Date = new(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(1));

    public static readonly byte[] Csv = Encoding.UTF8.GetBytes(
        "Produkt;Grundzahl;Periode;Wert\n1111;Ergebnis;2026-Q3;-123456,78\n");

    private static readonly PageSetup Portrait = new PageSetup() with { Header = Header, Footer = Footer };

    public static DocumentInfo Info { get; } = new("Produktbericht 1111 – Büro Landrat <3. Quartal & Kosten>", Date)
    {
        Author = "Landkreis Musterland",
        Subject = "Grund- und Kennzahlen des Produkts 1111",
        Keywords = ["Produktbericht", "1111"],
    };

    public static byte[] Write(PageInspection? inspection = null)
    {
        using var target = new MemoryStream();
        PdfDocument.Write(target, Info, Compose, new DocumentOptions
        {
            Inspection = inspection,
            Attachments = [new Attachment("zahlen.csv", "text/csv", Csv, Date, "Die Zahlen dieses Berichts")],
        });
        return target.ToArray();
    }

    public static void Compose(PdfDocument document)
    {
        document.TableOfContents(Portrait);
        document.Section(Portrait, Report);
        document.Section(PageSetup.A4Landscape with { Footer = Footer }, Appendix);
    }

    private static void Report(Flow flow)
    {
        flow.RunningTitle("1111 Büro Landrat");
        flow.Heading(1, "1111 Büro Landrat", anchor: "p1111");
        flow.Paragraph(RichText.Empty.Plain("Das Ergebnis liegt mit ").Bold("−123.457 €")
            .Plain(" um 4,2 % unter dem Plan; siehe ")
            .Link("die Tabelle", "tabelle").Plain(" und die Hinweise").Plain(" am Ende")
            .NoteMark("1", "hinweis1")
                .Plain(". Die Zuschussbedarfsentwicklung der Verwaltungssteuerungsunterstützung wird vierteljährlich "
                + "fortgeschrieben."));
        flow.KeyValues(("Produktverantwortung", "Leitung Büro Landrat"),
            ("Auftragsgrundlage", "Landkreisordnung (LKO), Gemeindeordnung (GemO), Beschlüsse der Gremien"));
        flow.Callout(StyleSheet.Accent, panel =>
        {
            panel.Paragraph(RichText.Empty.Bold("Unvollständig. ")
                .Plain("Für September fehlt die Anzahl der Bürgersprechstunden."));
            panel.Bullets("Amt 01: Bürgersprechstunden", "Amt 10: Stellen");
        });
        flow.Heading(2, "Grund- und Kennzahlen", anchor: "tabelle");
        flow.Table(Figures(9));
        flow.Heading(2,
            "Erläuterungen der Produktverantwortlichen zu Abweichungen von mehr als zehn Prozent im Berichtszeitraum");
        flow.Heading(3, "Ergebnis");
        flow.Bullets("Höhere Personalaufwendungen nach dem Tarifabschluss.", "Weniger Erträge aus Kostenerstattungen.");
        Charts(flow);
        flow.Paragraph("Quelle: Landkreis Musterland", StyleSheet.Default.Small);
        flow.Notes(new NoteItem("1", "Rundungen können zu Abweichungen in den Summen führen.", "hinweis1"));
    }

    private static void Charts(Flow flow)
    {
        PeriodValues[] quarters =
        [
            new("Q1") { Actual = 412_000, Plan = 400_000, PreviousYear = 380_000 },
            new("Q2") { Actual = 371_500, Plan = 400_000, PreviousYear = 395_000 },
            new("Q3") { Plan = 400_000 }, new("Q4") { Forecast = 430_000, Plan = 400_000, PreviousYear = 402_000 },
        ];
        DrawnDeviation[] deviations = [new("Q1", 12_000, false), new("Q2", -28_500, true), new("Q3", null, null),
            new("Q4", 30_000, false)];
        flow.Heading(2, "Verlauf");
        flow.Columns(
            (1, column =>
            {
                column.Paragraph("Aufwendungen je Quartal in €");
                column.Add(new ColumnChart(quarters, "Aufwendungen je Quartal; Q3 fehlt.", Whole));
            }
        ),
            (1, column =>
            {
                column.Paragraph("Abweichung vom Plan in €");
                column.Add(new DeviationColumns(deviations, "Abweichung vom Plan je Quartal.", Signed) { Height = 150 });
            }
        ));
        flow.Paragraph("Größte Abweichungen");
        flow.Add(new DeviationBars(
            [new("1111 Büro Landrat", -28_500, false), new("1112 Gleichstellung", 12_250, true),
            new("1113 Rechnungsprüfung", null, null)],
            "Größte Abweichungen nach Produkt.", Signed));
    }

    private static string Whole(decimal value) => Number(value)[..^3];

    private static string Signed(decimal value) => (value > 0 ? "+" : "") + Whole(value);

    private static void Appendix(Flow flow)
    {
        flow.Heading(1, "Anhang: alle Zahlen");
        flow.Table(Figures(60));
    }

    private static Table Figures(int rows) => new()
    {
        Summary = "Plan, Ist und Abweichung je Kennzahl",
        Columns =
        [
            TableColumn.Share(), TableColumn.Figures(), TableColumn.Figures(), TableColumn.Figures(), TableColumn.Figures(),
            TableColumn.Fixed(62),
        ],
        Header =
        [
            new TableRow(new TableCell("Kennzahl") { RowSpan = 2 }, new TableCell("Kumuliert in €") { ColumnSpan = 2 },
                new TableCell("Abweichung") { ColumnSpan = 2 }, new TableCell("Ampel") { RowSpan = 2 }),
            new TableRow("Plan", "Ist", "absolut", "in %"),
        ],
        Rows = [TableRow.Group("Leistung 11111 Verwaltungsführung"), .. Enumerable.Range(1, rows).Select(Row),
            new TableRow("Summe", "1.234.567,00", "1.234.000,00", "−567,00", "0,0 %", "") { Kind = RowKind.Total }],
    };

    private static TableRow Row(int i) => new(
        i % 4 == 0 ? RichText.Empty.With(new TextRun("Ergebnis je 1.000 Einwohner") { Underline = true })
            : $"Öffentlichkeitsarbeitsaufwendungen {i}",
        Number(i * 1234.5m), Number(i * 1250.25m), i % 5 == 0 ? "–" : Number(-i * 15.75m), i % 5 == 0 ? "–" : "1,3 %",
        Status(i));

    private static RichText Status(int i) => (i % 4) switch
    {
        0 => RichText.Empty.Draw(Symbols.Circle("Ampel grün")).Plain(" grün"),
        1 => RichText.Empty.Draw(Symbols.Triangle("Ampel gelb")).Plain(" gelb"),
        2 => RichText.Empty.Draw(Symbols.Diamond("Ampel rot")).Plain(" rot"),
        _ => RichText.Empty.Draw(Symbols.Ring("nicht bewertbar")).Plain(" offen"),
    };

    private static string Number(decimal value) =>
        value.ToString("#,##0.00;−#,##0.00", new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," });

    private static void Header(Canvas canvas, PageInfo page)
    {
        canvas.Text(page.Body.X, 40, "Landkreis Musterland", FontFace.Bold, 8, StyleSheet.Accent);
        canvas.TextRight(page.Body.Right, 40, page.RunningTitle, FontFace.Regular, 8, StyleSheet.Muted);
        canvas.Line(page.Body.X, 48, page.Body.Right, 48, 0.5, StyleSheet.Rule);
    }

    private static void Footer(Canvas canvas, PageInfo page) =>
        canvas.TextRight(page.Body.Right, page.Body.Bottom + 30, page.PageOfCount, FontFace.Regular, 8, StyleSheet.Muted);
}
