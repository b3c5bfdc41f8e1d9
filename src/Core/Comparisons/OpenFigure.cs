using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Comparisons;

/// <summary>
/// One figure that a body publishes for a year in the open format „Kennzahlen offen“ (<c>docs/kennzahlen-offen.md</c>).
/// </summary>
public sealed record OpenFigure
{
    /// <summary>Digits before the decimal mark that a value may have, and those behind it.</summary>
    public const int IntegerDigits = 15;

    /// <inheritdoc cref="IntegerDigits"/>
    public const int Decimals = 9;

    /// <summary>Whose figure it is.</summary>
    public required RegionKey Region { get; init; }

    /// <summary>The body's name; empty where the source gives none.</summary>
    public string Body { get; init; } = "";

    /// <summary>The year it is of.</summary>
    public required int Year { get; init; }

    /// <summary>The product by its number in the Produktrahmen of the Land.</summary>
    public required ProductNumber Product { get; init; }

    /// <summary>The shared id of the figure, within the product.</summary>
    public required FigureId Figure { get; init; }

    /// <summary>What the body calls the figure; empty where the source does not say.</summary>
    public string Name { get; init; } = "";

    /// <summary>The value, exact.</summary>
    public required decimal Value { get; init; }

    /// <summary>The unit as printed; empty for plain counts.</summary>
    public required string Unit { get; init; }

    /// <summary>Einwohner of the body in that year; null where not given.</summary>
    public int? Population { get; init; }

    /// <summary>What hinders comparing it; null = nothing is said.</summary>
    public string? Caveat { get; init; }

    /// <summary>Where it is published.</summary>
    public required string Provenance { get; init; }

    /// <summary>The licence under which it is published.</summary>
    public required string Licence { get; init; }

    /// <summary>What identifies it: a body has one value of a figure and year.</summary>
    public (RegionKey Region, int Year, ProductNumber Product, FigureId Figure) Key => (Region, Year, Product, Figure);
}
