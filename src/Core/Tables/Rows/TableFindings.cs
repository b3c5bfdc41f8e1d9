using Produktreport.Core.Findings;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Why a file gives no rows: one code each, explained in <c>docs/befunde.md</c>, with the words the sender reads.
/// </summary>
internal static class TableFindings
{
    private const string SaveAsCsv =
        "Bitte die Tabelle in Excel öffnen und mit „Speichern unter“ als „CSV UTF-8 (durch Trennzeichen getrennt)“ speichern.";

    internal static Finding EmptyFile() =>
        Error("PR-1001", "Die Datei ist leer. Bitte prüfen Sie, ob die richtige Datei gewählt wurde.");

    internal static Finding FileTooLarge(long limit) => Error("PR-1002",
        $"Die Datei ist größer als {limit / 1_000_000} MB. Bitte teilen Sie sie auf mehrere Dateien auf.");

    internal static Finding NotAText(string kind, string step) => Error("PR-1003",
        $"Die Datei ist keine CSV- oder XLSX-Datei, sondern {kind}. {step}.");

    internal static Finding NulCharacter(int line) => Error("PR-1004",
        $"In Zeile {line} steht ein Zeichen, das in Texten nicht vorkommt (NUL). Die Datei ist vermutlich beschädigt oder kein "
        + $"Text. {SaveAsCsv}")
        .At(new CellPlace(line));

    internal static Finding MixedEncoding(int windowsLine, int utf8Line) => Error("PR-1005",
        $"Die Datei mischt zwei Zeichensätze: Zeile {windowsLine} ist in Windows-1252 geschrieben, Zeile {utf8Line} in UTF-8. "
        + "Umlaute lassen sich so nicht sicher lesen. Meist wurden zwei Dateien zusammenkopiert. "
        + $"{SaveAsCsv}").At(new CellPlace(windowsLine));

    internal static Finding UndefinedCharacter(int line) => Error("PR-1006",
        $"In Zeile {line} steht ein Zeichen, das weder in UTF-8 noch in Windows-1252 vorkommt. "
        + $"{SaveAsCsv}").At(new CellPlace(line));

    internal static Finding EncodingContradictsProfile(string declared, string found) => Error("PR-1007",
        $"Für diese Datei ist im Importprofil der Zeichensatz {declared} vereinbart, sie ist aber in {found} gespeichert. Bitte "
        + $"im Zeichensatz {declared} speichern oder die Kämmerei bitten, das Importprofil anzupassen.");

    internal static Finding OpenQuote(int line, int column) => Error("PR-1008",
        $"In {new CellPlace(line, column)} beginnt ein Text mit einem Anführungszeichen (\"), das nirgends geschlossen wird. "
        + "Bitte das Anführungszeichen löschen oder am Ende des Textes eines ergänzen.").At(new CellPlace(line, column));

    internal static Finding CellTooLong(int line, int column, int limit) => Error("PR-1009",
        $"Der Text in {new CellPlace(line, column)} ist länger als {limit} Zeichen. Meist fehlt ein schließendes "
        + "Anführungszeichen (\"), oder ein Zeilenende ist verloren gegangen. Bitte diese Zelle "
        + "prüfen.").At(new CellPlace(line, column));

    internal static Finding RowTooLong(int line, int limit) => Error("PR-1010",
        $"Zeile {line} ist länger als {limit} Zeichen. Bitte prüfen Sie, ob die Datei eine Tabelle ist und ob ihre Zeilenenden "
        + "stimmen.")
        .At(new CellPlace(line));

    internal static Finding TooManyColumns(int line, int limit) => Error("PR-1011",
        $"Zeile {line} hat mehr als {limit} Spalten. Bitte prüfen Sie, ob die Datei eine Tabelle mit richtigen Zeilenenden ist.")
        .At(new CellPlace(line));

    internal static Finding TooManyRows(int limit) => Error("PR-1012",
        $"Die Datei hat mehr als {limit} Zeilen. Bitte teilen Sie sie auf mehrere Dateien auf.");

    internal static Finding DamagedWorkbook() => Error("PR-1016",
        "Die Excel-Datei lässt sich nicht lesen: Sie ist beschädigt oder keine XLSX-Arbeitsmappe. Bitte öffnen Sie sie in "
        + "Excel, speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“ und senden Sie sie noch einmal.");

    internal static Finding UnpackedTooLarge() => Error("PR-1017",
        "Die Excel-Datei ist entpackt unvertretbar groß. Bitte kopieren Sie nur die Tabelle mit den Werten in eine neue "
        + "Arbeitsmappe und senden Sie diese.");

    internal static Finding SheetMissing(string? sheet) => Error("PR-1018",
        sheet is null
            ? "Die Excel-Datei hat kein sichtbares Tabellenblatt. Bitte blenden Sie das Blatt mit den Werten ein."
            : $"Die Excel-Datei hat kein Tabellenblatt {Quote(sheet)}, wie es das Importprofil verlangt. Bitte benennen Sie "
                + "das Blatt mit den Werten so.")
        with
    { Expected = sheet };

    internal static Finding TooManySheets(int limit) => Error("PR-1021",
        $"Die Excel-Datei hat mehr als {limit} Tabellenblätter. Bitte kopieren Sie nur die Blätter mit den Werten in eine neue "
        + "Arbeitsmappe und senden Sie diese.");

    private static Finding Error(string code, string text) => new(code, Severity.Error, text);
}
