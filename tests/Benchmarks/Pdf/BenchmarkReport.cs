using Produktreport.Core.Pdf.Charts;
using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Benchmarks.Pdf;

/// <summary>Reports full of tables: what the engine is made for. Three pages each.</summary>
internal static class BenchmarkReport
{
    private static readonly DocumentInfo Info = new("Produktbericht", new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero))
    { Author = "Landkreis" };

    private static readonly PageSetup Setup = new() { Footer = Footer };

    public static void Write(Stream target, int products) =>
        PdfDocument.Write(target, Info, document => document.Section(Setup, flow => Compose(flow, products)));

    private static void Compose(Flow flow, int products)
    {
        for (var product = 1; product <= products; product++)
        {
            flow.Heading(1, $"{1110 + product} Verwaltungssteuerung");
            flow.Paragraph(
                "Unterstützung der Verwaltungsführung, Repräsentation und einheitliche Darstellung des Landkreises und der "
                + "Verwaltung, "
                + "persönliche Gesprächsangebote, Medienarbeit, Pflege von Partnerschaften und ehrenamtlicher Tätigkeit.");
            for (var service = 1; service <= 3; service++)
            {
                flow.Heading(2, $"Leistung {service}: Grund- und Kennzahlen");
                flow.Table(Figures(product, service));
            }

            flow.PageBreak();
        }
    }

    private static Table Figures(int product, int service) => new()
    {
        Summary = "Plan, Ist und Abweichung",
        Columns =
        [
            TableColumn.Share(), TableColumn.Figures(), TableColumn.Figures(), TableColumn.Figures(), TableColumn.Figures(),
            TableColumn.Fixed(60),
        ],
        Header = [new TableRow("Kennzahl", "Plan", "Ist", "absolut", "in %", "Ampel")],
        Rows = [.. Enumerable.Range(1, 32).Select(i => Row(product, service, i))],
    };

    private static TableRow Row(int product, int service, int i) => new(
        i % 8 == 0 ? RichText.Empty.With(new TextRun("Ergebnis je 1.000 Einwohner") { Underline = true })
            : $"Aufwendungen der Öffentlichkeitsarbeit {i}",
        $"{product * i % 900}.{100 + service}.234,50", $"{product * i % 800}.345.678,00", $"−{i}.250,75", $"{i % 10},3 %",
        RichText.Empty.Draw(i % 3 == 0 ? Symbols.Diamond("Ampel rot") : Symbols.Circle("Ampel grün"))
            .Plain(i % 3 == 0 ? " rot" : " grün"));

    private static void Footer(Canvas canvas, PageInfo page) =>
        canvas.TextRight(page.Body.Right, page.Body.Bottom + 30, page.PageOfCount, FontFace.Regular, 8, StyleSheet.Muted);
}
