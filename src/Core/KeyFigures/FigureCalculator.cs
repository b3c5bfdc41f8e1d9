using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.KeyFigures.Calculating;
using Produktreport.Core.KeyFigures.Explaining;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures;

/// <summary>
/// Values of base and key figures for any period and scenario, exact and unrounded, each with its derivation or the reason why it
/// has none. Remembers what it computed; an instance is for one thread at a time, several instances may share catalogues and
/// figures.
/// </summary>
public sealed class FigureCalculator
{
    private readonly Calculation calculation;

    /// <summary>A calculator that has computed nothing yet.</summary>
    /// <param name="catalogues">The catalogues; the one in force for the year of a period decides what its figures are.</param>
    /// <param name="figures">The delivered values.</param>
    public FigureCalculator(CatalogueSet catalogues, FigureSet figures) =>
        (Catalogues, Figures, calculation) = (catalogues, figures, new Calculation(catalogues, figures, new Memory()));

    /// <summary>The catalogues it computes by.</summary>
    public CatalogueSet Catalogues { get; }

    /// <summary>The delivered values it computes from.</summary>
    public FigureSet Figures { get; }

    /// <summary>The value for the period on its own.</summary>
    public CalculatedValue Value(FigureAddress address, Period period, Scenario scenario) =>
        calculation.Of(address, Span.Of(period, Bases.Of(scenario)));

    /// <summary>
    /// The value from January to the end of the period; a mean or grade over that time, a Stichtag value at its end.
    /// </summary>
    public CalculatedValue Cumulative(FigureAddress address, Period period, Scenario scenario) =>
        calculation.Of(address, Span.UpTo(period, Bases.Of(scenario)));

    /// <summary>
    /// The actual value of the same period some years earlier, following the catalogue's predecessors (<c>vorgaenger</c>) year by
    /// year.
    /// </summary>
    /// <param name="address">The figure as it is today.</param>
    /// <param name="period">The period today.</param>
    /// <param name="yearsBack">How many years, from 1.</param>
    /// <param name="cumulative">From January to the end of the period instead of the period on its own.</param>
    public CalculatedValue Previous(FigureAddress address, Period period, int yearsBack, bool cumulative)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(yearsBack, 1);
        var span = cumulative ? Span.UpTo(period, Basis.Actual) : Span.Of(period, Basis.Actual);
        return new PreviousYears(calculation).Of(address, span, yearsBack);
    }

    /// <summary>
    /// What the whole year will bring. That is the delivered Prognose. Without it, sums have the actuals from January to the
    /// end of <paramref name="asOf"/> plus the plan for the rest. Key figures go by their formula over such values.
    /// </summary>
    public CalculatedValue YearForecast(FigureAddress address, Period asOf) =>
        calculation.Of(address, new Span(asOf.Year, 1, 12, Basis.YearForecast, asOf.LastMonth));

    /// <summary>
    /// The linear projection of the year, always to be labelled as such. Sums have actual ÷ elapsed months × 12. Key figures go
    /// by their formula over such values. It is undefined for others.
    /// </summary>
    public CalculatedValue LinearProjection(FigureAddress address, Period asOf) =>
        calculation.Of(address, new Span(asOf.Year, 1, 12, Basis.Projection, asOf.LastMonth));

    /// <summary>
    /// The parts a longer period consists of, at the base figure's own frequency, each known or undefined on its own: what is
    /// there stays visible where the whole is undefined. The period itself where it is not longer than that.
    /// </summary>
    public ImmutableArray<DerivedPart> Parts(FigureAddress address, Period period, Scenario scenario)
    {
        var span = Span.Of(period, Bases.Of(scenario));
        var frequency = (calculation.Define(address, period.Year)?.Figure as BaseFigure)?.Frequency ?? PeriodKind.Quarter;
        return frequency >= period.Kind
            ? [new DerivedPart(span.Year, span.First, span.Last, calculation.Of(address, span))]
            : [.. period.Parts(frequency)
            .Select(part => new DerivedPart(part.Year, part.FirstMonth, part.LastMonth, Value(address, part, scenario)))];
    }

    /// <summary>Actual against plan for the period, or from January to its end.</summary>
    public PlanDeviation Deviation(FigureAddress address, Period period, bool cumulative)
    {
        var actual = cumulative ? Cumulative(address, period, Scenario.Actual) : Value(address, period, Scenario.Actual);
        var plan = cumulative ? Cumulative(address, period, Scenario.Plan) : Value(address, period, Scenario.Plan);
        return calculation.Define(address, period.Year) is { } definition
            ? PlanDeviation.Between(actual, plan, definition.Figure, definition.Catalogue.Tolerance)
            : PlanDeviation.NotAssessable(actual, plan);
    }

    /// <summary>
    /// What its inputs contributed to a figure's deviation from the plan, from January to the end of the period. Null where a
    /// value is undefined or the figure has no inputs to take apart.
    /// </summary>
    internal Decomposition? DecomposeAgainstPlan(FigureAddress address, Period period) => Decompose(
        address,
        period,
        new Side(input => Cumulative(input, period, Scenario.Plan).Amount, id => Reference(id, period)));

    /// <summary>What its inputs contributed to the change since the same time of the year before.</summary>
    internal Decomposition? DecomposeAgainstPreviousYear(FigureAddress address, Period period) => Decompose(
        address,
        period,
        new Side(input => Previous(input, period, 1, cumulative: true).Amount, id => Reference(id, period.YearsEarlier(1))));

    /// <summary>
    /// Where delivered values contradict each other: the own value counts, and this says so. In order of the figures and periods.
    /// </summary>
    internal ImmutableArray<ConsistencyNote> ConsistencyNotes(FigureAddress address, int year, Scenario scenario) =>
        [.. new ConsistencyCheck(calculation).Of(address, year, scenario)];

    /// <summary>How a goal stands at the end of a period of a report.</summary>
    public GoalAssessment Assess(ProductNumber product, Goal goal, Period period) =>
        new GoalRules(calculation).Assess(product, goal, period);

    private Decomposition? Decompose(FigureAddress address, Period period, Side before) =>
        calculation.Define(address, period.Year) is { } definition
            ? new DecompositionRules(
                definition,
                before,
                new Side(input => Cumulative(input, period, Scenario.Actual).Amount, id => Reference(id, period))).Decompose()
            : null;

    private decimal? Reference(FigureId id, Period period) =>
        Catalogues.For(period.Year)?.ReferenceInForce(id, period.End)?.Value;
}
