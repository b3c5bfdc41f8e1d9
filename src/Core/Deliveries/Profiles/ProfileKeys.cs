using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Profiles;
using Produktreport.Core.Deliveries.Tables;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Profiles;

/// <summary>Finds the group of the current row; each product, service and period is resolved (and reported) once, where it first stands.</summary>
internal sealed class ProfileKeys
{
    private readonly DeliveryContext context;
    private readonly RowSource rows;
    private readonly ImportProfile profile;
    private readonly IReadOnlyList<ProfileSlot> slots;
    private readonly ProductCreation? creation;
    private readonly int product;
    private readonly int service;
    private readonly int period;
    private readonly Dictionary<string, ProfileGroup> groups = [];
    private readonly Dictionary<string, ProfileGroup>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly Dictionary<string, string> periodKeys = [];
    private readonly HashSet<string> reported = [];
    private ProfileGroup? last;
    private string lastProduct = "";

    /// <summary>Resolves rows of <paramref name="rows"/> for a profile.</summary>
    public ProfileKeys(
        DeliveryContext context, RowSource rows, ImportProfile profile, ProfileColumns header, IReadOnlyList<ProfileSlot> slots, ProductCreation? creation)
    {
        (this.context, this.rows, this.profile, this.slots, this.creation) = (context, rows, profile, slots, creation);
        product = header[profile.ProductColumn];
        service = profile.ServiceColumn is { } serviceName ? header[serviceName] : -1;
        period = profile.PeriodColumn is { } periodName ? header[periodName] : -1;
        bySpan = groups.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All groups in the order of their first rows.</summary>
    public IEnumerable<ProfileGroup> Groups => groups.Values;

    /// <summary>The trimmed product cell of the current row.</summary>
    public ReadOnlySpan<char> Product => Text(product);

    /// <summary>The group of the current row.</summary>
    public ProfileGroup Current()
    {
        var number = Text(product);
        if (service < 0 && period < 0)
        {
            if (last is null || !number.SequenceEqual(lastProduct))
                (last, lastProduct) = (bySpan.TryGetValue(number, out var simple) ? simple : Add(number.ToString()), number.ToString());
            return last;
        }

        var own = Text(service).SequenceEqual(number) ? default : Text(service);
        var key = $"{number}\n{own}\n{PeriodKey()}";
        return groups.TryGetValue(key, out var known) ? known : Add(key);
    }

    /// <summary>The same for all notations of a period; a faulty one as it stands.</summary>
    private string PeriodKey()
    {
        var text = Text(period);
        var known = periodKeys.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(text, out var canonical))
            known[text] = canonical = PeriodText.TryParse(text, out var parsed) ? parsed.ToString() : text.ToString();
        return canonical;
    }

    private ProfileGroup Add(string key)
    {
        var rowPeriod = default(Period);
        var hasPeriod = period < 0 || PeriodText.TryParse(Text(period), out rowPeriod);
        if (!hasPeriod)
            context.Findings.Add(DeliveryFindings.UnknownPeriod(new Place(rows.Line, period), Text(period).ToString()));
        var periods = slots.Select(slot => slot.Period ?? rowPeriod).ToArray();
        var figures = slots.Select((slot, index) => slot.Period is null && !hasPeriod ? null : FigureOf(slot, periods[index].Year)).ToArray();
        var group = new ProfileGroup(figures, periods, profile.UnknownProducts == UnknownProducts.Hint && Array.TrueForAll(figures, figure => figure is null));
        return groups[key] = group;
    }

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
            return Once(number + "\n" + wrong, place => DeliveryFindings.UnknownService(place, wrong, number, Suggestion.For(wrong, found.ServiceNumbers)), service);
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

    private FigureKey? Once(string key, Func<Place, Findings.Finding> finding, int column)
    {
        if (reported.Add(key))
            context.Findings.Add(finding(new Place(rows.Line, column)));
        return null;
    }

    private ReadOnlySpan<char> Text(int column) => column < 0 ? default : TextFormula.Unwrap(Blanks.Trim(rows.Cell(column)));
}
