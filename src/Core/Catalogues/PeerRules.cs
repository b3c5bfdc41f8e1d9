using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues;

/// <summary>Which counties are compared with (<c>auswahl</c>).</summary>
public enum PeerChoice
{
    /// <summary><c>alle</c>: every county there are figures of.</summary>
    All,

    /// <summary><c>land</c>: those of the same Land, by the first two digits of the key.</summary>
    SameState,

    /// <summary><c>aehnlich</c>: those with about as many Einwohner.</summary>
    SimilarPopulation,

    /// <summary><c>liste</c>: those the catalogue lists.</summary>
    Listed,
}

/// <summary>With whom and from what the county compares itself (<c>vergleich</c> in <c>rahmen.yaml</c>).</summary>
/// <param name="Choice">Which counties are compared with.</param>
/// <param name="Band">For <see cref="PeerChoice.SimilarPopulation"/>: percent by which their Einwohner may differ.</param>
/// <param name="Counties">For <see cref="PeerChoice.Listed"/>: their keys.</param>
/// <param name="Licence">Under which licence the county publishes its own figures; null = not decided yet.</param>
/// <param name="Statistics">Which figures flat files of the statistical offices bring.</param>
public sealed record PeerRules(
    PeerChoice Choice, decimal Band, ImmutableArray<string> Counties, string? Licence, ImmutableArray<SharedStatistic> Statistics)
{
    /// <summary>All counties.</summary>
    public static PeerRules Default { get; } = new(PeerChoice.All, 20, [], null, []);
}

/// <summary>What a flat file of the statistical offices, which knows no shared ids, brings for the comparison.</summary>
/// <param name="File">The file's name within <c>vergleich/</c>.</param>
/// <param name="Variable">Code of the variable; null where the file has only one.</param>
/// <param name="Categories">Codes of the categories beside the region; empty for the totals.</param>
/// <param name="Product">Number of the Produktrahmen.</param>
/// <param name="Figure">The shared id; <c>einwohner</c> for the population of the counties.</param>
/// <param name="Licence">The licence under which the offices publish it.</param>
public sealed record SharedStatistic(
    string File, string? Variable, ImmutableArray<string> Categories, ProductNumber Product, FigureId Figure, string Licence);
