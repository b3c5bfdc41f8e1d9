using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Findings about the table's header and layout.</summary>
internal static partial class DeliveryFindings
{
    private const string HeaderExample = "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung";

    internal static Finding NoHeader(int searched, IReadOnlyList<string> sheets) => Error("PR-1101",
        $"{(searched == 1 ? "In der ersten Zeile" : $"In den ersten {searched} Zeilen")}{OnSheets(sheets)} steht keine "
            + "Kopfzeile. Über den Werten muss eine Zeile mit den Spaltennamen stehen, "
        + $"zum Beispiel „{HeaderExample}“. Bitte ergänzen Sie die Kopfzeile oder benutzen Sie die Vorlage.")
        with
    { Expected = HeaderExample };

    private static string OnSheets(IReadOnlyList<string> sheets) => sheets switch
    {
        [] => "",
        [var only] => $" des Blattes {Quote(only)}",
        _ => $" der Blätter {GermanFormat.Enumerate([.. sheets.Take(10).Select(Quote)])}",
    };

    internal static Finding MissingColumn(int line, string column, string advice) => Error("PR-1102",
        $"In der Kopfzeile (Zeile {line}) fehlt die Spalte „{column}“. {advice}.").At(new CellPlace(line), expected: column);

    internal static Finding HeaderOfTwoLines(CellPlace place, string above, string below) => Error("PR-1113",
        $"Die Überschriften stehen in zwei Zeilen, die sich nicht zusammen lesen lassen: {Quote(above)} über {Quote(below)} in "
        + $"{place}. Bitte schreiben Sie je Spalte alles in eine Zelle, zum Beispiel „Erträge Plan 2026-Q3“, und löschen Sie die "
        + "andere Zeile.").At(place, above, "Erträge Plan 2026-Q3");

    internal static Finding DuplicateColumn(CellPlace first, CellPlace second, string name) => Error("PR-1103",
        $"Die Spalte {Quote(name)} kommt zweimal vor, in Spalte {ColumnLetters.Of(first.Column)} und in Spalte "
        + $"{ColumnLetters.Of(second.Column)}. Bitte löschen Sie die falsche oder benennen Sie sie um.").At(second, name);

    internal static Finding UnknownColumnWithNumbers(
        CellPlace header, string name, string? suggestion, CellPlace number) => Error("PR-1104",
        (name.Length == 0
            ? $"Spalte {ColumnLetters.Of(header.Column)} hat keine Überschrift, enthält aber Zahlen (zuerst in Zeile "
                + $"{number.Line}). "
            : $"Die Überschrift {Quote(name)} in {header} ist weder Grundzahl noch Periode noch ein anderer Spaltenname, die "
                + "Spalte "
              + $"enthält aber Zahlen (zuerst in Zeile {number.Line}).{Suggest(suggestion)} ")
        + "Bitte berichtigen Sie die Überschrift, oder löschen Sie die Spalte, wenn sie nicht gemeldet werden soll.")
        .At(header, name, suggestion);

    internal static Finding UnreadColumn(CellPlace header, string name, string? suggestion) => Hint("PR-1105",
        $"Die Spalte {Quote(name)} ({header}) wurde nicht gelesen: Diesen Spaltennamen gibt es nicht.{Suggest(suggestion)}")
        .At(header, name, suggestion);

    internal static Finding TotalColumn(CellPlace header, string name) => Hint("PR-1106",
        $"Die Spalte {Quote(name)} ({header}) ist eine Summe anderer Spalten. Soweit sie sich nachrechnen lässt, stimmt sie; "
        + "übernommen wurde sie nicht.")
        .At(header, name);

    internal static Finding DerivedColumn(CellPlace header, string name) => Hint("PR-1114",
        $"Die Spalte {Quote(name)} ({header}) sagt nur, wie weit andere Spalten auseinanderliegen, und wurde nicht übernommen. "
        + "Soweit sie sich nachrechnen lässt, stimmt sie.")
        .At(header, name);

    internal static Finding RowTooWide(CellPlace place, string found, int columns) => Error("PR-1107",
        $"In Zeile {place.Line} stehen mehr Zellen, als die Kopfzeile Spalten hat ({columns}): zuerst {Quote(found)} in Spalte "
        + $"{ColumnLetters.Of(place.Column)}. Vermutlich steht das Trennzeichen mitten in einem Text oder einer Zahl. Bitte "
        + "setzen Sie diese Zelle in Anführungszeichen (\"…\") oder entfernen Sie das Zeichen.").At(place, found);

    internal static Finding NoValues() => Error("PR-1108",
        "Unter der Kopfzeile steht kein einziger Wert. Bitte tragen Sie die Werte ein und senden Sie die Datei noch einmal.");

    internal static Finding FormatDeclarationUnclear(CellPlace place, string text) => Error("PR-1109",
        $"Die Angabe {Quote(text)} in Zeile {place.Line} soll das Zahlenformat nennen, sagt aber nicht, welches Zeichen vor den "
        + "Nachkommastellen steht. Bitte schreiben Sie „Zahlenformat: 1.234,56“ oder „Zahlenformat: 1,234.56“.")
        .At(place, text, "Zahlenformat: 1.234,56");

    internal static Finding NoCatalogue() => Error("PR-1111",
        "Es ist noch kein Katalog eingespielt. Bitte wenden Sie sich an die Kämmerei; Ihre Datei kann danach unverändert noch "
        + "einmal gesendet werden.");

    internal static Finding SkippedRows(string lines) => Hint("PR-1112",
        $"Keine Werte, daher nicht gelesen: {lines} (Titel, Anmerkungen).");
}
