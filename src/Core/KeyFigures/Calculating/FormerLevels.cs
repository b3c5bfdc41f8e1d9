using Produktreport.Core.Catalogues;

namespace Produktreport.Core.KeyFigures.Calculating;

/// <summary>A level of an earlier year and which part of its additive values a later level continues.</summary>
internal readonly record struct FormerLevel(ProductNumber Product, LevelNumber Level, decimal Share);

/// <summary>Which levels of earlier years a level continues, by the catalogues' <c>vorgaenger</c>.</summary>
internal static class FormerLevels
{
    /// <summary>Whether the levels of a year are those of the year before: one catalogue is in force for both.</summary>
    public static bool AreThoseOfTheYearBefore(CatalogueSet catalogues, int year) =>
        ReferenceEquals(catalogues.For(year), catalogues.For(year - 1));

    /// <summary>The entries for a level; empty where it was not renamed, split or merged.</summary>
    public static Predecessor[] Of(Product product, LevelNumber level) =>
        [.. product.Predecessors.Where(former => former.Level == level)];

    /// <summary>The levels some years before, through all catalogues between; a level no entry names is itself.</summary>
    public static IReadOnlyList<FormerLevel> Of(
        CatalogueSet catalogues, ProductNumber product, LevelNumber level, int year, int yearsBack)
    {
        IReadOnlyList<FormerLevel> levels = [new FormerLevel(product, level, 1)];
        for (var each = year; each > year - yearsBack; each--)
        {
            if (!AreThoseOfTheYearBefore(catalogues, each))
                levels = [.. levels.SelectMany(later => Before(catalogues.For(each), later))];
        }

        return levels;
    }

    private static IEnumerable<FormerLevel> Before(Catalogue? catalogue, FormerLevel later)
    {
        var formers = catalogue?.Find(later.Product) is { } product ? Of(product, later.Level) : [];
        return formers.Length == 0 ? [later]
            : formers.Select(former => new FormerLevel(former.FormerProduct, former.FormerLevel, former.Share * later.Share));
    }
}
