using System.Text.RegularExpressions;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>What a word beside an amount says it is, where amounts of several kinds stand below each other.</summary>
internal enum AmountKind
{
    /// <summary>Planned: Ansatz, Plan, Soll.</summary>
    Plan,

    /// <summary>Booked: Ist, Ergebnis.</summary>
    Actual,

    /// <summary>Expected: Prognose.</summary>
    Forecast,

    /// <summary>Of the year before: Vorjahr.</summary>
    YearBefore,

    /// <summary>Allowed for later years: Verpflichtungsermächtigung.</summary>
    Commitment,

    /// <summary>Of one of several versions: Entwurf, Nachtrag, vorläufig.</summary>
    Version,

    /// <summary>Taken back: Storno.</summary>
    Cancellation,

    /// <summary>Settled within the county: sekundär, ILV.</summary>
    Internal,

    /// <summary>Of the year it is earned or used in: Ergebnisrechnung, Anordnung.</summary>
    Accrued,

    /// <summary>Of the year it is paid in: Finanzrechnung, Zahlung.</summary>
    Paid,
}

/// <summary>The German words for kinds of amounts.</summary>
internal static partial class AmountKinds
{
    private const RegexOptions InAnyCase =
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly (Regex Words, AmountKind Kind)[] Known =
    [
        (Commitment(), AmountKind.Commitment), (Cancellation(), AmountKind.Cancellation), (YearBefore(), AmountKind.YearBefore),
        (Version(), AmountKind.Version), (Internal(), AmountKind.Internal), (Accrued(), AmountKind.Accrued),
        (Paid(), AmountKind.Paid), (Forecast(), AmountKind.Forecast), (Plan(), AmountKind.Plan),
        (Actual(), AmountKind.Actual),
    ];

    /// <summary>The kind a text names that says nothing else; null for any other text.</summary>
    public static AmountKind? Of(string text)
    {
        foreach (var (words, kind) in Known)
        {
            if (words.IsMatch(text))
                return kind;
        }

        return null;
    }

    /// <summary>Whether amounts of these kinds are never one sum: Plan and Ist, this year and the last.</summary>
    public static bool AreApart(IReadOnlyCollection<AmountKind> kinds) => kinds.Distinct().Count(
        kind => kind is not (AmountKind.Version or AmountKind.Cancellation or AmountKind.Internal)) > 1;

    [GeneratedRegex(@"^(VE|verpflichtungsermächtigung(en)?)( \d{4})?$", InAnyCase)]
    private static partial Regex Commitment();

    [GeneratedRegex(@"^(storno|storniert|stornierung|stornobuchung|gegenbuchung|rückbuchung)$", InAnyCase)]
    private static partial Regex Cancellation();

    [GeneratedRegex(@"^((ansatz|plan|ist|ergebnis) )?(vor|vorvor)jahr(es)?(swert|sergebnis|sansatz)?$", InAnyCase)]
    private static partial Regex YearBefore();

    [GeneratedRegex(
        @"^(\d\. ?)?((haushalts|plan)?entwurf|nachtrag(s(haushalt|plan|ansatz|entwurf))?|änderung(sliste)?|veränderung|korrektur"
            + @"|vorläufig|endgültig|beschlossen|beschluss|fortgeschrieben|original|ursprung|ursprünglich|vorabzug)( ?\d{1,4})?$",
        InAnyCase)]
    private static partial Regex Version();

    [GeneratedRegex(@"^(sekundäre?( kosten| erlöse)?|sekundär(kosten|erlöse)|ILV|interne (leistungs)?verrechnung(en)?)$",
        InAnyCase)]
    private static partial Regex Internal();

    [GeneratedRegex(@"^(ergebnis(rechnung|haushalt|plan)|ER|EP|EH|sollstellung|(annahme|auszahlungs)?anordnung)$", InAnyCase)]
    private static partial Regex Accrued();

    [GeneratedRegex(@"^(finanz(rechnung|haushalt|plan)|FR|FP|FH|zahlung(sausgleich)?|(ein|aus)zahlung)$", InAnyCase)]
    private static partial Regex Paid();

    [GeneratedRegex(@"^(prognose|hochrechnung|forecast|erwartung)( \d{4})?$", InAnyCase)]
    private static partial Regex Forecast();

    [GeneratedRegex(@"^((haushalts|plan)?ansatz|plan(wert|zahl|ung)?|soll|budget)( \d{4})?$", InAnyCase)]
    private static partial Regex Plan();

    [GeneratedRegex(@"^(ist(wert|zahl)?|(rechnungs|jahres)?ergebnis|rechnung|RE)( \d{4})?$", InAnyCase)]
    private static partial Regex Actual();
}
