using Produktreport.Core.Findings;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Findings about the file as a whole.</summary>
internal static partial class DeliveryFindings
{
    /// <summary>The finding that stands for those not printed.</summary>
    internal const string FurtherFindingsCode = "PR-1015";

    internal static Finding FileNameContradicts(string name, string what) => Warning("PR-1039",
        $"Der Dateiname {Quote(name)} nennt {what}, in der Datei steht davon nichts. Gelesen wurde, was in der Datei steht. "
        + "Bitte prüfen Sie die Werte; stimmen sie, müssen Sie nichts tun.");

    internal static Finding TooManyEmptyRows(int limit) => Error("PR-1013",
        $"Die Datei hat mehr als {limit} leere Zeilen. Bitte löschen Sie die leeren Zeilen und speichern Sie die Datei neu.");

    internal static Finding TooManyValues(int limit) => Error("PR-1014",
        $"Die Datei bringt mehr als {limit} Werte. Bitte teilen Sie sie auf mehrere Dateien auf.");

    internal static Finding TooManyCells(long limit) => Error("PR-1020",
        $"Die Tabelle hat mehr als {limit} Zellen in Spalten für Werte. Bitte löschen Sie Spalten, die Sie nicht brauchen, oder "
        + "teilen Sie die Datei auf.");

    internal static Finding ImpossibleName(string name, string fault) => Error("PR-1019",
        $"Der Name {Quote(name)} ist nicht möglich: {fault}. Die Datei wurde deshalb nicht gelesen. Bitte geben Sie ihr einen "
        + "Namen aus Buchstaben, Ziffern, Punkt, Bindestrich und Leerzeichen, zum Beispiel „2026-q3.csv“, und senden Sie sie "
        + "noch einmal.")
        with
    { Found = Shorten(name), Expected = "2026-q3.csv" };

    internal static Finding FurtherFindings(int count, bool errors) => Hint(FurtherFindingsCode,
        $"Dazu kommen {count} weitere Befunde, die hier nicht einzeln stehen. "
        + (errors
            ? "Oft haben viele dieselbe Ursache: Beheben Sie die genannten und senden Sie die Datei noch einmal."
            : "Meist haben viele dieselbe Ursache."));
}
