using System.Collections.Immutable;

namespace Produktreport.Core.Protection;

/// <summary>What the public edition leaves out, so that nothing sensitive can be read or worked out from it.</summary>
/// <param name="Sensitive">The cells that rest on too small a count.</param>
/// <param name="Secondary">Cells left out only because a sensitive one could be worked out from them.</param>
/// <param name="Unprotected">Sensitive cells no leaving out protects: they follow from the catalogue alone.</param>
public sealed record Suppression(
    ImmutableSortedSet<PublicCell> Sensitive, ImmutableSortedSet<PublicCell> Secondary,
        ImmutableSortedSet<PublicCell> Unprotected)
{
    /// <summary>
    /// A sensitive number must not be known more closely than this share of itself to both sides: bounds that are tighter give it
    /// away as well as the number would.
    /// </summary>
    public const decimal Closeness = 0.1m;

    /// <summary>Whether a cell is left out.</summary>
    public bool Hides(PublicCell cell) => Sensitive.Contains(cell) || Secondary.Contains(cell);

    /// <summary>
    /// Finds what to leave out. Attacks the edition as a reader would and leaves out the cheapest row a successful attack rests
    /// on, until no attack succeeds. A row is the figure's Ist or Plan in all columns, since gaps here and there would be
    /// worked out from each other. The result is the same whatever the order of the inputs.
    /// </summary>
    /// <param name="numbers">Everything that would be published.</param>
    /// <param name="relations">What holds between the numbers.</param>
    /// <param name="sensitive">The cells to protect.</param>
    internal static Suppression Of(
        IReadOnlyDictionary<PublicCell, PublishedNumber> numbers, IReadOnlyCollection<Relation> relations,
            IEnumerable<PublicCell> sensitive)
    {
        var primary = sensitive.ToImmutableSortedSet();
        var search = new SuppressionSearch(numbers, relations, primary);
        search.Run();
        return new Suppression(primary, [.. search.Hidden.Where(cell => !primary.Contains(cell))], [.. search.Unprotected]);
    }

    /// <summary>Whether bounds give a value away.</summary>
    internal static bool IsClose(Bounds bounds, decimal value) =>
        bounds is ({ } low, { } high) && value - low <= Closeness * Math.Abs(value) && high
            - value <= Closeness * Math.Abs(value);
}
