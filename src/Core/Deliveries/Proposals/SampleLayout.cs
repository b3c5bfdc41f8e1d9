using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Ledgers;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>Which column of a file nobody knows yet is what.</summary>
/// <param name="Table">The file.</param>
/// <param name="Product">The product's number; null where no column holds it.</param>
/// <param name="Name">The product's name; null where no column holds it.</param>
/// <param name="Account">The account; null where no column holds it.</param>
/// <param name="Kind">BudgetWords for income and expenses; null where no column holds them.</param>
/// <param name="Period">The period of each row; null where no column holds it.</param>
/// <param name="Amounts">The amounts.</param>
internal sealed record SampleLayout(
    SampleTable Table, SampleColumn? Product, SampleColumn? Name, SampleColumn? Account, SampleColumn? Kind, SampleColumn? Period,
    ImmutableArray<SampleColumn> Amounts)
{
    private static readonly char[] Marks = [',', '.'];
    private static readonly string[] PartsOfYear = ["quartal", "monat", "halbjahr"];

    /// <summary>The column with the half-year, quarter or month, where <see cref="Period"/> has the year alone.</summary>
    public SampleColumn? PartOfYear { get; init; }

    /// <summary>The column that tells Plan from Ist and the like; null where there is none.</summary>
    public SampleColumn? Scenarios { get; init; }

    /// <summary>
    /// How the cells of <see cref="Product"/> tell the number among other text; null where they hold nothing else.
    /// </summary>
    public ProductPattern? Pattern { get; init; }

    /// <summary>Whether a text of <see cref="Product"/> names a product.</summary>
    public bool NamesProduct(string text) => Pattern is not { } pattern || FileProduct.Matched(pattern.Text, text) is not null;

    /// <summary>The amounts that are read: no sums and differences of others.</summary>
    public ImmutableArray<SampleColumn> Values => [.. Amounts.Where(IsValue)];

    private bool IsValue(SampleColumn column) =>
        !(BudgetWords.IsDerived(column.Header) && Amounts.Any(other => !BudgetWords.IsDerived(other.Header)))
        && !(BudgetWords.IsSum(column.Header) && IsSumOfOthers(column));

    /// <summary>Whether a column is the sum of those directly to its left, in all rows.</summary>
    private bool IsSumOfOthers(SampleColumn column)
    {
        var before = Amounts.Where(other => other.Index < column.Index && !BudgetWords.IsSum(other.Header)).Reverse().ToList();
        return Enumerable.Range(2, Math.Max(before.Count - 1, 0)).Any(count => Marks.Any(mark =>
            Table.Rows.All(row => before.Take(count).Sum(other => row[other.Index].Amount(mark)) == row[column.Index]
                .Amount(mark))));
    }

    /// <summary>Finds the columns.</summary>
    /// <param name="table">The file.</param>
    /// <param name="known">The numbers of products the catalogue knows.</param>
    public static SampleLayout Of(SampleTable table, IReadOnlySet<string> known)
    {
        var columns = table.Columns;
        var named = ProductOf(columns, known);
        var pattern = named is null ? PatternIn(table) : default;
        var product = named ?? pattern.Column;
        var account = AccountOf(columns, product) ?? (pattern.IsAccount ? product : null);
        var period = columns.FirstOrDefault(column => column != product && column != account && IsPeriod(column));
        var part = period is { IsYears: true }
            ? columns.FirstOrDefault(column => IsPartOfYear(column) && column != product && column != account) : null;
        SampleColumn?[] taken = [product, account, period, part];
        var amounts = columns.Where(column => column.IsAmount && !taken.Contains(column)).ToImmutableArray();
        if (amounts.Any(column => BudgetWords.IsAmount(column.Header)))
            amounts = amounts.RemoveAll(column => column.HoldsOnlyKeys);
        var isSplit = amounts.Any(column => BudgetWords.IsIncome(column.Header))
            && amounts.Any(column => BudgetWords.IsExpense(column.Header));
        var kind = isSplit ? null : columns.FirstOrDefault(column => !taken.Contains(column) && IsKind(table, column))
            ?? (pattern.IsKind ? product : null);
        var scenarios = columns.FirstOrDefault(column => !taken.Contains(column) && column != kind && TellsScenarios(column));
        var name = named is null ? null : NameOf(table, named, [.. taken, kind, scenarios]);
        return new SampleLayout(table, product, name, isSplit ? null : account, kind, period, amounts)
        {
            PartOfYear = part,
            Scenarios = scenarios,
            Pattern = pattern.Pattern,
        };
    }

    /// <summary>A column whose cells hold the product's number and other text, in all rows or in those above others.</summary>
    private static (SampleColumn? Column, ProductPattern? Pattern, bool IsAccount, bool IsKind) PatternIn(SampleTable table)
    {
        foreach (var column in table.Columns.Where(column => column.Cells.Count > 0)
            .OrderByDescending(column => BudgetWords.ProductRank(column.Header)))
        {
            var texts = column.Cells.Select(cell => cell.Text).ToList();
            if (BudgetWords.IsAccount(column.Header)
                && NumberedText.OfAccounts(texts, BudgetWords.IsCameral(column.Header)) is { } key)
                return (column, new ProductPattern(key, IsHeading: false), true, false);
            if (NumberedText.AboveOthersOf(texts, IsKindOfAmount) is var (heading, hasAccount))
                return (column, new ProductPattern(heading, IsHeading: true), hasAccount, !hasAccount);
            var beside = table.Rows.Where(row => row.Cells.Any(cell => cell.Number.IsNumber))
                .Select(row => row[column.Index].Text).Where(text => text.Length > 0).ToList();
            if (beside.Count > 0 && NumberedText.CommonOf(beside, BudgetWords.IsPivot(column.Header)) is { } own)
                return (column, new ProductPattern(own.Pattern, IsHeading: false), own.HasAccount, false);
            var headings = table.Rows.Where(row => table.Columns.Count(other => !row[other.Index].IsBlank) == 1)
                .Select(row => row[column.Index].Text).Where(text => text.Length > 0).ToList();
            if (headings.Count > 1 && NumberedText.HeadingOf(headings) is { } above)
                return (column, new ProductPattern(above, IsHeading: true),
                    !BudgetWords.IsLine(column.Header) && !BudgetWords.IsDerived(column.Header), false);
        }

        return default;
    }

    private static bool IsKindOfAmount(string text) => BudgetWords.IsIncomeKind(text) || BudgetWords.IsExpenseKind(text);

    private static bool IsPartOfYear(SampleColumn column) => column.Cells.Count > 0
        && PartsOfYear.Any(word => column.Header.Contains(word, StringComparison.OrdinalIgnoreCase))
        && column.Cells.All(cell => cell.Text.Length <= 3 || !cell.IsNumeric);

    private static bool TellsScenarios(SampleColumn column)
    {
        var kinds = column.HasFewTexts ? column.Texts.Select(AmountKinds.Of).ToList() : [];
        return kinds.Count > 1 && kinds.TrueForAll(kind => kind is not null)
            && AmountKinds.AreApart([.. kinds.OfType<AmountKind>()]);
    }

    private static SampleColumn? ProductOf(IReadOnlyList<SampleColumn> columns, IReadOnlySet<string> known)
    {
        var keys = columns.Where(column => (column.IsKey || (BudgetWords.ProductRank(column.Header) > 2 && column.HoldsKeys))
            && !column.IsAmount && !BudgetWords.IsAccount(column.Header)).ToList();
        int Known(SampleColumn column) =>
            column.Cells.Count == 0 ? 0 : 10 * column.Cells.Count(cell => known.Contains(cell.Text)) / column.Cells.Count;
        return keys.Where(column => BudgetWords.ProductRank(column.Header) > 0 || Known(column) > 0 || column.Header.Length == 0
            || column.Index == 0)
            .Where(column => !BudgetWords.IsLine(column.Header))
            .OrderByDescending(column => Known(column) + BudgetWords.ProductRank(column.Header))
            .ThenByDescending(column => keys.Count(other => other != column && IsWithin(column, other)))
            .FirstOrDefault(column => !IsNumberOfLines(column));
    }

    /// <summary>Whether every key of another column begins with the one beside it: <c>1101</c> and <c>1101.4100</c>.</summary>
    private static bool IsWithin(SampleColumn column, SampleColumn other) =>
        column.Pairs(other)
            .All(pair => pair.Other.Length > pair.Own.Length && pair.Other.StartsWith(pair.Own, StringComparison.Ordinal));

    /// <summary>The lines of a form are numbered one after the other, with few digits.</summary>
    private static bool IsNumberOfLines(SampleColumn column) =>
        BudgetWords.ProductRank(column.Header) == 0 && column.Cells.All(cell => cell.Text.Length <= 2)
            && column.Texts.Count == column.Cells.Count;

    private static SampleColumn? AccountOf(IReadOnlyList<SampleColumn> columns, SampleColumn? product)
    {
        var keys = columns.Where(column => column != product && column.IsKey && !column.IsAmount).ToList();
        return keys.Find(column => BudgetWords.IsAccount(column.Header))
            ?? columns.FirstOrDefault(column => column != product && BudgetWords.IsAccount(column.Header)
                && column.Cells.Count > 0
                && column.Cells.All(cell => cell.Text is [>= '0' and <= '9', _, ..]))
            ?? keys.Find(column => column.Header.Length == 0 && product is not null && IsWithin(product, column))
            ?? keys.Find(column => column.Header.Length == 0
                && column.Cells.All(cell => cell.Text is [>= '3' and <= '7', _, _, ..]));
    }

    private static bool IsPeriod(SampleColumn column) =>
        (column.IsYears || column.Cells.All(cell => cell.Text.Length > 2 && Periods.PeriodText.TryParse(cell.Text, out _)))
            && column.Cells.Count > 0;

    private static bool IsKind(SampleTable table, SampleColumn column) => column.IsText
        && ((column.HasFewTexts && column.Texts.Any(BudgetWords.IsIncomeKind) && column.Texts.Any(BudgetWords.IsExpenseKind))
            || (table.Lines.Any(row => BudgetWords.IsTotalIncome(row[column.Index].Text))
                && table.Lines.Any(row => BudgetWords.IsTotalExpense(row[column.Index].Text))));

    /// <summary>The nearest words to the right that are the same for the same product.</summary>
    private static SampleColumn? NameOf(SampleTable table, SampleColumn product, SampleColumn?[] taken) => table.Columns
        .Where(column => column.IsText && !taken.Contains(column))
        .Where(column => product.Pairs(column).Distinct().Count() <= product.Pairs(column).Select(pair => pair.Own).Distinct()
            .Count() * 1.05)
        .OrderBy(column => column.Index > product.Index ? column.Index : column.Index + table.Columns.Count).FirstOrDefault();
}
