using System.Collections.Immutable;

namespace Produktreport.Core.Catalogues.Reading.FormulaSyntax;

/// <summary>
/// Finds formulas of a product that need each other in a circle. A product's base figure also needs its services' figures of the
/// same id, because their sum stands in where the product's own value is not delivered.
/// </summary>
internal static class FormulaCycles
{
    /// <summary>Over how many steps formulas may build on each other.</summary>
    public const int LongestChain = 50;

    /// <summary>
    /// The cycles, each as its figures in order, the first one again at the end; each figure in at most one cycle.
    /// </summary>
    public static IEnumerable<ImmutableArray<FigureAddress>> Of(Product product)
    {
        var needs = NeedsOf(product);
        while (true)
        {
            RemoveComputable(needs);
            if (needs.Count == 0)
                yield break;
            var cycle = Walk(needs);
            yield return cycle;
            foreach (var figure in cycle)
                needs.Remove(figure);
        }
    }

    /// <summary>
    /// A figure whose formulas build on each other over more than <see cref="LongestChain"/> steps, the first such; null where
    /// none does.
    /// </summary>
    /// <remarks>
    /// To be asked only of a product without cycles. Keeps a calculation that follows the formulas from running out of stack.
    /// </remarks>
    public static FigureAddress? TooLongChain(Product product)
    {
        var needs = NeedsOf(product);
        var users = needs.SelectMany(pair => pair.Value.Select(needed => (needed, pair.Key)))
            .ToLookup(pair => pair.needed, pair => pair.Key);
        var open = needs.ToDictionary(pair => pair.Key, pair => pair.Value.Count(needs.ContainsKey));
        var steps = needs.ToDictionary(pair => pair.Key, _ => 0);
        var ready = new Queue<FigureAddress>(open.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (ready.TryDequeue(out var figure))
        {
            if (steps[figure] > LongestChain)
                return figure;
            foreach (var user in users[figure])
            {
                steps[user] = Math.Max(steps[user], steps[figure] + 1);
                if (--open[user] == 0)
                    ready.Enqueue(user);
            }
        }

        return null;
    }

    private static Dictionary<FigureAddress, List<FigureAddress>> NeedsOf(Product product) => product.Levels
        .SelectMany(
            level =>
                level.Figures.Select(
                    figure =>
                        (Key: new FigureAddress(product.Number, level.LevelNumber, figure.Id),
                            Needs: Needs(product, level, figure))))
        .ToDictionary(pair => pair.Key, pair => pair.Needs.Distinct().ToList());

    private static IEnumerable<FigureAddress> Needs(Product product, Level level, Figure figure)
    {
        var named = figure.Formula?.Root.Figures() ?? [];
        var summed = level is Product && figure is BaseFigure
            ? product.Services.Where(service => service.Find(figure.Id) is BaseFigure)
            .Select(service => (Level: service.Number, Figure: figure.Id))
            : [];
        return named.Concat(summed).Select(name => new FigureAddress(product.Number, name.Level, name.Figure));
    }

    /// <summary>
    /// Takes away, again and again, what needs nothing that is left; counted, so that it is linear in the number of needs.
    /// </summary>
    private static void RemoveComputable(Dictionary<FigureAddress, List<FigureAddress>> needs)
    {
        var neededBy = needs.SelectMany(pair => pair.Value.Select(needed => (needed, pair.Key)))
            .ToLookup(pair => pair.needed, pair => pair.Key);
        var open = needs.ToDictionary(pair => pair.Key, pair => pair.Value.Count(needs.ContainsKey));
        var ready = new Queue<FigureAddress>(open.Where(pair => pair.Value == 0).Select(pair => pair.Key));
        while (ready.TryDequeue(out var figure))
        {
            needs.Remove(figure);
            foreach (var user in neededBy[figure].Where(needs.ContainsKey))
            {
                if (--open[user] == 0)
                    ready.Enqueue(user);
            }
        }
    }

    private static ImmutableArray<FigureAddress> Walk(Dictionary<FigureAddress, List<FigureAddress>> needs)
    {
        var path = new List<FigureAddress>();
        var positions = new Dictionary<FigureAddress, int>();
        var figure = needs.Keys.Order().First();
        while (positions.TryAdd(figure, path.Count))
        {
            path.Add(figure);
            figure = needs[figure].First(needs.ContainsKey);
        }

        return [.. path[positions[figure]..], figure];
    }
}
