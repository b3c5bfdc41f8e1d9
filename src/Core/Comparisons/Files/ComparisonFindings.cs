using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>
/// All that can be found in a file for the comparison: one code each, explained in <c>docs/befunde.md</c>, with the words the
/// sender reads.
/// </summary>
internal static class ComparisonFindings
{
    private const string Format = "Was die Datei enthalten muss, steht in docs/kennzahlen-offen.md.";

    internal static Finding Unreadable(string why) => Error("PR-3001",
        $"Die Datei lässt sich nicht als „Kennzahlen offen“ lesen. {why} {Format}");

    internal static Finding ColumnsMissing(CellPlace place, IReadOnlyList<string> names) => Error("PR-3002",
        $"In {place} fehlt {(names.Count == 1 ? "die Spalte" : "es an den Spalten")} {GermanFormat.Enumerate(names)}. "
        + $"Die erste Zeile nennt die Spalten, getrennt durch Semikolon. {Format}")
        .At(place, expected: string.Join(';', names));

    internal static Finding UnknownColumn(CellPlace place, string name, IReadOnlyList<string> known) => Warning("PR-3003",
        $"Die Spalte {Quote(name)} ({place}) gehört nicht zum Format und wird nicht gelesen."
        + $"{SpellingSuggestion.Sentence(name, known)} Bitte umbenennen oder löschen.")
        .At(place, name, string.Join(", ", known));

    internal static Finding ColumnTwice(CellPlace place, string name) => Error("PR-3004",
        $"Die Spalte {Quote(name)} steht zweimal da ({place}). Bitte eine löschen.").At(place, name, "jede Spalte nur einmal");

    internal static Finding NoRegion(CellPlace place, string found) => Error("PR-3005",
        $"In {place} steht {Quote(found)} statt eines amtlichen Schlüssels."
        + (found.Length is 4 or 7 && found.All(char.IsAsciiDigit)
            ? $" Vermutlich hat ein Tabellenprogramm die führende Null entfernt; gemeint sein könnte {Quote("0" + found)}."
            : "")
        + " Bitte den Kreisschlüssel mit fünf Ziffern (AGS mit acht, ARS mit zwölf) als Text eintragen.")
        .At(place, found, "ein Schlüssel wie 07131");

    internal static Finding NoYear(CellPlace place, string found) => Error("PR-3006",
        $"In {place} steht {Quote(found)} statt eines Jahres. Bitte das Jahr mit vier Ziffern eintragen; andere Zeiträume "
        + "kennt das Format nicht.").At(place, found, "ein Jahr wie 2025");

    internal static Finding NoProduct(CellPlace place, string found) => Error("PR-3007",
        $"In {place} steht {Quote(found)} statt einer Produktnummer. Bitte die Nummer des Produktrahmens eintragen (Buchstaben, "
        + "Ziffern, Punkt, Bindestrich).").At(place, found, "eine Nummer wie 3633");

    internal static Finding NoFigure(CellPlace place, string found) => Error("PR-3008",
        $"In {place} steht {Quote(found)} statt der Kennung einer Kennzahl. Bitte die gemeinsame Kennung eintragen "
        + "(Kleinbuchstaben ohne Umlaute, Ziffern, Unterstrich).").At(place, found, "eine Kennung wie kosten_je_fall");

    internal static Finding NoNumber(CellPlace place, string found, string example) => Error("PR-3009",
        $"In {place} steht {Quote(found)} statt einer Zahl. Bitte ohne Tausenderzeichen und ohne Einheit schreiben, wie "
        + $"{example}, mit höchstens {OpenFigure.IntegerDigits} Stellen vor und {OpenFigure.Decimals} nach dem "
        + "Dezimalzeichen. Was fehlt oder nicht veröffentlicht wird, bekommt keine Zeile.")
        .At(place, found, $"eine Zahl wie {example}");

    internal static Finding Blank(CellPlace place, string name) => Error("PR-3010",
        $"In {place} fehlt die Angabe {Quote(name)}. Bitte ergänzen oder die Zeile löschen.").At(place, expected: name);

    internal static Finding NoPopulation(CellPlace place, string found) => Error("PR-3011",
        $"In {place} steht {Quote(found)} statt der Einwohner. Bitte eine ganze Zahl ohne Tausenderpunkte eintragen oder nichts.")
        .At(place, found, "eine ganze Zahl wie 128450");

    internal static Finding Repeated(CellPlace place, string figure, int line) => Error("PR-3012",
        $"{figure} steht in {place} noch einmal; zuerst in Zeile {line}. Bitte eine der Zeilen löschen.")
        .At(place, expected: "jede Zahl einer Körperschaft und eines Jahres nur einmal");

    internal static Finding TooLong(CellPlace place, string name, int limit) => Error("PR-3013",
        $"Der Text {Quote(name)} in {place} ist länger als {limit} Zeichen oder enthält Steuerzeichen. Bitte kürzen.")
        .At(place, expected: $"höchstens {limit} Zeichen");

    internal static Finding BrokenJson(CellPlace place) => Error("PR-3014",
        $"Die JSON-Datei lässt sich ab {place} nicht lesen: Dort stimmt der Aufbau nicht. Bitte Kommas, Klammern und "
        + "Anführungszeichen prüfen.").At(place);

    internal static Finding WrongKind(CellPlace place, string name, string expected) => Error("PR-3015",
        $"{Quote(name)} in {place} hat die falsche Form; erwartet wird {expected}. Bitte berichtigen.")
        .At(place, expected: expected);

    internal static Finding UnknownField(CellPlace place, string name, IReadOnlyList<string> known) => Warning("PR-3016",
        $"Das Feld {Quote(name)} in {place} gehört nicht zum Format und wird nicht gelesen."
        + $"{SpellingSuggestion.Sentence(name, known)} Bitte umbenennen oder löschen.")
        .At(place, name, string.Join(", ", known));

    internal static Finding OtherFormat(string found) => Error("PR-3017",
        $"Die JSON-Datei nennt als format {Quote(found)}. Gelesen wird „{OpenFigureJson.FormatName}“. Bitte prüfen, ob die "
        + "richtige Datei abgelegt wurde.") with
    { Found = found, Expected = OpenFigureJson.FormatName };

    internal static Finding NoFigures() => Error("PR-3018",
        "Die Datei enthält keine Zahl. Bitte prüfen, ob die richtige Datei abgelegt wurde.");

    internal static Finding Further(int count) => Hint("PR-3019",
        $"Es gibt {count} weitere Befunde. Bitte zuerst die gezeigten beheben.");

    internal static Finding OwnFigures(int count) => Hint("PR-3020",
        $"Zahlen des eigenen Landkreises in der Datei: {count}. Im Vergleich zählen dafür nur die eigenen Lieferungen.");

    internal static Finding OtherUnit(string figure, string found, string expected) => Warning("PR-3021",
        $"{figure} hat die Einheit {Quote(found)}, im Katalog steht {Quote(expected)}. Werte in anderer Einheit werden nicht "
        + "verglichen. Bitte mit dem Herausgeber oder im Katalog klären.") with
    { Found = found, Expected = expected };

    internal static Finding NothingShared() => Hint("PR-3022",
        "Keine Zahl der Datei trägt Produkt und Kennung einer vergleichbaren Zahl des Katalogs. Soll verglichen werden, bitte "
        + "im Katalog vergleichbar und produktrahmen ergänzen.");

    internal static Finding UnmappedStatistic(string name) => Warning("PR-3023",
        $"Die Datei ist eine Flat-Datei der Statistischen Ämter, aber der Katalog sagt nicht, welche Zahlen sie bringt. Bitte in "
        + $"rahmen.yaml unter vergleich: statistik einen Eintrag mit datei: {name} ergänzen.");

    internal static Finding StatisticMissing(string figure, string offered) => Warning("PR-3024",
        $"Für {Quote(figure)} passt keine Zeile eines Kreises zu den Angaben im Katalog. Es gibt in der Datei {offered}. Bitte "
        + "merkmal oder auspraegungen unter vergleich: statistik berichtigen.") with
    { Expected = offered };

    internal static Finding StatisticTwice(string region, int year, int line, string figure) => Error("PR-3025",
        $"Für {Quote(figure)}, {region} und {year} gibt es mehrere Werte, den zweiten in Zeile {line}. Bitte merkmal oder "
        + "auspraegungen unter vergleich: statistik genauer angeben.").At(new CellPlace(line));

    internal static Finding KnownFromOther(int count, string file) => Warning("PR-3026",
        $"Zahlen, die schon in {Quote(file)} stehen: {count}. Es zählen jene. Bitte eine der Dateien löschen.");

    internal static Finding OtherEnding(string name) => Error("PR-3027",
        $"Im Ordner vergleich/ werden Dateien mit der Endung .csv oder .json gelesen, nicht {Quote(name)}. Bitte umbenennen oder "
        + "entfernen.") with
    { Found = name, Expected = ".csv oder .json" };

    internal static Finding TooLarge(int megabytes) => Error("PR-3028",
        $"Die Datei ist größer als {megabytes} MB. Bitte auf mehrere Dateien aufteilen.");

    internal static Finding CannotBeOpened() => Error("PR-3029",
        "Die Datei lässt sich nicht öffnen: Ein Recht fehlt, oder ein anderes Programm hält sie fest. Bitte prüfen.");

    private static Finding Error(string code, string text) => new(code, Severity.Error, text);

    private static Finding Warning(string code, string text) => new(code, Severity.Warning, text);

    private static Finding Hint(string code, string text) => new(code, Severity.Hint, text);
}
