using System.Collections.Immutable;
using System.Globalization;

namespace Produktreport.Core.Catalogues;

/// <summary>How something differs between two catalogues.</summary>
public enum DifferenceKind
{
    /// <summary>The later one alone has it.</summary>
    Added,

    /// <summary>The earlier one alone has it.</summary>
    Removed,

    /// <summary>It has another name, or a product another number.</summary>
    Renamed,

    /// <summary>It is defined otherwise.</summary>
    Changed,
}

/// <summary>One difference between two catalogues.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Level">The product or service, by the number it has in the later catalogue, else in the earlier.</param>
/// <param name="Figure">The name of the figure; null where the product or service itself is meant.</param>
/// <param name="Name">The name of the product or service.</param>
/// <param name="Former">What stood there, in German; null for nothing.</param>
/// <param name="Now">What stands there, in German; null for nothing.</param>
public sealed record CatalogueDifference(
    DifferenceKind Kind, LevelNumber Level, string Name, string? Figure, string? Former, string? Now);

/// <summary>Compares the catalogues of two years: products, services and figures.</summary>
public static class CatalogueDifferences
{
    /// <summary>What is otherwise in the later one, by product, each product itself before its services and figures.</summary>
    /// <param name="former">The earlier catalogue.</param>
    /// <param name="now">The later one; its products may name their predecessors.</param>
    public static ImmutableArray<CatalogueDifference> Between(Catalogue former, Catalogue now)
    {
        var found = ImmutableArray.CreateBuilder<CatalogueDifference>();
        var followed = new HashSet<ProductNumber>();
        foreach (var product in now.Products)
        {
            var before = former.Find(product.Number) ?? FormerOf(product, former);
            if (before is null)
            {
                found.Add(Whole(DifferenceKind.Added, product));
                continue;
            }

            followed.Add(before.Number);
            found.AddRange(Between(before, product, former, now));
        }

        found.AddRange(former.Products.Where(product => !followed.Contains(product.Number) && !IsFollowed(product, now))
            .Select(product => Whole(DifferenceKind.Removed, product)));
        return [.. found.OrderBy(difference => difference.Level.Text, StringComparer.Ordinal)];
    }

    private static IEnumerable<CatalogueDifference> Between(Product former, Product now, Catalogue before, Catalogue after)
    {
        if (former.Number != now.Number)
            yield return Of(DifferenceKind.Renamed, now, null, $"{former.Number} {former.Name}", $"{now.Number} {now.Name}");
        else if (former.Name != now.Name)
            yield return Of(DifferenceKind.Renamed, now, null, former.Name, now.Name);
        if (former.Department != now.Department)
            yield return Of(DifferenceKind.Changed, now, null, NameOf(former.Department, before), NameOf(now.Department, after));
        foreach (var level in now.Levels)
        {
            if (Counterpart(level, former, now) is not { } known)
            {
                yield return Whole(DifferenceKind.Added, level);
                continue;
            }

            if (level is not Product && known.Name != level.Name)
                yield return Of(DifferenceKind.Renamed, level, null, known.Name, level.Name);
            foreach (var difference in Figures(known, level))
                yield return difference;
        }

        foreach (var gone in former.Services.Where(service =>
            !now.Levels.Any(level => Counterpart(level, former, now) == service)))
            yield return Whole(DifferenceKind.Removed, gone);
    }

    private static IEnumerable<CatalogueDifference> Figures(Level former, Level now)
    {
        foreach (var figure in now.Figures)
        {
            if (former.Find(figure.Id) is not { } known)
                yield return Of(DifferenceKind.Added, now, figure.Name, null, Definition(figure));
            else if (known.Name != figure.Name)
                yield return Of(DifferenceKind.Renamed, now, figure.Name, known.Name, figure.Name);
            else if (Definition(known) != Definition(figure))
                yield return Of(DifferenceKind.Changed, now, figure.Name, Definition(known), Definition(figure));
        }

        foreach (var gone in former.Figures.Where(figure => now.Find(figure.Id) is null))
            yield return Of(DifferenceKind.Removed, now, gone.Name, Definition(gone), null);
    }

    // What a value of it means: two figures of one definition can be compared.
    private static string Definition(Figure figure)
    {
        var parts = new List<string?>
        {
            figure.Unit.Length == 0 ? null : figure.Unit,
            figure.Decimals == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{figure.Decimals} Dezimalstellen"),
            figure.IsMain ? "Hauptzahl" : null,
            figure.Direction switch
            {
                Direction.HigherIsBetter => "mehr ist besser",
                Direction.LowerIsBetter => "weniger ist besser",
                _ => null,
            },
            figure.Formula is { } formula ? $"= {formula.Text}" : null,
            figure is not BaseFigure known ? null : known.RollUp switch
            {
                RollUpRule.Mean => "Mittelwert",
                RollUpRule.Weighted => $"gewichtet nach {known.WeightedBy}",
                RollUpRule.PointInTime => "Stichtag",
                _ => null,
            },
            figure is BaseFigure { IsCumulative: true } ? "kumuliert geliefert" : null,
            figure.SensitiveBy is { } count ? $"schutzbedürftig nach {count}" : null,
        };
        return string.Join(", ", parts.OfType<string>());
    }

    private static Level? Counterpart(Level level, Product former, Product now) =>
        level is Product ? former
        : now.RenamedFrom(level.LevelNumber) is { } predecessor && predecessor.FormerProduct == former.Number
            ? former.FindLevel(predecessor.FormerLevel)
        : former.Services.FirstOrDefault(service => service.Number == level.LevelNumber);

    private static Product? FormerOf(Product product, Catalogue former) => product.Predecessors
        .Where(predecessor => predecessor.Level == product.LevelNumber)
        .Select(predecessor => former.Find(predecessor.FormerProduct)).FirstOrDefault(found => found is not null);

    private static bool IsFollowed(Product product, Catalogue now) =>
        now.Products.Any(each => each.Predecessors.Any(predecessor => predecessor.FormerProduct == product.Number));

    private static string NameOf(DepartmentId department, Catalogue catalogue) =>
        catalogue.Find(department)?.Name ?? department.Text;

    private static CatalogueDifference Whole(DifferenceKind kind, Level level) =>
        new(kind, level.LevelNumber, level.Name, Figure: null, Former: null, Now: null);

    private static CatalogueDifference Of(DifferenceKind kind, Level level, string? figure, string? former, string? now) =>
        new(kind, level.LevelNumber, level.Name, figure, former, now);
}
