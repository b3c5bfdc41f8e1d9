using System.Collections;
using System.Collections.Immutable;

namespace Produktreport.Core.Findings;

/// <summary>Collects findings, in bounded memory where a bound is given.</summary>
/// <param name="maximumKept">How many of each severity are kept, the first ones; those beyond are only counted.</param>
internal sealed class FindingList(int maximumKept = int.MaxValue) : IEnumerable<Finding>
{
    private readonly List<Finding> kept = [];
    private readonly int[] found = new int[3];

    /// <summary>The sheet that what is found now stands on; null where the file has only one.</summary>
    public string? Sheet { get; set; }

    /// <summary>How many errors were found, kept or not.</summary>
    public int Errors => found[(int)Severity.Error];

    /// <summary>How many were found, kept or not.</summary>
    public int Total => found.Sum();

    /// <summary>Whether any is an error, so that the input is not taken.</summary>
    public bool HasErrors => Errors > 0;

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        if (!CountsOnly(finding.Severity))
            AddKept(finding);
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            Add(finding);
    }

    /// <summary>Adds what another list of the same bound found, as if each had been added here.</summary>
    public void Take(FindingList other)
    {
        foreach (var finding in other.kept)
            Add(finding);
        foreach (var severity in Enum.GetValues<Severity>())
            found[(int)severity] += other.found[(int)severity] - other.kept.Count(finding => finding.Severity == severity);
    }

    /// <summary>An empty list of the same bound, for a part of the work.</summary>
    public FindingList Part() => new(maximumKept) { Sheet = Sheet };

    /// <summary>Adds a finding whose words are costly to find; where it is not kept, they are not looked for.</summary>
    public void AddCostly(Severity severity, Func<Finding> finding)
    {
        if (!CountsOnly(severity))
            AddKept(finding());
    }

    /// <summary>Counts a finding that would not be kept, so that its words need not be found; false where it would.</summary>
    public bool CountsOnly(Severity severity)
    {
        if (found[(int)severity] < maximumKept)
            return false;
        found[(int)severity]++;
        return true;
    }

    public FindingList Copy()
    {
        var copy = new FindingList(maximumKept);
        copy.kept.AddRange(kept);
        found.CopyTo(copy.found, 0);
        return copy;
    }

    /// <summary>Those kept, in the order in which they were added.</summary>
    public ImmutableArray<Finding> ToImmutable() => [.. kept];

    public IEnumerator<Finding> GetEnumerator() => kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AddKept(Finding finding)
    {
        kept.Add(Sheet is null || finding.Sheet is not null ? finding : finding with { Sheet = Sheet });
        found[(int)finding.Severity]++;
    }
}
