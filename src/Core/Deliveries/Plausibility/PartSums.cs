using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// Holds the value of a quarter, half-year or year against those of its parts, Ist, Plan and Prognose each for itself: sums
/// add up, a Stichtag is that of the last part, a mean or ratio lies between the least and the greatest: what it weighs its parts
/// by, days, months or cases, only the department knows. The value of the whole counts. Looked at when the delivery brings any.
/// </summary>
internal sealed class PartSums(BaseFigure figure, ValueTable values, IReadOnlyList<DeliveredValue> known, FindingList findings)
{
    private readonly Dictionary<Period, (decimal? Value, int Index)> byPeriod = [];

    /// <summary>Adds a warning for each value that differs from its parts.</summary>
    /// <param name="scenario">Ist, Plan or Prognose.</param>
    /// <param name="kinds">The delivered values of this Art by kind of period.</param>
    public void Run(Scenario scenario, ReadOnlySpan<List<Point>> kinds)
    {
        if (!HasSeveralKinds(scenario, kinds))
            return;
        byPeriod.Clear();
        foreach (var value in known.Where(value => value.Scenario == scenario && !value.IsCumulative))
            byPeriod[value.Period] = (value.Value, -1);
        foreach (var kind in kinds)
        {
            foreach (var point in kind)
            {
                if (point.IsCumulative)
                    byPeriod.Remove(point.Period);
                else
                    byPeriod[point.Period] = (values.At(point.Index).Value, point.Index);
            }
        }

        foreach (var whole in byPeriod.Keys.Where(period => period.Kind != PeriodKind.Month).Order())
            Check(whole);
    }

    private bool HasSeveralKinds(Scenario scenario, ReadOnlySpan<List<Point>> kinds)
    {
        var (count, only) = (0, PeriodKind.Month);
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            if (kinds[kind].Count > 0)
                (count, only) = (count + 1, (PeriodKind)kind);
        }

        return count > 1 || (count == 1 && known.Any(value => value.Scenario == scenario && value.Period.Kind != only));
    }

    private void Check(Period whole)
    {
        if (byPeriod[whole].Value is not { } stated)
            return;
        for (var kind = whole.Kind - 1; kind >= PeriodKind.Month; kind--)
        {
            var parts = (figure.RollUp == RollUpRule.PointInTime ? whole.Parts(kind).TakeLast(1) : whole.Parts(kind)).ToList();
            if (!parts.TrueForAll(part => byPeriod.TryGetValue(part, out var known) && known.Value is not null))
                continue;
            if (ShownOf(whole, parts) is var shown and >= 0)
                Compare(values[shown], whole, stated, parts);
            return;
        }

        if (figure is { RollUp: RollUpRule.Sum, Formula: null } && (figure.Unit is not "€" || SignCheck.IsPositive(figure.Id)))
            CheckSome(whole, stated);
    }

    /// <summary>Some of the parts alone are more than the whole, of amounts that are never negative.</summary>
    private void CheckSome(Period whole, decimal stated)
    {
        for (var kind = whole.Kind - 1; kind >= PeriodKind.Month; kind--)
        {
            var parts = whole.Parts(kind).Where(part => byPeriod.TryGetValue(part, out var known) && known.Value is >= 0)
                .ToList();
            var sum = parts.Sum(part => byPeriod[part].Value!.Value);
            if (parts.Count == 0 || sum - stated < 0.01m || ShownOf(whole, parts) is not (var at and >= 0))
                continue;
            var shown = values[at];
            findings.Add(DeliveryFindings.PartsDiffer(
                Wording.PlaceOf(shown), shown.Cell.Text, Wording.Of(shown with { Period = whole }), stated,
                $"die Summe der gemeldeten {Plural(kind)}", sum));
            return;
        }
    }

    /// <summary>The value to be named of a whole and its parts, the whole where that is delivered; −1 where none is.</summary>
    private int ShownOf(Period whole, List<Period> parts) => byPeriod[whole].Index is var own and >= 0
        ? own
        : parts.Select(part => byPeriod[part].Index).DefaultIfEmpty(-1).Max();

    private void Compare(DeliveredValue shown, Period whole, decimal stated, List<Period> parts)
    {
        var amounts = parts.ConvertAll(part => byPeriod[part].Value!.Value);
        var (place, what) = (Wording.PlaceOf(shown), Wording.Of(shown with { Period = whole }));
        if (figure.RollUp is RollUpRule.Sum or RollUpRule.PointInTime)
        {
            var said = figure.RollUp == RollUpRule.Sum ? "die Summe" : "der letzte Wert";
            if (Math.Abs(amounts.Sum() - stated) >= 0.01m)
                findings.Add(DeliveryFindings.PartsDiffer(
                    place, shown.Cell.Text, what, stated, $"{said} der {Plural(parts[0].Kind)}", amounts.Sum()));
        }
        else if (stated < amounts.Min() - LastPlace || stated > amounts.Max() + LastPlace)
        {
            findings.Add(DeliveryFindings.MeanOutsideParts(
                place, shown.Cell.Text, what, stated, Plural(parts[0].Kind), amounts.Min(), amounts.Max()));
        }
    }

    /// <summary>As much as rounding the mean and its parts can make.</summary>
    private decimal LastPlace => new(1, 0, 0, isNegative: false, (byte)figure.Decimals);

    private static string Plural(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "Monate",
        PeriodKind.Quarter => "Quartale",
        _ => "Halbjahre",
    };
}
