using System.Globalization;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>
/// Holds the sentences in Leichter Sprache against the report's numbers, and against the rules for such sentences.
/// </summary>
internal sealed class PlainProof
{
    private const int LongestSentence = 90;
    private const string Money =
        "(?:0 Euro|weniger als 50 Euro|ungefähr (?:(?<millionen>[\\d.]+) Million(?:en)?(?: (?<rest>\\d+) "
            + "Tausend)?|(?<tausend>\\d+) Tausend|(?<euro>[\\d.]+)) Euro)";

    private readonly List<string> faults = [];
    private RowData? row;
    private string colour = "";

    /// <summary>What the sentences say and the numbers do not; empty where all is proved, or there are none.</summary>
    public static IReadOnlyList<string> FaultsOf(byte[] json)
    {
        var proof = new PlainProof(new ReportData(json));
        foreach (var sentence in proof.report.Array("leichteSprache"))
            proof.Sentence(sentence.GetString()!);
        return proof.faults;
    }

    private readonly ReportData report;

    private PlainProof(ReportData report) => this.report = report;

    private void Sentence(string text)
    {
        Claim(text.Length <= LongestSentence + Name.Length, text, "zu lang");
        Claim(!text.Contains('%', StringComparison.Ordinal) && !text.Contains('€', StringComparison.Ordinal), text,
            "Zeichen statt Wörter");
        if (Match(text, "(?<name>.+): Das waren " + Money) is { } actual)
            Actual(text, actual);
        else if (Match(text, "Geplant waren " + Money) is { } plan)
            Claim(Is(plan, row?["planKumuliert"]), text, "anderer Plan");
        else if (text == "Das war ungefähr so geplant.")
            Claim(row is { } same
                && Math.Abs(same["istKumuliert"]!.Value - same["planKumuliert"]!.Value) <= Step(same["istKumuliert"]!.Value),
                text, "nicht wie geplant");
        else if (Match(text, "(?<zahl>\\d+) (?:Zahl ist|Zahlen sind) (?<farbe>grün|gelb|rot)") is { } light)
            Light(text, light);
        else if (Match(text, "(?<farbe>Grün|Gelb|Rot) heißt: Der Plan ist .*erreicht") is { } meaning)
            Claim(meaning.Groups["farbe"].Value.Equals(colour, StringComparison.OrdinalIgnoreCase), text,
                "erklärt eine andere Farbe");
        else if (Match(text, "(?<zahl>\\d+) (?:Ziel ist|Ziele sind) (?<wie>erreicht|nicht erreicht|noch offen)") is { } goals)
            Goals(text, goals);
        else if (text == "Es fehlen noch Zahlen.")
            Claim(!report.IsComplete, text, "doch der Bericht ist vollständig");
        else if (text is "Manche Zahlen sind geheim." or "Das schützt einzelne Menschen.")
            Claim(report.IsPublic, text, "doch nichts ist verborgen");
        else if (Match(text, "Es geht um die Zeit von Januar bis (?<monat>\\w+) (?<jahr>\\d+)") is { } time)
            Claim(time.Groups["monat"].Value == ReportData.Month(report.LastMonth)
                && time.Groups["jahr"].Value == $"{report.Year}", text, "andere Zeit");
        else
            Claim(text == $"Das Thema ist: {Name}." || text.StartsWith("Dieser Bericht kommt von: ", StringComparison.Ordinal)
                || text is "Die Geld-Beträge sind gerundet." or "Das heißt: Sie sind nicht ganz genau.", text,
                    "nicht verstanden");
    }

    private string Name => report["bezeichnung"].GetString()!;

    private void Actual(string text, Match match)
    {
        row = report.RowsOf(report.Product)
            .FirstOrDefault(each => each.IsBase && each.Name == match.Groups["name"].Value && each.Unit == "€");
        Claim(Is(match, row?["istKumuliert"]), text, "anderes Ist");
    }

    private void Light(string text, Match match)
    {
        colour = match.Groups["farbe"].Value;
        var status = colour.Replace("ü", "ue", StringComparison.Ordinal);
        Claim(report.Rows.Count(each => each.Status == status) == Whole(match, "zahl"), text, "andere Anzahl");
    }

    private void Goals(string text, Match match)
    {
        bool? reached = match.Groups["wie"].Value switch { "erreicht" => true, "nicht erreicht" => false, _ => null };
        Claim(report.Array("ziele").Count(goal => ReportData.Flag(goal, "erreicht") == reached) == Whole(match, "zahl"), text,
            "andere Anzahl");
    }

    /// <summary>Whether an amount in words is the exact one, rounded as one rounds amounts of that size.</summary>
    private static bool Is(Match match, decimal? exact)
    {
        if (exact is not { } value)
            return false;
        if (match.Value.Contains("weniger als", StringComparison.Ordinal))
            return value is > 0 and < 50;
        var said = Whole(match, "millionen") * 1_000_000m + (Whole(match, "rest") + Whole(match, "tausend")) * 1_000m
            + Whole(match, "euro");
        return Math.Abs(said - value) <= Step(value) / 2;
    }

    private static decimal Step(decimal value) => value < 9_950 ? 100 : value < 999_500 ? 1_000 : 10_000;

    private static int Whole(Match match, string group) => match.Groups[group] is { Success: true } found
        ? int.Parse(found.Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;

    private static Match? Match(string text, string pattern) =>
        Patterns.First(text, $"^{pattern}\\.$") is { Success: true } match ? match : null;

    private void Claim(bool isTrue, string sentence, string fault)
    {
        if (!isTrue)
            faults.Add($"Leichte Sprache: {fault}: {sentence}");
    }
}
