using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// A base figure that is the sum or the difference of two others (<c>ertraege - aufwendungen</c>), held against them where all
/// three are known; the delivered one counts. Looked at when the delivery brings any of them.
/// </summary>
internal sealed class FormulaSums(ValueTable values, FigureSet earlier, FindingList findings)
{
    private readonly Dictionary<ValueKey, int> added = [];

    /// <summary>Adds a warning for each value that differs.</summary>
    public void Run()
    {
        var involved = values.Figures.SelectMany(InvolvedIn).ToHashSet();
        for (var index = 0; index < values.Count && involved.Count > 0; index++)
        {
            if (involved.Contains(values.Figures[values.At(index).Figure].Address))
                added[KeyOf(index)] = index;
        }

        foreach (var (key, index) in added)
        {
            if (values.Figures[values.At(index).Figure].Figure is BaseFigure figure && PartsOf(figure) is var (sign, left, right))
                Check(figure, key, sign, left, right);
        }
    }

    private static IEnumerable<FigureAddress> InvolvedIn(FigureKey figure) => PartsOf(figure.Figure) is var (_, left, right)
        ? [figure.Address, figure.Address with { Figure = left }, figure.Address with { Figure = right }]
        : [];

    private static (int Sign, FigureId Left, FigureId Right)? PartsOf(Figure figure) => figure is BaseFigure
    {
        Formula.Root: Term.Operation
        {
            Operator: var operation and (Operator.Minus or Operator.Plus),
            Left: Term.FigureValue left,
            Right: Term.FigureValue right,
        },
    } ? (operation == Operator.Plus ? 1 : -1, left.Figure, right.Figure) : null;

    private ValueKey KeyOf(int index)
    {
        ref readonly var value = ref values.At(index);
        return new ValueKey(values.Figures[value.Figure].Address, value.Period, value.Scenario);
    }

    private void Check(BaseFigure figure, ValueKey own, int sign, FigureId left, FigureId right)
    {
        if (values[added[own]] is not { Value: { } stated } value
            || Find(own with { Address = own.Address with { Figure = left } }) is not { Value: { } first } one
            || Find(own with { Address = own.Address with { Figure = right } }) is not { Value: { } second } other
            || one.IsCumulative != value.IsCumulative || other.IsCumulative != value.IsCumulative)
            return;
        var sum = first + sign * second;
        if (Math.Abs(sum - stated) >= 0.01m && !findings.CountsOnly(Severity.Warning))
            findings.Add(DeliveryFindings.FormulaDiffers(
                Wording.PlaceOf(value), Wording.Found(value), Wording.Of(value), stated, figure.Formula!.Text, sum));
    }

    private DeliveredValue? Find(ValueKey key) =>
        added.TryGetValue(key, out var index) ? values[index] : earlier.Find(key)?.Delivered;
}
