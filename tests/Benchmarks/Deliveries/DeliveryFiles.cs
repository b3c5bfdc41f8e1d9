using System.Globalization;
using System.Text;

namespace Produktreport.Benchmarks.Deliveries;

/// <summary>The files that are read.</summary>
internal static class DeliveryFiles
{
    /// <summary>How many products the catalogue has.</summary>
    public const int Products = 200;

    private static readonly string[] Figures = ["ertraege", "aufwendungen", "ergebnis", "stellen"];

    /// <summary>One value a row, each for another product, figure, month and Art.</summary>
    public static byte[] Long(int rows)
    {
        var text = new StringBuilder("Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\r\n");
        for (var row = 0; row < rows; row++)
        {
            var (product, figure, month) = (row % Products, row / Products % 4, row / (Products * 4));
            text.Append(CultureInfo.InvariantCulture, $"{10000 + product};;{Figures[figure]};{1900 + month / 12 % 300}-{month % 12 + 1:00};{(month / 3600) switch { 0 => "Ist", 1 => "Plan", _ => "Prognose" }};{50_000 + product * 100 + row * 37L % 9_000},{row % 100:00};\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A ledger: one row for each product and account, again and again, with a total.</summary>
    public static byte[] Ledger(int rows)
    {
        var text = new StringBuilder("Profitcenter;Kostenart;Bezeichnung;Ist 2026\r\n");
        var total = 0L;
        for (var row = 0; row < rows; row++)
        {
            var isIncome = row % 3 == 0;
            var cents = row * 37L % 100_000_000 * (isIncome ? -1 : 1);
            total += cents;
            text.Append(CultureInfo.InvariantCulture, $"{10000 + row / 7 % Products};{(isIncome ? 41000 : 50100) + row % 90};Sachkonto {row % 90};{(cents < 0 ? "-" : "")}{Math.Abs(cents) / 100},{Math.Abs(cents) % 100:00}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append(CultureInfo.InvariantCulture, $";;;{(total < 0 ? "-" : "")}{Math.Abs(total) / 100},{Math.Abs(total) % 100:00}\r\n").ToString());
    }
}
