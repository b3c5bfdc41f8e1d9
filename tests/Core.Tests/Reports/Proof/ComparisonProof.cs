using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>
/// Holds what a report says of other counties against its numbers, these against each other, and the own value against the
/// report's row.
/// </summary>
internal sealed class ComparisonProof(ReportData report)
{
    private readonly List<string> faults = [];

    /// <summary>What is said and not so; empty where all is proved, or nothing is compared.</summary>
    public static IReadOnlyList<string> FaultsOf(ReportData report) => new ComparisonProof(report).Run();

    private List<string> Run()
    {
        if (!report.Has("vergleich"))
            return faults;
        foreach (var figure in report["vergleich"].GetProperty("zahlen").EnumerateArray())
        {
            var years = figure.GetProperty("jahre").EnumerateArray().ToList();
            var numbers = years.ConvertAll(year => (int)Amount(year, "jahr"));
            Claim(numbers.SequenceEqual(numbers.Distinct().Order()), $"Jahre in falscher Folge: {string.Join(' ', numbers)}");
            Claim(years.Count is >= 1 and <= 5, $"{years.Count} Jahre");
            years.ForEach(Year);
            Own(figure, years[^1]);
            Sentence(new Reading(ReportData.Text(figure, "text")!), figure, years[^1]);
        }

        return faults;
    }

    private void Year(JsonElement year)
    {
        var count = (int)Amount(year, "anzahl");
        var (own, smallest, largest) = (Amount(year, "wert"), Amount(year, "kleinster"), Amount(year, "groesster"));
        var (from, to) = ((int)Amount(year, "rangVon"), (int)Amount(year, "rangBis"));
        decimal?[] quartiles = [.. new[] { "unteresViertel", "median", "oberesViertel" }.Select(each =>
            ReportData.Amount(year, each))];
        Claim(count >= 1, "Kein anderer Kreis.");
        Claim(quartiles.All(each => each is null) == count < 5 && quartiles.Any(each => each is null) == count < 5,
            $"Viertel bei {count} Kreisen");
        decimal[] ordered = [smallest, .. quartiles.OfType<decimal>(), largest];
        Claim(ordered.SequenceEqual(ordered.Order()), $"Viertel in falscher Folge: {string.Join(' ', ordered)}");
        Claim(1 <= from && from <= to && to <= count + 1, $"Rang {from} bis {to} von {count + 1}");
        Claim(from == 1 == own <= smallest, $"Rang {from}, doch {own} neben {smallest}");
        Claim(to == count + 1 == own >= largest, $"Rang {to}, doch {own} neben {largest}");
        if (quartiles[1] is { } median)
            Claim(own <= median || to * 2 > count + 1, $"Rang {to} von {count + 1}, doch {own} über dem Median {median}");
    }

    private void Own(JsonElement figure, JsonElement last)
    {
        var row = report.Rows.FirstOrDefault(each =>
            each.Level == ReportData.Text(figure, "ebene") && each.Id == ReportData.Text(figure, "id"));
        if (row is not null && Amount(last, "jahr") == report.Year)
            Claim(row["istPeriode"] == Amount(last, "wert"), $"Eigener Wert {Amount(last, "wert")} neben {row["istPeriode"]}");
    }

    private void Sentence(Reading reading, JsonElement figure, JsonElement year)
    {
        var (unit, decimals) = (ReportData.Text(figure, "einheit") ?? "", (int)Amount(figure, "dezimalstellen"));
        var whole = reading.Rest;
        if (reading.Take(
            $"(?<jahr>\\d{{4}}): {Printed.In(unit, "wert")}; die mittlere Hälfte von (?<anzahl>\\d+) vergleichbaren Kreisen "
                + "liegt "
                + $"zwischen {Printed.In(unit, "unteresViertel")} und {Printed.In(unit, "oberesViertel")}, der Median bei "
                + $"{Printed.In(unit, "median")}\\.") is { } half)
        {
            Numbers(half, year, decimals, "wert", "unteresViertel", "oberesViertel", "median");
            Rank(reading, year);
        }
        else if (reading.Take(
            $"(?<jahr>\\d{{4}}): {Printed.In(unit, "wert")}; (?:die Werte von (?<anzahl>\\d+) vergleichbaren Kreisen liegen "
                + $"zwischen {Printed.In(unit, "kleinster")} und {Printed.In(unit, "groesster")}|ein einziger vergleichbarer "
                + $"Kreis liegt vor, mit {Printed.In(unit, "einziger")})\\. Für Viertel sind es zu wenige\\.") is { } few)
        {
            Claim(ReportData.Amount(year, "median") is null, $"Zu wenige für Viertel, doch es gibt sie: {whole}");
            if (few.Groups["einziger"].Success)
                Claim(Amount(year, "anzahl") == 1
                    && Printed.Is(few.Groups["einziger"].Value, Amount(year, "kleinster"), decimals), $"einziger: {whole}");
            else
                Numbers(few, year, decimals, "wert", "kleinster", "groesster");
        }

        Claim(reading.IsDone, $"nicht verstanden: {reading.Rest}");
    }

    private void Rank(Reading reading, JsonElement year)
    {
        if (reading.Take("Von klein nach groß ist das Rang (?<von>\\d+)(?: bis (?<bis>\\d+))? von (?<alle>\\d+)\\.")
            is not { } rank)
            return;
        var to = rank.Groups["bis"].Success ? Whole(rank, "bis") : Whole(rank, "von");
        Claim(Whole(rank, "von") == Amount(year, "rangVon"), $"rangVon: {rank.Value}");
        Claim(to == Amount(year, "rangBis"), $"rangBis: {rank.Value}");
        Claim(Whole(rank, "alle") == Amount(year, "anzahl") + 1, $"anzahl: {rank.Value}");
    }

    private void Numbers(Match said, JsonElement year, int decimals, params string[] names)
    {
        Claim(Whole(said, "jahr") == Amount(year, "jahr"), $"Jahr: {said.Value}");
        Claim(Whole(said, "anzahl") == Amount(year, "anzahl"), $"anzahl: {said.Value}");
        foreach (var name in names)
            Claim(Printed.Is(said.Groups[name].Value, ReportData.Amount(year, name), decimals), $"{name}: {said.Value}");
    }

    private static int Whole(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static decimal Amount(JsonElement element, string name) => element.GetProperty(name).GetDecimal();

    private void Claim(bool isTrue, string fault)
    {
        if (!isTrue)
            faults.Add($"Vergleich: {fault}");
    }
}
