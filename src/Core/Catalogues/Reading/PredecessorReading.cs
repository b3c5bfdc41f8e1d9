using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Reads <c>vorgaenger</c> of a product and its services, and holds them against the previous year.</summary>
internal static class PredecessorReading
{
    public static ImmutableArray<Predecessor> Of(Section section, Product product, FindingList findings)
    {
        var services = section.Children("leistungen").Where(entry => entry.NumberText("nummer") is not null);
        var levels = services.Select(entry => (Section: entry, Level: LevelNumber.Of(entry.NumberText("nummer")!)))
            .Prepend((Section: section, Level: product.LevelNumber));
        var predecessors = ImmutableArray.CreateBuilder<Predecessor>();
        foreach (
            var (entry, level) in levels.SelectMany(
                level => level.Section.Children("vorgaenger").Select(entry => (entry, level.Level))))
        {
            if (entry.NumberText("produkt") is not { } former)
                continue;
            var share = entry.Number("anteil") ?? 1;
            if (share == 0)
                findings.Add(CatalogueFindings.ZeroFactor(entry.At("anteil"), "anteil"));
            predecessors.Add(
                new Predecessor(level, ProductNumber.Of(former), LevelNumber.Of(entry.NumberText("leistung") ?? former), share));
        }

        return predecessors.ToImmutable();
    }

    /// <summary>No level of the year before is handed on more than once in whole.</summary>
    public static IEnumerable<Finding> CheckShares(IReadOnlyList<ProductDraft> products)
    {
        var all = products.SelectMany(draft => draft.Product.Predecessors.Select(predecessor => (draft, predecessor)));
        foreach (var former in all.GroupBy(pair => (pair.predecessor.FormerProduct, pair.predecessor.FormerLevel)))
        {
            var sum = former.Sum(pair => pair.predecessor.Share);
            if (sum > 1)
                yield return CatalogueFindings.SharesExceedOne(former.Last().draft.Section.At("vorgaenger"),
                    former.Key.FormerLevel.Text, sum);
        }
    }

    /// <summary>Every predecessor stands in the previous year's catalogue, where there is one.</summary>
    public static IEnumerable<Finding> CheckKnown(
        Catalogue catalogue, Catalogue previous, Func<ProductNumber, Section> sectionOf) =>
        from product in catalogue.Products
        from predecessor in product.Predecessors
        where previous.Find(predecessor.FormerProduct)?.FindLevel(predecessor.FormerLevel) is null
        select CatalogueFindings.UnknownPredecessor(
            sectionOf(product.Number).At("vorgaenger"), predecessor.FormerLevel.Text, previous.Year);
}
