using Produktreport.Core.Catalogues;

namespace Produktreport.Core.KeyFigures;

/// <summary>A figure as the catalogue in force for a year defines it.</summary>
internal sealed record FigureDefinition(FigureAddress Address, Catalogue Catalogue, Product Product, Level Level, Figure Figure)
{
    /// <summary>The services that carry the figure as a base figure whose quantities add up; empty for a service or a mean grade.</summary>
    public IReadOnlyList<Service> AddedServices { get; } =
        Level is Product && Figure is BaseFigure { RollUp: not RollUpRule.Weighted }
            ? [.. Product.Services.Where(service => service.Find(Figure.Id) is BaseFigure { RollUp: not RollUpRule.Weighted })]
            : [];

    public static FigureDefinition? Find(CatalogueSet catalogues, FigureAddress address, int year) =>
        catalogues.For(year) is { } catalogue
        && catalogue.Find(address.Product) is { } product
        && product.FindLevel(address.Level) is { } level
        && level.Find(address.Figure) is { } figure
            ? new FigureDefinition(address, catalogue, product, level, figure)
            : null;

    /// <summary>The figure's name as another level of the product speaks of it: with the level where that is another one.</summary>
    public string NameFrom(LevelNumber speaker) =>
        speaker == Address.Level ? Figure.Name
        : Level is Product ? $"{Figure.Name} (Produkt {Address.Product})"
        : $"{Figure.Name} ({Address.Level} {Level.Name})";
}
