using Produktreport.Core.Deliveries.Keys;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>Cells in which an account stands behind the product's number: <c>1101.4100</c>, <c>0.0200.4100</c>.</summary>
/// <param name="Between">What parts the account from what stands before it.</param>
/// <param name="Before">What a pattern has before the account.</param>
internal sealed record BudgetLinePattern(string Between, string Before)
{
    private static readonly char[] Marks = ['.', '-', '/'];

    /// <summary>
    /// The digit of the Verwaltungshaushalt with which those of a cameral budget begin, 0 or 1; null in other budgets.
    /// </summary>
    public char? Current { get; private init; }

    /// <summary>The pattern of the Vermögenshaushalt, whose accounts are neither income nor expenses of the year.</summary>
    public string Capital => $"{(char)(Current! + 1)}{Between}*";

    /// <summary>How the accounts of a file stand behind its products; null where they stand alone.</summary>
    public static BudgetLinePattern? Of(SampleLayout layout)
    {
        if (layout is not { Account: { } account, Product: { } product })
            return null;
        if (account == product)
            return layout.Pattern is { IsHeading: false } pattern
                ? Of(account, pattern.Text[(pattern.Text.IndexOf('}', StringComparison.Ordinal) + 1)..^1])
                : null;
        return account.Cells.All(cell => cell.Text.AsSpan().IndexOfAny(Marks) > 0)
            && product.Pairs(account).All(pair => pair.Other.Contains(pair.Own, StringComparison.Ordinal))
            && Counts(account, Last(account.Cells[0].Text)).Count() == 1
                ? Of(account, $"{Last(account.Cells[0].Text)}")
                : null;
    }

    /// <summary>The account in a cell; empty in one of the Vermögenshaushalt.</summary>
    public string AccountIn(string text) => Current is { } current && text[0] != current ? ""
        : Between is ['.' or '-' or '/']
            ? text[(text.LastIndexOf(Between, StringComparison.Ordinal) + 1)..]
            : text[(text.IndexOf(Between, StringComparison.Ordinal) + Between.Length)..];

    /// <summary>The pattern of the accounts that begin with these digits.</summary>
    public string PatternOf(string start) => $"{Before}{start}*";

    private static BudgetLinePattern Of(SampleColumn account, string between)
    {
        // As many marks as there are, since digits behind an inner one are the product's.
        var count = between is ['.' or '-'] ? Counts(account, between[0]).First() : 1;
        char? current = count == 2 && BudgetWords.IsCameral(account.Header)
            ? NumberedText.CurrentBudget([.. account.Cells.Select(cell => cell.Text)]) : null;
        return new BudgetLinePattern(between, $"{current ?? '*'}{string.Concat(Enumerable.Repeat($"{between}*", count))[..^1]}")
        {
            Current = current,
        };
    }

    private static IEnumerable<int> Counts(SampleColumn account, char mark) =>
        account.Cells.Select(cell => cell.Text.Count(c => c == mark)).Distinct();

    private static char Last(string text) => text[text.LastIndexOfAny(Marks)];
}
