using System.Collections.Immutable;

namespace Produktreport.Core.Tables.Rows;

/// <summary>
/// Units of money as people write them: <c>€</c>, <c>T€</c>, <c>Tsd. EUR</c>, <c>1.000 €</c>, <c>Mio. €</c>. The one list of
/// them.
/// </summary>
internal static class MoneyUnit
{
    private const int LongestUnit = 24;
    private static readonly string[] Euros = ["€", "eur", "euro", "€uro"];

    private static readonly ImmutableArray<(string Scale, CellUnit Unit)> Scales =
    [
        ("", CellUnit.Euro),
        ("t", CellUnit.ThousandEuro),
        ("k", CellUnit.ThousandEuro),
        ("tsd", CellUnit.ThousandEuro),
        ("tausend", CellUnit.ThousandEuro),
        ("kilo", CellUnit.ThousandEuro),
        ("1000", CellUnit.ThousandEuro),
        ("m", CellUnit.MillionEuro),
        ("mio", CellUnit.MillionEuro),
        ("mill", CellUnit.MillionEuro),
        ("million", CellUnit.MillionEuro),
        ("millionen", CellUnit.MillionEuro),
        ("1000000", CellUnit.MillionEuro),
        ("mrd", CellUnit.BillionEuro),
        ("milliarde", CellUnit.BillionEuro),
        ("milliarden", CellUnit.BillionEuro),
    ];

    /// <summary>Whether a unit is one of money.</summary>
    public static bool IsMoney(CellUnit unit) => unit is CellUnit.Euro or CellUnit.ThousandEuro or CellUnit.MillionEuro
        or CellUnit.BillionEuro;

    /// <summary>Whether a text is a name of the euro alone.</summary>
    public static bool IsEuro(ReadOnlySpan<char> text) => Of(text) == CellUnit.Euro;

    /// <summary>Whether a unit is declared of which nobody knows how many euro it is.</summary>
    public static bool IsUnclear(CellUnit unit) => unit is CellUnit.Other or CellUnit.Foreign;

    /// <summary>How many euro one of the unit is; 1 for what is no money.</summary>
    public static decimal FactorOf(CellUnit unit) => unit switch
    {
        CellUnit.ThousandEuro => 1_000,
        CellUnit.MillionEuro => 1_000_000,
        CellUnit.BillionEuro => 1_000_000_000,
        _ => 1,
    };

    /// <summary>The unit a trimmed text is; none where it is something else, or more than a unit.</summary>
    public static CellUnit Of(ReadOnlySpan<char> text)
    {
        if (text is "€")
            return CellUnit.Euro;
        if (text.Length is 0 or > LongestUnit || !(MayEndUnit(text[^1]) || MayBeginWithEuro(text[0])))
            return CellUnit.None;
        Span<char> letters = stackalloc char[LongestUnit];
        var count = 0;
        foreach (var c in text)
        {
            if (c is not ('.' or ',' or '\'' or '’') && !Blanks.IsBlank(c) && (c != '-' || count == 0)) // „T-EUR“, „1.000,- €“
                letters[count++] = char.ToLowerInvariant(c);
        }

        foreach (var euro in Euros)
        {
            if (text[0] is '\'' or '’' && letters[..count].StartsWith("000") && letters[3..count].SequenceEqual(euro))
                return CellUnit.ThousandEuro; // „'000 EUR“
            if (letters[..count].EndsWith(euro) && ScaleOf(letters[..(count - euro.Length)]) is var unit and not CellUnit.None)
                return unit;
            if (count > euro.Length + 1 && letters[..count].StartsWith(euro)
                && ScaleOf(letters[euro.Length..count] is "000" ? "1000" : letters[euro.Length..count]) is var behind
                && behind != CellUnit.None)
                return behind; // „EUR 1.000“, „€'000“, „€ Mio.“
        }

        return CellUnit.None;
    }

    /// <summary>A text in lower case without the name of the currency behind it; all of it where there is none.</summary>
    public static string WithoutEuro(string text) =>
        Array.Find(Euros, euro => text.EndsWith(euro, StringComparison.Ordinal)) is { } unit ? text[..^unit.Length] : text;

    /// <summary>Whether a unit may end like this: nearly no other text does.</summary>
    private static bool MayEndUnit(char last) => last is '€' or 'r' or 'R' or 'o' or 'O' or '.' || Blanks.IsBlank(last);

    private static bool MayBeginWithEuro(char first) => first is '€' or 'e' or 'E';

    private static CellUnit ScaleOf(ReadOnlySpan<char> scale)
    {
        foreach (var (known, unit) in Scales)
        {
            if (scale.SequenceEqual(known))
                return unit;
        }

        return CellUnit.None;
    }
}
