using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Values;

/// <summary>How a value came about: a tree whose leaves are delivered cells and reference figures. Closed.</summary>
public abstract record Derivation
{
    private Derivation()
    {
    }

    /// <summary>The values it was made of, in their order; none for what was delivered or is a reference figure.</summary>
    internal IEnumerable<CalculatedValue> Values() => this switch
    {
        FromCumulative { Before: { } before } => [before],
        RolledUp rolledUp => rolledUp.Parts.Select(part => part.Value),
        SumOfServices sum => sum.Services.Select(service => service.Value),
        SumOfProducts sum => sum.Products.Select(product => product.Value),
        ByFormula formula => formula.Inputs.Select(input => input.Value),
        ShareOfYearPlan share => [share.YearPlan],
        ActualPlusPlan forecast => [forecast.Actual, forecast.RestOfPlan],
        LinearProjection projection => [projection.Actual],
        FromPredecessors former => former.Former.Select(each => each.Value),
        _ => [],
    };

    /// <summary>A value as delivered.</summary>
    /// <param name="Source">The value with its cell and delivery.</param>
    public sealed record Delivered(StoredValue Source) : Derivation;

    /// <summary>A single period from a cumulative series: its value less that of the months before.</summary>
    /// <param name="Until">The delivered value from January to the end of the period.</param>
    /// <param name="Before">The value of the months before; null where there are none.</param>
    public sealed record FromCumulative(StoredValue Until, CalculatedValue? Before) : Derivation;

    /// <summary>Combined from shorter periods by the figure's rule.</summary>
    /// <param name="Rule">Sum, mean, weighted mean or point in time.</param>
    /// <param name="Parts">The parts in order of time.</param>
    /// <param name="WeightsMissing">
    /// True where a weighted mean had to be taken plainly because weights are missing: to be marked so.
    /// </param>
    public sealed record RolledUp(RollUpRule Rule, ImmutableArray<DerivedPart> Parts, bool WeightsMissing = false) : Derivation;

    /// <summary>The product's value as the sum of its services' values.</summary>
    public sealed record SumOfServices : Derivation
    {
        private readonly LateInputs services;

        internal SumOfServices(LateInputs services) => this.services = services;

        /// <summary>The services' values, in the order of the catalogue.</summary>
        public ImmutableArray<DerivedInput> Services => services.Named;
    }

    /// <summary>The total of several products.</summary>
    public sealed record SumOfProducts(ImmutableArray<DerivedInput> Products) : Derivation;

    /// <summary>By a formula of the catalogue.</summary>
    public sealed record ByFormula : Derivation
    {
        private readonly LateInputs inputs;

        internal ByFormula(Formula formula, LateInputs inputs) => (Formula, this.inputs) = (formula, inputs);

        /// <summary>The formula.</summary>
        public Formula Formula { get; }

        /// <summary>Its inputs, each once, in the order in which it names them.</summary>
        public ImmutableArray<DerivedInput> Inputs => inputs.Named;
    }

    /// <summary>A reference figure by its Stichtag.</summary>
    public sealed record Reference(ReferenceFigure Figure) : Derivation;

    /// <summary>Part of a longer period's plan: 1/12 of a year plan a month for sums, the same value for others.</summary>
    /// <param name="YearPlan">
    /// The plan it was taken from, usually that of the year; of a half-year or quarter where there is one.
    /// </param>
    /// <param name="Months">How many months were taken.</param>
    public sealed record ShareOfYearPlan(CalculatedValue YearPlan, int Months) : Derivation
    {
        /// <summary>How many months <see cref="YearPlan"/> is for; 12 unless a half-year's or quarter's plan was split.</summary>
        public int OfMonths { get; init; } = 12;
    }

    /// <summary>Forecast: actuals so far plus the plan for the rest of the year.</summary>
    public sealed record ActualPlusPlan(CalculatedValue Actual, CalculatedValue RestOfPlan) : Derivation;

    /// <summary>Forecast: actual ÷ elapsed months × 12.</summary>
    public sealed record LinearProjection(CalculatedValue Actual, int ElapsedMonths) : Derivation;

    /// <summary>From one or more predecessors of an earlier catalogue year.</summary>
    public sealed record FromPredecessors(ImmutableArray<DerivedInput> Former) : Derivation;
}

/// <summary>A part of a longer period: consecutive months of a year, usually exactly one period.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="FirstMonth">Its first month, 1 to 12.</param>
/// <param name="LastMonth">Its last month, 1 to 12.</param>
/// <param name="Value">Its value.</param>
public sealed record DerivedPart(int Year, int FirstMonth, int LastMonth, CalculatedValue Value)
{
    /// <summary>How many months it has.</summary>
    public int Months => LastMonth - FirstMonth + 1;

    /// <summary>
    /// The calendar period of exactly these months; null for others, such as the remaining five months of a year.
    /// </summary>
    public Period? Period => new Span(Year, FirstMonth, LastMonth, Basis.Actual).Period;

    /// <summary>The months in words: <c>3. Quartal 2026</c>, <c>Januar bis August 2026</c>.</summary>
    public string Name => Reasons.Name(new Span(Year, FirstMonth, LastMonth, Basis.Actual));
}

/// <summary>A named input of a computation.</summary>
/// <param name="Name">As a reader knows it: the figure's name, with its level where that is another one.</param>
/// <param name="Address">Which figure; null for a reference figure.</param>
/// <param name="Value">Its value.</param>
public sealed record DerivedInput(string Name, FigureAddress? Address, CalculatedValue Value);

/// <summary>
/// The inputs of a computed value, named when somebody asks: most values are never explained. An object with an identity, so that
/// naming them changes no equality of the derivation that holds it.
/// </summary>
/// <param name="name">Gives the values their names.</param>
/// <param name="values">The values; not to be changed afterwards.</param>
internal sealed class LateInputs(Func<CalculatedValue[], ImmutableArray<DerivedInput>> name, CalculatedValue[] values)
{
    private ImmutableArray<DerivedInput> named;

    /// <summary>The inputs with their names, in the order of the values.</summary>
    public ImmutableArray<DerivedInput> Named => named.IsDefault ? named = name(values) : named;
}
