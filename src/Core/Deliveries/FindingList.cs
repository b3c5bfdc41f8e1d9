using System.Collections.Immutable;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries;

/// <summary>Collects findings in bounded memory: of each severity the first ones, and how many there were.</summary>
internal sealed class FindingList(ReadingLimits limits)
{
    private readonly List<Finding>[] kept = [[], [], []];
    private readonly int[] counts = new int[3];

    /// <summary>The same findings, to which others can be added.</summary>
    public FindingList Copy()
    {
        var copy = new FindingList(limits);
        for (var severity = 0; severity < counts.Length; severity++)
        {
            copy.kept[severity].AddRange(kept[severity]);
            copy.counts[severity] = counts[severity];
        }

        return copy;
    }

    /// <summary>Whether the file is to be rejected.</summary>
    public bool HasErrors => counts[(int)Severity.Error] > 0;

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        counts[(int)finding.Severity]++;
        if (kept[(int)finding.Severity].Count < limits.MaximumFindings)
            kept[(int)finding.Severity].Add(finding);
    }

    /// <summary>Counts a finding where there is no room to print it, so that its words need not be found; false where there is.</summary>
    public bool CountsOnly(Severity severity)
    {
        if (kept[(int)severity].Count < limits.MaximumFindings)
            return false;
        counts[(int)severity]++;
        return true;
    }

    /// <summary>Adds a finding whose words are costly to find; beyond what is printed it is only counted.</summary>
    public void AddCostly(Severity severity, Func<Finding> finding)
    {
        if (!CountsOnly(severity))
            Add(finding());
    }

    /// <summary>Errors first, then warnings, then hints, each in file order; the last one counts what is not printed.</summary>
    public ImmutableArray<Finding> Print()
    {
        var total = counts.Sum();
        var printed = kept.Reverse().SelectMany(InFileOrder);
        if (total <= limits.MaximumFindings)
            return [.. printed];
        var shown = limits.MaximumFindings - 1;
        return [.. printed.Take(shown), DeliveryFindings.FurtherFindings(total - shown, HasErrors)];
    }

    private static IEnumerable<Finding> InFileOrder(List<Finding> findings) => findings
        .OrderBy(finding => finding.Line ?? 0)
        .ThenBy(finding => finding.Column is { } column ? ColumnLetters.Parse(column) : -1);
}
