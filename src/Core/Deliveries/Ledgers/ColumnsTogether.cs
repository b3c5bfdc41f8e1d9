using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Value columns that a profile adds up to one value although one holds what the others hold: <c>neuer Ansatz</c> beside
/// <c>Ansatz</c> and <c>Nachtrag</c>, <c>Brutto</c> beside <c>Netto</c>, <c>Einzahlungen</c> beside <c>Erträge</c>.
/// </summary>
internal static class ColumnsTogether
{
    /// <summary>Adds an error for the first such column of every value.</summary>
    /// <param name="layout">The value columns.</param>
    /// <param name="header">The columns of the file.</param>
    /// <param name="groups">The products.</param>
    /// <param name="decimalMark">The file's decimal mark.</param>
    /// <param name="findings">Where to say it.</param>
    public static void Check(
        ProfileLayout layout, ProfileColumns header, IReadOnlyCollection<ProfileGroup> groups, char? decimalMark,
        FindingList findings)
    {
        foreach (var slot in layout.Sources.GroupBy(source =>
            (source.Slot, source.Factor.Sign, Condition: source.When?.Condition.ToString())))
        {
            var sources = slot.DistinctBy(source => source.Number).ToList();
            if (sources.Count > 1 && (ByName(sources, header) ?? BySum(sources, groups, decimalMark)) is { } found)
                findings.Add(DeliveryFindings.ColumnsTogether(new CellPlace(header.Line, header[found.Column.Column]),
                    found.Column.Column, [.. sources.Where(other => other != found).Select(other => other.Column.Column)],
                    found.Column.Figure.Text));
        }
    }

    private static ProfileSource? ByName(List<ProfileSource> sources, ProfileColumns header)
    {
        var names = sources.ConvertAll(source => header.NameOf(header[source.Column.Column]) ?? "");
        return names.FindIndex(name => names.Exists(other =>
            (BudgetWords.IsCash(name) && !BudgetWords.IsCash(other)
                && (BudgetWords.IsIncome(other) || BudgetWords.IsExpense(other)))
            || (BudgetWords.IsReplacement(name) && BudgetWords.ScenarioOf(other) is { } art && !BudgetWords.IsReplacement(other)
                && BudgetWords.ScenarioOf(name) == art)
            || BudgetWords.AreGrossAndNet(name, other))) is var at and >= 0 ? sources[at] : null;
    }

    /// <summary>
    /// A column that has, in every product, what the others have together. In one product alone that may be chance.
    /// </summary>
    private static ProfileSource? BySum(List<ProfileSource> sources, IReadOnlyCollection<ProfileGroup> groups, char? mark) =>
        sources.Find(source => groups.Select(group => (Own: group.SumOf(source.Number, mark),
            Others: sources.Where(other => other != source).Sum(other => group.SumOf(other.Number, mark)))).ToList() is var sums
            && sums.TrueForAll(sum => sum.Own == sum.Others) && sums.Where(sum => sum.Own != 0).Distinct().Count() > 1);
}
