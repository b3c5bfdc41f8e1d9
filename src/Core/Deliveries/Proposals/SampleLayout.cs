using System.Collections.Immutable;
using Produktreport.Core.Deliveries.Keys;

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
    /// <summary>Finds the columns.</summary>
    /// <param name="table">The file.</param>
    /// <param name="known">The numbers of products the catalogue knows.</param>
    public static SampleLayout Of(SampleTable table, IReadOnlySet<string> known)
    {
        var columns = table.Columns;
        var product = ProductOf(columns, known);
        var account = AccountOf(columns, product);
        var period = columns.FirstOrDefault(column => column != product && column != account && IsPeriod(column));
        SampleColumn?[] taken = [product, account, period];
        var amounts = columns.Where(column => column.IsAmount && !taken.Contains(column)).ToImmutableArray();
        var isSplit = amounts.Any(column => BudgetWords.IsIncome(column.Header))
            && amounts.Any(column => BudgetWords.IsExpense(column.Header));
        var kind = isSplit ? null : columns.FirstOrDefault(column => !taken.Contains(column) && IsKind(column));
        var name = product is null ? null : NameOf(table, product, [.. taken, kind]);
        return new SampleLayout(table, product, name, isSplit ? null : account, kind, period, amounts);
    }

    private static SampleColumn? ProductOf(IReadOnlyList<SampleColumn> columns, IReadOnlySet<string> known)
    {
        var keys = columns.Where(column => column.IsKey && !column.IsAmount && !BudgetWords.IsAccount(column.Header)).ToList();
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
            ?? keys.Find(column => column.Header.Length == 0 && product is not null && IsWithin(product, column))
            ?? keys.Find(column => column.Header.Length == 0
                && column.Cells.All(cell => cell.Text is [>= '3' and <= '7', _, _, ..]));
    }

    private static bool IsPeriod(SampleColumn column) =>
        (column.IsYears || column.Cells.All(cell => cell.Text.Length > 2 && Periods.PeriodText.TryParse(cell.Text, out _)))
            && column.Cells.Count > 0;

    private static bool IsKind(SampleColumn column) =>
        column.HasFewTexts && column.IsText && column.Texts.Any(BudgetWords.IsIncome) && column.Texts.Any(BudgetWords.IsExpense);

    /// <summary>The nearest words to the right that are the same for the same product.</summary>
    private static SampleColumn? NameOf(SampleTable table, SampleColumn product, SampleColumn?[] taken) => table.Columns
        .Where(column => column.IsText && !taken.Contains(column))
        .Where(column => product.Pairs(column).Distinct().Count() <= product.Pairs(column).Select(pair => pair.Own).Distinct()
            .Count() * 1.05)
        .OrderBy(column => column.Index > product.Index ? column.Index : column.Index + table.Columns.Count).FirstOrDefault();
}
