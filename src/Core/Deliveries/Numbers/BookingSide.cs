namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>The words of a column that says on which side of an account an amount without a sign stands.</summary>
internal static class BookingSide
{
    /// <summary>Whether a text is Soll, where expenses stand.</summary>
    public static bool IsSoll(string text) => text.ToUpperInvariant() is "S" or "SOLL";

    /// <summary>Whether a text is a side of an account, also as English programs write it.</summary>
    public static bool IsSide(string text) =>
        IsSoll(text) || IsHaben(text) || text.ToUpperInvariant() is "CR" or "DR" or "DB";

    /// <summary>Whether a text is Haben, where income stands.</summary>
    public static bool IsHaben(string text) => text.ToUpperInvariant() is "H" or "HABEN";
}
