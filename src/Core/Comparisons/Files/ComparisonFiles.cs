using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>All files for the comparison together, in the light of a catalogue.</summary>
public static class ComparisonFiles
{
    /// <summary>
    /// The figures of all files, and each file with what can be said of it only beside the others and the catalogue. That is:
    /// it has figures of the county itself, which do not count, or other units, or figures that a file earlier in the order
    /// brings otherwise.
    /// </summary>
    /// <param name="files">The files with their names, in the order in which they count.</param>
    /// <param name="catalogues">The catalogues in force; the last one says whose figures are the county's own.</param>
    public static (ComparisonSet Set, ImmutableArray<ComparisonFile> Files) Join(
        IReadOnlyList<(string Name, ComparisonFile File)> files, CatalogueSet catalogues)
    {
        var origins = new Dictionary<(RegionKey, int, ProductNumber, FigureId), (string File, OpenFigure Figure)>();
        var shared = SharedIn(catalogues);
        var own = RegionKey.TryParse(catalogues.ByYear.Values.LastOrDefault()?.CountyKey, out var key) ? key : default;
        var kept = new List<OpenFigure>();
        var judged = ImmutableArray.CreateBuilder<ComparisonFile>();
        foreach (var (name, file) in files)
        {
            var fresh = new List<OpenFigure>(file.Figures.Length);
            var known = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var figure in file.Figures)
            {
                if (origins.TryAdd(figure.Key, (name, figure)))
                    fresh.Add(figure);
                else if (origins[figure.Key] is var other && other.Figure != figure)
                    known[other.File] = known.GetValueOrDefault(other.File) + 1;
            }

            kept.AddRange(fresh.Where(figure => figure.Region != own));
            judged.Add(file.With([
                .. known.Select(other => ComparisonFindings.KnownFromOther(other.Value, other.Key)),
                .. Judge(fresh, own, shared)]));
        }

        return (ComparisonSet.Of(kept), judged.ToImmutable());
    }

    private static IEnumerable<Finding> Judge(
        List<OpenFigure> figures, RegionKey own, Dictionary<(ProductNumber, FigureId), string> shared)
    {
        if (figures.Count == 0)
            yield break;
        if (figures.Count(figure => figure.Region == own) is var mine and > 0)
            yield return ComparisonFindings.OwnFigures(mine);
        var kinds = figures.DistinctBy(figure => (figure.Product, figure.Figure, figure.Unit)).ToList();
        foreach (var figure in kinds)
        {
            if (shared.TryGetValue((figure.Product, figure.Figure), out var unit)
                && UnitText.Plain(unit) != UnitText.Plain(figure.Unit))
                yield return ComparisonFindings.OtherUnit($"„{figure.Figure}“ von {figure.Region}", figure.Unit, unit);
        }

        if (kinds.TrueForAll(figure =>
            figure.Figure != ComparisonSet.Population && !shared.ContainsKey((figure.Product, figure.Figure))))
            yield return ComparisonFindings.NothingShared();
    }

    // A figure need not be shared in every year; the last year's unit holds.
    private static Dictionary<(ProductNumber, FigureId), string> SharedIn(CatalogueSet catalogues) =>
        (from catalogue in catalogues.ByYear.Values.Reverse()
         from product in catalogue.Products
         from figure in product.Levels.SelectMany(level => level.Figures)
         where figure.Shared is not null
         select (Key: (product.FrameNumber, figure.Shared!.Id), figure.Unit))
        .DistinctBy(each => each.Key).ToDictionary(each => each.Key, each => each.Unit);
}
