using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Evaluating;

/// <summary>An input of a formula: a figure of the same product or a reference figure, one of the two.</summary>
internal readonly record struct FormulaLeaf(FigureAddress? Figure, FigureId? Reference);

/// <summary>
/// What a figure's formula reads, found once and not for every value. Its inputs stand in the order in which the formula names
/// them, each once. Each term of the tree that reads inputs says which of them it reads.
/// </summary>
internal sealed class FormulaPlan
{
    private readonly List<FormulaLeaf> leaves = [];
    private readonly (Term Term, int[] Indices)[] readers;
    private readonly ProductNumber product;
    private CalculatedValue.Known?[]? references;

    public FormulaPlan(ProductNumber product, Formula formula)
    {
        this.product = product;
        readers = [.. formula.Root.Leaves().Select(leaf => (leaf, InputsOf(leaf)))];
    }

    /// <summary>The inputs in the order of the formula.</summary>
    public IReadOnlyList<FormulaLeaf> Leaves => leaves;

    /// <summary>Which inputs a term of the tree reads: one, or for a sum over services one for each.</summary>
    public int[] IndicesOf(Term term)
    {
        foreach (var reader in readers) // few, and compared by reference: quicker than hashing a tree
        {
            if (ReferenceEquals(reader.Term, term))
                return reader.Indices;
        }

        throw new InvalidOperationException($"{term} is not of this formula.");
    }

    /// <summary>The value of a reference figure as an input; kept, because it seldom changes from one span to the next.</summary>
    public CalculatedValue.Known ValueOf(int index, ReferenceFigure figure)
    {
        ref var kept = ref (references ??= new CalculatedValue.Known?[leaves.Count])[index];
        return kept is { Origin: Derivation.Reference reference } && ReferenceEquals(reference.Figure, figure)
            ? kept
            : kept = new CalculatedValue.Known(figure.Value, new Derivation.Reference(figure));
    }

    private int[] InputsOf(Term leaf) => leaf switch
    {
        Term.FigureValue value => [IndexOf(value.Level, value.Figure)],
        Term.ServiceSum sum => [.. sum.Services.Select(service => IndexOf(service, sum.Figure))],
        Term.ReferenceValue value => [IndexOf(new FormulaLeaf(null, value.ReferenceFigure))],
        _ => throw new InvalidOperationException($"{leaf} reads nothing."),
    };

    private int IndexOf(LevelNumber level, FigureId figure) =>
        IndexOf(new FormulaLeaf(new FigureAddress(product, level, figure), null));

    private int IndexOf(FormulaLeaf leaf)
    {
        if (leaves.IndexOf(leaf) is var known and >= 0)
            return known;
        leaves.Add(leaf);
        return leaves.Count - 1;
    }
}
