using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>
/// The value of a base figure for a span. What was delivered for the span comes first. Next are its delivered parts combined,
/// of which some may be computed themselves. Next is its formula, and last, for a product, the sum of its services.
/// </summary>
internal sealed class BaseFigureRules(
    Calculation calculation, FigureMemory memory, FigureDefinition definition, BaseFigure figure)
{
    private FigureAddress Address => definition.Address;

    public CalculatedValue Value(Span span) => span.Basis switch
    {
        Basis.Plan => new PlanRules(calculation, memory, definition, figure).Value(span),
        Basis.YearForecast or Basis.Projection => new ForecastRules(calculation, memory, definition, figure).Value(span),
        _ => figure.RollUp == RollUpRule.PointInTime ? AtEnd(span) : Combined(span),
    };

    /// <summary>
    /// By the formula, else as the sum of the services; undefined with the better of the two reasons; null where there is
    /// neither.
    /// </summary>
    public CalculatedValue? Derived(Span span)
    {
        var byFormula = figure.Formula is null ? null : calculation.Formula(memory, definition, span);
        if (byFormula is CalculatedValue.Known)
            return byFormula;
        var byServices = SumOfServices(span);
        return byServices is CalculatedValue.Known ? byServices : byFormula ?? byServices;
    }

    /// <summary>The sum of the services that carry the figure, all of which must have it; null where none carries it.</summary>
    public CalculatedValue? SumOfServices(Span span)
    {
        var added = definition.AddedInputs;
        if (added.Count == 0)
            return null;
        var services = memory.Services ??= [.. added.Select(service => calculation.Memory.Of(service.Address, memory.Year))];
        var values = new CalculatedValue[services.Length];
        var (sum, undefined) = (0m, 0);
        for (var index = 0; index < services.Length; index++)
        {
            values[index] = calculation.Of(services[index], span);
            if (values[index] is CalculatedValue.Known known)
                sum += known.Value;
            else
                undefined++;
        }

        return undefined == 0
            ? new CalculatedValue.Known(sum, new Derivation.SumOfServices(new LateInputs(definition.ServiceNames, values)))
            : undefined < services.Length
            ? Reasons.Inputs([.. definition.ServiceNames(values).Where(service => service.Value is CalculatedValue.Undefined)])
            : NothingDelivered(span);
    }

    /// <summary>
    /// What delivered values for shorter periods (or other values for the same months) say of the months of
    /// <paramref name="own"/>; null or undefined where they say nothing.
    /// </summary>
    public CalculatedValue? FromShorter(Span span, YearSeries series, StoredValue own)
    {
        if (figure.RollUp == RollUpRule.PointInTime)
            return series.EndingIn(span.Last)
                .FirstOrDefault(value => value != own && value.Delivered.Value is not null) is { } other
                ? DeliveredSeries.AsDelivered(other) : null;
        var others = series.Without(own);
        var stretches = Coverage.Of(others, span, null);
        return stretches.Exists(stretch => stretch.Value is null) ? null
            : Combine(span, [.. stretches.SelectMany(stretch => Parts(span, stretch, others))]);
    }

    /// <summary>Nothing at all: whoever should have delivered is the figure itself, by its own frequency.</summary>
    public CalculatedValue NothingDelivered(Span span) =>
        span.IsMadeOf(figure.Frequency)
            ? Reasons.NotDelivered(
                inPart: false, span.Parts(figure.Frequency).Select(part => new MissingValue(Address, part, span.Scenario)))
            : Reasons.CollectedLessOften(figure.Frequency, Reasons.Name(span));

    private CalculatedValue Combined(Span span)
    {
        var delivered = calculation.SeriesOf(memory, span.Scenario);
        if (delivered.Values is not { } series)
            return Open(span, null);
        if (series.Covering(span.First, span.Last) is { } own)
            return DeliveredSeries.AsDelivered(own);
        return series.HasCumulative ? Covered(span, series) : WithoutGap(span, delivered) ?? Covered(span, series);
    }

    /// <summary>The other cases: gaps, and cumulative values that have to be taken apart.</summary>
    private CalculatedValue Covered(Span span, YearSeries series)
    {
        Func<int, CalculatedValue>? until =
            figure.RollUp is RollUpRule.Weighted ? null : month => calculation.Of(Address, span.Over(1, month));
        var stretches = Coverage.Of(series, span, until);
        return stretches is [{ Value: null }] ? Open(span, series)
            : Combine(span, [.. stretches.SelectMany(stretch => Parts(span, stretch, series))]);
    }

    /// <summary>
    /// The usual case: single periods cover the span. They lie within or beside each other, so taking the longest each time
    /// covers as much as can be covered. Null where a month is left open.
    /// </summary>
    private CalculatedValue? WithoutGap(Span span, DeliveredSeries delivered) =>
        DeliveredParts.Combine(figure, span, delivered, figure.RollUp == RollUpRule.Weighted ? DeliveredWeights(span) : null)
        ?? (delivered.Parts(span.First, span.Last) is { } parts ? Combine(span, parts) : null);

    /// <summary>
    /// The weights as delivered for single periods; null where there are none or where they have to be computed.
    /// </summary>
    private YearSeries? DeliveredWeights(Span span)
    {
        var weight = calculation.Memory.Of(Address with { Figure = figure.WeightedBy!.Value }, memory.Year);
        return calculation.Define(weight) is { Figure: BaseFigure }
            && calculation.SeriesOf(weight, span.Scenario).Values is { HasCumulative: false } weights
            ? weights
            : null;
    }

    /// <summary>A span no delivered value covers: derived, else from parts of it that are known or derived.</summary>
    private CalculatedValue Open(Span span, YearSeries? series)
    {
        if (series is null && !definition.IsDerived)
            return NothingDelivered(span);
        var derived = Derived(span);
        if (derived is CalculatedValue.Known)
            return derived;
        DerivedPart[] parts = [
            .. Split(span).Where(part => part != span).Select(part => part.With(calculation.Of(Address, part)))];
        return parts.Any(IsPartlyKnown) ? Combine(span, parts) : derived ?? MonthsBefore(span, series) ?? NothingDelivered(span);
    }

    /// <summary>Where there is a cumulative value for the end of the span, what is missing is the one before the span.</summary>
    private CalculatedValue.Undefined? MonthsBefore(Span span, YearSeries? series) =>
        figure.RollUp != RollUpRule.Weighted && span.First > 1 && series?.Cumulative(span.Last) is not null
            ? calculation.Of(Address, span.Over(1, span.First - 1)) as CalculatedValue.Undefined
            : null;

    private static bool IsPartlyKnown(DerivedPart part) =>
        part.Value is CalculatedValue.Known || Reasons.ReasonOf(part.Value).Kind != UndefinedKind.NotDelivered;

    /// <summary>The parts combined by the figure's rule.</summary>
    public CalculatedValue Combine(Span span, IReadOnlyList<DerivedPart> parts)
    {
        if (figure.RollUp != RollUpRule.Weighted || parts.Count == 1)
            return RollUp.Combine(figure, parts);
        var weight = Address with { Figure = figure.WeightedBy!.Value };
        var name = calculation.Define(weight, span.Year)?.Figure.Name ?? weight.Figure.Text;
        return RollUp.Weighted(parts, [.. parts.Select(part => calculation.Of(weight, span.Of(part)))], name);
    }

    private IEnumerable<DerivedPart> Parts(Span span, Stretch stretch, YearSeries? series)
    {
        var part = span.Over(stretch.First, stretch.Last);
        return stretch switch
        {
            { Value: null } => Gap(part, series),
            { Before: CalculatedValue.Known before } => [part.With(TakenApart(part, stretch.Value, before))],
            _ => [part.With(DeliveredSeries.AsDelivered(stretch.Value))],
        };
    }

    private IEnumerable<DerivedPart> Gap(Span gap, YearSeries? series) =>
        Split(gap).Select(part => part.With(calculation.Of(Address, part)) is var open && IsExpected(part, series, open.Value)
            ? open with
            {
                Value = Reasons.NotDelivered(inPart: false, [new MissingValue(Address, part.Period!.Value, part.Scenario)])
            }
            : open);

    /// <summary>
    /// Whether a part shorter than the figure's frequency is missing because others of the same length are there.
    /// </summary>
    private bool IsExpected(Span part, YearSeries? series, CalculatedValue value)
    {
        var cell = Cell(part.First);
        return value is CalculatedValue.Undefined { Reason: { Kind: UndefinedKind.NotDelivered, Missing.Length: 0 } }
            && series is not null && series.Touches(cell.First, cell.Last);
    }

    /// <summary>
    /// In parts of the figure's own frequency; where the span cuts one of them, in the longest periods that fit.
    /// </summary>
    private IEnumerable<Span> Split(Span span)
    {
        for (var first = span.First; first <= span.Last; first = Cell(first).Last + 1)
        {
            var cut = span.Over(first, Math.Min(span.Last, Cell(first).Last));
            var kind = figure.Frequency;
            while (!cut.IsMadeOf(kind))
                kind--;
            foreach (var part in cut.Parts(kind))
                yield return span.Over(part.FirstMonth, part.LastMonth);
        }
    }

    private (int First, int Last) Cell(int month)
    {
        var months = figure.Frequency.Months();
        var number = (month - 1) / months;
        return (number * months + 1, (number + 1) * months);
    }

    private CalculatedValue TakenApart(Span part, StoredValue until, CalculatedValue.Known before)
    {
        if (until.Delivered.Value is not { } total)
            return DeliveredSeries.AsDelivered(until);
        var value = figure.RollUp == RollUpRule.Sum
            ? total - before.Value
            : (total * part.Last - before.Value * (part.First - 1)) / part.Months;
        return new CalculatedValue.Known(value, new Derivation.FromCumulative(until, before));
    }

    /// <summary>The value at a Stichtag: of any period that ends then, its own first, then the longest within the span.</summary>
    private CalculatedValue AtEnd(Span span)
    {
        var ending = calculation.Series(Address, span)?.EndingIn(span.Last).ToList() ?? [];
        var delivered = ending.Find(value => value.Delivered.Period == span.Period)
            ?? ending.FindLast(value => value.Delivered.Period.FirstMonth >= span.First)
            ?? ending.FirstOrDefault();
        if (delivered is not null)
            return DeliveredSeries.AsDelivered(delivered);
        return Derived(span) is { } derived ? derived : NothingAtEnd(span);
    }

    private CalculatedValue.Undefined NothingAtEnd(Span span)
    {
        var months = figure.Frequency.Months();
        return span.Last % months == 0
            ? Reasons.NotDelivered(
                inPart: false,
                    [new MissingValue(Address, Period.Of(span.Year, figure.Frequency, span.Last / months), span.Scenario)])
            : Reasons.CollectedLessOften(figure.Frequency, Reasons.Name(span));
    }
}
