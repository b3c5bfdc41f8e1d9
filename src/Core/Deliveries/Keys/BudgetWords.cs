using System.Text.RegularExpressions;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>The words by which budgets and ledgers say what a column or row is.</summary>
internal static partial class BudgetWords
{
    private const RegexOptions InAnyCase =
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>Whether a text is about income.</summary>
    public static bool IsIncome(string text) => Income().IsMatch(text);

    /// <summary>Whether a text is about expenses.</summary>
    public static bool IsExpense(string text) => Expense().IsMatch(text);

    /// <summary>Whether a text beside an amount says that it is income.</summary>
    public static bool IsIncomeKind(string text) => IsIncome(text) || text is "E" or "ER";

    /// <summary>Whether a text beside an amount says that it is an expense.</summary>
    public static bool IsExpenseKind(string text) => IsExpense(text) || text is "A" or "AU";

    /// <summary>Whether a text is about income less expenses.</summary>
    public static bool IsBalance(string text) => Balance().IsMatch(text) || (IsIncome(text) && IsExpense(text));

    /// <summary>Whether a header says that amounts stand below.</summary>
    public static bool IsAmount(string header) =>
        IsIncome(header) || IsExpense(header) || Balance().IsMatch(header) || Amount().IsMatch(header)
            || ScenarioOf(header) is not null;

    /// <summary>Whether a header is that of the numbers of products, accounts or the like.</summary>
    public static bool IsKey(string header) => ProductRank(header) > 0 || IsAccount(header) || Number().IsMatch(header);

    /// <summary>
    /// Whether a header says nothing but that numbers of accounts, cost centres, vouchers or years stand below, so that none of
    /// them is an amount: <c>Konto</c>, but not <c>Kontostand</c> or <c>Konto 41</c>.
    /// </summary>
    public static bool IsKeyAlone(string header) => KeyAlone().IsMatch(header);

    /// <summary>How likely a header is that of the product's number; 0 = not at all.</summary>
    public static int ProductRank(string header) =>
        Part().IsMatch(header) ? 0 : Product().IsMatch(header) ? 3 : !LikeProduct().IsMatch(header) ? 0
            : CostCentre().IsMatch(header) ? 1 : 2;

    /// <summary>Whether a header is that of accounts.</summary>
    public static bool IsAccount(string header) => Account().IsMatch(header) && !Name().IsMatch(header);

    /// <summary>Whether a header is that of the labels of a pivot table, all levels in one column.</summary>
    public static bool IsPivot(string header) => Pivot().IsMatch(header);

    /// <summary>Whether a header is that of the numbers of lines.</summary>
    public static bool IsLine(string header) => header.Contains("zeile", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("lfd", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a header is that of names.</summary>
    public static bool IsName(string header) => Name().IsMatch(header);

    /// <summary>Plan, Ist or Prognose, as a header says; null where it does not.</summary>
    public static Scenario? ScenarioOf(string header) =>
        Forecast().IsMatch(header) ? Scenario.Forecast
        : Plan().IsMatch(header) && !header.Contains("haben", StringComparison.OrdinalIgnoreCase) ? Scenario.Plan
        : Actual().IsMatch(header) ? Scenario.Actual
        : null;

    /// <summary>Whether a header is that of amounts that correct others in the same row.</summary>
    public static bool IsCorrection(string header) => Correction().IsMatch(header);

    /// <summary>Whether a header is that of amounts that follow from others, or count elsewhere.</summary>
    public static bool IsDerived(string header) => Derived().IsMatch(header);

    /// <summary>
    /// Whether a header is that of what is left, or differs, between amounts: <c>Abweichung</c>, <c>Obligo</c>,
    /// <c>Mehr-/Minderertrag</c>.
    /// </summary>
    public static bool IsDifference(string header) => Difference().IsMatch(header);

    /// <summary>Whether a header is that of money paid or received, whatever year it is for.</summary>
    public static bool IsCash(string header) => Cash().IsMatch(header);

    /// <summary>Whether a header is that of amounts that take the place of others beside them: <c>neuer Ansatz</c>.</summary>
    public static bool IsReplacement(string header) => Replacement().IsMatch(header);

    /// <summary>Whether headers are those of the same amounts with taxes and without.</summary>
    public static bool AreGrossAndNet(string gross, string net) =>
        gross.Contains("brutto", StringComparison.OrdinalIgnoreCase) && net.Contains("netto", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a header is that of shares, quantities or amounts for one of something: <c>Ertrag je Einwohner</c>.
    /// </summary>
    public static bool IsOtherMeasure(string header) => OtherMeasure().IsMatch(header);

    /// <summary>Whether a header is that of sums over other columns.</summary>
    public static bool IsSum(string header) => Sum().IsMatch(header);

    /// <summary>Whether a header is that of settlements within the county.</summary>
    public static bool IsInternal(string header) => Internal().IsMatch(header);

    /// <summary>
    /// Whether an account is one of settlements within the county: 48 for income and 58 for expenses, 38 and 48 in
    /// Baden-Württemberg.
    /// </summary>
    public static bool IsInternalAccount(string account) => account is ['3' or '4' or '5', '8', ..];

    /// <summary>Whether a header is that of a deficit, positive where money is missing.</summary>
    public static bool IsDeficit(string header) => Deficit().IsMatch(header);

    /// <summary>Whether accounts are those of the older cameral budgets: income from 0 to 3, expenses from 4 on.</summary>
    public static bool IsCameral(string header) => Cameral().IsMatch(header);

    /// <summary>How many years before that of the budget a header is of; null where it does not say so.</summary>
    public static int? YearsBefore(string header) => (TwoBefore().IsMatch(header), Before().IsMatch(header)) switch
    {
        (true, _) => 2,
        (_, true) => 1,
        _ => OwnYear().IsMatch(header) ? 0 : null,
    };

    /// <summary>Whether a header is that of numbers that are no amounts.</summary>
    public static bool IsQuantity(string header) => Quantity().IsMatch(header);

    /// <summary>Plan, Ist or Prognose, as a title says; null where it does not.</summary>
    public static Scenario? ScenarioOfTitle(string title) =>
        title.Contains("plan", StringComparison.OrdinalIgnoreCase) ? Scenario.Plan : ScenarioOf(title);

    /// <summary>Whether a line of a form is the sum of all ordinary income.</summary>
    public static bool IsTotalIncome(string label) => TotalIncome().IsMatch(Letters(label));

    /// <summary>Whether a line of a form is the sum of all ordinary expenses.</summary>
    public static bool IsTotalExpense(string label) => TotalExpense().IsMatch(Letters(label));

    private static string Letters(string label) => string.Concat(label.Where(char.IsLetter)).ToLowerInvariant();

    [GeneratedRegex(@"ertr((ä|ae?)g|\W)|einnahm|einzahl|erlös", InAnyCase)]
    private static partial Regex Income();

    [GeneratedRegex(@"aufw([aäe]nd|\W)|ausgab|auszahl", InAnyCase)]
    private static partial Regex Expense();

    [GeneratedRegex("saldo|zuschuss|zuschuß|überschuss|fehlbetrag|differenz", InAnyCase)]
    private static partial Regex Balance();

    [GeneratedRegex(@"betrag|\bwert|summe|€|\bEUR|T€|TEUR|buchung|umsatz", InAnyCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^produkt([ -]?(nr\.?|nummer|kennziffer|schlüssel|id))?$", InAnyCase)]
    private static partial Regex Product();

    [GeneratedRegex(@"produkt|profit ?center|kostenträger|teilplan|unterabschnitt|kostenstelle|psp|leistung|kapitel|\bkost\d?\b",
        InAnyCase)]
    private static partial Regex LikeProduct();

    /// <summary>Where costs arise, which stands in for the product where nothing else does.</summary>
    [GeneratedRegex(@"kostenstelle|\bkost\d?\b", InAnyCase)]
    private static partial Regex CostCentre();

    [GeneratedRegex("gruppe|bereich|bezeichnung|name|text|art$", InAnyCase)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"konto|konten|haushaltsstelle|^hhst|^hh-?stelle|buchungsstelle|kontierung|^koa\b|^kto\b"
            + @"|sachkto|kostenart|cost element|account|finanzposition|gruppierung|aufwandsart|ertragsart"
            + @"|^titel([ -]?(nr\.?|nummer))?$",
        InAnyCase)]
    private static partial Regex Account();

    [GeneratedRegex(@"\bnr\b|nummer|schlüssel|kennziffer|\bid\b|gruppe$|bereich$|teilhaushalt|\bamt\b|zeile", InAnyCase)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(((sach|gegen|haupt|unter|finanz|personen|buchungs|ertrags|aufwands|erlös|kosten)?-?konto|kto|koa|kost|kostenart"
            + @"|kostenstelle|kostenträger|gruppierung|unterabschnitt|haushaltsstelle|hhst|finanzposition|finanzstelle"
            + @"|profit-?center|psp-?element|g/?l[ -]?account|account|cost ?(element|center)|kreditor|debitor|mandant"
            + @"|buchungskreis)([ .-]*(nr|no|nummer|number|id|kennziffer|schlüssel)\.?)?"
            + @"|(produkt|produktgruppe|leistung|beleg|buchung|auftrag|position|zeile)[s .-]*(nr|no|nummer|id|kennziffer)\.?"
            + @"|(haushalts|rechnungs|wirtschafts|geschäfts|plan)?jahr|hhj|plz|postleitzahl)( \([1-9]\))?$",
        InAnyCase)]
    private static partial Regex KeyAlone();

    [GeneratedRegex("bezeichnung|name|text|benennung", InAnyCase)]
    private static partial Regex Name();

    [GeneratedRegex("prognose|hochrechnung|erwartet", InAnyCase)]
    private static partial Regex Forecast();

    [GeneratedRegex(@"ansatz|\bplan|\bHHP\b|haushaltsplan\b|planung|budget|\bsoll\b|entwurf|nachtrag|ermächtigung|voranschlag",
        InAnyCase)]
    private static partial Regex Plan();

    [GeneratedRegex(@"ergebnis|\bist\b|\bactual\b|rechnung|\bRE\b|abschluss", InAnyCase)]
    private static partial Regex Actual();

    [GeneratedRegex("storno|storniert|stornierung|korrektur|nachtrag|berichtigung|umbuchung|rückbuchung|gegenbuchung", InAnyCase)]
    private static partial Regex Correction();

    [GeneratedRegex(
        @"abweich|\babw\b|veränderung|verfüg(bar|t)|differenz|vergleich|mehr[ /-]|reste?\b|\bje\b|\bpro\b|\bdavon\b"
            + @"|\bVE\b|verpflichtungserm|üpl|apl\b|überplan|außerplan|obligo|vormerk|quote|grad\b|prozent|%|beleg|\bnr\b|datum"
            + @"|^(menge|anzahl|stück|stellen|VZÄ|fläche|einwohner|quartal|monat|halbjahr|lfd.*|pos(ition)?\.?)$",
        InAnyCase)]
    private static partial Regex Derived();

    [GeneratedRegex(
        @"abweich|\babw\b|veränderung|vergleich\b|(mehr|minder)(-|/| |ertr|aufw|einn|ausg)|noch verfügbar|verfügbar|\breste?\b"
            + @"|obligo|vormerk|\bVE\b|verpflichtungserm|ermächtigungsübertr|\büpl\b|\bapl\b|überplan|außerplan|\bdavon\b"
            + "|differenz|durchschnitt|mittelwert|Ø",
        InAnyCase)]
    private static partial Regex Difference();

    [GeneratedRegex(@"einzahl|auszahl|zahlung|kassen", InAnyCase)]
    private static partial Regex Cash();

    [GeneratedRegex(@"\bneue?[rsn]?\b|fortgeschrieben|\bfortg", InAnyCase)]
    private static partial Regex Replacement();

    [GeneratedRegex(
        @"\b(je|pro)[ -]?(1\.?000 )?(einwohner|ew\b|kopf|fall\b|fälle|stück|stelle|stunde|person|schüler|kind|platz|m²|qm|besuch"
            + @"|nutzer|vz[eä])|/ ?(1\.?000 )?(einwohner|ew\b|kopf|vz[eä]|m²|qm)"
            + @"|[ (\[,/](%|prozent|v\. ?h\.|anzahl|stunden|std|vz[eä]|stellen|stück|fälle|personen|quote|index|m²|qm)[ .)\]]*$",
        InAnyCase)]
    private static partial Regex OtherMeasure();

    [GeneratedRegex(@"gesamt|summe|total|brutto|fortgeschrieben|^ergebnis$|^\d{4} ergebnis\b|saldo", InAnyCase)]
    private static partial Regex Sum();

    [GeneratedRegex(@"\bILV\b|\bintern", InAnyCase)]
    private static partial Regex Internal();

    [GeneratedRegex("zuschuss|zuschuß|fehlbetrag|fehlbedarf|defizit|unterdeckung", InAnyCase)]
    private static partial Regex Deficit();

    [GeneratedRegex(@"gruppierung|haushaltsstelle|^HHSt|^HH-?Stelle|^titel([ -]?(nr\.?|nummer))?$", InAnyCase)]
    private static partial Regex Cameral();

    [GeneratedRegex("zeilenbeschriftung|row labels", InAnyCase)]
    private static partial Regex Pivot();

    [GeneratedRegex("vorvorjahr", InAnyCase)]
    private static partial Regex TwoBefore();

    [GeneratedRegex(@"vorjahr|\bVJ\b", InAnyCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"haushaltsjahr|planjahr|laufendes jahr|lfd\.? jahr|\bHHJ\b", InAnyCase)]
    private static partial Regex OwnYear();

    [GeneratedRegex(
        @"menge|anzahl|stück|prozent|%|quote|grad\b|stellen|VZÄ|fläche|einwohner|alter|beleg|buchung|jahr|monat|quartal|datum"
            + @"|woche|satz\b|faktor|fall|fälle|plz|postleitzahl|telefon|seite|rang|lfd|pos\b|index|kennz|version|\bVE\b",
        InAnyCase)]
    private static partial Regex Quantity();

    [GeneratedRegex(
        "^(summe)?(der|aller)?(ordentlichen?|gesamt)?erträge(gesamt|insgesamt)?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TotalIncome();

    [GeneratedRegex(
        "^(summe)?(der|aller)?(ordentlichen?|gesamt)?aufwendungen(gesamt|insgesamt)?$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TotalExpense();
}
