using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Evaluating;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>A delivered value that differs from what other delivered values say. The delivered one counts.</summary>
/// <param name="Address">Which figure.</param>
/// <param name="Period">The period of the delivered value.</param>
/// <param name="Scenario">Its scenario.</param>
/// <param name="Delivered">The value that counts.</param>
/// <param name="Computed">What its parts, its services or its formula give instead.</param>
/// <param name="Text">The contradiction in German.</param>
internal sealed record ConsistencyNote(
    FigureAddress Address, Period Period, Scenario Scenario, decimal Delivered, CalculatedValue.Known Computed, string Text);

/// <summary>Compares delivered values with what they could be computed from.</summary>
internal sealed class ConsistencyCheck(Calculation calculation)
{
    public IEnumerable<ConsistencyNote> Of(FigureAddress address, int year, Scenario scenario)
    {
        var basis = scenario == Scenario.Plan ? Basis.PlanAsDelivered : Bases.Of(scenario);
        if (calculation.Define(address, year) is not { Figure: BaseFigure figure } definition
            || calculation.Series(address, new Span(year, 1, 12, basis)) is not { } series)
            yield break;
        foreach (var stored in series.Values.Where(stored => stored.Delivered.Value is not null))
        {
            var period = stored.Delivered.Period;
            var span = stored.Delivered.IsCumulative ? Span.UpTo(period, basis) : Span.Of(period, basis);
            foreach (var (computed, what) in Alternatives(definition, figure, span, series, stored))
            {
                if (IsDifferent(stored.Delivered.Value!.Value, computed.Value, figure))
                    yield return Note(definition.Address, stored, computed, what, figure);
            }
        }
    }

    private IEnumerable<(CalculatedValue.Known Computed, string What)> Alternatives(
        FigureDefinition definition, BaseFigure figure, Span span, YearSeries series, StoredValue stored)
    {
        var memory = calculation.Memory.Of(definition.Address, span.Year);
        var rules = new BaseFigureRules(calculation, memory, definition, figure);
        if (rules.FromShorter(span, series, stored) is CalculatedValue.Known parts)
            yield return (parts, "den Werten der kürzeren Zeiträume");
        if (rules.SumOfServices(span) is CalculatedValue.Known services)
            yield return (services, "der Summe der Leistungen");
        if (figure.Formula is { } formula && calculation.Formula(memory, definition, span) is CalculatedValue.Known byFormula)
            yield return (byFormula, $"der Formel {formula.Text}");
    }

    private static bool IsDifferent(decimal delivered, decimal computed, BaseFigure figure) =>
        figure.RollUp is RollUpRule.Sum or RollUpRule.PointInTime
            ? delivered != computed
            : GermanFormat.Round(delivered, figure.Decimals) != GermanFormat.Round(computed, figure.Decimals);

    private static ConsistencyNote Note(
        FigureAddress address, StoredValue stored, CalculatedValue.Known computed, string what, BaseFigure figure)
    {
        var (value, period, scenario) = (stored.Delivered.Value!.Value, stored.Delivered.Period, stored.Delivered.Scenario);
        var text =
            $"{figure.Name} ({address.Level}), {scenario.GermanName()} {GermanFormat.Name(period)}: geliefert "
                + $"{GermanFormat.Exact(value)}, aus {what} {GermanFormat.Exact(computed.Value)}. Es gilt der gelieferte Wert.";
        return new ConsistencyNote(address, period, scenario, value, computed, text);
    }
}
