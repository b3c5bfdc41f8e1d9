using System.Globalization;
using System.Text;

namespace Produktreport.Benchmarks.Storage;

/// <summary>
/// A county by numbers: products with services, departments, and the files of a quarter. The same for the same numbers.
/// </summary>
internal sealed record GeneratedCounty(int Products, int ServicesPerProduct, int Departments)
{
    public const int Year = 2026;

    private static readonly string[] Figures = ["ertraege", "aufwendungen", "stellen"];

    public IEnumerable<(string Path, string Content)> Catalogue()
    {
        yield return ($"{Year}/rahmen.yaml", Frame());
        for (var product = 0; product < Products; product++)
            yield return ($"{Year}/produkte/{Number(product)}.yaml", ProductFile(product));
    }

    /// <summary>A department's file: Ist of the quarter and Plan of the year for each of its products and services.</summary>
    public IEnumerable<(string Path, string Content)> Uploads()
    {
        for (var department = 0; department < Departments; department++)
            yield return ($"{Department(department)}/{Year}-q1.csv", Upload(department));
    }

    public int ValueCount => Products * (1 + ServicesPerProduct) * Figures.Length * 2;

    private string Frame() =>
        CountyFiles.Frame(
            "Landkreis Messwert",
            inhabitants: 128_450,
            string.Join("\n  - ", Enumerable.Range(0, Departments).Select(department =>
                $"{{id: {Department(department)}, bezeichnung: Amt {department}, kontakt: amt{department}@messwert.example}}")))
        + """
            schluessel: "07998"
            standard:
              grundzahlen:
                - {id: ertraege, bezeichnung: Erträge, einheit: €, jahreswert: summe, richtung: hoeher_besser}
                - {id: aufwendungen, bezeichnung: Aufwendungen, einheit: €, jahreswert: summe, richtung: niedriger_besser}
                - {id: ergebnis, bezeichnung: Ergebnis, einheit: €, jahreswert: summe, richtung: hoeher_besser, haupt: true, formel: ertraege - aufwendungen}
                - {id: stellen, bezeichnung: Anzahl Stellen, einheit: Stellen, dezimalstellen: 2, jahreswert: mittelwert}
              kennzahlen:
                - {id: ergebnis_je_1000_ew, bezeichnung: Ergebnis je 1.000 Einwohner, einheit: €, dezimalstellen: 2, formel: ergebnis / einwohner * 1000, richtung: hoeher_besser}
            """;

    private string ProductFile(int product)
    {
        var number = Number(product);
        return CountyFiles.Product(number, $"Produkt {number}", Department(product % Departments))
            + $$"""
                hauptproduktbereich: {nummer: "{{number[..1]}}", bezeichnung: Bereich {{number[..1]}}}
                produktbereich: {nummer: "{{number[..2]}}", bezeichnung: Bereich {{number[..2]}}}
                produktgruppe: {nummer: "{{number[..3]}}", bezeichnung: Gruppe {{number[..3]}}}
                leistungen:

                """
            + string.Concat(Enumerable.Range(1, ServicesPerProduct).Select(service =>
                $"  - {{nummer: \"{number}{service}\", bezeichnung: Leistung {service}, art: extern}}\n"));
    }

    private string Upload(int department)
    {
        var random = new Random(department);
        var text = new StringBuilder("Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n");
        for (var product = department; product < Products; product += Departments)
        {
            for (var service = 0; service <= ServicesPerProduct; service++)
            {
                foreach (var figure in Figures)
                {
                    var level = service == 0 ? "" : $"{Number(product)}{service}";
                    text.AppendLine(CultureInfo.InvariantCulture,
                        $"{Number(product)};{level};{figure};Q1/{Year};Ist;{random.Next(1, 900_000)},{random.Next(10, 99)};");
                    text.AppendLine(CultureInfo.InvariantCulture,
                        $"{Number(product)};{level};{figure};{Year};Plan;{random.Next(1, 3_600_000)},{random.Next(10, 99)};");
                }
            }
        }

        return text.ToString();
    }

    private static string Number(int product) => (1111 + product).ToString(CultureInfo.InvariantCulture);

    private static string Department(int number) => string.Create(CultureInfo.InvariantCulture, $"amt-{number:00}");
}
