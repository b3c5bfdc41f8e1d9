using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Profiles;
using Produktreport.Core.Figures;
using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>Holds each value of a series against the others: range, sign, factor 1000, falling cumulative values, jump against last year.</summary>
internal sealed class SeriesChecks(Series series, FindingList findings)
{
    private const int FewestForASign = 3;
    private const int FewestForAFactor = 3;
    private const int FewestForASpread = 4;
    private readonly HashSet<DeliveredValue> suspicious = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds what looks wrong; a value that is suspicious for its sign or size is not reported as a jump as well.</summary>
    public void Run()
    {
        CheckRange();
        CheckSign();
        CheckFactor();
        CheckCumulative();
        CheckJumps();
    }

    private void CheckRange()
    {
        var (minimum, maximum) = (series.Figure.Minimum, series.Figure.Maximum);
        if (minimum is null && maximum is null)
            return;
        foreach (var value in series.Added.Where(value => value.Value < minimum || value.Value > maximum))
            findings.Add(DeliveryFindings.OutOfRange(Wording.PlaceOf(value), value.Cell.Text, Wording.Of(value), Range(minimum, maximum)));
    }

    private static string Range(decimal? minimum, decimal? maximum) => (minimum, maximum) switch
    {
        ({ } from, { } to) => $"{GermanFormat.Exact(from)} bis {GermanFormat.Exact(to)}",
        ({ } from, null) => $"mindestens {GermanFormat.Exact(from)}",
        (null, { } to) => $"höchstens {GermanFormat.Exact(to)}",
        _ => "",
    };

    private void CheckSign()
    {
        var known = series.Known.Where(value => value.Value is not (null or 0)).ToList();
        var usual = known.Count >= FewestForASign && known.TrueForAll(value => value.Value > 0) ? 1
            : known.Count >= FewestForASign && known.TrueForAll(value => value.Value < 0) ? -1 : 0;
        foreach (var value in series.Added)
        {
            if (value.Value >= 0 && usual >= 0)
                continue;
            if (usual != 0 && Math.Sign(value.Value ?? 0) == -usual)
                Suspect(value, DeliveryFindings.UnusualSign(Wording.PlaceOf(value), value.Cell.Text, Wording.Of(value), value.Value < 0));
            else if (usual == 0 && value.Value < 0 && SignCheck.IsPositive(value.Address.Figure))
                Suspect(value, DeliveryFindings.NegativeValue(Wording.PlaceOf(value), value.Cell.Text, Wording.Of(value)));
        }
    }

    /// <summary>Between 300 and 3,000 times the usual size, up or down: nothing else but thousands changes that much at once.</summary>
    private void CheckFactor()
    {
        if (series.Count < FewestForAFactor)
            return;
        var added = Sizes(series.Added);
        double[] sizes = [.. added, .. Sizes(series.Known)];
        var positive = Array.FindAll(sizes, size => size > 0);
        if (positive.Length < FewestForAFactor || positive.Max() / positive.Min() < 299)
            return; // none is that far from another, so none from the middle: spares the sorting
        var usual = Spread.Median(positive);
        for (var index = 0; index < added.Length; index++)
        {
            var (value, ratio) = (series.Added[index], added[index] / usual);
            if (ratio is (> 300 and < 3000) or (> 1 / 3000.0 and < 1 / 300.0))
                Suspect(value, DeliveryFindings.FactorThousand(Wording.PlaceOf(value), value.Cell.Text, Wording.Of(value), Rounded(usual), ratio > 1));
        }
    }

    private static double[] Sizes(IReadOnlyList<DeliveredValue> values) => [.. values.Select(value => Math.Abs((double)(value.Value ?? 0)))];

    /// <summary>Only sums that cannot fall: a result may.</summary>
    private void CheckCumulative()
    {
        if (series.Figure.RollUp != RollUpRule.Sum || series.Figure.Formula is not null)
            return;
        foreach (var value in series.Added.Where(value => value is { IsCumulative: true, Value: not null }))
        {
            if (value.Period.Number > 1 && series.Before(value) is { IsCumulative: true, Value: >= 0 } before && value.Value < before.Value)
                Suspect(value, DeliveryFindings.CumulativeFalls(Wording.PlaceOf(value), value.Cell.Text, Wording.Of(value), before.Value.Value, GermanFormat.Name(before.Period)));
        }
    }

    /// <summary>
    /// A change beyond four robust standard deviations of the figure's own yearly changes and beyond one half; without enough past, beyond
    /// a doubling or halving. Small amounts and counts change by chance: under 10.000 € or three times the root of a count nothing is said.
    /// </summary>
    private void CheckJumps()
    {
        var changes = series.Known.Where(value => series.YearBefore(value) is not null)
            .Select(value => Change(value.Value!.Value, series.YearBefore(value)!.Value)).ToList();
        var bound = changes.Count >= FewestForASpread ? Math.Max(Math.Log(1.5), 4 * Spread.Deviation(changes)) : Math.Log(2);
        foreach (var value in series.Added)
        {
            if (series.YearBefore(value) is not { } before)
                continue;
            var current = value.Value!.Value;
            if (Math.Abs(Change(current, before)) > bound && !IsSmall(current, before) && !suspicious.Contains(value)
                && !findings.CountsOnly(Findings.Severity.Warning))
                findings.Add(DeliveryFindings.Jump(Wording.PlaceOf(value), value.Cell.Text, Wording.Of(value), before, (current / before - 1) * 100));
        }
    }

    private static double Change(decimal value, decimal before) => Math.Log((double)value / (double)before);

    private bool IsSmall(decimal value, decimal before)
    {
        var difference = (double)Math.Abs(value - before);
        return series.Figure.Unit is "€" ? difference < 10_000 : difference < 3 * Math.Sqrt((double)Math.Max(Math.Abs(value), Math.Abs(before)));
    }

    private void Suspect(DeliveredValue value, Findings.Finding finding)
    {
        suspicious.Add(value);
        findings.Add(finding);
    }

    private static decimal Rounded(double usual) => usual < 10 ? Math.Round((decimal)usual, 2) : Math.Round((decimal)usual);
}
