namespace Produktreport.Core.Protection;

/// <summary>
/// What a reader with a pencil can find out about left-out numbers that hang together: everything that follows from the numbers
/// shown by solving the relations between them, and bounds for the rest.
/// </summary>
internal sealed class Attack
{
    private const decimal Nothing = 0.0000000001m;
    private const int Rounds = 30;
    private readonly IReadOnlyDictionary<PublicCell, PublishedNumber> numbers;
    private readonly Component component;
    private readonly Dictionary<PublicCell, HashSet<PublicCell>> restsOn = [];
    private Dictionary<PublicCell, Bounds>? bounds;

    public Attack(IReadOnlyDictionary<PublicCell, PublishedNumber> numbers, Component component)
    {
        (this.numbers, this.component) = (numbers, component);
        while (FindMore())
        {
        }
    }

    /// <summary>Whether the attack is on this left-out cell.</summary>
    public bool Covers(PublicCell cell) => component.Hidden.Contains(cell);

    /// <summary>The shown cells a left-out one follows from; null where it does not follow.</summary>
    public IReadOnlySet<PublicCell>? WitnessesOf(PublicCell cell) => restsOn.GetValueOrDefault(cell);

    /// <summary>The shown cells in relations with the left-out ones.</summary>
    public IEnumerable<PublicCell> Neighbours =>
        component.Relations.SelectMany(relation => relation.Cells).Where(cell => !component.Hidden.Contains(cell)).Distinct();

    /// <summary>The bounds a reader can give for a left-out cell.</summary>
    public Bounds BoundsOf(PublicCell cell) => (bounds ??= FindBounds())[cell];

    private Dictionary<PublicCell, Bounds> FindBounds()
    {
        var found = component.Hidden.ToDictionary(
            cell => cell, cell => new Bounds(numbers[cell].IsNonNegative ? 0 : null, null));
        // A guess says nothing certain, so it bounds nothing.
        var forms = component.Relations.Where(relation => relation is not Relation.Guess).Select(FormOf)
            .OfType<(LinearForm Form, IEnumerable<PublicCell> Factors)>()
            .Select(form => form.Form).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var changed = false;
            foreach (var form in forms)
                changed |= Narrow(form, found);
            foreach (var ratio in component.Relations.OfType<Relation.Ratio>())
                changed |= Narrow(ratio, found);
            if (!changed)
                break;
        }

        return found;
    }

    private bool IsKnown(PublicCell cell) => !component.Hidden.Contains(cell) || restsOn.ContainsKey(cell);

    private bool FindMore()
    {
        var before = restsOn.Count;
        foreach (var row in Elimination.Solve([.. component.Relations.SelectMany(RowsOf)], Nothing))
            Found(row.Unknown.Keys.Single(), row.Witnesses);
        foreach (var relation in component.Relations)
        {
            if (relation is Relation.Linear or Relation.Guess || relation.Cells.Distinct().Count(cell => !IsKnown(cell)) != 1)
                continue;
            Found(relation.Cells.First(cell => !IsKnown(cell)), relation.Cells.Where(IsKnown));
        }

        return restsOn.Count > before;
    }

    private void Found(PublicCell cell, IEnumerable<PublicCell> witnesses)
    {
        if (!restsOn.ContainsKey(cell))
            restsOn[cell] = [
                .. witnesses.SelectMany(
                    witness => restsOn.TryGetValue(witness, out var deeper) ? deeper : (IEnumerable<PublicCell>)[witness])];
    }

    private IEnumerable<Row> RowsOf(Relation relation) =>
        FormOf(relation) is { } form && RowOf(form.Form, form.Factors) is { Unknown.Count: > 0 } row ? [row] : [];

    /// <summary>
    /// A relation as a linear form of its unknown cells where what is known makes it one, and the known cells its factors come
    /// from.
    /// </summary>
    private (LinearForm Form, IEnumerable<PublicCell> Factors)? FormOf(Relation relation) => relation switch
    {
        Relation.Linear linear => (linear.Form, []),
        Relation.Guess guess => (guess.Form, []),
        Relation.Ratio ratio when IsKnown(ratio.Result) =>
            (ratio.Numerator.Plus(ratio.Divisor.Times(-numbers[ratio.Result].Value)), [ratio.Result]),
        Relation.Ratio ratio when ratio.Divisor.Terms.Keys.All(IsKnown) =>
            (LinearForm.Of(ratio.Result).Times(-ValueOf(ratio.Divisor)).Plus(ratio.Numerator), ratio.Divisor.Terms.Keys),
        _ => null,
    };

    private decimal ValueOf(LinearForm form) => form.Constant + form.Terms.Sum(term => term.Value * numbers[term.Key].Value);

    private Row RowOf(LinearForm form, IEnumerable<PublicCell> factors) => new(
        form.Terms.Where(term => !IsKnown(term.Key)).ToDictionary(),
        form.Terms.Where(term => IsKnown(term.Key)).ToDictionary(),
        factors.ToHashSet());

    private bool Narrow(LinearForm form, Dictionary<PublicCell, Bounds> bounds)
    {
        var changed = false;
        var unknown = form.Terms.Where(term => bounds.ContainsKey(term.Key)).ToList();
        var known = form.Constant + form.Terms.Where(term => !bounds.ContainsKey(term.Key))
            .Sum(term => term.Value * numbers[term.Key].Value);
        foreach (var (cell, factor) in unknown)
        {
            var rest = unknown.Where(term => term.Key != cell).Aggregate(
                new Bounds(known, known), (sum, term) => sum.Plus(bounds[term.Key].Times(term.Value)));
            changed |= Narrow(cell, rest.Times(-1 / factor), bounds);
        }

        return changed;
    }

    /// <summary>A quotient of two positive numbers, the divisor left out: bounds of the divisor bound the result.</summary>
    private bool Narrow(Relation.Ratio ratio, Dictionary<PublicCell, Bounds> bounds)
    {
        if (!bounds.ContainsKey(ratio.Result) || ratio.Divisor.Terms.Count != 1 || !ratio.Numerator.Terms.Keys.All(IsKnown))
            return false;
        var (cell, factor) = ratio.Divisor.Terms.Single();
        var numerator = ValueOf(ratio.Numerator);
        if (!bounds.TryGetValue(cell, out var divisor) || ratio.Divisor.Constant != 0 || numerator <= 0 || factor <= 0)
            return false;
        var result = new Bounds(
            divisor.High > 0 ? numerator / factor / divisor.High : 0, divisor.Low > 0 ? numerator / factor / divisor.Low : null);
        return Narrow(ratio.Result, result, bounds);
    }

    private static bool Narrow(PublicCell cell, Bounds found, Dictionary<PublicCell, Bounds> bounds)
    {
        var (low, high) = bounds[cell];
        var narrower = new Bounds(
            found.Low > (low ?? decimal.MinValue) + Nothing ? found.Low : low,
            found.High < (high ?? decimal.MaxValue) - Nothing ? found.High : high);
        bounds[cell] = narrower;
        return narrower != new Bounds(low, high);
    }
}

/// <summary>Between which values a number lies; null where there is no bound.</summary>
internal readonly record struct Bounds(decimal? Low, decimal? High)
{
    public Bounds Plus(Bounds other) => new(Low + other.Low, High + other.High);

    public Bounds Times(decimal factor) =>
        factor >= 0 ? new(Low * factor, High * factor) : new(High * factor, Low * factor);
}
