using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Warnings about values that are taken but look wrong.</summary>
internal static partial class DeliveryFindings
{
    private const string Check = "Bitte prüfen Sie den Wert; ist er richtig, müssen Sie nichts tun.";

    internal static Finding UnusualSign(CellPlace place, string found, string what, bool negative) => Warning("PR-1601",
        $"{what} ({place}) ist {(negative ? "negativ" : "positiv")}, bisher war diese Grundzahl "
        + $"{(negative ? "positiv" : "negativ")}. Vermutlich ist das Vorzeichen vertauscht. {Check}").At(place, found);

    internal static Finding NegativeValue(CellPlace place, string found, string what) => Warning("PR-1602",
        $"{what} ({place}) ist negativ. Erträge und Aufwendungen werden beide positiv gemeldet. "
        + $"{Check}").At(place, found, "ein positiver Wert");

    internal static Finding FactorThousand(
        CellPlace place, string found, string what, decimal usual, bool tooLarge) => Warning("PR-1603",
        $"{what} ({place}) ist etwa tausendmal so {(tooLarge ? "groß" : "klein")} wie sonst (üblich sind etwa "
        + $"{GermanFormat.Exact(usual)}). Vermutlich wurden Euro und Tausend Euro verwechselt. "
        + $"{Check}").At(place, found, GermanFormat.Exact(usual));

    internal static Finding CumulativeFalls(
        CellPlace place, string found, string what, decimal value, decimal before, string beforeName) => Warning("PR-1604",
        $"{what} ({place}) ist kumuliert, aber mit {GermanFormat.Exact(value)} kleiner als der Stand {beforeName} "
        + $"({GermanFormat.Exact(before)}). Vermutlich ist der Wert nicht kumuliert oder ein Stand falsch. "
        + $"{Check}").At(place, found, $"mindestens {GermanFormat.Exact(before)}");

    internal static Finding CumulativeAboveLater(
        CellPlace place, string found, string what, decimal value, decimal after, string afterName) => Warning("PR-1623",
        $"{what} ({place}) ist kumuliert, aber mit {GermanFormat.Exact(value)} größer als der schon gelieferte Stand {afterName} "
        + $"({GermanFormat.Exact(after)}). Vermutlich ist der Wert falsch, oder der spätere Stand ist auch zu berichtigen. "
        + $"{Check}").At(place, found, $"höchstens {GermanFormat.Exact(after)}");

    internal static Finding OutOfRange(CellPlace place, string found, string what, string range) => Warning("PR-1605",
        $"{what} ({place}) liegt außerhalb des im Katalog angegebenen Bereichs ({range}). {Check}").At(place, found, range);

    internal static Finding Jump(
        CellPlace place, string found, string what, decimal before, decimal percent) => Warning("PR-1606",
        $"{what} ({place}) weicht ungewöhnlich stark vom Vorjahr ab: {GermanFormat.Signed(percent, 0)} % gegenüber "
        + $"{GermanFormat.Exact(before)}. {Check} Eine Erläuterung in der Spalte „Bemerkung“ hilft den Lesern des "
        + "Berichts.").At(place, found, $"etwa {GermanFormat.Exact(before)}");

    internal static Finding ServicesDiffer(CellPlace place, string found, string what, decimal sum) => Warning("PR-1607",
        $"{what} ({place}) stimmt nicht mit der Summe seiner Leistungen überein ({GermanFormat.Exact(sum)}). Es gilt der Wert "
        + "des Produkts. Bitte prüfen Sie, welcher Wert falsch ist.").At(place, found, GermanFormat.Exact(sum));

    internal static Finding FuturePeriod(CellPlace place, string found, string what) => Warning("PR-1608",
        $"{what} ({place}) ist ein Ist-Wert für einen Zeitraum, der noch nicht begonnen hat. Gemeint ist vielleicht ein anderer "
        + $"Zeitraum, Plan oder Prognose. {Check}").At(place, found);

    internal static Finding MoreDecimals(CellPlace place, string found, string what) => Warning("PR-1609",
        $"{what} ({place}) hat Nachkommastellen, im Katalog wird diese Grundzahl aber in ganzen Zahlen gezählt. Vermutlich ist "
            + "ein "
        + $"Komma zu viel, oder der Wert gehört zu einer anderen Grundzahl. {Check}").At(place, found, "eine ganze Zahl");

    internal static Finding NegativeCount(CellPlace place, string found, string what) => Warning("PR-1610",
        $"{what} ({place}) ist negativ; gezählt wird aber nicht unter null. {Check} Kommen negative Werte zu Recht vor, kann die "
        + "Kämmerei im Katalog „von“ angeben.").At(place, found, "ein Wert ab 0");

    internal static Finding PartsDiffer(
        CellPlace place, string found, string what, decimal stated, string parts, decimal sum) => Warning("PR-1611",
        $"{what} ist {GermanFormat.Exact(stated)}, {parts} ergibt aber {GermanFormat.Exact(sum)} (Unterschied "
        + $"{GermanFormat.Exact(stated - sum)}; {place}). Es gilt {GermanFormat.Exact(stated)}. Bitte prüfen Sie, welcher Wert "
        + "falsch ist.").At(place, found, GermanFormat.Exact(sum));

    internal static Finding CumulativeDiffers(CellPlace place, string found, string what, decimal stated, decimal sum) =>
        Warning("PR-1628",
            $"{what} ist kumuliert {GermanFormat.Exact(stated)}; die einzeln gemeldeten Zeiträume bis dahin, vom letzten Stand "
                + "an "
            + $"gerechnet, ergeben aber {GermanFormat.Exact(sum)} (Unterschied {GermanFormat.Exact(stated - sum)}; {place}). "
                + "Bitte "
            + "prüfen Sie, welcher Wert falsch ist.").At(place, found, GermanFormat.Exact(sum));

    internal static Finding FormulaDiffers(
        CellPlace place, string found, string what, decimal stated, string formula, decimal sum) => Warning("PR-1629",
        $"{what} ist {GermanFormat.Exact(stated)}, aus den gemeldeten Werten ({formula}) ergibt sich aber "
            + $"{GermanFormat.Exact(sum)} "
        + $"(Unterschied {GermanFormat.Exact(stated - sum)}; {place}). Es gilt {GermanFormat.Exact(stated)}. Bitte prüfen Sie, "
        + "welcher Wert falsch ist.").At(place, found, GermanFormat.Exact(sum));

    internal static Finding DistantPeriod(CellPlace place, string found, string what, int year) => Warning("PR-1630",
        $"{what} ({place}) ist ein Wert für das Jahr {year}. Vermutlich ist das Jahr falsch geschrieben, oder Excel zeigt eine "
            + "Zahl "
        + $"als Datum. {Check}").At(place, found);

    internal static Finding MeanOutsideParts(
        CellPlace place, string found, string what, decimal stated, string parts, decimal least, decimal greatest) =>
        Warning("PR-1626",
            $"{what} ist {GermanFormat.Exact(stated)}, die {parts} liegen aber zwischen {GermanFormat.Exact(least)} und "
            + $"{GermanFormat.Exact(greatest)} ({place}); ein Mittelwert oder Anteil liegt dazwischen. Es gilt "
            + $"{GermanFormat.Exact(stated)}. Bitte prüfen Sie, welcher Wert falsch ist.").At(
            place, found, $"{GermanFormat.Exact(least)} bis {GermanFormat.Exact(greatest)}");
}
