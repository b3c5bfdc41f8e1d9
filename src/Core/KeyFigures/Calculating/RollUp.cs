using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>
/// Combines the values of consecutive parts by the figure's rule. A mean counts each part by its months: that is the plain mean
/// of the parts where all are equally long, and right where months and quarters are mixed.
/// </summary>
internal static class RollUp
{
    public static CalculatedValue Combine(BaseFigure figure, IReadOnlyList<DerivedPart> parts) =>
        parts.Count == 1 ? parts[0].Value
        : HasGaps(parts) ? Incomplete(parts)
        : figure.RollUp == RollUpRule.Sum ? Known(RollUpRule.Sum, Sum(parts), parts)
        : Known(figure.RollUp, MeanByMonths(parts), parts, figure.RollUp == RollUpRule.Weighted);

    /// <summary>
    /// The mean weighted by another figure. A part with weight zero does not count, so that its value may be missing: nobody
    /// answered, so there is no satisfaction to deliver. Plain, and marked so, where a weight is missing.
    /// </summary>
    public static CalculatedValue Weighted(
        IReadOnlyList<DerivedPart> parts, IReadOnlyList<CalculatedValue> weights, string weightName)
    {
        DerivedPart[] counting = [.. parts.Where((_, index) => weights[index].Amount != 0)];
        if (counting.Length == 0)
            return Reasons.ZeroWeight(weightName);
        if (counting.Any(part => part.Value is CalculatedValue.Undefined))
            return Incomplete(counting);
        return weights.All(weight => weight is CalculatedValue.Known)
            ? Known(RollUpRule.Weighted, WeightedMean(parts, weights), counting)
            : Known(RollUpRule.Weighted, MeanByMonths(counting), counting, weightsMissing: true);
    }

    /// <summary>Why the whole is undefined: all that is missing, or what a department marked unknown.</summary>
    public static CalculatedValue Incomplete(IReadOnlyList<DerivedPart> parts)
    {
        UndefinedReason[] reasons = [
            .. parts.Where(part => part.Value is CalculatedValue.Undefined).Select(part => Reasons.ReasonOf(part.Value))];
        var inPart = reasons.Length < parts.Count || reasons.Any(reason => reason.Kind == UndefinedKind.PartsMissing);
        if (reasons.All(
            reason => reason.Kind is UndefinedKind.NotDelivered or UndefinedKind.PartsMissing && reason.Missing.Length > 0))
            return Reasons.NotDelivered(inPart, reasons.SelectMany(reason => reason.Missing));
        var gravest = reasons.First(
            reason =>
                reason.Kind is not (UndefinedKind.NotDelivered or UndefinedKind.PartsMissing) || reason.Missing.Length == 0);
        return new CalculatedValue.Undefined(
            new UndefinedReason(gravest.Kind, string.Join("; ", reasons.Select(reason => reason.Text).Distinct()))
            {
                Missing = [.. reasons.SelectMany(reason => reason.Missing).Distinct()],
            });
    }

    private static CalculatedValue.Known Known(
        RollUpRule rule, decimal value, IReadOnlyList<DerivedPart> parts, bool weightsMissing = false) =>
        new(value, new Derivation.RolledUp(rule, [.. parts], weightsMissing));

    private static bool HasGaps(IReadOnlyList<DerivedPart> parts)
    {
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index].Value is CalculatedValue.Undefined)
                return true;
        }

        return false;
    }

    private static decimal Sum(IReadOnlyList<DerivedPart> parts)
    {
        var sum = 0m;
        for (var index = 0; index < parts.Count; index++)
            sum += ((CalculatedValue.Known)parts[index].Value).Value;
        return sum;
    }

    private static decimal MeanByMonths(IReadOnlyList<DerivedPart> parts)
    {
        var (sum, months) = (0m, 0);
        for (var index = 0; index < parts.Count; index++)
        {
            sum += ((CalculatedValue.Known)parts[index].Value).Value * parts[index].Months;
            months += parts[index].Months;
        }

        return sum / months;
    }

    private static decimal WeightedMean(IReadOnlyList<DerivedPart> parts, IReadOnlyList<CalculatedValue> weights)
    {
        var (sum, total) = (0m, 0m);
        for (var index = 0; index < parts.Count; index++)
        {
            var weight = weights[index].Amount!.Value;
            if (weight == 0)
                continue;
            sum += parts[index].Value.Amount!.Value * weight;
            total += weight;
        }

        return sum / total;
    }
}
