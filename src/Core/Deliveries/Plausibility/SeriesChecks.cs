using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// Holds each value of a series against the others: range, sign, factor 1000, jump against last year.
/// </summary>
/// <param name="series">The values.</param>
/// <param name="suspicious">Which values of the delivery were found wrong otherwise; those found here are added.</param>
/// <param name="findings">Where warnings go.</param>
internal sealed class SeriesChecks(Series series, HashSet<int> suspicious, FindingList findings)
{
    private const int FewestForASign = 3;
    private const int FewestForAFactor = 3;
    private const int FewestForASpread = 4;

    /// <summary>
    /// Adds what looks wrong; a value that is suspicious for its sign or size is not reported as a jump as well.
    /// </summary>
    public void Run()
    {
        CheckRange();
        CheckDecimals();
        CheckSign();
        CheckFactor();
        CheckReplaced();
        CheckJumps();
    }

    private void CheckRange()
    {
        var (minimum, maximum) = (series.Figure.Minimum, series.Figure.Maximum);
        if (minimum is null && maximum is null)
            return;
        foreach (ref readonly var point in series.Added)
        {
            var found = series.ValueOf(point);
            if ((found < minimum || found > maximum) && IsKept())
                findings.Add(DeliveryFindings.OutOfRange(series.Of(point), Range(minimum, maximum)));
        }
    }

    private static string Range(decimal? minimum, decimal? maximum) => (minimum, maximum) switch
    {
        ({ } from, { } to) => $"{GermanFormat.Exact(from)} bis {GermanFormat.Exact(to)}",
        ({ } from, null) => $"mindestens {GermanFormat.Exact(from)}",
        (null, { } to) => $"höchstens {GermanFormat.Exact(to)}",
        _ => "",
    };

    private void CheckDecimals()
    {
        if (!IsCount(series.Figure))
            return;
        foreach (ref readonly var point in series.Added)
        {
            if (point.Size - Math.Truncate(point.Size) is > 0 or < 0 && IsKept())
                findings.Add(DeliveryFindings.MoreDecimals(series.Of(point)));
        }
    }

    /// <summary>Whole things that add up or are there on a day: no amounts, shares or means.</summary>
    private static bool IsCount(BaseFigure figure) =>
        figure is { Decimals: 0, Unit: not ("€" or "%"), RollUp: RollUpRule.Sum or RollUpRule.PointInTime, Formula: null };

    private void CheckSign()
    {
        var usual = UsualSign();
        var isCount = IsCount(series.Figure) && series.Figure.Minimum is not < 0;
        foreach (ref readonly var point in series.Added)
        {
            if (point.Size >= 0 && usual >= 0)
                continue;
            if (usual != 0 && point.Size * usual < 0)
                Suspect(point, IsKept() ? DeliveryFindings.UnusualSign(series.Of(point)) : null);
            else if (usual == 0 && point.Size < 0 && SignCheck.IsPositive(series.Figure.Id))
                Suspect(point, IsKept() ? DeliveryFindings.NegativeValue(series.Of(point)) : null);
            else if (usual == 0 && point.Size < 0 && isCount)
                Suspect(point, IsKept() ? DeliveryFindings.NegativeCount(series.Of(point)) : null);
        }
    }

    /// <summary>1 or −1 where enough values are known and all have this sign, zeros and unknown ones aside; else 0.</summary>
    private int UsualSign()
    {
        var (positive, negative) = (0, 0);
        foreach (ref readonly var point in series.Known)
        {
            positive += point.Size > 0 ? 1 : 0;
            negative += point.Size < 0 ? 1 : 0;
        }

        return (positive, negative) switch
        {
            ( >= FewestForASign, 0) => 1,
            (0, >= FewestForASign) => -1,
            _ => 0,
        };
    }

    /// <summary>
    /// Between 300 and 3,000 times the usual size, up or down: nothing else but thousands changes that much at once.
    /// </summary>
    private void CheckFactor()
    {
        if (series.All.Length < FewestForAFactor || !IsWide())
            return;
        // By what is known where that is enough: a whole file in thousands is what happens most.
        var known = Sizes(series.Known);
        var usual = Spread.Median(known.Count >= FewestForAFactor ? known : Sizes(series.All));
        foreach (ref readonly var point in series.Added)
        {
            var ratio = Math.Abs(point.Size) / usual;
            if (IsOfThousands(ratio))
                Suspect(point, IsKept() ? DeliveryFindings.FactorThousand(series.Of(point), Rounded(usual), ratio > 1) : null);
        }
    }

    /// <summary>
    /// An amount that replaces one a thousand times as large or small, where the sender says no reason: a file sent again in
    /// thousands looks the same as one that corrects it.
    /// </summary>
    private void CheckReplaced()
    {
        if (series.Figure.Unit is not "€")
            return;
        foreach (var (added, former) in series.Replaced)
        {
            if (former.Size is > 0 or < 0 && IsOfThousands(Math.Abs(added.Size / former.Size))
                && !suspicious.Contains(added.Index) && !series.HasReason(added))
                Suspect(added, IsKept()
                    ? DeliveryFindings.CorrectedByThousand(series.Of(added), series.ValueOf(former)!.Value) : null);
        }
    }

    private static bool IsOfThousands(double ratio) => ratio is (> 300 and < 3000) or (> 1 / 3000.0 and < 1 / 300.0);

    /// <summary>
    /// Whether enough values other than zero lie far enough apart for any to be that far from the middle one: spares the
    /// sorting.
    /// </summary>
    private bool IsWide()
    {
        var (count, smallest, largest) = (0, double.MaxValue, 0.0);
        foreach (ref readonly var point in series.All)
        {
            var size = Math.Abs(point.Size);
            if (!(size > 0))
                continue;
            count++;
            smallest = Math.Min(smallest, size);
            largest = Math.Max(largest, size);
        }

        return count >= FewestForAFactor && largest / smallest >= 299;
    }

    private static List<double> Sizes(ReadOnlySpan<Point> points)
    {
        var sizes = new List<double>();
        foreach (ref readonly var point in points)
        {
            if (point.Size is > 0 or < 0)
                sizes.Add(Math.Abs(point.Size));
        }

        return sizes;
    }

    /// <summary>
    /// A change beyond four robust standard deviations of the figure's own yearly changes and beyond one half; without enough
    /// past, beyond a doubling or halving. Small amounts and counts change by chance: under 10.000 € or three times the root of
    /// a count nothing is said.
    /// </summary>
    private void CheckJumps()
    {
        var bound = JumpBound();
        var surelyNone = Math.Exp(bound) * 0.999999; // spares nearly all values the logarithm
        foreach (ref readonly var point in series.Added)
        {
            if (series.YearBefore(point) is not { } before
                || (point.Size / before.Size < surelyNone && before.Size / point.Size < surelyNone)
                || Math.Abs(Change(point, before)) <= bound)
                continue;
            if (!IsSmall(point, before) && !suspicious.Contains(point.Index) && IsKept())
                findings.Add(DeliveryFindings.Jump(series.Of(point), series.Of(before)));
        }
    }

    private double JumpBound()
    {
        var changes = new List<double>();
        foreach (ref readonly var point in series.Known)
        {
            if (series.YearBefore(point) is { } before)
                changes.Add(Change(point, before));
        }

        return changes.Count >= FewestForASpread ? Math.Max(Math.Log(1.5), 4 * Spread.Deviation(changes)) : Math.Log(2);
    }

    private static double Change(in Point value, in Point before) => Math.Log(value.Size / before.Size);

    private bool IsSmall(in Point value, in Point before)
    {
        var difference = (double)Math.Abs(series.ValueOf(value)!.Value - series.ValueOf(before)!.Value);
        return series.Figure.Unit is "€"
            ? difference < 10_000
            : difference < 3 * Math.Sqrt(Math.Max(Math.Abs(value.Size), Math.Abs(before.Size)));
    }

    private void Suspect(in Point point, Finding? warning)
    {
        suspicious.Add(point.Index);
        if (warning is not null)
            findings.Add(warning);
    }

    /// <summary>
    /// Whether one more warning is kept. A file may have millions: the words of those that are only counted are not looked for.
    /// </summary>
    private bool IsKept() => !findings.CountsOnly(Severity.Warning);

    private static decimal Rounded(double usual) => usual < 10 ? Math.Round((decimal)usual, 2) : Math.Round((decimal)usual);
}
