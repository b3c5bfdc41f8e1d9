using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Warnings about values that are taken but look wrong.</summary>
internal static partial class DeliveryFindings
{
    private const string Check = "Bitte prüfen Sie den Wert; ist er richtig, müssen Sie nichts tun.";

    // „11112 sprechstunden (3. Quartal 2026, Ist) (Zeile 3, Spalte F)“
    private static string Named(DeliveredValue value) => $"{Wording.Of(value)} ({Wording.PlaceOf(value)})";

    private static string Exact(DeliveredValue value) => GermanFormat.Exact(value.Value!.Value);

    private static Finding At(this Finding finding, DeliveredValue value, string? expected = null) =>
        finding.At(Wording.PlaceOf(value), Wording.Found(value), expected);

    internal static Finding UnusualSign(DeliveredValue value) => Warning("PR-1601",
        $"{Named(value)} ist {(value.Value < 0 ? "negativ" : "positiv")}, bisher war diese Grundzahl "
        + $"{(value.Value < 0 ? "positiv" : "negativ")}. Vermutlich ist das Vorzeichen vertauscht. {Check}").At(value);

    internal static Finding NegativeValue(DeliveredValue value) => Warning("PR-1602",
        $"{Named(value)} ist negativ. Erträge und Aufwendungen werden beide positiv gemeldet. "
        + $"{Check}").At(value, "ein positiver Wert");

    internal static Finding FactorThousand(DeliveredValue value, decimal usual, bool tooLarge) => Warning("PR-1603",
        $"{Named(value)} ist etwa tausendmal so {(tooLarge ? "groß" : "klein")} wie sonst (üblich sind etwa "
        + $"{GermanFormat.Exact(usual)}). Vermutlich wurden Euro und Tausend Euro verwechselt. "
        + $"{Check}").At(value, GermanFormat.Exact(usual));

    internal static Finding CorrectedByThousand(DeliveredValue value, decimal former) => Warning("PR-1631",
        $"{Named(value)} ist etwa tausendmal so {(Math.Abs(value.Value!.Value) > Math.Abs(former) ? "groß" : "klein")} wie der "
        + $"Wert, den er ersetzt ({GermanFormat.Exact(former)}). Vermutlich wurden in einer der beiden Dateien Euro und Tausend "
        + $"Euro verwechselt. {Check}").At(value, GermanFormat.Exact(former));

    internal static Finding MayBeCumulative(DeliveredValue value, Period last, decimal state) => Warning("PR-1632",
        $"{Named(value)} wurde nur für diesen Zeitraum gelesen; bisher kamen die Werte des Jahres kumuliert (zuletzt "
        + $"{GermanFormat.Exact(state)} bis {GermanFormat.Name(last)}), und dieser ist nicht kleiner. Ist auch er kumuliert, "
        + $"schreiben Sie bitte „ja“ in die Spalte „kumuliert“. {Check}").At(value, "kumuliert: ja");

    internal static Finding CumulativeFalls(DeliveredValue value, DeliveredValue before) => Warning("PR-1604",
        $"{Named(value)} ist kumuliert, aber mit {Exact(value)} kleiner als der Stand {GermanFormat.Name(before.Period)} "
        + $"({Exact(before)}). Vermutlich ist der Wert nicht kumuliert oder ein Stand falsch. "
        + $"{Check}").At(value, $"mindestens {Exact(before)}");

    internal static Finding CumulativeAboveLater(DeliveredValue value, DeliveredValue after) => Warning("PR-1623",
        $"{Named(value)} ist kumuliert, aber mit {Exact(value)} größer als der schon gelieferte Stand "
            + $"{GermanFormat.Name(after.Period)} "
        + $"({Exact(after)}). Vermutlich ist der Wert falsch, oder der spätere Stand ist auch zu berichtigen. "
        + $"{Check}").At(value, $"höchstens {Exact(after)}");

    internal static Finding OutOfRange(DeliveredValue value, string range) => Warning("PR-1605",
        $"{Named(value)} liegt außerhalb des im Katalog angegebenen Bereichs ({range}). {Check}").At(value, range);

    internal static Finding Jump(DeliveredValue value, DeliveredValue before) => Warning("PR-1606",
        $"{Named(value)} weicht ungewöhnlich stark vom Vorjahr ab: "
            + $"{GermanFormat.Signed((value.Value!.Value / before.Value!.Value - 1) * 100, 0)} % gegenüber "
        + $"{Exact(before)}. {Check} Eine Erläuterung in der Spalte „Bemerkung“ hilft den Lesern des "
        + "Berichts.").At(value, $"etwa {Exact(before)}");

    internal static Finding ServicesDiffer(CellPlace place, string found, string what, decimal sum) => Warning("PR-1607",
        $"{what} ({place}) stimmt nicht mit der Summe seiner Leistungen überein ({GermanFormat.Exact(sum)}). Es gilt der Wert "
        + "des Produkts. Bitte prüfen Sie, welcher Wert falsch ist.").At(place, found, GermanFormat.Exact(sum));

    internal static Finding FuturePeriod(DeliveredValue value) => Warning("PR-1608",
        $"{Named(value)} ist ein Ist-Wert für einen Zeitraum, der noch nicht begonnen hat. Gemeint ist vielleicht ein anderer "
        + $"Zeitraum, Plan oder Prognose. {Check}").At(value);

    internal static Finding MoreDecimals(DeliveredValue value) => Warning("PR-1609",
        $"{Named(value)} hat Nachkommastellen, im Katalog wird diese Grundzahl aber in ganzen Zahlen gezählt. Vermutlich ist "
            + "ein "
        + $"Komma zu viel, oder der Wert gehört zu einer anderen Grundzahl. {Check}").At(value, "eine ganze Zahl");

    internal static Finding NegativeCount(DeliveredValue value) => Warning("PR-1610",
        $"{Named(value)} ist negativ; gezählt wird aber nicht unter null. {Check} Kommen negative Werte zu Recht vor, kann die "
        + "Kämmerei im Katalog „von“ angeben.").At(value, "ein Wert ab 0");

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

    internal static Finding DistantPeriod(DeliveredValue value) => Warning("PR-1630",
        $"{Named(value)} ist ein Wert für das Jahr {value.Period.Year}. Vermutlich ist das Jahr falsch geschrieben, oder Excel "
            + "zeigt eine "
            + "Zahl "
        + $"als Datum. {Check}").At(value);

    internal static Finding MeanOutsideParts(
        CellPlace place, string found, string what, decimal stated, string parts, decimal least, decimal greatest) =>
        Warning("PR-1626",
            $"{what} ist {GermanFormat.Exact(stated)}, die {parts} liegen aber zwischen {GermanFormat.Exact(least)} und "
            + $"{GermanFormat.Exact(greatest)} ({place}); ein Mittelwert oder Anteil liegt dazwischen. Es gilt "
            + $"{GermanFormat.Exact(stated)}. Bitte prüfen Sie, welcher Wert falsch ist.").At(
            place, found, $"{GermanFormat.Exact(least)} bis {GermanFormat.Exact(greatest)}");
}
