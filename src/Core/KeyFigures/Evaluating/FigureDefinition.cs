using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Evaluating;

/// <summary>
/// A figure as the catalogue in force for a year defines it, and what follows from that for all its values: found once, when
/// first needed.
/// </summary>
internal sealed class FigureDefinition(FigureAddress address, Catalogue catalogue, Product product, Level level, Figure figure)
{
    private Dictionary<FigureAddress, string>? inputNames;

    public FigureAddress Address => address;
    public Catalogue Catalogue => catalogue;
    public Product Product => product;
    public Level Level => level;
    public Figure Figure => figure;

    /// <summary>The same figure with the reference figures of another year's catalogue.</summary>
    public FigureDefinition WithReferencesOf(Catalogue other) => new(address, other, product, level, figure);

    /// <summary>
    /// The services that carry the figure as a base figure whose quantities add up; empty for a service or a mean grade.
    /// </summary>
    public IReadOnlyList<Service> AddedServices => field ??=
        Level is Product && Figure is BaseFigure { RollUp: not RollUpRule.Weighted }
            ? [.. Product.Services.Where(service => service.Find(Figure.Id) is BaseFigure { RollUp: not RollUpRule.Weighted })]
            : [];

    /// <summary>
    /// Whether there is a way to its value without a delivered one: by a formula, or for a product from its services.
    /// </summary>
    public bool IsDerived => Figure.Formula is not null || AddedServices.Count > 0;

    /// <summary>The figures its formula reads, each once, in the order of the text; empty where it has none.</summary>
    public IReadOnlyList<FigureAddress> FormulaInputs => field ??=
        [.. (Figure.Formula?.Root.Figures() ?? []).Distinct()
            .Select(input => Address with { Level = input.Level, Figure = input.Figure })];

    /// <summary>How to compute the figure's formula. Only where it has one.</summary>
    public FormulaPlan Plan => field ??= new FormulaPlan(Address.Product, Figure.Formula!);

    /// <summary>The services of <see cref="AddedServices"/> as inputs: their names and addresses.</summary>
    public IReadOnlyList<(string Name, FigureAddress Address)> AddedInputs => field ??=
        [.. AddedServices.Select(
            service => ($"{service.LevelNumber} {service.Name}", Address with { Level = service.LevelNumber }))];

    /// <summary>Names values of the services, in the order of <see cref="AddedInputs"/>.</summary>
    public Func<CalculatedValue[], ImmutableArray<DerivedInput>> ServiceNames => field ??= values =>
        [.. AddedInputs.Zip(values, (service, value) => new DerivedInput(service.Name, service.Address, value))];

    /// <summary>Names values of the formula's inputs, in the order of <see cref="FormulaPlan.Leaves"/>.</summary>
    public Func<CalculatedValue[], ImmutableArray<DerivedInput>> FormulaNames => field ??= values =>
        FormulaEvaluator.InputsOf(this, values);

    /// <summary>
    /// The name of another figure of the product as this one's level speaks of it; remembered, for it is needed for every value.
    /// </summary>
    public string NameOfInput(FigureAddress input)
    {
        inputNames ??= [];
        if (!inputNames.TryGetValue(input, out var name))
        {
            name = Product.FindLevel(input.Level) is { } other && other.Find(input.Figure) is { } named
                ? new FigureDefinition(input, Catalogue, Product, other, named).NameFrom(Address.Level)
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

    /// <summary>
    /// The figure's name as another level of the product speaks of it: with the level where that is another one.
    /// </summary>
    public string NameFrom(LevelNumber speaker) =>
        speaker == Address.Level ? Figure.Name
        : Level is Product ? $"{Figure.Name} (Produkt {Address.Product})"
        : $"{Figure.Name} ({Address.Level} {Level.Name})";
}
