using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Findings about values that contradict each other.</summary>
internal static partial class DeliveryFindings
{
    internal static Finding DifferentValuesForOneCell(
        CellPlace second, string found, CellPlace first, string firstText, string what) => Error("PR-1401",
        $"{what} steht zweimal in der Datei, mit verschiedenen Werten: {Quote(firstText)} in {first} und {Quote(found)} in "
        + $"{second}. Bitte löschen Sie den falschen Wert.").At(second, found, firstText);

    internal static Finding ScenarioContradicts(CellPlace column, string header, CellPlace art, string found) =>
        Error("PR-1625",
            $"Die Spalte {Quote(header)} ({column}) und die Art {Quote(found)} ({art}) widersprechen sich. Bitte berichtigen Sie "
            + "eine von beiden, oder leeren Sie die Art.").At(art, found, header);

    internal static Finding ScenarioOfColumnCounts(CellPlace column, string header, CellPlace art, string found) =>
        Warning("PR-1624",
            $"Die Art {Quote(found)} ({art}) widerspricht der Spalte {Quote(header)} ({column}). Die Tabelle hat für mehrere "
            + "Arten eigene Spalten: Es gilt die Spalte. Bitte leeren Sie die Art.").At(art, found, header);

    internal static Finding SameValueTwice(CellPlace second, string found, CellPlace first, string what) => Hint("PR-1402",
        $"{what} steht zweimal in der Datei, beide Male mit demselben Wert {Quote(found)} ({first} und {second}). Er wurde "
        + "einmal übernommen.")
        .At(second, found);

    internal static Finding RowTotalDiffers(CellPlace place, string found, decimal total, decimal? sum) => Error("PR-1404",
        $"Die Summe in {place} ist {GermanFormat.Exact(total)}, "
        + (sum is { } parts
            ? $"die Werte der Zeile, die sie zusammenzählt, ergeben aber {GermanFormat.Exact(parts)} (Unterschied "
                + $"{GermanFormat.Exact(total - parts)}). "
            : "die Zeile nennt aber keinen Wert, den sie zusammenzählt. ")
        + "Bitte berichtigen Sie die Werte oder die Summe, oder löschen Sie die Spalte.")
            .At(place, found, sum is { } expected ? GermanFormat.Exact(expected) : null);

    internal static Finding DifferenceDiffers(CellPlace place, string column, string found, int count) => Warning("PR-1405",
        $"Die Spalte {Quote(column)} passt {(count == 1 ? "in einer Zeile" : $"in {GermanFormat.Exact(count)} Zeilen")} nicht zu "
        + $"den Werten daneben: {Quote(found)} in {place} ist nicht, wie weit zwei von ihnen auseinanderliegen. Übernommen "
            + "wurden "
        + "die Werte, nicht die Spalte. Bitte prüfen Sie, ob die Werte stimmen und alle dieselbe Einheit haben.")
            .At(place, found);

    internal static Finding TotalDiffers(
        CellPlace place, string found, decimal total, decimal sum, string rows) => Warning("PR-1403",
        $"Die Summe in {place} ist {GermanFormat.Exact(total)}, die Werte {rows} ergeben aber {GermanFormat.Exact(sum)} "
        + $"(Unterschied {GermanFormat.Exact(total - sum)}). Übernommen wurden die einzelnen Werte. Bitte prüfen Sie, ob eine "
        + "Zeile fehlt oder doppelt ist.").At(place, found, GermanFormat.Exact(sum));
}
