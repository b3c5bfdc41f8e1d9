using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Values;

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

    /// <summary>
    /// A value and its origin. Two are equal where the numbers are: the origin is made when somebody asks for it, so it takes no
    /// part.
    /// </summary>
    public sealed record Known : CalculatedValue
    {
        private readonly RollUpRule rule;
        private readonly byte first;
        private readonly byte last;

        // A derivation; for delivered parts, until somebody asks, the series they are in. There are many such values, and few are
        // asked.
        private object origin;

        /// <summary>A value with its derivation.</summary>
        public Known(decimal value, Derivation origin) => (Value, this.origin) = (value, origin);

        /// <summary>A value rolled up from the delivered parts that cover months of a year.</summary>
        internal Known(decimal value, RollUpRule rule, DeliveredSeries series, int first, int last) =>
            (Value, origin, this.rule, this.first, this.last) = (value, series, rule, (byte)first, (byte)last);

        /// <summary>Exact, never rounded; in the figure's unit.</summary>
        public decimal Value { get; init; }

        /// <summary>How it came about.</summary>
        public Derivation Origin
        {
            get
            {
                if (origin is DeliveredSeries series)
                    origin = new Derivation.RolledUp(rule, series.Parts(first, last)!.Value);
                return (Derivation)origin;
            }
        }

        /// <summary>Whether the other one is the same number.</summary>
        public bool Equals(Known? other) => other is not null && Value == other.Value;

        /// <inheritdoc/>
        public override int GetHashCode() => Value.GetHashCode();
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
/// <param name="Text">
/// The reason as a reader sees it, in German: „nicht geliefert: Mai 2026“, „Divisor ist 0 (Anzahl geehrte Personen)“.
/// </param>
public sealed record UndefinedReason(UndefinedKind Kind, string Text)
{
    /// <summary>The base figure periods that are missing, for the list of what is missing.</summary>
    public ImmutableArray<MissingValue> Missing { get; init; } = [];
}

/// <summary>A value somebody should have delivered.</summary>
public sealed record MissingValue(FigureAddress Address, Period Period, Scenario Scenario);
