using Produktreport.Core.German;

namespace Produktreport.Core.Figures;

/// <summary>A Bemerkung, and where it was written.</summary>
/// <param name="Text">What the department wrote; not blank.</param>
/// <param name="Cell">The cell of the value beside it.</param>
/// <param name="Delivery">The delivery that brought it.</param>
public sealed record Remark(string Text, CellReference Cell, DeliveryStamp Delivery)
{
    /// <summary>The word that takes back an earlier Erläuterung, as messages name it.</summary>
    public const string Withdrawal = "entfällt";

    private static readonly HashSet<string> Withdrawals = new(StringComparer.OrdinalIgnoreCase)
    {
        Withdrawal, "entfallen", "entfaellt", "gelöscht", "keine", "keine Bemerkung", "keine Bemerkungen", "keine Erläuterung",
        "keine Erläuterungen",
    };

    /// <summary>Whether it says that there is nothing to explain any more: a word such as „entfällt“, or dashes alone.</summary>
    public bool IsWithdrawal => Withdraws(Text);

    /// <summary>Whether a Bemerkung of this text takes back the one before.</summary>
    internal static bool Withdraws(string text) => Withdrawals.Contains(text.TrimEnd('.')) || Dashes.IsOnly(text);
}
