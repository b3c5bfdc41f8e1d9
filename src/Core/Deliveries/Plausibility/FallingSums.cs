using System.Runtime.InteropServices;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// Cumulative sums that fall: each value of the delivery held against the nearest state before and after it in its year,
/// whichever of the two came first, and whatever kind of period they are for.
/// </summary>
internal sealed class FallingSums(
    BaseFigure figure, ValueTable values, IReadOnlyList<DeliveredValue> known, HashSet<int> suspicious, FindingList findings)
{
    /// <summary>The states of one Art, by the month up to which they count.</summary>
    private readonly List<State> states = [];

    /// <summary>Adds a warning for each value that is less than a state before it, or more than a later one known.</summary>
    /// <param name="scenario">Ist, Plan or Prognose.</param>
    /// <param name="kinds">The delivered values of this Art by kind of period.</param>
    public void Run(Scenario scenario, ReadOnlySpan<List<Point>> kinds)
    {
        // Only sums that cannot fall: a result may.
        if (figure is not { RollUp: RollUpRule.Sum, Formula: null } || !Collect(scenario, kinds))
            return;
        for (var at = 0; at < states.Count; at++)
        {
            var state = states[at];
            if (!state.IsDelivered)
                continue;
            if (Nearest(at, -1) is { Value: >= 0 } before && state.Value < before.Value)
                Suspect(state, () => DeliveryFindings.CumulativeFalls(Of(state), Of(before)));
            // One that the delivery brings itself is less than this one, which is said of it.
            if (state.Value >= 0 && Nearest(at, 1) is { IsDelivered: false } after && after.Value < state.Value)
                Suspect(state, () => DeliveryFindings.CumulativeAboveLater(Of(state), Of(after)));
        }
    }

    /// <summary>Whether the delivery brings any; those known before count where it does not bring the same period anew.</summary>
    private bool Collect(Scenario scenario, ReadOnlySpan<List<Point>> kinds)
    {
        states.Clear();
        foreach (var kind in kinds)
        {
            foreach (ref readonly var point in CollectionsMarshal.AsSpan(kind))
            {
                if (point.IsCumulative && values.At(point.Index).Value is { } value)
                    states.Add(new State(point.Period, value, point.Index));
            }
        }

        if (states.Count == 0)
            return false;
        var delivered = new HashSet<Period>();
        foreach (var kind in kinds)
            delivered.UnionWith(kind.Select(point => point.Period));
        foreach (var (index, value) in known.Index())
        {
            if (value is { IsCumulative: true, Value: { } number } && value.Scenario == scenario
                && !delivered.Contains(value.Period))
                states.Add(new State(value.Period, number, -1 - index));
        }

        states.Sort((one, other) => one.Period.End.CompareTo(other.Period.End));
        return true;
    }

    /// <summary>The nearest state of the same year that counts up to another month; null where there is none.</summary>
    private State? Nearest(int at, int step)
    {
        var own = states[at].Period;
        for (var other = at + step; other >= 0 && other < states.Count && states[other].Period.Year == own.Year; other += step)
        {
            if (states[other].Period.LastMonth != own.LastMonth)
                return states[other];
        }

        return null;
    }

    private DeliveredValue Of(State state) => state.IsDelivered ? values[state.Index] : known[-1 - state.Index];

    private void Suspect(State state, Func<Finding> warning)
    {
        suspicious.Add(state.Index);
        findings.AddCostly(Severity.Warning, warning);
    }

    /// <summary>A cumulative value.</summary>
    /// <param name="Period">Its period.</param>
    /// <param name="Value">The amount from January on.</param>
    /// <param name="Index">Which value: one of the delivery from 0 on, one known before from −1 downwards.</param>
    private readonly record struct State(Period Period, decimal Value, int Index)
    {
        public bool IsDelivered => Index >= 0;
    }
}
