using System.Collections.Immutable;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.KeyFigures;

/// <summary>A figure as the catalogue in force for a year defines it.</summary>
internal sealed record FigureDefinition(FigureAddress Address, Catalogue Catalogue, Product Product, Level Level, Figure Figure)
{
    /// <summary>The services that carry the figure as a base figure whose quantities add up; empty for a service or a mean grade.</summary>
    public IReadOnlyList<Service> AddedServices => field ??=
        Level is Product && Figure is BaseFigure { RollUp: not RollUpRule.Weighted }
            ? [.. Product.Services.Where(service => service.Find(Figure.Id) is BaseFigure { RollUp: not RollUpRule.Weighted })]
            : [];

    /// <summary>Whether there is a way to its value without a delivered one: by a formula, or for a product from its services.</summary>
    public bool IsDerived => Figure.Formula is not null || AddedServices.Count > 0;

    /// <summary>Values of the services with their names, in the order of <see cref="AddedInputs"/>.</summary>
    public ImmutableArray<DerivedInput> NamedServices(CalculatedValue[] values) =>
        [.. AddedInputs.Zip(values, (service, value) => new DerivedInput(service.Name, service.Address, value))];

    /// <summary>What the figure's formula reads. Only where it has one.</summary>
    public FormulaPlan Plan => field ??= new FormulaPlan(Address.Product, Figure.Formula!);

    private Dictionary<FigureAddress, string>? inputNames;

    /// <summary>The services of <see cref="AddedServices"/> as inputs: their names and addresses.</summary>
    public IReadOnlyList<(string Name, FigureAddress Address)> AddedInputs => field ??=
        [.. AddedServices.Select(service => ($"{service.LevelNumber} {service.Name}", Address with { Level = service.LevelNumber }))];

    /// <summary>The name of another figure of the product as this one's level speaks of it; remembered, for it is needed for every value.</summary>
    public string NameOfInput(FigureAddress input)
    {
        inputNames ??= [];
        if (!inputNames.TryGetValue(input, out var name))
        {
            name = Product.FindLevel(input.Level) is { } level && level.Find(input.Figure) is { } figure
                ? new FigureDefinition(input, Catalogue, Product, level, figure).NameFrom(Address.Level)
                : input.ToString();
            inputNames[input] = name;
        }

        return name;
    }

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
