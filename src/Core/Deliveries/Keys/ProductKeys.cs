using Produktreport.Core.Catalogues;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>A product and its levels by the texts of their numbers.</summary>
internal sealed class ProductKeys
{
    private readonly LevelKeys own;
    private readonly Dictionary<string, LevelKeys> services;
    private readonly Dictionary<string, LevelKeys>.AlternateLookup<ReadOnlySpan<char>> servicesBySpan;

    /// <summary>Indexes a product.</summary>
    public ProductKeys(Product product, bool mayDeliver)
    {
        Product = product;
        MayDeliver = mayDeliver;
        own = new LevelKeys(product, product);
        services = product.Services.ToDictionary(service => service.Number.Text, service => new LevelKeys(product, service));
        servicesBySpan = services.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The product.</summary>
    public Product Product { get; }

    /// <summary>Whether the delivering department may deliver for it.</summary>
    public bool MayDeliver { get; }

    /// <summary>The product's own level, then its services.</summary>
    public IEnumerable<LevelKeys> Levels => services.Values.Prepend(own);

    /// <summary>The numbers of the services.</summary>
    public IEnumerable<string> ServiceNumbers => services.Keys;

    /// <summary>
    /// The service with this number, the product itself for an empty text or its own number; null where there is none.
    /// </summary>
    public LevelKeys? Find(ReadOnlySpan<char> service)
    {
        if (service.IsEmpty || service.SequenceEqual(Product.Number.Text))
            return own;
        return servicesBySpan.TryGetValue(service, out var level)
            || servicesBySpan.TryGetValue(WholeNumber.DigitsOf(service), out level)
            ? level
            : GroupedNumber.FindIn(services, service);
    }
}

/// <summary>A level and its figures by id, full name and synonyms, whatever the case.</summary>
internal sealed class LevelKeys(Product product, Level level)
{
    private readonly Dictionary<string, Figure> rivals = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, FigureKey>? figures;
    private Dictionary<string, FigureKey>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    /// <summary>The level.</summary>
    public Level Level => level;

    /// <summary>In messages: <c>11112 Bürgersprechstunde</c>.</summary>
    public string Label => $"{level.LevelNumber} {level.Name}";

    /// <summary>The base figures' names, for suggestions.</summary>
    public IEnumerable<string> FigureNames =>
        level.BaseFigures.SelectMany(figure => figure.Synonyms.Prepend(figure.Name).Prepend(figure.Id.Text));

    /// <summary>Whether figures share names.</summary>
    public bool HasRivals => rivals.Count > 0;

    /// <summary>The other figure with the same name; null where the name is unique.</summary>
    public Figure? RivalOf(string name) => rivals.GetValueOrDefault(Blanks.Collapse(name));

    /// <summary>The figure of this id, name or synonym; the first where several share a name; null where there is none.</summary>
    public FigureKey? Find(ReadOnlySpan<char> name)
    {
        if (figures is null)
            Index();
        if (bySpan.TryGetValue(name, out var key))
            return key;
        return bySpan.TryGetValue(Blanks.Collapse(name), out var collapsed) ? collapsed : null;
    }

    private void Index()
    {
        figures = new Dictionary<string, FigureKey>(StringComparer.OrdinalIgnoreCase);
        bySpan = figures.GetAlternateLookup<ReadOnlySpan<char>>();
        var keys = level.Figures.Select(figure =>
            new FigureKey(new FigureAddress(product.Number, level.LevelNumber, figure.Id), figure)).ToList();
        foreach (var key in keys)
            figures[key.Figure.Id.Text] = key;
        foreach (var key in keys)
            Add(Blanks.Collapse(key.Figure.Name), key);
        foreach (var key in keys.Where(key => key.Figure is BaseFigure))
        {
            foreach (var synonym in ((BaseFigure)key.Figure).Synonyms)
                Add(Blanks.Collapse(synonym), key);
        }
    }

    private void Add(string name, FigureKey key)
    {
        if (!figures!.TryAdd(name, key) && figures[name] != key
            && !figures[name].Figure.Id.Text.Equals(name, StringComparison.OrdinalIgnoreCase))
            rivals[name] = key.Figure;
    }
}

/// <summary>A figure of a level; one object for each figure of a catalogue.</summary>
/// <param name="address">Its address.</param>
/// <param name="figure">The figure.</param>
internal sealed class FigureKey(FigureAddress address, Figure figure)
{
    /// <summary>Its address.</summary>
    public FigureAddress Address => address;

    /// <summary>The figure.</summary>
    public Figure Figure => figure;

    /// <summary>The figure as a base figure; null where it is a key figure.</summary>
    public BaseFigure? Base { get; } = figure as BaseFigure;

    /// <summary>Whether it is an amount in euro.</summary>
    public bool IsMoney { get; } = MoneyUnit.IsEuro(figure.Unit);

    /// <summary>Its number among the figures of a delivery, in order of appearance; −1 before it appears.</summary>
    public int Number { get; set; } = -1;
}
