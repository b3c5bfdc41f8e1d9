using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports.Messages;

/// <summary>The sentences in Leichter Sprache. Which of them stand there is decided by <see cref="PlainMessages"/>.</summary>
internal static class PlainSentences
{
    private const decimal Thousand = 1_000, Million = 1_000_000;

    public const string AsPlanned = "Das war ungefähr so geplant.";
    public const string Missing = "Es fehlen noch Zahlen.";

    public static readonly string[] Rounded = ["Die Geld-Beträge sind gerundet.", "Das heißt: Sie sind nicht ganz genau."];
    public static readonly string[] Secret = ["Manche Zahlen sind geheim.", "Das schützt einzelne Menschen."];

    public static IEnumerable<string> Head(string county, string product, Period period) =>
    [
        $"Dieser Bericht kommt von: {county}.",
        $"Das Thema ist: {product}.",
        $"Es geht um die Zeit von Januar bis {GermanFormat.Month(period.LastMonth)} {period.Year}.",
    ];

    public static string Actual(string name, string amount) => $"{name}: Das waren {amount}.";

    public static string Planned(string amount) => $"Geplant waren {amount}.";

    /// <summary>
    /// An amount in words and round figures: „ungefähr 1 Million 490 Tausend Euro“. From a million on to ten thousands, from ten
    /// thousand on to thousands, else to hundreds.
    /// </summary>
    public static string Amount(decimal value) => value switch
    {
        0 => "0 Euro",
        < 50 => "weniger als 50 Euro",
        < 9_950 => $"ungefähr {GermanFormat.Number(Round(value, 100), 0)} Euro",
        < Million - 500 => $"ungefähr {GermanFormat.Number(Round(value, Thousand) / Thousand, 0)} Tausend Euro",
        _ => $"ungefähr {Millions(Round(value, 10 * Thousand))} Euro",
    };

    public static IEnumerable<string> Light(int count, Status status) =>
    [
        $"{(count == 1 ? "1 Zahl ist" : $"{count} Zahlen sind")} {status.GermanName()}.",
        status switch
        {
            Status.Green => "Grün heißt: Der Plan ist erreicht oder fast erreicht.",
            Status.Yellow => "Gelb heißt: Der Plan ist nicht ganz erreicht.",
            _ => "Rot heißt: Der Plan ist nicht erreicht.",
        },
    ];

    public static IEnumerable<string> Goals(int reached, int missed, int open)
    {
        if (reached > 0)
            yield return $"{Count(reached)} erreicht.";
        if (missed > 0)
            yield return $"{Count(missed)} nicht erreicht.";
        if (open > 0)
            yield return $"{Count(open)} noch offen.";
    }

    private static string Count(int goals) => goals == 1 ? "1 Ziel ist" : $"{goals} Ziele sind";

    private static decimal Round(decimal value, decimal step) => GermanFormat.Round(value / step, 0) * step;

    private static string Millions(decimal value)
    {
        var (millions, rest) = (decimal.Floor(value / Million), value % Million / Thousand);
        var whole = millions == 1 ? "1 Million" : $"{GermanFormat.Number(millions, 0)} Millionen";
        return rest == 0 ? whole : $"{whole} {GermanFormat.Number(rest, 0)} Tausend";
    }
}
