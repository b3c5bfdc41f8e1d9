using System.Text.RegularExpressions;

namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>On which side of an account an amount without a sign stands.</summary>
internal enum AccountSide
{
    /// <summary>It is not said.</summary>
    None,

    /// <summary>Soll, where expenses stand.</summary>
    Soll,

    /// <summary>Haben, where income stands.</summary>
    Haben,
}

/// <summary>The words for the sides of an account.</summary>
internal static partial class BookingSide
{
    private const RegexOptions InAnyCase =
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>Whether a text is Soll, where expenses stand.</summary>
    public static bool IsSoll(string text) => text.ToUpperInvariant() is "S" or "SOLL";

    /// <summary>Whether a text is a side of an account, also as English programs write it.</summary>
    public static bool IsSide(string text) =>
        IsSoll(text) || IsHaben(text) || text.ToUpperInvariant() is "CR" or "DR" or "DB";

    /// <summary>Whether a text is Haben, where income stands.</summary>
    public static bool IsHaben(string text) => text.ToUpperInvariant() is "H" or "HABEN";

    /// <summary>The side whose amounts stand below a header; none where it names both, or neither.</summary>
    public static AccountSide OfHeader(string header) => (Soll().IsMatch(header), Haben().IsMatch(header)) switch
    {
        (true, false) => AccountSide.Soll,
        (false, true) => AccountSide.Haben,
        _ => AccountSide.None,
    };

    [GeneratedRegex(@"\b(soll|debit|lastschrift(en)?|belastung(en)?)\b|^sollbetrag|^sollbuchung|^sollumsatz", InAnyCase)]
    private static partial Regex Soll();

    [GeneratedRegex(@"\b(haben|kredit|credit|gutschrift(en)?)\b|^habenbetrag|^habenbuchung|^habenumsatz", InAnyCase)]
    private static partial Regex Haben();
}
