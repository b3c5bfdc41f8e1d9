using Produktreport.Core.Deliveries.Keys;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>What the key texts of a row make of it.</summary>
/// <param name="IsTotal">Whether the profile calls it a total row.</param>
/// <param name="IgnoredBy">Why the profile leaves it out, the best reason of several; null where it does not.</param>
/// <param name="Sources">The value columns that count in it.</param>
/// <param name="Number">The plan's own number, from 0.</param>
internal sealed record RowPlan(bool IsTotal, RowTest? IgnoredBy, ProfileSource[] Sources, int Number)
{
    /// <summary>Whether the profile leaves it out.</summary>
    public bool IsIgnored => IgnoredBy is not null;

    /// <summary>The first value column that takes what one before it takes for the same value; null where none does.</summary>
    public ProfileSource? Repeated { get; } = Sources.Where((source, at) => Sources.Take(at).Any(other =>
        other.Slot == source.Slot && other.Number == source.Number && other.Factor.Sign == source.Factor.Sign)).FirstOrDefault();
}

/// <summary>The plans of a file's rows: found once for all rows whose key texts answer all questions alike.</summary>
internal sealed class RowPlans(RowQuestions questions, ProfileLayout layout)
{
    private readonly List<RowPlan> distinct = [];
    private RowPlan[] plans = [];

    /// <summary>The plan of the current row.</summary>
    public RowPlan OfRow()
    {
        var number = questions.NumberOfAnswers();
        if (number == plans.Length)
            plans = [.. plans, Find()];
        return plans[number];
    }

    private RowPlan Find()
    {
        var isTotal = layout.TotalRow?.IsMatch() == true;
        var ignoredBy = layout.Ignored.Where(test => test.IsMatch()).MaxBy(test => test.Reason);
        ProfileSource[] sources = [.. layout.Sources.Where(source => source.When?.IsMatch() != false)];
        var plan = distinct.Find(plan => (plan.IsTotal, plan.IgnoredBy) == (isTotal, ignoredBy)
            && plan.Sources.SequenceEqual(sources));
        if (plan is null)
            distinct.Add(plan = new RowPlan(isTotal, ignoredBy, sources, distinct.Count));
        return plan;
    }
}
