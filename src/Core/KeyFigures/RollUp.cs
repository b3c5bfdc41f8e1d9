using System.Collections.Immutable;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.KeyFigures;

/// <summary>A stretch of months and its value, as combined to a longer one.</summary>
internal readonly record struct Part(Span Span, CalculatedValue Value);

/// <summary>
/// Combines the values of consecutive parts by the figure's rule. A mean counts each part by its months: that is the plain mean of
/// the parts where all are equally long, and right where months and quarters are mixed.
/// </summary>
internal static class RollUp
{
    public static CalculatedValue Combine(BaseFigure figure, IReadOnlyList<Part> parts) =>
        parts.Count == 1 ? parts[0].Value
        : parts.Any(part => part.Value is CalculatedValue.Undefined) ? Incomplete(parts)
        : figure.RollUp == RollUpRule.Sum ? Known(RollUpRule.Sum, parts.Sum(part => part.Value.Amount!.Value), parts)
        : Known(figure.RollUp, MeanByMonths(parts), parts, figure.RollUp == RollUpRule.Weighted);

    /// <summary>
    /// The mean weighted by another figure. A part with weight zero does not count, so that its value may be missing: nobody
    /// answered, so there is no satisfaction to deliver. Plain, and marked so, where a weight is missing.
    /// </summary>
    public static CalculatedValue Weighted(IReadOnlyList<Part> parts, IReadOnlyList<CalculatedValue> weights, string weightName)
    {
        Part[] counting = [.. parts.Where((_, index) => weights[index].Amount != 0)];
        if (counting.Length == 0)
            return Reasons.ZeroWeight(weightName);
        if (counting.Any(part => part.Value is CalculatedValue.Undefined))
            return Incomplete(counting);
        return weights.All(weight => weight is CalculatedValue.Known)
            ? Known(RollUpRule.Weighted, WeightedMean(parts, weights), counting)
            : Known(RollUpRule.Weighted, MeanByMonths(counting), counting, weightsMissing: true);
    }

    /// <summary>Why the whole is undefined: all that is missing, or what a department marked unknown.</summary>
    public static CalculatedValue Incomplete(IReadOnlyList<Part> parts)
    {
        UndefinedReason[] reasons = [.. parts.Where(part => part.Value is CalculatedValue.Undefined).Select(part => Reasons.ReasonOf(part.Value))];
        var inPart = reasons.Length < parts.Count || reasons.Any(reason => reason.Kind == UndefinedKind.PartsMissing);
        if (reasons.All(reason => reason.Kind is UndefinedKind.NotDelivered or UndefinedKind.PartsMissing && reason.Missing.Length > 0))
            return Reasons.NotDelivered(inPart, reasons.SelectMany(reason => reason.Missing));
        var gravest = reasons.First(reason => reason.Kind is not (UndefinedKind.NotDelivered or UndefinedKind.PartsMissing) || reason.Missing.Length == 0);
        return new CalculatedValue.Undefined(new UndefinedReason(gravest.Kind, string.Join("; ", reasons.Select(reason => reason.Text).Distinct()))
        {
            Missing = [.. reasons.SelectMany(reason => reason.Missing).Distinct()],
        });
    }

    private static CalculatedValue.Known Known(RollUpRule rule, decimal value, IReadOnlyList<Part> parts, bool weightsMissing = false) =>
        new(value, new Derivation.RolledUp(rule, Derived(parts), weightsMissing));

    private static ImmutableArray<DerivedPart> Derived(IReadOnlyList<Part> parts)
    {
        var derived = ImmutableArray.CreateBuilder<DerivedPart>(parts.Count);
        foreach (var part in parts)
            derived.Add(new DerivedPart(part.Span.Year, part.Span.First, part.Span.Last, part.Value));
        return derived.MoveToImmutable();
    }

    private static decimal MeanByMonths(IReadOnlyList<Part> parts) =>
        parts.Sum(part => part.Value.Amount!.Value * part.Span.Months) / parts.Sum(part => part.Span.Months);

    private static decimal WeightedMean(IReadOnlyList<Part> parts, IReadOnlyList<CalculatedValue> weights)
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
