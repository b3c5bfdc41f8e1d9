using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Formulas;
using Produktreport.Core.Figures;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures;

/// <summary>
/// The value of a figure for a period, or the reason why it has none. Carries what it was computed from, so that „Warum dieser
/// Wert?“ can be answered down to the cell. Closed: consumed by <c>switch</c>.
/// </summary>
public abstract record CalculatedValue
{
    private CalculatedValue()
    {
    }

    /// <summary>The exact, unrounded value; null where undefined.</summary>
    public decimal? Amount => this is Known known ? known.Value : null;

    /// <summary>A value and its origin.</summary>
    /// <param name="Value">Exact, never rounded.</param>
    /// <param name="Origin">How it came about.</param>
    public sealed record Known(decimal Value, Derivation Origin) : CalculatedValue
    {
        private readonly RollUpRule rule;
        private readonly byte first;
        private readonly byte last;

        /// <summary>The derivation; for delivered parts, until somebody asks, the series they are in: there are many such values, and few are asked.</summary>
        private object origin = Origin;

        /// <summary>Rolled up from the delivered parts that cover months of a year.</summary>
        internal Known(decimal value, RollUpRule rule, SeriesMemory series, int first, int last)
            : this(value, null!) => (origin, this.rule, this.first, this.last) = (series, rule, (byte)first, (byte)last);

        /// <summary>How it came about.</summary>
        public Derivation Origin
        {
            get
            {
                if (origin is SeriesMemory series)
                    origin = new Derivation.RolledUp(rule, series.Parts(first, last)!.Value);
                return (Derivation)origin;
            }
            init => origin = value;
        }
    }

    /// <summary>No value, for a reason. Never shown as zero.</summary>
    public sealed record Undefined(UndefinedReason Reason) : CalculatedValue;
}

/// <summary>Why a value is undefined.</summary>
public enum UndefinedKind
{
    /// <summary>Nothing was delivered at all.</summary>
    NotDelivered,

    /// <summary>Some parts of the period were delivered, others not.</summary>
    PartsMissing,

    /// <summary>The department marked the value as unknown or blocked.</summary>
    MarkedUnknown,

    /// <summary>The formula would divide by zero.</summary>
    DivisionByZero,

    /// <summary>A value the formula needs is itself undefined.</summary>
    InputUndefined,

    /// <summary>The catalogue of the year does not have the figure.</summary>
    NotInCatalogue,

    /// <summary>The result is too large for a decimal (beyond ±7.9 × 10²⁸).</summary>
    Overflow,
}

/// <summary>Why a value is undefined, in full.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Text">The reason as a reader sees it, in German: „nicht geliefert: Mai 2026“, „Divisor ist 0 (Anzahl geehrte Personen)“.</param>
public sealed record UndefinedReason(UndefinedKind Kind, string Text)
{
    /// <summary>The base figure periods that are missing, for the list of what is missing.</summary>
    public ImmutableArray<MissingValue> Missing { get; init; } = [];
}

/// <summary>A value somebody should have delivered.</summary>
public sealed record MissingValue(FigureAddress Address, Period Period, Scenario Scenario);

/// <summary>How a value came about: a tree whose leaves are delivered cells and reference figures. Closed.</summary>
public abstract record Derivation
{
    private Derivation()
    {
    }

    /// <summary>A value as delivered.</summary>
    public sealed record Delivered(StoredValue Source) : Derivation;

    /// <summary>A single period from a cumulative series: its value less that of the period before.</summary>
    public sealed record FromCumulative(StoredValue Until, CalculatedValue? Before) : Derivation;

    /// <summary>Combined from shorter periods by the figure's rule.</summary>
    /// <param name="Rule">Sum, mean, weighted mean or point in time.</param>
    /// <param name="Parts">The parts in order of time.</param>
    /// <param name="WeightsMissing">True where a weighted mean had to be taken plainly because weights are missing: to be marked so.</param>
    public sealed record RolledUp(RollUpRule Rule, ImmutableArray<DerivedPart> Parts, bool WeightsMissing = false) : Derivation;

    /// <summary>The product's value as the sum of its services' values.</summary>
    /// <param name="Services">The services' values, in the order of the catalogue.</param>
    public sealed record SumOfServices(ImmutableArray<DerivedInput> Services) : Derivation
    {
        private readonly FigureDefinition? definition;
        private readonly CalculatedValue[]? values;

        /// <summary>From the values by <see cref="FigureDefinition.AddedInputs"/>; named when somebody asks for them.</summary>
        internal SumOfServices(FigureDefinition definition, CalculatedValue[] values)
            : this(default(ImmutableArray<DerivedInput>)) => (this.definition, this.values) = (definition, values);

        /// <summary>The services' values, in the order of the catalogue.</summary>
        public ImmutableArray<DerivedInput> Services
        {
            get => field.IsDefault ? field = definition!.NamedServices(values!) : field;
            init;
        } = Services;
    }

    /// <summary>The total of several products.</summary>
    public sealed record SumOfProducts(ImmutableArray<DerivedInput> Products) : Derivation;

    /// <summary>By a formula of the catalogue.</summary>
    /// <param name="Formula">The formula.</param>
    /// <param name="Inputs">Its inputs, each once, in the order in which it names them.</param>
    public sealed record ByFormula(Formula Formula, ImmutableArray<DerivedInput> Inputs) : Derivation
    {
        private readonly FigureDefinition? definition;
        private readonly CalculatedValue[]? values;

        /// <summary>From the values by <see cref="FormulaPlan.Leaves"/>; named when somebody asks for them.</summary>
        internal ByFormula(Formula formula, FigureDefinition definition, CalculatedValue[] values)
            : this(formula, default(ImmutableArray<DerivedInput>)) => (this.definition, this.values) = (definition, values);

        /// <summary>Its inputs, each once, in the order in which it names them.</summary>
        public ImmutableArray<DerivedInput> Inputs
        {
            get => field.IsDefault ? field = FormulaEvaluator.InputsOf(definition!, values!) : field;
            init;
        } = Inputs;
    }

    /// <summary>A reference figure by its Stichtag.</summary>
    public sealed record Reference(ReferenceFigure Figure) : Derivation;

    /// <summary>Part of a longer period's plan: 1/12 of a year plan a month for sums, the same value for others.</summary>
    /// <param name="YearPlan">The plan it was taken from, usually that of the year; of a half-year or quarter where there is one.</param>
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

    /// <summary>The calendar period of exactly these months; null for others, such as the remaining five months of a year.</summary>
    public Period? Period => new Span(Year, FirstMonth, LastMonth, Basis.Actual).Period;

    /// <summary>The months in words: <c>3. Quartal 2026</c>, <c>Januar bis August 2026</c>.</summary>
    public string Name => Reasons.Name(new Span(Year, FirstMonth, LastMonth, Basis.Actual));
}

/// <summary>A named input of a computation.</summary>
/// <param name="Name">As a reader knows it: the figure's name, with its level where that is another one.</param>
/// <param name="Address">Which figure; null for a reference figure.</param>
/// <param name="Value">Its value.</param>
public sealed record DerivedInput(string Name, FigureAddress? Address, CalculatedValue Value);
