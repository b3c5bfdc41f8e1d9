namespace Produktreport.Core.Catalogues;

/// <summary>Which figure of which service (or of the product itself): the key of every value.</summary>
/// <param name="Product">The product.</param>
/// <param name="Level">The product itself or one of its services.</param>
/// <param name="Figure">The base or key figure.</param>
public readonly record struct FigureAddress(ProductNumber Product, LevelNumber Level, FigureId Figure)
    : IComparable<FigureAddress>
{
    /// <inheritdoc/>
    public int CompareTo(FigureAddress other) =>
        Product.CompareTo(other.Product) is var product and not 0 ? product
        : Level.CompareTo(other.Level) is var level and not 0 ? level
        : Figure.CompareTo(other.Figure);

    /// <summary>As formulas and goals write it: <c>11112.zufriedenheit</c>.</summary>
    public override string ToString() => $"{Level}.{Figure}";
}
