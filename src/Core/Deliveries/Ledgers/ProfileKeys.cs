using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>
/// Finds the group of the current row; each product, service and period is resolved (and reported) once, where it first stands.
/// </summary>
internal sealed class ProfileKeys
{
    // No cell holds it.
    private const string AllPeriods = "\n";

    private readonly DeliveryContext context;
    private readonly RowSource rows;
    private readonly ImportProfile profile;
    private readonly IReadOnlyList<ProfileSlot> slots;
    private readonly NewProducts? creation;
    private readonly string? named;
    private readonly int product;
    private readonly int service;
    private readonly int period;
    private readonly PeriodParts parts;
    private readonly int? year;
    private readonly Dictionary<string, ProfileGroup> groups = [];
    private readonly KeysMemo<TakenRows> taken;
    private readonly NamedProducts? pattern;
    private readonly RowQuestion? namesProduct;
    private readonly RowQuestion? isLabelled;
    private readonly RowQuestion? isPart;
    private readonly HashSet<string> reported = [];
    private readonly Dictionary<string, UnknownNumber> unknown = new(StringComparer.Ordinal);

    /// <summary>Resolves rows of <paramref name="rows"/> for a profile.</summary>
    /// <param name="context">Where they are delivered.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="questions">The questions about its key columns, to which those about the product are added.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="header">The columns of the file.</param>
    /// <param name="slots">What is stored for each product.</param>
    /// <param name="creation">Makes products; null where none are made.</param>
    /// <param name="named">The number of the product of all rows; null where each names its own.</param>
    /// <param name="year">The year that a title gives; null where none does.</param>
    public ProfileKeys(
        DeliveryContext context, RowSource rows, RowQuestions questions, ImportProfile profile, ProfileColumns header,
        IReadOnlyList<ProfileSlot> slots, NewProducts? creation, string? named, int? year)
    {
        (this.context, this.rows, this.profile, this.slots, this.creation, this.named) = (context, rows, profile, slots, creation,
            named);
        taken = new KeysMemo<TakenRows>(rows);
        product = header[profile.ProductColumn];
        pattern = profile.ProductPattern is { } cells ? new NamedProducts(cells) : null;
        namesProduct = product < 0 ? null : questions.Add(
            product, pattern is null ? text => StartsWithDigit(TextFormula.Unwrap(text)) : pattern.IsNamed);
        isLabelled = product < 0 ? null : questions.Add(product, IsTotalOrBalance);
        isPart = product < 0 ? null : questions.Add(product, text => TotalLabel.IsPart(TextFormula.Unwrap(text)));
        service = header[profile.ServiceColumn];
        period = header[profile.PeriodColumns.Whole];
        parts = new PeriodParts(rows, header[profile.PeriodColumns.Year], header[profile.PeriodColumns.Month],
            header[profile.PeriodColumns.Quarter], header[profile.PeriodColumns.HalfYear]);
        this.year = year;
    }

    /// <summary>All groups in the order of their first rows.</summary>
    public IEnumerable<ProfileGroup> Groups => groups.Values;

    /// <summary>Numbers that the catalogue does not know, or does only since the file made products of them.</summary>
    public IEnumerable<string> NewNumbers =>
        unknown.Keys.Concat(creation?.Created.Select(created => created.Product.Number.Text) ?? []).Distinct();

    /// <summary>
    /// The product of the current row as its cell says, or the heading above it; the product of the file where it has one.
    /// </summary>
    public ReadOnlySpan<char> Product => named ?? (pattern is null ? NumberOf(Text(product)) : pattern.NumberIn(Text(product)));

    /// <summary>Whether the product cell begins with a digit, or names a product among other text, and is no total.</summary>
    public bool NamesProduct => namesProduct?.IsMatch() == true;

    /// <summary>Whether the product cell is the label of a total.</summary>
    public bool IsLabelled => isLabelled?.IsMatch() == true;

    /// <summary>Whether it is the label of a balance.</summary>
    public bool IsBalance => product >= 0 && TotalLabel.IsBalance(Text(product));

    /// <summary>Whether the current row names the product of those below it.</summary>
    public bool IsHeading(RowPlan plan) => HasHeadings && plan.NamesProduct;

    /// <summary>Whether the current row has a product, of its own or from the heading above.</summary>
    public bool HasProduct(RowPlan plan) => named is not null
        || (HasHeadings ? pattern!.Heading is not null && !plan.IsLabelled : plan.NamesProduct);

    /// <summary>Keeps the product that the current row names for those below it.</summary>
    public void TakeHeading() => pattern!.Take(Text(product));

    /// <summary>Ends the product of a heading: a total without amounts stands above rows of several.</summary>
    public void EndHeading() => pattern?.End();

    /// <summary>Whether the product cell, or another beside an empty one, is the label of a total.</summary>
    public bool IsTotal(RowPlan plan) => plan.IsLabelled || (Product.IsEmpty && TotalLabel.AnyIn(rows, TotalLabel.IsTotal));

    /// <summary>Whether they are the label of what is contained in other rows, or stands beside them.</summary>
    public bool IsPart => isPart?.IsMatch() == true || (Product.IsEmpty && TotalLabel.AnyIn(rows, TotalLabel.IsPart));

    /// <summary>The rows to which the current one belongs: those of its group in which the same value columns count.</summary>
    public TakenRows Current(RowPlan plan)
    {
        var found = Find().TakenBy(plan);
        return HasHeadings || !HasProduct(plan) ? found : taken.Keep(found);
    }

    /// <summary>
    /// Those rows again where a row with the same key texts has been taken before: it counts for the same reasons. Null where
    /// none has, or a heading above decides.
    /// </summary>
    public TakenRows? Known() => taken.OfRow();

    /// <summary>Whether rows belong to the product of the heading above them.</summary>
    private bool HasHeadings => pattern is { IsHeading: true };

    /// <summary>Says what the catalogue does not know, except the areas.</summary>
    public void Report(AreaTotals areas)
    {
        var news = NewNumbers.ToHashSet(StringComparer.Ordinal);
        foreach (var (number, found) in unknown.Where(each => !areas.Contains(each.Key)))
            context.Findings.Add(WhyUnknown(number, found));
        foreach (var same in groups.Values.Where(group => news.Contains(group.Product)).DistinctBy(group => group.Product)
            .GroupBy(group => group.Product.TrimStart('0')).Select(same => same.OrderBy(group => group.Product.Length).ToList()))
        {
            if (same is [var lost, .., var whole])
                context.Findings.Add(DeliveryFindings.LostZeros(lost.Place, lost.Product, whole.Product));
        }

        foreach (var created in creation?.Created.Select(created => created.Product.Number.Text).Distinct()
            .Where(created => areas.IsDoubtful(created) || areas.IsWhole(created)) ?? [])
        {
            var place = groups.Values.First(group => group.Product == created).Place;
            context.Findings.Add(areas.IsWhole(created)
                ? DeliveryFindings.WholeAmongProducts(place, created)
                : DeliveryFindings.AreaAmongProducts(place, created));
        }
    }

    private static bool IsTotalOrBalance(ReadOnlySpan<char> text) =>
        TextFormula.Unwrap(text) is var label && (TotalLabel.IsTotal(label) || TotalLabel.IsBalance(label));

    private static ReadOnlySpan<char> NumberOf(ReadOnlySpan<char> cell) =>
        cell.ContainsAny(' ', '\u00a0', '\u202f') ? KeyText.Pointed(cell.ToString()) : cell;

    private static bool StartsWithDigit(ReadOnlySpan<char> text) =>
        text is [var digit, ..] && char.IsAsciiDigit(digit) && !TotalLabel.IsTotal(text);

    private Finding WhyUnknown(string number, UnknownNumber found) => profile.UnknownProducts switch
    {
        UnknownProducts.Hint => DeliveryFindings.ProductLeftOut(found.Place, number, found.Year),
        UnknownProducts.Create => KeyText.IsDate(number)
            ? DeliveryFindings.DateAsProduct(found.Place, number)
            : DeliveryFindings.NoProductNumber(found.Place, number),
        _ => KeyFindings.WhyNoProduct(found.Place, number, found.Index, found.Year),
    };

    /// <summary>Whether the cell does not fit the pattern: whatever number it holds is not said to be the product's.</summary>
    private bool IsUnfit => pattern is { IsHeading: false } && !pattern.IsNamed(Text(product));

    private ProfileGroup Find()
    {
        var number = Product;
        var own = Text(service).SequenceEqual(number) ? default : Text(service);
        var level = $"{number}\n{own}\n";
        var key = level + PeriodKey();
        return groups.TryGetValue(key, out var known) ? known : Add(key, level);
    }

    /// <summary>The same for all notations of a period; a faulty one as it stands.</summary>
    private string PeriodKey() =>
        PeriodOfRow().Period is { } found ? found.ToString() : parts.Any ? parts.Texts : Text(period).ToString();

    /// <summary>The period the row names, or why it names none; neither where no column holds it.</summary>
    private (Period? Period, Finding? Why) PeriodOfRow()
    {
        if (parts.Any)
        {
            var (found, why) = parts.Read(year);
            return (found, found is null ? why ?? DeliveryFindings.MissingKey(new CellPlace(rows.Line), "Periode") : null);
        }

        return period < 0 ? (null, null)
            : PeriodText.TryParse(Text(period), out var parsed) ? (parsed, null)
            : (null, DeliveryFindings.UnknownPeriod(new CellPlace(rows.Line, period), Text(period).ToString()));
    }

    private ProfileGroup Add(string key, string level)
    {
        var (rowPeriod, why) = PeriodOfRow();
        if (why is not null)
            context.Findings.Add(why);
        var periods = slots.Select(slot => slot.Period ?? rowPeriod ?? default).ToArray();
        var figures = slots
            .Select((slot, index) => slot.Period is null && why is not null
                ? null
                : FigureOf(slot, periods[index].Year)).ToArray();
        var isSkipped = profile.UnknownProducts == UnknownProducts.Hint && Array.TrueForAll(figures, figure => figure is null);
        var group = new ProfileGroup(figures, periods, isSkipped)
        {
            Product = Product.ToString(),
            Period = PeriodKey(),
            Place = new CellPlace(rows.Line, Math.Max(product, 0)),
        };
        var hasWhole = (period >= 0 || parts.Any) && slots.Any(slot => slot.Period is not null);
        return groups[key] = hasWhole ? group with { Whole = Whole(level + AllPeriods, group) } : group;
    }

    private ProfileGroup Whole(string key, ProfileGroup likeIt) => groups.TryGetValue(key, out var known)
        ? known
        : groups[key] = new ProfileGroup(likeIt.Figures, likeIt.Periods, likeIt.IsSkipped)
        {
            Product = likeIt.Product,
            Period = "",
            Place = likeIt.Place,
            IsWhole = true,
        };

    private FigureKey? FigureOf(ProfileSlot slot, int year)
    {
        var index = context.IndexOf(year);
        var number = Product.ToString();
        if (((IsUnfit ? null : Known(number, index)) ?? Unknown(number, index, year)) is not { } found)
            return null;
        if (!found.MayDeliver)
            return index.Department is null
                ? null
                : Once(number, place => KeyFindings.NotYours(place, found.Product, index), product);
        if (found.Find(Text(service)) is not { } level)
        {
            var wrong = Text(service).ToString();
            return Once(
                number + "\n" + wrong,
                place => DeliveryFindings.UnknownService(place, wrong, number,
                    SpellingSuggestion.For(wrong, found.ServiceNumbers)),
                service);
        }

        return level.Find(slot.Figure.Text) is { Figure: BaseFigure } key
            ? key
            : Once(
                $"{level.Label}\n{slot.Figure}",
                place => DeliveryFindings.ProfileFigureMissing(place, slot.Figure.Text, level.Label, profile.Name), product);
    }

    /// <summary>The product the catalogue has; it may write the number of a cell with blanks without any marks.</summary>
    private ProductKeys? Known(string number, CatalogueIndex index) => index.Find(number)
        ?? (pattern is null && named is null && Text(product).ContainsAny(' ', '\u00a0', '\u202f')
            ? index.Find(number.Replace(".", "", StringComparison.Ordinal))
            : null);

    private ProductKeys? Unknown(string number, CatalogueIndex index, int year)
    {
        if (!IsUnfit && profile.UnknownProducts == UnknownProducts.Create && creation is not null
            && NewProducts.CanBe(number, out var valid))
            return creation.Create(valid, index, pattern?.NameIn(Text(product)) ?? "");
        unknown.TryAdd(number, new UnknownNumber(new CellPlace(rows.Line, Math.Max(product, 0)), index, year));
        return null;
    }

    private FigureKey? Once(string key, Func<CellPlace, Finding> finding, int column)
    {
        if (reported.Add(key))
            context.Findings.Add(finding(new CellPlace(rows.Line, Math.Max(column, 0))));
        return null;
    }

    private ReadOnlySpan<char> Text(int column) => column < 0 ? default : TextFormula.Unwrap(Blanks.Trim(rows.Cell(column)));

    /// <summary>A number the catalogue of a year does not know, and where it first stands.</summary>
    private sealed record UnknownNumber(CellPlace Place, CatalogueIndex Index, int Year);
}
