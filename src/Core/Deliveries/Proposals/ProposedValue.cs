using System.Collections.Immutable;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>A value column as it is proposed.</summary>
/// <param name="Column">The column.</param>
/// <param name="Figure">The base figure's id.</param>
/// <param name="Period">The period; null where each row names it.</param>
/// <param name="Scenario">Ist, Plan or Prognose.</param>
/// <param name="Factor">Sign and unit.</param>
/// <param name="When">The column asked about and the patterns; null for all rows.</param>
/// <param name="Doubts">What a person should look at.</param>
internal sealed record ProposedValue(
    SampleColumn Column, string Figure, Period? Period, Scenario Scenario, decimal Factor,
    (string Column, ImmutableArray<string> Patterns)? When,
    ImmutableArray<string> Doubts)
{
    /// <summary>The column that tells Plan from Ist, and which texts count here; null where there is none.</summary>
    public (string Column, ImmutableArray<string> Patterns)? Kind { get; init; }

    /// <summary>Whether the amounts count from January on.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>All that is asked of a row.</summary>
    public IEnumerable<(string Column, ImmutableArray<string> Patterns)> Conditions =>
        new[] { When, Side, Kind }.OfType<(string Column, ImmutableArray<string> Patterns)>();

    /// <summary>The column that says Soll or Haben, and which of them counts here; null where there is none.</summary>
    public (string Column, ImmutableArray<string> Patterns)? Side { get; init; }
}
