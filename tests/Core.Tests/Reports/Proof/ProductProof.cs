using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>
/// Reads the sentences of a product report back into claims and holds them against the report's numbers. Knows German and the
/// JSON, not the code that writes the sentences.
/// </summary>
internal sealed class ProductProof(ReportData report)
{
    private readonly List<string> faults = [];

    /// <summary>What the report says and its numbers do not; empty where all is proved.</summary>
    public static IReadOnlyList<string> FaultsOf(byte[] json) => new ProductProof(new ReportData(json)).Run();

    private List<string> Run()
    {
        foreach (var (topic, text) in report.KeyMessages)
            Message(topic, text);
        foreach (var development in report.Array("entwicklung"))
            Development(development);
        faults.AddRange(ComparisonProof.FaultsOf(report));
        Notes();
        Goals();
        Charts();
        foreach (var row in report.Rows)
            Row(row);
        return faults;
    }

    private void Message(string topic, string text)
    {
        var reading = new Reading(text);
        switch (topic)
        {
            case "Ampel":
                Statuses(reading);
                break;
            case "Ziele":
                GoalCounts(reading);
                break;
            case "Datenlage":
                Data(reading);
                break;
            case "Prognose":
                Forecast(reading);
                break;
            case "Vorjahr":
                FormerYear(reading);
                break;
            default:
                MainFigure(reading, topic);
                break;
        }

        if (!reading.IsDone)
            Fault($"{topic}: nicht verstanden: {reading.Rest}");
    }

    private RowData? Main => report.RowsOf(report.Product).FirstOrDefault(row => row.Name == report.KeyMessages.First().Topic);

    private void MainFigure(Reading reading, string topic)
    {
        if (Main is not { } row || row.Name != topic)
        {
            Fault($"Keine Zahl heißt „{topic}“.");
            return;
        }

        var unit = row.Unit;
        var toDate = Regex.Escape(report.ToDate);
        if (reading.Take(
            $"{toDate}: {Printed.In(unit, "ist")}, (?:wie geplant|{Difference(row)} als geplant) \\(Plan "
                + $"{Printed.In(unit, "plan")}\\)\\.") is { } full)
        {
            Number(full, "ist", row["istKumuliert"], row.Decimals, topic);
            Number(full, "plan", row["planKumuliert"], row.Decimals, topic);
            Compared(full, row, row["abweichung"], row["abweichungProzent"], topic);
            Causes(reading, row);
        }
        else if (reading.Take($"{toDate}: {Printed.In(unit, "ist")}\\. Ein Plan liegt nicht vor\\.") is { } alone)
        {
            Number(alone, "ist", row["istKumuliert"], row.Decimals, topic);
            Claim(row["planKumuliert"] is null, $"{topic}: „Ein Plan liegt nicht vor“, doch er liegt vor.");
        }
        else if (reading.Take(
            $"{toDate}: {Printed.In(unit, "ist")}\\. Der Plan ist nicht bestimmbar – (?<grund>.+?)\\.(?= Bis | Das Amt|$)")
                is { } without)
        {
            Number(without, "ist", row["istKumuliert"], row.Decimals, topic);
            Claim(row["abweichung"] is null, $"{topic}: kein Plan behauptet, doch es gibt eine Abweichung.");
        }
        else if (reading.Take($"{toDate} nicht bestimmbar – (?<grund>.+?)\\.(?= Bis | Das Amt|$)") is not null)
        {
            Claim(row["istKumuliert"] is null, $"{topic}: „nicht bestimmbar“, doch der Wert steht da.");
        }

        if (reading.Take($"Bis (?<monat>\\w+) {report.Year}: {Printed.In(unit, "teil")}\\.") is { } part)
            KnownPart(part, row);
        if (reading.Take("Das Amt erläutert: „(?<text>.+)“") is { } quote)
            Quote(quote.Groups["text"].Value);
    }

    private void KnownPart(Match match, RowData row)
    {
        var points = report.Array("diagramme")
            .First(chart => ReportData.Text(chart, "ebene") == row.Level && ReportData.Text(chart, "id") == row.Id)
            .GetProperty("punkte").EnumerateArray().ToList();
        var parts = ReportData.MonthsOf(ReportData.Text(points[0], "periode")!);
        var known = Enumerable.Range(1, points.Count)
            .First(count => ReportData.Month(count * parts) == match.Groups["monat"].Value);
        Number(match, "teil", points.Take(known).Sum(point => ReportData.Amount(point, "ist") ?? decimal.MaxValue / 8),
            row.Decimals, row.Name);
    }

    private void Causes(Reading reading, RowData main)
    {
        if (reading.Take("Ursachen?: (?<liste>.+?)\\.(?= Dagegen| Größter| Am stärksten| Das Amt|$)") is { } causes)
            Inputs(causes.Groups["liste"].Value, main, sameSide: true);
        if (reading.Take("Dagegen wirkten?: (?<liste>.+?)\\.(?= Größter| Am stärksten| Das Amt|$)") is { } against)
            Inputs(against.Groups["liste"].Value, main, sameSide: false);
        var difference = Printed.In(Printed.UnitOfDifference(main.Unit), "zahl");
        if (reading.Take($"Größter Anteil: (?<leistung>.+?) \\({difference}\\)\\.") is { } share)
            Share(share, main, isWithin: true);
        if (reading.Take(
            $"Am stärksten wirkte (?<leistung>.+?) \\({difference}\\); andere Leistungen glichen einen Teil aus\\.")
                is { } strongest)
            Share(strongest, main, isWithin: false);
    }

    private void Inputs(string list, RowData main, bool sameSide)
    {
        foreach (var item in list.Split("; "))
        {
            var match =
                Patterns.First(
                    item,
                    $"^(?<name>.+) um (?<zahl>{Printed.Number})(?: (?<einheit>.+?))? (?<richtung>höher|niedriger) als geplant$");
            if (!match.Success || Find(match.Groups["name"].Value) is not { } row)
            {
                Fault($"Ursache nicht nachprüfbar: {item}");
                continue;
            }

            var deviation = row["abweichung"];
            Claim(
                Printed.Is(match.Groups["zahl"].Value, Math.Abs(deviation ?? 0))
                    && match.Groups["einheit"].Value == Printed.UnitOfDifference(row.Unit),
                $"Ursache {item}: die Abweichung ist {deviation} {row.Unit}.");
            Claim(deviation > 0 == (match.Groups["richtung"].Value == "höher"),
                $"Ursache {item}: die Abweichung ist {deviation}.");
            var (pull, whole) = (row.Better * Math.Sign(deviation ?? 0), main.Better * Math.Sign(main["abweichung"] ?? 0));
            if (pull != 0 && whole != 0)
                Claim(pull == whole == sameSide,
                    $"Ursache {item} zieht {(sameSide ? "in die andere" : "in dieselbe")} Richtung.");
        }
    }

    /// <summary>A service's share of the deviation: within the whole, or beyond it because others pull back.</summary>
    private void Share(Match match, RowData main, bool isWithin)
    {
        var services = report.Rows.Where(row => row.Level != main.Level && row.Id == main.Id).ToList();
        var named = services.Find(row => report.Levels[row.Level] == match.Groups["leistung"].Value
            && Printed.Is(match.Groups["zahl"].Value, row["abweichung"], row.Decimals));
        if (named is null)
        {
            Fault($"Keine Leistung mit dieser Abweichung: {match.Value}");
            return;
        }

        var (part, whole) = (named["abweichung"]!.Value, main["abweichung"]!.Value);
        Claim(services.TrueForAll(
            row => row["abweichung"] * Math.Sign(whole) <= part * Math.Sign(whole)), $"Nicht der größte Anteil: {match.Value}");
        Claim(part / whole is var share
            && (isWithin ? share is > 0 and <= 1 : share > 1), $"Anteil {part / whole:P0}: {match.Value}");
        Claim(services.Sum(row => row["abweichung"]) == whole, $"Die Leistungen ergeben die Abweichung nicht: {match.Value}");
    }

    private void Statuses(Reading reading)
    {
        if (reading.Take("Keine Zahl ist bewertbar(?:, weil Ist oder Plan fehlen)?\\.") is not null)
        {
            Claim(report.Rows.All(row => row.Status == "grau"), "Ampel: keine Zahl bewertbar, doch es gibt bewertete.");
            return;
        }

        (string Word, string Status)[] words = [("grün", "gruen"), ("gelb", "gelb"), ("rot", "rot")];
        var all = report.Rows.Count(row => row.Status != "grau");
        if (reading.Take("Alle (?<alle>\\d+) bewerteten Zahlen sind (?<wort>grün|gelb|rot)\\.") is { } same)
        {
            var status = words.First(entry => entry.Word == same.Groups["wort"].Value).Status;
            Claim(Count(same, "alle") == all
                && report.Rows.All(row => row.Status == "grau" || row.Status == status), $"Ampel: {same.Value}");
        }
        else if (reading.Take("Die einzige bewertete Zahl ist (?<wort>grün|gelb|rot)\\.") is { } only)
        {
            Claim(
                all == 1 && report.Rows.Single(row => row.Status != "grau").Status == words.First(
                    entry => entry.Word == only.Groups["wort"].Value).Status,
                $"Ampel: {only.Value}");
        }
        else if (reading.Take(
            "Von (?<alle>\\d+) bewerteten Zahlen (?:ist|sind) (?<liste>(?:(?:, | und )?(?:\\d+|keine) (?:grün|gelb|rot))+)\\.")
                is { } counts)
        {
            Claim(Count(counts, "alle") == all, $"Ampel: {all} Zahlen sind bewertet: {counts.Value}");
            foreach (var (word, status) in words)
            {
                var said = Patterns.First(counts.Groups["liste"].Value, $"(?<zahl>\\d+|keine) {word}");
                var number = !said.Success || said.Groups["zahl"].Value == "keine" ? 0 : Count(said, "zahl");
                Claim(number == report.Rows.Count(row => row.Status == status), $"Ampel: {word} stimmt nicht: {counts.Value}");
                Claim(!said.Success || number > 0, $"Ampel: „0 {word}“ sagt nichts: {counts.Value}");
            }
        }

        if (reading.Take("Rot: (?<liste>.+?)(?:; und (?<weitere>\\d+) weitere)?\\.$") is not { } reds)
            return;
        var named = reds.Groups["liste"].Value.Split("; ");
        Claim(named.Length + (reds.Groups["weitere"].Success ? Count(reds, "weitere") : 0) == report.Rows.Count(
            row => row.Status == "rot"), $"Ampel: {reds.Value}");
        foreach (var item in named)
            Claim(report.Rows.Any(
                row => row.Status == "rot" && IsRed(item, row)), $"Ampel: nicht rot oder andere Abweichung: {item}");
    }

    private bool IsRed(string item, RowData row)
    {
        var match = Patterns.First(item, $"^(?<name>.+) \\((?<zahl>{Printed.Number}) ?(?<einheit>.*)\\)$");
        if (!match.Success)
            return false;
        var level = row.Level == report.Product ? "" : report.Levels[row.Level];
        string[] names = [.. match.Groups["name"].Value.Split(" – ")];
        var isNamed = level.Length == 0
            ? Begins(row.Name, match.Groups["name"].Value)
            : Enumerable.Range(1, names.Length - 1).Any(
                cut => Begins(row.Name, string.Join(" – ", names[..cut])) && Begins(level, string.Join(" – ", names[cut..])));
        var isPercent = match.Groups["einheit"].Value == "%" && row["abweichungProzent"] is { } percent
            && Printed.Is(match.Groups["zahl"].Value, percent) && Math.Abs(percent) < 1000;
        return isNamed
            && (isPercent
            || (match.Groups["einheit"].Value == Printed.UnitOfDifference(row.Unit)
            && Printed.Is(match.Groups["zahl"].Value, row["abweichung"], row.Decimals)));
    }

    private static bool Begins(string whole, string said) =>
        said == whole || (said.EndsWith('…') && whole.StartsWith(said.TrimEnd('…', ' '), StringComparison.Ordinal));

    private void GoalCounts(Reading reading)
    {
        var goals = report.Array("ziele").ToList();
        if (reading.Take("Von (?<alle>\\d+) Ziel(?:en)?: (?<liste>.+?)\\.(?= Nicht erreicht|$)") is { } counts)
        {
            Claim(Count(counts, "alle") == goals.Count, $"Ziele: {counts.Value}");
            Claim(counts.Groups["alle"].Value == "1" == counts.Value.StartsWith(
                "Von 1 Ziel:", StringComparison.Ordinal), $"Ziele: {counts.Value}");
            (string Word, bool? Reached)[] kinds = [("nicht erreicht", false), ("noch offen", null), ("erreicht", true)];
            foreach (var (word, reached) in kinds)
            {
                var said = Patterns.First(counts.Groups["liste"].Value, $"(?<zahl>\\d+) {word}");
                var number = said.Success ? Count(said, "zahl") : 0;
                Claim(number == goals.Count(
                    goal => ReportData.Flag(goal, "erreicht") == reached), $"Ziele: {word} stimmt nicht: {counts.Value}");
                Claim(!said.Success || number > 0, $"Ziele: „0 {word}“ sagt nichts: {counts.Value}");
            }
        }

        if (reading.Take("Nicht erreicht: (?<liste>.+?)(?:; und (?<weitere>\\d+) weitere)?\\.$") is { } missed)
        {
            var named = missed.Groups["liste"].Value.Split("; ");
            var texts = goals.Where(goal => ReportData.Flag(goal, "erreicht") == false)
                .Select(goal => ReportData.Text(goal, "text")!.TrimEnd('.')).ToList();
            var further = missed.Groups["weitere"].Success ? Count(missed, "weitere") : 0;
            Claim(named.Length + further == texts.Count && named.Zip(texts).All(pair => Begins(pair.Second, pair.First)),
                $"Ziele: so lauten die verfehlten nicht: {missed.Value}");
        }
    }

    private void Data(Reading reading)
    {
        var missing = report.Array("fehlend").ToList();
        if (reading.Take("Alle Zahlen des Zeitraums sind geliefert\\.") is not null)
            Claim(report.IsComplete && missing.Count == 0, "Datenlage: „alle geliefert“, doch es fehlen welche.");
        else if (reading.Take(
            "Unvollständig: (?<zahl>\\d+) (?:Wert fehlt|Werte fehlen) \\((?<text>.+); Meldeschluss (?<tage>[^)]+)\\)\\.")
                is { } said)
        {
            Claim(Count(said, "zahl") == missing.Count, $"Datenlage: {missing.Count} Werte fehlen: {said.Value}");
            foreach (var department in missing.Select(value => ReportData.Text(value, "amtBezeichnung")!).Distinct())
                Claim(said.Groups["text"].Value.Contains(
                    department, StringComparison.Ordinal), $"Datenlage: {department} fehlt: {said.Value}");
            foreach (var day in missing.Select(value => Day(ReportData.Text(value, "meldeschluss")!)).Distinct())
                Claim(said.Groups["tage"].Value.Contains(
                    day, StringComparison.Ordinal), $"Datenlage: Meldeschluss {day} fehlt: {said.Value}");
        }
    }

    private void Forecast(Reading reading)
    {
        if (Main is not { } row)
            return;
        var start = $"Für das Jahr {report.Year} werden {Printed.In(row.Unit, "zahl")} erwartet(?: \\((?<art>[^)]+)\\))?";
        if (reading.Take(
            $"{start}, (?:wie geplant|{Difference(row)} als geplant) \\(Plan {Printed.In(row.Unit, "plan")}\\)\\.") is { } full)
        {
            Number(full, "zahl", row["prognoseJahr"], row.Decimals, "Prognose");
            Number(full, "plan", row["planJahr"], row.Decimals, "Prognose");
            var difference = row["prognoseJahr"] - row["planJahr"];
            Compared(full, row, difference, row["planJahr"] is { } plan and not 0 ? difference * 100 / Math.Abs(plan)
                : null, "Prognose");
            Basis(full, row);
        }
        else if (reading.Take($"{start}\\.") is { } alone)
        {
            Number(alone, "zahl", row["prognoseJahr"], row.Decimals, "Prognose");
            Claim(row["planJahr"] is null, "Prognose ohne Plan, doch es gibt einen.");
            Basis(alone, row);
        }
    }

    private void Basis(Match match, RowData row)
    {
        var said = match.Groups["art"].Value;
        Claim(
            row.Basis switch
            {
                "geliefert" => said == "vom Amt gemeldet",
                "ist_plus_plan" => said == $"Ist bis {ReportData.Month(report.LastMonth)} und Plan für den Rest des Jahres",
                "formel" => said == "aus den Prognosen der Grundzahlen berechnet",
                _ => false,
            },
            $"Prognose: Die Grundlage ist {row.Basis}, gesagt wird „{said}“.");
    }

    private void FormerYear(Reading reading)
    {
        if (Main is not { } row)
            return;
        var pattern =
            $"Im gleichen Zeitraum des Vorjahres: {Printed.In(row.Unit, "damals")}; (?:unverändert|jetzt {Difference(row)} als "
                + "damals)\\.";
        if (reading.Take(pattern) is not { } said)
            return;
        Number(said, "damals", row["vorjahrKumuliert"], row.Decimals, "Vorjahr");
        Compared(said, row, row["istKumuliert"] - row["vorjahrKumuliert"], null, "Vorjahr");
    }

    private void Development(JsonElement development)
    {
        var (level, id) = (ReportData.Text(development, "ebene"), ReportData.Text(development, "id"));
        var row = report.Rows.First(other => other.Level == level && other.Id == id);
        var reading = new Reading(ReportData.Text(development, "text")!);
        var unit = row.Unit;
        if (reading.Take(
            $"{Regex.Escape(report.ToDate)}: {Printed.In(unit, "ist")}, (?:unverändert gegenüber dem|{Difference(row)} als im) "
                + $"Vorjahr \\({Printed.In(unit, "damals")}\\)\\.") is { } said)
        {
            Number(said, "ist", row["istKumuliert"], row.Decimals, row.Name);
            Number(said, "damals", row["vorjahrKumuliert"], row.Decimals, row.Name);
            var (now, former) = (row["istKumuliert"], row["vorjahrKumuliert"]);
            Compared(said, row, now - former, unit != "%" && former is { } base0 and not 0
                ? (now - former) * 100 / Math.Abs(base0) : null, row.Name);
            var sum = 0m;
            if (reading.Take("Dazu trug(?:en)? bei: (?<liste>.+?)\\.(?= Dagegen|$)") is { } pulling)
                sum += Contributions(pulling.Groups["liste"].Value, row, Math.Sign(now - former ?? 0));
            if (reading.Take("Dagegen wirkten?: (?<liste>.+)\\.$") is { } back)
                sum += Contributions(back.Groups["liste"].Value, row, -Math.Sign(now - former ?? 0));
            Claim(sum == 0 || (now - former is { } change && Printed.Round(change, row.Decimals) == sum),
                $"Entwicklung {row.Name}: Die Beiträge ergeben {sum}, die Änderung ist {now - former}.");
        }

        if (!reading.IsDone)
            Fault($"Entwicklung {row.Name}: nicht verstanden: {reading.Rest}");
    }

    /// <summary>Contributions are in the figure's unit, pull to one side, and name inputs that went the way said.</summary>
    /// <returns>Their sum.</returns>
    private decimal Contributions(string list, RowData row, int side)
    {
        var sum = 0m;
        foreach (var item in list.Split("; "))
        {
            var match =
                Patterns.First(
                item, "^(?<name>.+?)(?<richtung> höher| niedriger)? "
                    + $"\\({Printed.In(Printed.UnitOfDifference(row.Unit), "zahl")}\\)$");
            if (!match.Success)
            {
                Fault($"Entwicklung {row.Name}: nicht verstanden: {item}");
                continue;
            }

            var amount = Printed.Value(match.Groups["zahl"].Value);
            Claim(Math.Sign(amount) == side, $"Entwicklung {row.Name}: {item} zieht in die andere Richtung.");
            sum += amount;
            if (match.Groups["richtung"].Success && Find(match.Groups["name"].Value, row.Level) is { } input
                && input["istKumuliert"] is { } now && input["vorjahrKumuliert"] is { } former)
                Claim(now > former == (match.Groups["richtung"].Value == " höher"),
                    $"Entwicklung {row.Name}: {item}, doch {former} → {now}.");
        }

        return sum;
    }

    private void Notes()
    {
        foreach (var note in report.Array("hinweise").Select(note => note.GetString()!))
        {
            Claim(note != "Nicht gelieferte Werte des Produkts sind die Summe der Werte seiner Leistungen.",
                $"Hinweis ohne Zahl, für die er gilt: {note}");
            var sums = Patterns.First(
                note, "^Summe der Leistungen, wo kein eigener Wert des Produkts gemeldet ist: (?<liste>.+)\\.$");
            foreach (var name in sums.Success ? sums.Groups["liste"].Value.Split("; ") : [])
            {
                var row = report.RowsOf(report.Product).FirstOrDefault(row => row.Name == name);
                var parts = report.Rows.Where(other => other.Level != report.Product && other.Id == row?.Id).ToList();
                string[] fields =
                    ["istPeriode", "istKumuliert", "planPeriode", "planKumuliert", "planJahr", "vorjahrPeriode",
                    "vorjahrKumuliert", "prognoseJahr"];
                var provable =
                    Array.FindAll(fields, field => row?[field] is not null && parts.TrueForAll(part => part[field] is not null));
                Claim(
                    row is not null && parts.Count > 0
                    && (provable.Length == 0 || Array.Exists(provable, field => parts.Sum(part => part[field]) == row[field])),
                    $"Keine Summe der Leistungen: {name}");
            }
        }
    }

    private void Goals()
    {
        foreach (var goal in report.Array("ziele"))
        {
            var (reached, status, target) =
                (ReportData.Flag(goal, "erreicht"), ReportData.Text(goal, "ampel"), ReportData.Amount(goal, "ziel"));
            var (actual, remark) = (ReportData.Amount(goal, "ist"), ReportData.Text(goal, "bemerkung") ?? "");
            var text = ReportData.Text(goal, "text");
            var measured = ReportData.Amount(goal, "erwartet") ?? actual;
            Claim(!(reached == false && status == "gruen"), $"Ziel nicht erreicht, aber grün: {text}");
            Claim(!(reached == true && status is "rot" or "gelb"), $"Ziel erreicht, aber {status}: {text}");
            Claim(status != "grau" || remark.Length > 0, $"Grau ohne Grund: {text}");
            Claim(!text!.Contains("__", StringComparison.Ordinal), $"Leerstelle im Ziel: {text}");
            if (status == "grau" || measured is not { } value || target is not { } limit)
                continue;
            var isMet = ReportData.Text(goal, "vergleich") == "mindestens" ? value >= limit : value <= limit;
            Claim(isMet == (status == "gruen"), $"Ziel {text}: {value} gegen {limit} ist {status}.");
            Claim(ReportData.Amount(goal, "erreichungProzent") is not { } degree || degree >= 100 == isMet
                || limit == 0, $"Ziel {text}: Erreichung {ReportData.Amount(goal, "erreichungProzent")} %, {status}.");
            var isRunning = remark.StartsWith("Zeitraum läuft noch", StringComparison.Ordinal);
            Claim(!isRunning || ReportData.Amount(goal, "erwartet") is not null
                || reached is not null, $"Ziel {text}: Ein Teil des Zeitraums gegen den Zielwert des ganzen.");
        }
    }

    /// <summary>Bars of a sum add up to the year's figure in table and text.</summary>
    private void Charts()
    {
        foreach (var chart in report.Array("diagramme"))
        {
            var row = report.Rows.First(
                row => row.Level == ReportData.Text(chart, "ebene") && row.Id == ReportData.Text(chart, "id"));
            var points = chart.GetProperty("punkte").EnumerateArray().ToList();
            var bars = points.ConvertAll(point => ReportData.Amount(point, "ist") ?? ReportData.Amount(point, "prognose"));
            if (row is not { IsBase: true, Unit: "€" } || row["prognoseJahr"] is not { } year || bars.Contains(null))
                continue;
            Claim(Math.Abs(bars.Sum()!.Value - year) < 0.005m,
                $"Diagramm {row.Name}: Säulen ergeben {bars.Sum()}, die Prognose ist {year}.");
        }
    }

    private void Row(RowData row)
    {
        if (row["prognoseLinear"] is { } linear && row["istKumuliert"] is { } actual)
            Claim(Math.Abs(linear - actual * 12 / report.LastMonth) < 0.000001m,
                $"{row.Level} {row.Name}: linear {linear} ist nicht Ist ÷ Monate × 12.");
        if (row["abweichungProzent"] is not { } percent)
            return;
        var printed = Printed.Round(percent, (int)(row["prozentDezimalstellen"] ?? 1));
        (decimal Limit, string Beyond)[] limits = [(5, "gelb"), (10, "rot")];
        foreach (var (limit, beyond) in limits)
            Claim(row.Status != beyond || Math.Abs(percent) <= limit || Math.Abs(printed) > limit,
                string.Create(CultureInfo.InvariantCulture, $"{row.Level} {row.Name}: {beyond}, gedruckt wird {printed} %."));
    }

    /// <summary>A row by its name, with the service's number and name in brackets where it belongs to one.</summary>
    private RowData? Find(string name, string? level = null)
    {
        level ??= report.Product;
        return report.RowsOf(level).FirstOrDefault(row => row.Name == name)
            ?? report.Rows.FirstOrDefault(row => name == $"{row.Name} ({row.Level} {report.Levels[row.Level]})")
            ?? report.Rows.FirstOrDefault(row => row.Level != level && name == $"{row.Name} ({report.Levels[row.Level]})");
    }

    private static string Difference(RowData row) =>
        $"{Printed.In(Printed.UnitOfDifference(row.Unit), "diff")}(?: \\((?<prozent>{Printed.Number}) %\\))? "
            + "(?<wort>besser|schlechter|mehr|weniger)";

    private void Compared(Match match, RowData row, decimal? difference, decimal? percent, string topic)
    {
        if (!match.Groups["diff"].Success)
        {
            Claim(difference is { } none && Printed.Round(
                none, row.Decimals) == 0, $"{topic}: gleich, doch der Unterschied ist {difference}: {match.Value}");
            return;
        }

        Number(match, "diff", difference is { } known ? Math.Abs(known) : null, row.Decimals, topic);
        Claim(difference is { } some
            && match.Groups["wort"].Value == row.WordFor(some), $"{topic}: Der Unterschied ist {difference}: {match.Value}");
        if (match.Groups["prozent"].Success)
            Claim(percent is { } share && Printed.Is(match.Groups["prozent"].Value, Math.Abs(share))
                && Math.Abs(share) < 1000, $"{topic}: Der Unterschied ist {percent} %: {match.Value}");
    }

    private void Quote(string said) => Claim(
        report.Array("erlaeuterungen").Select(text => OneLine(ReportData.Text(text, "text")!)).Any(text => text == said
            || (said.EndsWith(" …", StringComparison.Ordinal) && text.StartsWith(said[..^2], StringComparison.Ordinal))
            || (said.EndsWith(" […]", StringComparison.Ordinal) && text.StartsWith(said[..^4], StringComparison.Ordinal)
                && said[..^4][^1] is '.' or '!' or '?')),
        $"Zitat steht in keiner Erläuterung: {said}");

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Number(Match match, string group, decimal? exact, int decimals, string topic) =>
        Claim(Printed.Is(match.Groups[group].Value, exact, decimals), $"{topic}: {group} ist {exact}: {match.Value}");

    private static int Count(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Day(string iso) => $"{iso[8..]}.{iso[5..7]}.{iso[..4]}";

    private void Claim(bool isTrue, string fault)
    {
        if (!isTrue)
            Fault(fault);
    }

    private void Fault(string text) => faults.Add(text);
}
