using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Findings about what departments write beside values, and about values that replace others.</summary>
internal static partial class DeliveryFindings
{
    internal static Finding RemarkIsReason(CellPlace place, string found, string reason) => Hint("PR-1723",
        $"{Quote(reason)} ({place}) ist als Grund der Korrektur gelesen: Der Bericht nennt ihn bei den Änderungen, nicht als "
        + "Erläuterung des Betrags. Dafür gibt es die Spalte „Korrekturgrund“. Ist es doch eine Erläuterung, schreiben Sie "
        + "„Erläuterung:“ davor.").At(place, found);

    internal static Finding RemarkMayBeReason(CellPlace place, string found) => Warning("PR-1724",
        $"Die Bemerkung {Quote(found)} ({place}) spricht von einem Fehler in der Lieferung; sie wird als Erläuterung des Betrags "
        + "gedruckt. Bitte schreiben Sie den Grund der Korrektur in die Spalte „Korrekturgrund“ und lassen Sie in der Bemerkung "
        + "nur stehen, was den Betrag erklärt.").At(place, found);

    internal static Finding ExplanationReplaced(CellPlace place, string found, string what, string former) => Hint("PR-1725",
        $"Die Erläuterung zu {what} ({place}) ist eine andere als bisher. Nicht mehr gedruckt wird: „{Shorten(former)}“")
        .At(place, found).Ended();

    internal static Finding ExplanationWithdrawn(CellPlace place, string found, string what, string former) => Hint("PR-1726",
        $"Die Erläuterung zu {what} entfällt, weil als Bemerkung {Quote(found)} steht ({place}). Nicht mehr gedruckt wird: "
        + $"„{Shorten(former)}“").At(place, found).Ended();

    internal static Finding ValueCorrected(CellPlace place, string found, string what, string former, string reason) => Hint(
        "PR-1727", $"{what} ({place}): {former}. Korrekturgrund: {Quote(reason)}; der Bericht nennt ihn bei den Änderungen.")
        .At(place, found);

    internal static Finding RemarkWithoutValue(int firstLine, string rows) => Hint("PR-1728",
        $"In {rows} steht eine Bemerkung, aber kein Wert; sie wurde nicht übernommen. Soll sie gelten oder eine frühere "
        + "ersetzen, tragen Sie bitte auch den Wert ein.").At(new CellPlace(firstLine));

    internal static Finding ExplanationKept(CellPlace place, string found, string what, string former) => Hint("PR-1729",
        $"Der Wert {what} ({place}) ist neu, die Erläuterung bleibt, weil die Bemerkung leer ist: „{Shorten(former)}“ Gilt sie "
        + $"nicht mehr, schreiben Sie „{Remark.Withdrawal}“ in die Bemerkung.").At(place, found);

    private static Finding Ended(this Finding finding) => finding with { Text = finding.Text + "." };
}
