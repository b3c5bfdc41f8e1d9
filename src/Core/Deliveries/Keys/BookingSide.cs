namespace Produktreport.Core.Deliveries.Keys;

/// <summary>The words of a column that says on which side of an account an amount without a sign stands.</summary>
internal static class BookingSide
{
    /// <summary>Whether a text is Soll, where expenses stand.</summary>
    public static bool IsSoll(string text) => text.ToUpperInvariant() is "S" or "SOLL";

    /// <summary>Whether a text is Haben, where income stands.</summary>
    public static bool IsHaben(string text) => text.ToUpperInvariant() is "H" or "HABEN";
}
