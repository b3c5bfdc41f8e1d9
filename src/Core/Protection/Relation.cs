using System.Collections.Immutable;

namespace Produktreport.Core.Protection;

/// <summary>A sum of cells, each times a number, plus a number.</summary>
internal sealed record LinearForm(ImmutableDictionary<PublicCell, decimal> Terms, decimal Constant)
{
    public static LinearForm Of(decimal constant) => new(ImmutableDictionary<PublicCell, decimal>.Empty, constant);

    public static LinearForm Of(PublicCell cell) => new(ImmutableDictionary<PublicCell, decimal>.Empty.Add(cell, 1), 0);

    /// <summary>Every term and the constant times a number.</summary>
    public LinearForm Times(decimal factor) =>
        new(Terms.ToImmutableDictionary(term => term.Key, term => term.Value * factor), Constant * factor);

    /// <summary>The sum of two forms; cells that cancel out are gone.</summary>
    public LinearForm Plus(LinearForm other)
    {
        var terms = Terms.ToBuilder();
        foreach (var (cell, factor) in other.Terms)
        {
            var sum = terms.GetValueOrDefault(cell) + factor;
            if (sum == 0)
                terms.Remove(cell);
            else
                terms[cell] = sum;
        }

        return new LinearForm(terms.ToImmutable(), Constant + other.Constant);
    }
}

/// <summary>What any reader knows to hold between published numbers, from the catalogue and from arithmetic. Closed.</summary>
internal abstract record Relation
{
    private Relation()
    {
    }

    public abstract IEnumerable<PublicCell> Cells { get; }

    /// <summary>The form is zero: a product is the sum of its services, a year the sum of its quarters.</summary>
    public sealed record Linear(LinearForm Form) : Relation
    {
        public override IEnumerable<PublicCell> Cells => Form.Terms.Keys;
    }

    /// <summary>The result is a quotient: Kosten je Stelle.</summary>
    public sealed record Ratio(PublicCell Result, LinearForm Numerator, LinearForm Divisor) : Relation
    {
        public override IEnumerable<PublicCell> Cells => Numerator.Terms.Keys.Concat(Divisor.Terms.Keys).Append(Result);
    }

    /// <summary>
    /// Two counts that a reader may take for equal: posts stay from quarter to quarter, and are filled as planned. It need not
    /// hold exactly; it is among the relations where the guess comes close.
    /// </summary>
    public sealed record Guess(PublicCell Smaller, PublicCell Larger) : Relation
    {
        /// <inheritdoc/>
        public override IEnumerable<PublicCell> Cells => [Smaller, Larger];

        /// <summary>Their difference, taken for zero.</summary>
        public LinearForm Form => LinearForm.Of(Larger).Plus(LinearForm.Of(Smaller).Times(-1));
    }

    /// <summary>The result is computed in some other way; any one of these cells is taken to follow from all others.</summary>
    public sealed record Other(ImmutableArray<PublicCell> Members) : Relation
    {
        public override IEnumerable<PublicCell> Cells => Members;
    }
}
