using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Findings about the sheets of a workbook.</summary>
internal static partial class DeliveryFindings
{
    internal static Finding SheetPassedOver(string sheet) => Hint("PR-1022",
        $"Das Blatt {Quote(sheet)} hat keine Kopfzeile mit bekannten Spaltennamen und wurde nicht gelesen.");

    internal static Finding SheetWithRowsPassedOver(string sheet, CellPlace place, string product) => Warning("PR-1023",
        $"Das Blatt {Quote(sheet)} hat keine Kopfzeile und wurde nicht gelesen, in Zeile {place.Line} stehen aber ein Produkt "
        + $"({Quote(product)}) und eine Zahl. Sollen die Werte des Blattes zählen, ergänzen Sie bitte die Kopfzeile und senden "
        + "Sie die Datei noch einmal.").At(place, product);

    internal static Finding HiddenSheet(string sheet) => Warning("PR-1024",
        $"Das Blatt {Quote(sheet)} ist ausgeblendet und wurde nicht gelesen, obwohl es eine Tabelle enthält. Sollen seine "
        + "Werte zählen, blenden Sie es bitte ein und senden Sie die Datei noch einmal.");

    internal static Finding TakenFromSheetName(string sheet, string what) => Hint("PR-1025",
        $"Aus dem Namen des Blattes {Quote(sheet)} wurde übernommen: {what}.");

    internal static Finding SheetNameContradicts(string sheet, Period period, CellPlace place, string title) => Error("PR-1038",
        $"Das Blatt heißt {Quote(sheet)}, in {place} steht aber {Quote(title)}: Es bleibt offen, für welchen Zeitraum seine "
        + $"Werte gelten. Bitte schreiben Sie in eine Zeile über der Kopfzeile zum Beispiel „Periode: {period}“.")
        .At(place, title, $"Periode: {period}");

    internal static Finding SheetOfOtherYear(string sheet, Period period) => Error("PR-1040",
        $"Das Blatt heißt {Quote(sheet)}, seine Werte sind aber wie die anderer Blätter für {GermanFormat.Name(period)}: Es "
            + "bleibt "
        + "offen, was gilt. Bitte berichtigen Sie die Perioden auf dem Blatt oder seinen Namen.");

    internal static Finding SheetsOverlap(CellPlace second, CellPlace first, string what, int count) => Error("PR-1026",
        $"{what} steht auf zwei Blättern ({first} und {second})"
        + (count > 1 ? $", ebenso {count - 1} weitere Werte" : "")
        + ". Gehört nur eines der Blätter zum Auszug, löschen Sie bitte das andere oder bitten Sie die Kämmerei, im "
        + "Importprofil das Blatt zu nennen (blatt).").At(second);

    internal static Finding StruckOut(CellPlace first, int count) => Error("PR-1327",
        $"Die Zelle in {first} ist durchgestrichen, aber nicht leer"
        + (count > 1 ? $", ebenso {count - 1} weitere {(count == 2 ? "Zelle" : "Zellen")}" : "")
        + ". Es bleibt offen, ob der Inhalt noch gilt. Bitte löschen Sie, was nicht mehr gilt, oder heben Sie das Durchstreichen "
        + "auf, und senden Sie die Datei noch einmal.").At(first);

    internal static Finding HiddenCells(CellPlace place, string what, int values) => Hint("PR-1027",
        $"In der Tabelle ausgeblendet, vielleicht durch einen Filter, aber gelesen: {what}"
        + (values > 0 ? $" ({values} {(values == 1 ? "Wert" : "Werte")})" : "")
        + ". Sollen sie nicht zählen, löschen Sie sie bitte und senden Sie die Datei noch einmal.").At(place);
}
