using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Findings about product, service, figure, period and Art of a row.</summary>
internal static partial class DeliveryFindings
{
    private const string PeriodExamples = "2026-07, 2026-Q3, 2026-H2 oder 2026";

    internal static Finding MissingKey(CellPlace place, string column) => Error("PR-1201",
        $"In {place} fehlt die Angabe „{column}“, obwohl in der Zeile ein Wert steht. Bitte ergänzen Sie sie oder löschen Sie "
        + "die Zeile.")
        .At(place, expected: column);

    internal static Finding UnknownProduct(CellPlace place, string found, int year, string? suggestion) => Error("PR-1202",
        $"Das Produkt {Quote(found)} in {place} gibt es im Katalog {year} nicht.{Suggest(suggestion)} Bitte berichtigen Sie die "
        + "Nummer.").At(place, found, suggestion);

    internal static Finding LostZeros(CellPlace place, string found, string suggestion) => Error("PR-1203",
        $"In {place} steht das Produkt {Quote(found)}. Gemeint ist vermutlich „{suggestion}“: Excel entfernt führende Nullen. "
        + "Bitte formatieren Sie die Spalte als Text und tragen Sie die Nummer mit allen Nullen "
        + "ein.").At(place, found, suggestion);

    internal static Finding ServiceAsProduct(CellPlace place, string found, string product) => Error("PR-1204",
        $"{Quote(found)} in {place} ist eine Leistung. In die Spalte „Produkt“ gehört {Quote(product)}, in die Spalte "
        + $"„Leistung“ {Quote(found)}.")
        .At(place, found, product);

    internal static Finding UnknownService(CellPlace place, string found, string product, string? suggestion) => Error("PR-1205",
        $"Die Leistung {Quote(found)} in {place} gibt es beim Produkt {product} nicht.{Suggest(suggestion)} Bitte berichtigen "
        + "Sie die Nummer; für Werte des Produkts selbst bleibt die Zelle leer.").At(place, found, suggestion);

    internal static Finding UnknownFigure(CellPlace place, string found, string level, string? suggestion) => Error("PR-1206",
        $"Die Grundzahl {Quote(found)} in {place} gibt es nicht.{Suggest(suggestion)} Bitte schreiben Sie den Namen wie im "
        + $"Katalog ({level}).")
        .At(place, found, suggestion);

    internal static Finding FigureOfOtherLevel(
        CellPlace place, string found, string level, IReadOnlyList<string> others) => Error("PR-1207",
        $"Die Grundzahl {Quote(found)} in {place} gehört nicht zu {level}, sondern zu {GermanFormat.Enumerate(others)}. Bitte "
        + "berichtigen Sie Produkt oder Leistung dieser Zeile.").At(place, found, others[0]);

    internal static Finding KeyFigureDelivered(CellPlace place, string found) => Error("PR-1208",
        $"{Quote(found)} in {place} ist eine Kennzahl. Kennzahlen werden aus den Grundzahlen berechnet und nicht gemeldet. "
        + "Bitte melden Sie die Grundzahlen und lassen Sie diese Angabe weg.").At(place, found, "eine Grundzahl");

    internal static Finding UnknownPeriod(CellPlace place, string found) => Error("PR-1209",
        $"{Quote(found)} in {place} ist keine Periode. Bitte schreiben Sie den Zeitraum wie {PeriodExamples}.")
        .At(place, found, PeriodExamples);

    internal static Finding PeriodPartsContradict(CellPlace place, string found, string column) => Error("PR-1627",
        $"{Quote(found)} in {place} passt nicht zum Zeitraum, den die anderen Spalten der Zeile nennen. Bitte berichtigen Sie "
        + $"die Spalte {Quote(column)} oder die anderen.").At(place, found);

    internal static Finding UnknownScenario(CellPlace place, string found) => Error("PR-1210",
        $"{Quote(found)} in {place} ist keine Art. Bitte schreiben Sie Ist, Plan oder "
        + "Prognose.").At(place, found, "Ist, Plan oder Prognose");

    internal static Finding UnknownCumulative(CellPlace place, string found) => Error("PR-1211",
        $"{Quote(found)} in {place} sagt nicht, ob der Wert kumuliert ist. Bitte schreiben Sie ja (seit Januar) oder nein (nur "
        + "dieser Zeitraum).").At(place, found, "ja oder nein");

    internal static Finding NotYourProduct(CellPlace place, string product, string department, string owner) => Error("PR-1212",
        $"Für das Produkt {product} in {place} meldet nicht {department}, sondern {owner}. Bitte löschen Sie die Zeile, oder "
        + "bitten Sie die Kämmerei, den Katalog zu ändern.").At(place, product, owner);

    internal static Finding UnknownDepartment(string department, int year) => Error("PR-1213",
        $"Der Ordner „{department}“ gehört zu keinem Amt des Katalogs {year}. Bitte legen Sie die Datei in den Ordner Ihres "
        + "Amtes, oder bitten Sie die Kämmerei, das Amt im Katalog zu ergänzen.");

    internal static Finding DepartmentOfOtherYear(string department, int year, int other, IReadOnlyList<string> onlyThen) =>
        Error("PR-1221",
        $"Das Amt „{department}“ steht im Katalog {other}, aber nicht im Katalog {year}; die Zeilen zu {year} wurden nicht "
        + "übernommen. Wurde das Amt umbenannt oder zusammengelegt, bitten Sie die Kämmerei, es im Katalog mit „vorgaenger“ "
        + $"einzutragen, oder legen Sie diese Zeilen in den Ordner, den das Amt {year} hat"
        + (onlyThen.Count == 0 ? "." : $" (nur {year} gibt es {GermanFormat.Enumerate([.. onlyThen.Select(Quote)])})."));

    internal static Finding ProductOfOtherYear(CellPlace place, string found, int year, int other, string? successor) =>
        Error("PR-1222",
        $"Das Produkt {Quote(found)} in {place} gibt es im Katalog {other}, aber {year} nicht mehr; die Zeile wurde nicht "
        + $"übernommen.{(successor is null ? "" : $" Es heißt {year} {Quote(successor)}.")} Bitte melden Sie den Wert unter der "
        + $"Nummer, die {year} gilt.").At(place, found, successor);

    internal static Finding AmbiguousFigure(CellPlace place, string found, IReadOnlyList<string> ids) => Error("PR-1214",
        $"{Quote(found)} in {place} kann mehrere Grundzahlen meinen: {GermanFormat.Enumerate(ids)}. Bitte schreiben Sie eine "
        + "davon.")
        .At(place, found, ids[0]);

    internal static Finding DateAsPeriod(CellPlace place, string found, Period month) => Error("PR-1215",
        $"In {place} steht das Datum {Quote(found)} statt einer Periode; Excel wandelt Eingaben wie „7/2026“ so um. Bitte "
        + $"formatieren Sie die Zelle als Text und schreiben Sie {month} für {GermanFormat.Name(month)}, oder "
        + $"{month.Within(PeriodKind.Quarter)} für das Quartal.").At(place, found, month.ToString());

    internal static Finding MonthOrQuarter(CellPlace place, string found, Period month, Period quarter) => Error("PR-1223",
        $"Was ist mit {Quote(found)} in {place} gemeint: das {GermanFormat.Name(quarter)} oder {GermanFormat.Name(month)}? Bitte "
        + $"schreiben Sie {quarter} für das Quartal oder {month} für den Monat.").At(place, found, $"{quarter} oder {month}");

    internal static Finding KeyIsDamaged(CellPlace place, string found, string? meant) => Error("PR-1216",
        $"In {place} steht {Quote(found)}: Excel hat die Nummer in eine Zahl oder ein Datum verwandelt."
        + (meant is null ? "" : $" Gemeint ist vermutlich {Quote(meant)}.")
        + " Bitte formatieren Sie die Spalte als Text und tragen Sie die Nummer neu ein.").At(place, found, meant);

    internal static Finding YearMissing(CellPlace place, string found, Period example) => Error("PR-1217",
        $"{Quote(found)} in {place}: Das Jahr fehlt. Bitte schreiben Sie es dazu, zum Beispiel {example} für "
        + $"{GermanFormat.Name(example)}.").At(place, found, example.ToString());

    internal static Finding NoSinglePeriod(CellPlace place, string found, Period last) => Error("PR-1218",
        $"{Quote(found)} in {place} ist weder ein Monat noch ein Quartal, ein Halbjahr oder ein Jahr. Zählt der Wert seit "
            + "Januar, "
        + $"schreiben Sie bitte {last} und in die Spalte „kumuliert“ ja; sonst melden Sie die Monate oder Quartale einzeln.")
        .At(place, found, PeriodExamples);

    internal static Finding PeriodCompleted(CellPlace place, string found, Period period, string said) => Hint("PR-1219",
        $"{Quote(found)} ({place}) wurde als {GermanFormat.Name(period)} gelesen, weil {Quote(said)} es so angibt. Bitte "
            + "prüfen Sie, "
        + "ob das stimmt.").At(place, found, period.ToString());

    internal static Finding CumulativeInWords(CellPlace place, string found) => Error("PR-1224",
        $"{Quote(found)} in {place} sagt, dass Werte seit Januar zusammengezählt sind; keine Spalte sagt das, und gelesen würde "
        + "jeder Wert nur für seinen Zeitraum. Bitte ergänzen Sie die Spalte „kumuliert“ mit ja oder nein, oder schreiben Sie in "
        + "eine Zeile über der Kopfzeile „kumuliert: ja“ oder „kumuliert: nein“.").At(place, found, "kumuliert: ja");

    internal static Finding PartOfYearInWords(CellPlace place, string found, int year) => Error("PR-1229",
        $"{Quote(found)} in {place} nennt nur einen Teil des Jahres {year}; gelesen würden Ist-Werte daneben für das ganze Jahr. "
        + $"Bitte schreiben Sie als Periode den Zeitraum, für den sie gelten, zum Beispiel {year}-Q3, und, wenn sie seit Januar "
        + "zählen, in die Spalte „kumuliert“ ja.").At(place, found, $"{year}-Q3");

    internal static Finding ScenarioInWords(CellPlace place, string found, string scenario) => Warning("PR-1225",
        $"{Quote(found)} in {place} spricht von {scenario}, Werte wurden aber als Ist gelesen, weil ihre Art offen bleibt. Sind "
        + $"sie {scenario}, schreiben Sie bitte „Art: {scenario}“ in eine Zeile über der Kopfzeile und senden Sie die Datei noch "
        + "einmal; sonst müssen Sie nichts tun.").At(place, found, $"Art: {scenario}");

    internal static Finding UnreadScenario(CellPlace place, string column, string found, string scenario) => Error("PR-1230",
        $"{Unread(place, column, found)}, und gelesen würde der Wert daneben als Ist. Nennt die Spalte die Art der Werte, "
        + $"schreiben Sie bitte „Art“ als Überschrift und darunter Ist, Plan oder Prognose (hier {scenario}); sonst löschen Sie "
        + "die Spalte.").At(place, found, $"Art: {scenario}");

    internal static Finding UnreadSign(CellPlace place, string column, string found) => Error("PR-1231",
        $"{Unread(place, column, found)}, und gelesen würde der Wert daneben mit dem Vorzeichen, das vor ihm steht. Bitte "
        + "schreiben Sie negative Werte mit Minus, und löschen Sie die Spalte.").At(place, found, "-1.234,56");

    internal static Finding UnreadYear(CellPlace place, string column, string found, Period period) => Error("PR-1232",
        $"{Unread(place, column, found)}, und gelesen würde der Wert daneben für {GermanFormat.Name(period)} wie die anderen. "
        + "Bitte schreiben Sie den Zeitraum, für den er gilt, in die Spalte „Periode“, oder löschen Sie die Spalte.")
        .At(place, found, PeriodExamples);

    internal static Finding OtherPeriodBeside(CellPlace place, string found, Period period) => Error("PR-1233",
        $"{Quote(found)} in {place} nennt einen anderen Zeitraum als den, für den der Wert daneben gelesen würde "
        + $"({GermanFormat.Name(period)}). Bitte schreiben Sie den richtigen in die Spalte „Periode“, oder löschen Sie die "
            + "Angabe.")
        .At(place, found, PeriodExamples);

    internal static Finding TitleOfOtherPeriod(CellPlace place, string title, Period named, CellPlace row, Period period) =>
        Warning("PR-1234",
            $"{Quote(title)} ({place}) nennt {GermanFormat.Name(named)}, kein Wert darunter ist aber dafür (zuerst "
            + $"{GermanFormat.Name(period)} in {row}). Gelesen wurde, was in den Zeilen steht. Bitte prüfen Sie die Perioden; "
            + "stimmen sie, müssen Sie nichts tun.").At(place, title, period.ToString());

    private static string Unread(CellPlace place, string column, string found) => column.Length == 0
        ? $"In {place} steht {Quote(found)}; die Spalte hat keine Überschrift und wird nicht gelesen"
        : $"In {place} steht {Quote(found)}; die Spalte {Quote(column)} wird nicht gelesen";

    internal static Finding FiguresContradict(CellPlace place, string found, CellPlace header, string said) => Error("PR-1227",
        $"Die Zeile nennt in {place} die Grundzahl {Quote(found)}, die Überschrift {Quote(said)} ({header}) aber eine andere. "
        + "Bitte nennen Sie die Grundzahl nur an einer Stelle; ist das Ergebnis eines Jahres gemeint, schreiben Sie in die "
        + "Überschrift „Ist 2025“.").At(place, found);

    internal static Finding SectionLine(CellPlace place, string found, string column) => Error("PR-1226",
        $"{Quote(found)} in {place} steht zwischen den Werten. Solche Zeilen werden nicht gelesen, und in Zeilen darunter fehlt "
        + $"die Angabe „{column}“ selbst. Bitte füllen Sie die Spalte „{column}“ in jeder Zeile aus.").At(place, found, column);

    internal static Finding SectionLineContradicts(CellPlace place, string found, CellPlace row) => Error("PR-1228",
        $"{Quote(found)} in {place} steht zwischen den Werten und passt nicht zu dem, was {row} selbst sagt. Solche Zeilen "
        + "werden nicht gelesen. Bitte berichtigen Sie die Zeilen darunter, oder löschen Sie die Zwischenzeile.")
        .At(place, found);

    internal static Finding ProductFilledIn(CellPlace first, string lines) => Hint("PR-1220",
        $"In {lines} ist die Spalte „Produkt“ leer; gelesen wurde das Produkt der nächsten Zeile darüber, in der eines steht. "
            + "Bitte "
        + "prüfen Sie, ob das stimmt.").At(first);
}
