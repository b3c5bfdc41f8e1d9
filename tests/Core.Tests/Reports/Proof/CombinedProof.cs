using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>Reads the management summary of a combined report back into claims and holds them against its numbers.</summary>
internal sealed class CombinedProof(ReportData report)
{
    private readonly List<string> faults = [];

    /// <summary>What the report says and its numbers do not; empty where all is proved.</summary>
    public static IReadOnlyList<string> FaultsOf(byte[] json) => new CombinedProof(new ReportData(json)).Run();

    private List<string> Run()
    {
        foreach (var (topic, text) in report.KeyMessages)
        {
            var reading = new Reading(text);
            switch (topic)
            {
                case "Ergebnis":
                    Result(reading);
                    break;
                case "Abweichungen":
                    Deviations(reading);
                    break;
                case "Ampel":
                    Reds(reading);
                    break;
                case "Lieferungen":
                    Deliveries(reading);
                    break;
                case "Ziele":
                    Goals(reading);
                    break;
            }

            if (!reading.IsDone)
                faults.Add($"{topic}: nicht verstanden: {reading.Rest}");
        }

        return faults;
    }

    private void Result(Reading reading)
    {
        var county = report.Array("summen").First();
        var start = Regex.Escape(report.ToDate);
        if (reading.Take($"{start} ist das Gesamtergebnis nicht bestimmbar – (?<grund>.+)\\.$") is not null)
        {
            Claim(ReportData.Amount(county, "abweichung") is null, "Ergebnis: nicht bestimmbar, doch es steht da.");
            return;
        }

        var difference = $"{Printed.In("€", "diff")}(?: \\((?<prozent>{Printed.Number}) %\\))? (?<wort>besser|schlechter)";
        if (reading.Take(
            $"{start} (?:ergeben|ergibt) (?<anzahl>\\d+) Produkte? zusammen {Printed.In("€", "ist")}, (?:wie "
                + $"geplant|{difference} als geplant) \\(Plan {Printed.In("€", "plan")}\\)\\.") is not { } said)
            return;
        var deviation = ReportData.Amount(county, "abweichung");
        Claim(Count(said, "anzahl") == county.GetProperty("produkte").GetInt32(), $"Ergebnis: Anzahl: {said.Value}");
        Claim(Printed.Is(said.Groups["ist"].Value, ReportData.Amount(county, "istKumuliert"), 0), $"Ergebnis: Ist: {said.Value}");
        Claim(Printed.Is(
            said.Groups["plan"].Value, ReportData.Amount(county, "planKumuliert"), 0), $"Ergebnis: Plan: {said.Value}");
        if (!said.Groups["diff"].Success)
        {
            Claim(deviation is { } none && Printed.Round(none, 0) == 0, $"Ergebnis: nicht wie geplant: {deviation}");
            return;
        }

        Claim(Printed.Is(
            said.Groups["diff"].Value, Math.Abs(deviation ?? 0), 0), $"Ergebnis: Abweichung {deviation}: {said.Value}");
        Claim(said.Groups["wort"].Value == (deviation > 0 ? "besser" : "schlechter"),
            $"Ergebnis: Richtung {deviation}: {said.Value}");
        if (said.Groups["prozent"].Success)
            Claim(Printed.Is(said.Groups["prozent"].Value, Math.Abs(ReportData.Amount(county, "abweichungProzent") ?? 0)),
                $"Ergebnis: Prozent: {said.Value}");
    }

    private void Deviations(Reading reading)
    {
        var lines = report.Array("abweichungen").ToList();
        if (reading.Take("Kein Produktergebnis weicht vom Plan ab\\.") is not null)
            Claim(lines.Count == 0, "Abweichungen: keine, doch es gibt welche.");
        else if (reading.Take("Am weitesten vom Plan entfernt: (?<liste>.+)\\.$") is { } said)
        {
            foreach (var (item, line) in said.Groups["liste"].Value.Split("; ").Zip(lines))
            {
                var match = Patterns.First(item, $"^(?<name>.+) \\({Printed.In("€", "zahl")}\\)$");
                Claim(match.Success && match.Groups["name"].Value == Name(line)
                    && Printed.Is(match.Groups["zahl"].Value, ReportData.Amount(line.GetProperty("zeile"), "abweichung")),
                        $"Abweichungen: {item}");
            }

            var sizes = lines.ConvertAll(line => Math.Abs(ReportData.Amount(line.GetProperty("zeile"), "abweichung") ?? 0));
            Claim(sizes.SequenceEqual(sizes.OrderDescending()), "Abweichungen: nicht die größte zuerst.");
        }
    }

    private void Reds(Reading reading)
    {
        var reds = report.Array("rot").ToList();
        if (reading.Take("Keine Hauptzahl steht auf Rot\\.") is not null)
            Claim(reds.Count == 0, "Ampel: keine rot, doch es gibt welche.");
        else if (reading.Take("(?<zahl>\\d+) (?:Hauptzahl steht|Hauptzahlen stehen) auf Rot, bei (?<liste>.+)\\.$") is { } said)
        {
            string[] products = [.. reds.Select(Name).Distinct()];
            var more = Patterns.First(said.Groups["liste"].Value, " und (?<zahl>\\d+) weiteren$");
            var named = products.Count(product => said.Groups["liste"].Value.Contains(product, StringComparison.Ordinal));
            Claim(Count(said, "zahl") == reds.Count, $"Ampel: {reds.Count} sind rot: {said.Value}");
            Claim(named + (more.Success ? Count(more, "zahl") : 0) == products.Length,
                $"Ampel: {products.Length} Produkte: {said.Value}");
        }
    }

    private void Deliveries(Reading reading)
    {
        var owing = report.Array("fehlend").ToList();
        if (reading.Take("Alle Ämter haben alle Zahlen geliefert\\.") is not null)
            Claim(owing.Count == 0, "Lieferungen: alle, doch es fehlen welche.");
        else if (reading.Take(
            "Bis zum Meldeschluss am (?<tag>[\\d.]+) nicht vollständig geliefert: (?<liste>.+)\\.$") is { } said)
        {
            string[] expected =
            [
                .. owing.Select(department => (
                        Name: ReportData.Text(department, "amtBezeichnung"), Products: department.GetProperty("produkte")
                            .GetArrayLength(), Values: department.GetProperty("werte").GetArrayLength()))
                    .Select(each =>
                        $"{each.Name} ({each.Products} {(each.Products == 1 ? "Produkt" : "Produkte")}, {each.Values} "
                            + $"{(each.Values == 1 ? "Wert" : "Werte")})"),
            ];
            Claim(said.Groups["liste"].Value == string.Join("; ", expected), $"Lieferungen: {said.Value}");
        }
    }

    private void Goals(Reading reading)
    {
        var goals = report["ziele"];
        if (reading.Take("Von (?<alle>\\d+) Ziel(?:en)?: (?<liste>.+)\\.$") is not { } said)
            return;
        (string Word, string Field)[] kinds = [("nicht erreicht", "verfehlt"), ("noch offen", "offen"), ("erreicht", "erreicht")];
        Claim(Count(said, "alle") == kinds.Sum(kind => goals.GetProperty(kind.Field).GetInt32()), $"Ziele: {said.Value}");
        foreach (var (word, field) in kinds)
        {
            var match = Patterns.First(said.Groups["liste"].Value, $"(?<zahl>\\d+) {word}");
            Claim((match.Success ? Count(match, "zahl") : 0) == goals.GetProperty(field)
                .GetInt32(), $"Ziele: {word}: {said.Value}");
            Claim(!match.Success || Count(match, "zahl") > 0, $"Ziele: „0 {word}“ sagt nichts.");
        }
    }

    private static string Name(JsonElement line) =>
        $"{ReportData.Text(line, "produkt")} {ReportData.Text(line, "produktBezeichnung")}";

    private static int Count(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private void Claim(bool isTrue, string fault)
    {
        if (!isTrue)
            faults.Add(fault);
    }
}
