using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;

namespace Produktreport.Core.Comparisons;

/// <summary>The counties a county is compared with, as its catalogue chooses them; never the county itself.</summary>
public sealed class Peers
{
    private readonly ComparisonSet all;
    private readonly Catalogue catalogue;
    private readonly RegionKey own;
    private readonly HashSet<RegionKey> listed;

    private Peers(ComparisonSet all, Catalogue catalogue, RegionKey own)
    {
        (this.all, this.catalogue, this.own) = (all, catalogue, own);
        listed = [
            .. catalogue.Peers.Counties.Select(county => RegionKey.TryParse(county, out var key) ? key : default)];
    }

    /// <summary>Which counties they are, to follow „Verglichen wird mit“.</summary>
    public string Description => catalogue.Peers.Choice switch
    {
        PeerChoice.SameState => "allen Kreisen desselben Landes, von denen Zahlen vorliegen",
        PeerChoice.SimilarPopulation => string.Create(
            CultureInfo.InvariantCulture,
            $"Kreisen, deren Einwohnerzahl um höchstens {GermanFormat.Exact(catalogue.Peers.Band)} % abweicht"),
        PeerChoice.Listed => "ausgewählten Kreisen",
        _ => "allen Kreisen, von denen Zahlen vorliegen",
    };

    /// <summary>The peers of a county; null where its catalogue has no key or there is nothing to compare with.</summary>
    public static Peers? Of(ComparisonSet all, Catalogue catalogue) =>
        !all.IsEmpty && RegionKey.TryParse(catalogue.CountyKey, out var own) ? new Peers(all, catalogue, own) : null;

    /// <summary>The peers' figures of a year, in the order of their keys.</summary>
    /// <param name="product">The product.</param>
    /// <param name="figure">A figure of the product that is shared; those in another unit do not count.</param>
    /// <param name="year">The year.</param>
    public IEnumerable<OpenFigure> Find(Product product, Figure figure, int year)
    {
        var unit = UnitText.Plain(figure.Unit);
        return all.Find(product.FrameNumber, figure.Shared!.Id, year)
            .Where(each => each.Region != own && each.Region.IsCounty && UnitText.Plain(each.Unit) == unit && IsPeer(each, year))
            .OrderBy(each => each.Region);
    }

    private bool IsPeer(OpenFigure figure, int year) => catalogue.Peers.Choice switch
    {
        PeerChoice.SameState => figure.Region.State == own.State,
        PeerChoice.SimilarPopulation => IsSimilar(figure.Population ?? all.PopulationOf(figure.Region, year), year),
        PeerChoice.Listed => listed.Contains(figure.Region),
        _ => true,
    };

    private bool IsSimilar(int? population, int year) =>
        catalogue.ReferenceInForce(ComparisonSet.Population, new DateOnly(year, 12, 31))?.Value is { } mine
        && population is { } theirs && Math.Abs(theirs - mine) * 100 <= catalogue.Peers.Band * mine;
}
