using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Messages;
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
    private readonly int product;
    private readonly int service;
    private readonly int period;
    private readonly Dictionary<string, ProfileGroup> groups = [];
    private readonly KeyMemo<ProfileGroup> byNumbers = new(12);
    private readonly KeyTest hasNumber;
    private readonly KeyTest isTotal;
    private readonly HashSet<string> reported = [];

    /// <summary>Resolves rows of <paramref name="rows"/> for a profile.</summary>
    public ProfileKeys(
        DeliveryContext context, RowSource rows, ImportProfile profile, ProfileColumns header, IReadOnlyList<ProfileSlot> slots, NewProducts? creation)
    {
        (this.context, this.rows, this.profile, this.slots, this.creation) = (context, rows, profile, slots, creation);
        product = header[profile.ProductColumn];
        hasNumber = new KeyTest(rows, product, text => TextFormula.Unwrap(text) is [var digit, ..] && char.IsAsciiDigit(digit));
        isTotal = new KeyTest(rows, product, text => TotalLabel.IsMatch(TextFormula.Unwrap(text)));
        service = profile.ServiceColumn is { } serviceName ? header[serviceName] : -1;
        period = profile.PeriodColumn is { } periodName ? header[periodName] : -1;
    }

    /// <summary>All groups in the order of their first rows.</summary>
    public IEnumerable<ProfileGroup> Groups => groups.Values;

    /// <summary>The trimmed product cell of the current row.</summary>
    public ReadOnlySpan<char> Product => Text(product);

    /// <summary>Whether the product cell begins with a digit.</summary>
    public bool HasNumber => hasNumber.IsMatch();

    /// <summary>Whether the product cell is the label of a total.</summary>
    public bool IsTotal => isTotal.IsMatch();

    /// <summary>The group of the current row.</summary>
    public ProfileGroup Current()
    {
        var numbers = KeyMemo<ProfileGroup>.KeyOf(NumberOf(product), NumberOf(service), NumberOf(period));
        return byNumbers.TryGet(numbers, out var known) ? known : byNumbers.Keep(numbers, Find());
    }

    private int NumberOf(int column) => column < 0 ? 0 : rows.TextNumber(column);

    private ProfileGroup Find()
    {
        var number = Text(product);
        var own = Text(service).SequenceEqual(number) ? default : Text(service);
        var level = $"{number}\n{own}\n";
        var key = level + PeriodKey();
        return groups.TryGetValue(key, out var known) ? known : Add(key, level);
    }

    /// <summary>The same for all notations of a period; a faulty one as it stands.</summary>
    private string PeriodKey() => PeriodText.TryParse(Text(period), out var parsed) ? parsed.ToString() : Text(period).ToString();

    private ProfileGroup Add(string key, string level)
    {
        var rowPeriod = default(Period);
        var hasPeriod = period < 0 || PeriodText.TryParse(Text(period), out rowPeriod);
        if (!hasPeriod)
            context.Findings.Add(DeliveryFindings.UnknownPeriod(new CellPlace(rows.Line, period), Text(period).ToString()));
        var periods = slots.Select(slot => slot.Period ?? rowPeriod).ToArray();
        var figures = slots.Select((slot, index) => slot.Period is null && !hasPeriod ? null : FigureOf(slot, periods[index].Year)).ToArray();
        var group = new ProfileGroup(figures, periods, profile.UnknownProducts == UnknownProducts.Hint && Array.TrueForAll(figures, figure => figure is null));
        return groups[key] = period >= 0 && slots.Any(slot => slot.Period is not null) ? group with { Whole = Whole(level + AllPeriods, group) } : group;
    }

    private ProfileGroup Whole(string key, ProfileGroup likeIt) =>
        groups.TryGetValue(key, out var known) ? known : groups[key] = new ProfileGroup(likeIt.Figures, likeIt.Periods, likeIt.IsSkipped);

    private FigureKey? FigureOf(ProfileSlot slot, int year)
    {
        var index = context.IndexOf(year);
        var number = Text(product).ToString();
        if ((index.Find(number) ?? Unknown(number, index, year)) is not { } found)
            return null;
        if (!found.MayDeliver)
            return index.Department is null ? null : Once(number, place => KeyFindings.NotYours(place, found.Product, index), product);
        if (found.Find(Text(service)) is not { } level)
        {
            var wrong = Text(service).ToString();
            return Once(number + "\n" + wrong, place => DeliveryFindings.UnknownService(place, wrong, number, ClosestWord.To(wrong, found.ServiceNumbers)), service);
        }

        return level.Find(slot.Figure.Text) is { Figure: BaseFigure } key
            ? key
            : Once($"{level.Label}\n{slot.Figure}", place => DeliveryFindings.ProfileFigureMissing(place, slot.Figure.Text, level.Label, profile.Name), product);
    }

    private ProductKeys? Unknown(string number, CatalogueIndex index, int year)
    {
        if (profile.UnknownProducts == UnknownProducts.Create && creation is not null && ProductNumber.TryParse(number, out var valid))
            return creation.Create(valid, index);
        var key = string.Create(CultureInfo.InvariantCulture, $"{number}\n{index.Catalogue.Year}");
        if (profile.UnknownProducts == UnknownProducts.Hint)
            Once(key, place => DeliveryFindings.ProductLeftOut(place, number, year), product);
        else
            Once(key, place => KeyFindings.WhyNoProduct(place, number, index, year), product);
        return null;
    }

    private FigureKey? Once(string key, Func<CellPlace, Findings.Finding> finding, int column)
    {
        if (reported.Add(key))
            context.Findings.Add(finding(new CellPlace(rows.Line, column)));
        return null;
    }

    private ReadOnlySpan<char> Text(int column) => column < 0 ? default : TextFormula.Unwrap(Blanks.Trim(rows.Cell(column)));
}
