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
        using var bytes = new MemoryStream(rows * 52);
        using var text = new StreamWriter(bytes, new UTF8Encoding(false));
        text.Write("Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\r\n");
        for (var row = 0; row < rows; row++)
        {
            var (product, figure, month) = (row % Products, row / Products % 4, row / (Products * 4));
            var kind = (month / 3600) switch { 0 => "Ist", 1 => "Plan", _ => "Prognose" };
            text.Write(string.Create(CultureInfo.InvariantCulture,
                $"{10000 + product};;{Figures[figure]};{1900 + month / 12 % 300}-{month % 12 + 1:00};{kind};"));
            text.Write(string.Create(CultureInfo.InvariantCulture,
                $"{50_000 + product * 100 + row * 37L % 9_000},{row % 100:00};\r\n"));
        }

        text.Flush();
        return bytes.ToArray();
    }

    /// <summary>
    /// A ledger of the catalogue's products: one row for each product and account, again and again, with a total.
    /// </summary>
    public static byte[] Ledger(int rows) => Ledger(rows, [.. Enumerable.Range(10000, Products).Select(number => $"{number}")]);

    /// <summary>A ledger of these products.</summary>
    public static byte[] Ledger(int rows, IReadOnlyList<string> products)
    {
        using var bytes = new MemoryStream(rows * 40);
        using var text = new StreamWriter(bytes, new UTF8Encoding(false));
        text.Write("Profitcenter;Kostenart;Bezeichnung;Ist 2026\r\n");
        var total = 0L;
        for (var row = 0; row < rows; row++)
        {
            var isIncome = row % 3 == 0;
            var cents = row * 37L % 100_000_000 * (isIncome ? -1 : 1);
            total += cents;
            text.Write(string.Create(CultureInfo.InvariantCulture,
                $"{products[row / 7 % products.Count]};{(isIncome ? 41000 : 50100) + row % 90};Sachkonto "
                + $"{row % 90};{(cents < 0 ? "-" : "")}{Math.Abs(cents) / 100},{Math.Abs(cents) % 100:00}\r\n"));
        }

        text.Write(string.Create(CultureInfo.InvariantCulture,
            $";;;{(total < 0 ? "-" : "")}{Math.Abs(total) / 100},{Math.Abs(total) % 100:00}\r\n"));
        text.Flush();
        return bytes.ToArray();
    }
}
