using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>Why a condition may leave rows out that a profile would read, the better the later.</summary>
internal enum Exclusion
{
    /// <summary>It says no reason: <c>Konto = 50*</c>.</summary>
    None,

    /// <summary>It names each of the texts in full: <c>Produkt = 9999</c>.</summary>
    Named,

    /// <summary>Its words are those of totals, versions, other years or settlements within the county.</summary>
    Said,
}

/// <summary>Finds out why conditions leave rows out.</summary>
internal static class Exclusions
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>The best reason that one column of a condition gives for all of its texts.</summary>
    public static Exclusion ReasonOf(RowCondition condition) => condition.Patterns
        .Select(each => each.Patterns.Select(pattern => ReasonOf(each.Column, pattern)).DefaultIfEmpty().Min()).Max();

    private static Exclusion ReasonOf(string column, string pattern)
    {
        var word = pattern.Trim('*', ' ');
        if (word.Length == 0)
            return Exclusion.None;
        return IsOfTotals(pattern, word) || AmountKinds.Of(word) is not null || UnreadTexts.IsOfKinds(column)
            || HeaderMeanings.YearsIn(word).Count > 0 || IsInternal(column, word) ? Exclusion.Said
            : pattern.IndexOfAny(Wildcards) < 0 ? Exclusion.Named
            : Exclusion.None;
    }

    // Within other words a total is none: „*sum*“ takes Konsum as well.
    private static bool IsOfTotals(string pattern, string word) => TotalLabel.IsPart(pattern) || TotalLabel.IsTotal(word);

    private static bool IsInternal(string column, string word) => BudgetWords.IsInternal(word)
        || (BudgetWords.IsAccount(column) && BudgetWords.IsInternalAccount(word));
}
