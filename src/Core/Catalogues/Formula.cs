using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues;

/// <summary>A formula of the catalogue: its text, and its tree with every name resolved.</summary>
/// <param name="Text">As the catalogue writes it: <c>ergebnis / einwohner * 1000</c>.</param>
/// <param name="Root">The tree; every name in it exists in the catalogue.</param>
public sealed record Formula(string Text, Term Root)
{
    /// <summary>A standard formula, whose own level is still open, at a level: see <see cref="Term.At"/>.</summary>
    public Formula At(LevelNumber level) => new(Text, Root.At(level));
}

/// <summary>A node of a formula's tree. Closed: consumed by <c>switch</c>.</summary>
public abstract record Term
{
    private Term()
    {
    }

    /// <summary>
    /// The same term with figures that have no level yet (those of the county's standard) set to <paramref name="level"/>.
    /// </summary>
    public Term At(LevelNumber level) => this switch
    {
        FigureValue figure when figure.Level == default => figure with { Level = level },
        Negation negation => new Negation(negation.Operand.At(level)),
        Operation operation => operation with { Left = operation.Left.At(level), Right = operation.Right.At(level) },
        Call call => call with { Arguments = [.. call.Arguments.Select(argument => argument.At(level))] },
        _ => this,
    };

    /// <summary>
    /// The terms of the tree that read something, in the order of the text; one that is named twice comes twice.
    /// </summary>
    public IEnumerable<Term> Leaves() => this switch
    {
        FigureValue or ReferenceValue or ServiceSum => [this],
        Negation negation => negation.Operand.Leaves(),
        Operation operation => operation.Left.Leaves().Concat(operation.Right.Leaves()),
        Call call => call.Arguments.SelectMany(argument => argument.Leaves()),
        _ => [],
    };

    /// <summary>The figures the term reads, in the order of the text; one that is named twice comes twice.</summary>
    public IEnumerable<(LevelNumber Level, FigureId Figure)> Figures() => Leaves().SelectMany(leaf => leaf switch
    {
        FigureValue value => [(value.Level, value.Figure)],
        ServiceSum sum => sum.Services.Select(service => (service, sum.Figure)),
        _ => (IEnumerable<(LevelNumber, FigureId)>)[],
    });

    /// <summary>The reference figures the term reads, in the order of the text; one that is named twice comes twice.</summary>
    public IEnumerable<FigureId> References() => Leaves().OfType<ReferenceValue>().Select(leaf => leaf.ReferenceFigure);

    /// <summary>A number written in the formula.</summary>
    public sealed record Constant(decimal Value) : Term;

    /// <summary>A base or key figure of the same product, on whichever level.</summary>
    public sealed record FigureValue(LevelNumber Level, FigureId Figure) : Term;

    /// <summary>A county-wide reference figure such as Einwohner.</summary>
    public sealed record ReferenceValue(FigureId ReferenceFigure) : Term;

    /// <summary><c>summe(leistungen.x)</c>: the sum of a figure over the services that have it (at least one does).</summary>
    public sealed record ServiceSum(FigureId Figure, ImmutableArray<LevelNumber> Services) : Term;

    /// <summary>A sign change.</summary>
    public sealed record Negation(Term Operand) : Term;

    /// <summary>Two operands; division by zero makes the result undefined.</summary>
    public sealed record Operation(Operator Operator, Term Left, Term Right) : Term;

    /// <summary><c>min</c>, <c>max</c> (two or more arguments) or <c>abs</c> (one).</summary>
    public sealed record Call(Function Function, ImmutableArray<Term> Arguments) : Term;
}

/// <summary>The four operations of formulas.</summary>
public enum Operator
{
    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>-</c></summary>
    Minus,

    /// <summary><c>*</c></summary>
    Times,

    /// <summary><c>/</c></summary>
    DividedBy,
}

/// <summary>The functions of formulas (<c>summe</c> is <see cref="Term.ServiceSum"/>).</summary>
public enum Function
{
    /// <summary><c>min</c></summary>
    Minimum,

    /// <summary><c>max</c></summary>
    Maximum,

    /// <summary><c>abs</c></summary>
    Absolute,
}
