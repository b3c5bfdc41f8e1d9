using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Findings about numbers and how they are written.</summary>
internal static partial class DeliveryFindings
{
    internal static Finding NotANumber(CellPlace place, string found) => Error("PR-1301",
        $"{Quote(found)} in {place} ist keine Zahl. Bitte schreiben Sie eine Zahl wie 1.234,56; leer heißt nicht gemeldet, „-“ "
        + "nichts vorhanden, „k.A.“ unbekannt.").At(place, found, "eine Zahl wie 1.234,56");

    internal static Finding ContradictsFormat(CellPlace place, string found, char decimalMark) => Error("PR-1305",
        $"{Quote(found)} in {place} passt nicht zum angegebenen Zahlenformat ({(decimalMark == ',' ? "Komma" : "Punkt")} vor "
        + "den Nachkommastellen). Bitte berichtigen Sie die Zahl oder die "
        + "Angabe.").At(place, found, decimalMark == ',' ? "1.234,56" : "1,234.56");

    internal static Finding WrongUnit(CellPlace place, string found, string unit, string figure) => Error("PR-1306",
        $"Die Einheit von {Quote(found)} in {place} passt nicht: {figure} wird "
        + (unit.Length == 0 ? "ohne Einheit" : $"in {unit}") + " gemeldet. Bitte schreiben Sie nur die Zahl in dieser Einheit.")
        .At(place, found, unit.Length == 0 ? "eine Zahl ohne Einheit" : unit);

    internal static Finding SpreadsheetError(CellPlace place, string found, string expected = "eine Zahl") => Error("PR-1307",
        $"In {place} steht der Excel-Fehlerwert {Quote(found)}. Bitte berichtigen Sie die Formel in Ihrer Tabelle und speichern "
        + "Sie die Datei neu.")
        .At(place, found, expected);

    internal static Finding SideOfAccount(CellPlace place, string found, string side) => Error("PR-1326",
        $"In {place} steht hinter der Zahl {Quote(side)}, die Seite des Kontos: Es bleibt offen, welches Vorzeichen "
            + $"{Quote(found)} "
        + "hat. Bitte schreiben Sie nur die Zahl, Erträge und Aufwendungen positiv, ein negatives Ergebnis mit Minus.")
        .At(place, found, "eine Zahl mit Vorzeichen");

    internal static Finding CutOffNumber(CellPlace place, string found) => Error("PR-1308",
        $"In {place} steht {Quote(found)}: Die Spalte war beim Speichern zu schmal oder die Zahl gerundet dargestellt, der Wert "
        + "ist verloren. Bitte verbreitern Sie die Spalte, wählen Sie das Format „Zahl“ und speichern Sie die Datei "
        + "neu.").At(place, found, "eine ausgeschriebene Zahl");

    internal static Finding FormulaCell(CellPlace place, string found) => Error("PR-1309",
        $"In {place} steht die Formel {Quote(found)} statt eines Wertes; ein Ergebnis ist nicht gespeichert. Bitte öffnen Sie "
        + "die Datei in Excel, speichern Sie sie und senden Sie sie noch einmal, oder setzen Sie den Wert selbst ein.")
        .At(place, found, "eine Zahl");

    internal static Finding DateAsNumber(CellPlace place, string found) => Error("PR-1310",
        $"In {place} steht das Datum {Quote(found)} statt einer Zahl; Excel wandelt Eingaben manchmal so um. Bitte formatieren "
        + "Sie die Zelle als Zahl und tragen Sie den Wert neu ein.").At(place, found, "eine Zahl");

    internal static Finding TimeAsNumber(CellPlace place, string found) => Error("PR-1321",
        $"In {place} steht die Uhrzeit oder Dauer {Quote(found)} statt einer Zahl. Bitte formatieren Sie die Zelle als Zahl und "
        + "tragen Sie Stunden mit Komma ein, zum Beispiel „37,5“ für 37 Stunden und 30 Minuten.").At(place, found, "37,5");

    internal static Finding MergedValue(CellPlace place, string found) => Error("PR-1322",
        $"{Quote(found)} in {place} steht in einer verbundenen Zelle, die über mehrere Zeilen oder Spalten reicht: Es bleibt "
        + "offen, für welche davon der Wert gilt. Bitte heben Sie die Verbindung auf (Start → Verbinden und zentrieren) und "
        + "tragen Sie jeden Wert in seine Zelle ein.").At(place, found);

    internal static Finding ShownScaled(CellPlace place, string found) => Hint("PR-1323",
        $"Excel zeigt die Zahl in {place} in Tausend oder Millionen; gelesen wurde der volle Wert {Quote(found)}. Das gilt für "
        + "alle so formatierten Zellen der Spalten.").At(place, found);

    internal static Finding ScaledWithUnit(CellPlace place, string found) => Error("PR-1324",
        $"Die Zahl in {place} ist {Quote(found)}, Excel zeigt sie aber in Tausend oder Millionen, und die Überschrift, der Titel "
        + "oder die Zelle nennt eine Einheit dazu: Es bleibt offen, welcher Betrag gemeint ist. Bitte stellen Sie das "
            + "Zahlenformat der "
        + "Zelle auf „Zahl“ und prüfen Sie, ob der Wert zur Einheit passt.").At(place, found);

    internal static Finding UnitsContradict(CellPlace place, string found, string said) => Error("PR-1312",
        $"{Quote(found)} in {place} passt nicht zu {Quote(said)} in Überschrift, Titel oder Importprofil: Es bleibt offen, ob "
        + "Euro, Tausend Euro oder Millionen Euro gemeint sind. Bitte schreiben Sie überall dieselbe Einheit, am besten alle "
            + "Beträge in €, und senden "
        + "Sie die Datei noch einmal.").At(place, found, "eine einzige Einheit");

    internal static Finding PartedNumber(CellPlace place, string whole, string decimals) => Error("PR-1325",
        $"In {place} steht {Quote(whole)} und in der Zelle daneben {Quote(decimals)}: In dieser Datei trennt das Komma die "
            + "Spalten, "
        + $"gemeint ist vermutlich {Quote($"{whole},{decimals}")}. Bitte setzen Sie Zahlen mit Komma in Anführungszeichen, oder "
        + "speichern Sie die Datei mit Semikolon als Trennzeichen. Ist die zweite Zahl eine Bemerkung, schreiben Sie ein Wort "
            + "dazu.")
        .At(place, $"{whole},{decimals}");

    internal static Finding UnitApplied(CellPlace place, string said, decimal factor) => Hint("PR-1313",
        $"Beträge wurden mit {GermanFormat.Exact(factor)} malgenommen, weil {Quote(said)} ({place}) es so angibt. Bitte prüfen "
        + "Sie, ob das für alle diese Beträge stimmt.").At(place, said);

    internal static Finding UnitUnclear(CellPlace place, string said) => Error("PR-1314",
        $"{Quote(said)} in {place} nennt eine Einheit, zu der die Zahlen der Datei nicht passen: Es bleibt offen, ob Euro, "
            + "Tausend "
        + "Euro oder Millionen Euro gemeint sind. Bitte schreiben Sie die Einheit in die Überschrift der Spalte, zum Beispiel "
        + "„Wert in T€“, oder rechnen Sie die Beträge in € um und entfernen Sie die Angabe.").At(place, said, "Wert in T€");

    internal static Finding UnitMissing(CellPlace place, string other) => Error("PR-1329",
        $"In {place} fehlt die Einheit eines Betrags, bei anderen steht {Quote(other)}: Es bleibt offen, ob Euro oder Tausend "
            + "Euro "
        + "gemeint sind. Bitte füllen Sie die Spalte in jeder Zeile aus.").At(place, expected: "€ oder T€");

    internal static Finding ShareBesidePercent(CellPlace place, string found, string signed, string figure) => Error("PR-1318",
        $"Wie ist {Quote(found)} ({place}) gemeint: als {found} % oder als Anteil von 1? Andere Zellen von {Quote(figure)} haben "
        + $"ein Prozentzeichen, zum Beispiel {Quote(signed)}. Bitte schreiben Sie alle Werte gleich, entweder mit oder ohne "
        + "Prozentzeichen, und immer in Prozent.").At(place, found, "45 oder 45 %");

    internal static Finding PercentTooLarge(CellPlace place, string found, string figure, string meant) => Error("PR-1319",
        $"In {place} steht {Quote(found)} für {Quote(figure)}. Gemeint ist vermutlich {meant}: Excel macht aus der Eingabe 45 in "
        + "einer als Prozent formatierten Zelle 4.500 %. Bitte berichtigen Sie die Zelle, oder schreiben Sie die Zahl ohne "
        + "Prozentzeichen, wenn sie stimmt.").At(place, found, meant);

    internal static Finding TooLarge(CellPlace place, string found) => Error("PR-1311",
        $"Die Zahl {Quote(found)} in {place} ist zu groß oder hat zu viele Stellen. Bitte prüfen Sie den Wert.").At(place, found);

    internal static Finding UnclearMark(CellPlace place, string found) => Hint("PR-1316",
        $"{Quote(found)} ({place}) wurde überall in der Datei als „unbekannt“ gelesen, nicht als null. War nichts vorhanden, "
        + "schreiben Sie bitte „-“ oder 0 und senden Sie die Datei noch einmal.").At(place, found, "- oder k.A.");

    internal static Finding NoteMark(CellPlace place, string found, string mark) => Error("PR-1317",
        $"In {place} steht hinter der Zahl noch ein Zeichen für eine Anmerkung: {Quote(found)} endet mit {Quote(mark.Trim())}. "
            + "Bitte "
        + "lassen Sie in der Zelle nur die Zahl stehen und schreiben Sie die Anmerkung in die Spalte „Bemerkung“.")
        .At(place, found, "nur die Zahl");

    internal static Finding DigitOfNote(CellPlace place, string found, string figure) => Error("PR-1328",
        $"{Quote(found)} in {place} hätte als Kommazahl vier Nachkommastellen, die hat {Quote(figure)} aber nicht. Vermutlich "
        + $"ist die letzte Ziffer das Zeichen einer Anmerkung, das an {Quote(found[..^1])} hängt. Bitte lassen Sie in der Zelle "
        + "nur die Zahl stehen; stimmt sie so, nennen Sie das Zahlenformat in einer Zeile über der Kopfzeile, zum Beispiel "
        + "„Zahlenformat: 1.234,56“.").At(place, found, found[..^1]);
}
