using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>
/// What a year will bring. That is the delivered Prognose, also where only the services or the inputs of the formula have one.
/// Without it, sums have the actuals so far plus the plan for the rest of the year. The linear projection is apart from that.
/// </summary>
internal sealed class ForecastRules(Calculation calculation, FigureMemory memory, FigureDefinition definition, BaseFigure figure)
{
    private const int MonthsOfYear = 12;

    private FigureAddress Address => definition.Address;

    public CalculatedValue Value(Span span) => span.Basis == Basis.Projection ? Projection(span) : YearForecast(span);

    private CalculatedValue YearForecast(Span span)
    {
        var delivered = calculation.Of(Address, span with { Basis = Basis.Forecast, AsOf = 0 });
        if (delivered is CalculatedValue.Known || Reasons.ReasonOf(delivered).Kind == UndefinedKind.MarkedUnknown)
            return delivered;
        var derived = RestsOnForecast(span.Year) ? new BaseFigureRules(calculation, memory, definition, figure).Derived(span)
            : null;
        return derived is CalculatedValue.Known ? derived : Completed(span);
    }

    private CalculatedValue Completed(Span span)
    {
        var actual = calculation.Of(Address, Actual(span));
        if (span.AsOf == MonthsOfYear)
            return actual;
        if (figure.RollUp != RollUpRule.Sum)
            return Reasons.NoForecast;
        if (actual is not CalculatedValue.Known soFar)
            return actual;
        return calculation.Of(Address, new Span(span.Year, span.AsOf + 1, MonthsOfYear, Basis.Plan)) is CalculatedValue.Known rest
            ? new CalculatedValue.Known(soFar.Value + rest.Value, new Derivation.ActualPlusPlan(soFar, rest))
            : calculation.Of(Address, new Span(span.Year, span.AsOf + 1, MonthsOfYear, Basis.Plan));
    }

    private CalculatedValue Projection(Span span) =>
        figure.RollUp != RollUpRule.Sum ? Reasons.OnlySumsAreProjected
        : calculation.Of(Address, Actual(span)) is CalculatedValue.Known actual
            ? new CalculatedValue.Known(
                actual.Value * MonthsOfYear / span.AsOf, new Derivation.LinearProjection(actual, span.AsOf))
            : calculation.Of(Address, Actual(span));

    private static Span Actual(Span span) => new(span.Year, 1, span.AsOf, Basis.Actual);

    /// <summary>Whether a Prognose was delivered for an input of the formula or for a service, on whichever step down.</summary>
    private bool RestsOnForecast(int year)
    {
        var seen = new HashSet<FigureAddress>();
        var open = new Stack<FigureDefinition>([definition]);
        while (open.TryPop(out var each))
        {
            foreach (var input in Inputs(each).Where(seen.Add))
            {
                if (calculation.Series(input, new Span(year, 1, MonthsOfYear, Basis.Forecast)) is not null)
                    return true;
                if (calculation.Define(input, year) is { } inner)
                    open.Push(inner);
            }
        }

        return false;
    }

    private static IEnumerable<FigureAddress> Inputs(FigureDefinition each) =>
        each.FormulaInputs.Concat(each.AddedServices.Select(service => each.Address with { Level = service.LevelNumber }));
}
