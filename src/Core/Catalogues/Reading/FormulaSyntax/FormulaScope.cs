using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues.Reading.FormulaSyntax;

/// <summary>What the names of a formula can mean.</summary>
/// <param name="Product">The product; its figures' own formulas may still be missing.</param>
/// <param name="Level">The level the formula stands at.</param>
/// <param name="References">The county's reference figures; of several with the same id the first counts.</param>
internal sealed record FormulaScope(Product Product, Level Level, ImmutableArray<ReferenceFigure> References)
{
    /// <summary>The unit of a figure; null where it is not there.</summary>
    public string? UnitOf(LevelNumber level, FigureId figure) => Product.FindLevel(level)?.Find(figure)?.Unit;

    public ReferenceFigure? Reference(FigureId id) => References.FirstOrDefault(reference => reference.Id == id);

    /// <summary>The names that may stand alone: the level's figures, then the reference figures.</summary>
    public IEnumerable<string> PlainNames =>
        Level.Figures.Select(figure => figure.Id.Text).Concat(References.Select(reference => reference.Id.Text)).Distinct();
}
