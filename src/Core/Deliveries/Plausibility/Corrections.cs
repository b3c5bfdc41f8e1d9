using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// Says what a delivery does to earlier ones that nobody would see otherwise: values corrected with a reason, explanations that
/// go, and those that stay beside another value.
/// </summary>
internal sealed class Corrections(ValueTable values, FigureSet earlier, FindingList findings)
{
    private readonly List<Change> changes = [];

    private enum Fate
    {
        Replaced,
        Withdrawn,
        Kept,
    }

    /// <summary>Adds the hints.</summary>
    public void Run()
    {
        var explained = Explained();
        if (!values.HasRemarks && !Array.Exists(explained, isExplained => isExplained))
            return;
        for (var index = 0; index < values.Count; index++)
        {
            ref readonly var value = ref values.At(index);
            if (values.HasReason(value) || explained[value.Figure])
                Look(values[index]);
        }

        foreach (var like in changes.GroupBy(change => (change.Fate, change.Value.Address, change.Value.Scenario, change.Former)))
            findings.Add(Said([.. like]));
    }

    /// <summary>For each figure of the delivery whether any value known before is explained.</summary>
    private bool[] Explained()
    {
        var known = earlier.Values.Where(value => value.Explanation is not null).Select(value => value.Delivered.Address)
            .ToHashSet();
        return [.. values.Figures.Select(figure => known.Contains(figure.Address))];
    }

    private void Look(DeliveredValue value)
    {
        var before = earlier.Find(new ValueKey(value.Address, value.Period, value.Scenario));
        if (value.Reason is { } reason)
            findings.Add(DeliveryFindings.ValueCorrected(
                Wording.PlaceOf(value), Wording.Found(value), Wording.Of(value), Former(before?.Delivered, value), reason));
        if (before?.Explanation?.Text is { } former && FateOf(former, value, before.Delivered) is { } fate)
            changes.Add(new Change(fate, value, former));
    }

    private static Fate? FateOf(string former, DeliveredValue value, DeliveredValue before) => value.Remark switch
    {
        null => value.Value == before.Value ? null : Fate.Kept,
        var text when text == former => null,
        var text => Remark.Withdraws(text) ? Fate.Withdrawn : Fate.Replaced,
    };

    private static string Former(DeliveredValue? before, DeliveredValue value) => before switch
    {
        null => "bisher war kein Wert geliefert",
        { Value: null } => "bisher unbekannt",
        { Value: { } known } when known == value.Value => $"unverändert {GermanFormat.Exact(known)}",
        { Value: { } known } => $"bisher {GermanFormat.Exact(known)}",
    };

    private static Finding Said(List<Change> like)
    {
        var (fate, first, former) = like[0];
        var periods = GermanFormat.Enumerate([.. like.Select(change => GermanFormat.Name(change.Value.Period))]);
        var what = $"{first.Address.Level} {first.Address.Figure} ({periods}, {first.Scenario.GermanName()})";
        var place = Wording.PlaceOf(first);
        return fate switch
        {
            Fate.Replaced => DeliveryFindings.ExplanationReplaced(place, first.Remark!, what, former),
            Fate.Withdrawn => DeliveryFindings.ExplanationWithdrawn(place, first.Remark!, what, former),
            _ => DeliveryFindings.ExplanationKept(place, Wording.Found(first), what, former),
        };
    }

    private sealed record Change(Fate Fate, DeliveredValue Value, string Former);
}
