using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>What the key texts of a row make of it.</summary>
/// <param name="IsTotal">Whether the profile calls it a total row.</param>
/// <param name="IgnoredBy">Why the profile leaves it out, the best reason of several; null where it does not.</param>
/// <param name="NamesProduct">Whether its product cell names a product.</param>
/// <param name="IsLabelled">Whether its product cell is the label of a total.</param>
/// <param name="Sources">The value columns that count in it.</param>
internal sealed record RowPlan(
    bool IsTotal, RowTest? IgnoredBy, bool NamesProduct, bool IsLabelled, ProfileSource[] Sources)
{
    /// <summary>Whether the profile leaves it out.</summary>
    public bool IsIgnored => IgnoredBy is not null;

    /// <summary>
    /// Two value columns that take the same amount as income and as an expense; null where there are none.
    /// </summary>
    public (ProfileSource Income, ProfileSource Expense)? OfBothSides { get; } = Sources
        .Where(income => BudgetWords.IsIncome(income.Column.Figure.Text))
        .SelectMany(income => Sources.Where(expense => expense.Number == income.Number
            && BudgetWords.IsExpense(expense.Column.Figure.Text)), (income, expense) => (income, expense))
        .Select(both => ((ProfileSource, ProfileSource)?)both).FirstOrDefault();

    /// <summary>The first value column that takes what one before it takes for the same value; null where none does.</summary>
    public ProfileSource? Repeated { get; } = Sources.Where((source, at) => Sources.Take(at).Any(other =>
        other.Slot == source.Slot && other.Number == source.Number && other.Factor.Sign == source.Factor.Sign)).FirstOrDefault();
}

/// <summary>The plans of a file's rows: found once for all rows with the same key texts.</summary>
internal sealed class RowPlans(RowSource rows, ProfileLayout layout, ProfileKeys keys)
{
    private readonly List<RowPlan> distinct = [];
    private readonly KeysMemo<RowPlan> plans = new(rows);

    /// <summary>The plan of the current row.</summary>
    public RowPlan OfRow() => plans.OfRow() ?? plans.Keep(Find());

    private RowPlan Find()
    {
        var isTotal = layout.TotalRow?.IsMatch() == true;
        var ignoredBy = layout.Ignored.Where(test => test.IsMatch()).MaxBy(test => test.Reason);
        var (namesProduct, isLabelled) = (keys.NamesProduct, keys.IsLabelled);
        ProfileSource[] sources = [.. layout.Sources.Where(source => source.When?.IsMatch() != false)];
        var plan = distinct.Find(plan => (plan.IsTotal, plan.IgnoredBy) == (isTotal, ignoredBy)
            && (plan.NamesProduct, plan.IsLabelled) == (namesProduct, isLabelled) && plan.Sources.SequenceEqual(sources));
        if (plan is null)
            distinct.Add(plan = new RowPlan(isTotal, ignoredBy, namesProduct, isLabelled, sources));
        return plan;
    }
}
