using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Keys;

/// <summary>The keys of one catalogue as files write them, for looking up cells without making strings of them.</summary>
internal sealed class CatalogueIndex
{
    private readonly Dictionary<string, ProductKeys> products = [];
    private readonly Dictionary<string, ProductKeys> byService = [];
    private readonly Dictionary<string, ProductKeys>.AlternateLookup<ReadOnlySpan<char>> productsBySpan;

    private readonly ImmutableArray<Department> acting;

    /// <summary>Indexes a catalogue for deliveries of one department.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="acting">The departments of the catalogue for which it delivers, itself first.</param>
    public CatalogueIndex(Catalogue catalogue, IEnumerable<Department> acting)
    {
        Catalogue = catalogue;
        this.acting = [.. acting];
        Department = this.acting.FirstOrDefault();
        productsBySpan = products.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var product in catalogue.Products)
            Add(product);
    }

    /// <summary>The catalogue.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The delivering department, under the name it had then; null where the catalogue does not know it.</summary>
    public Department? Department { get; }

    /// <summary>All product numbers.</summary>
    public IEnumerable<string> ProductNumbers => products.Keys;

    /// <summary>The product with this number; null where there is none.</summary>
    public ProductKeys? Find(ReadOnlySpan<char> number) =>
        productsBySpan.TryGetValue(number, out var keys)
            || productsBySpan.TryGetValue(WholeNumber.DigitsOf(number), out keys)
            || products.TryGetValue(Blanks.Collapse(number), out keys) ? keys : GroupedNumber.FindIn(products, number);

    /// <summary>The product that has this service; null where none has.</summary>
    public ProductKeys? FindByService(string number) => byService.GetValueOrDefault(number);

    /// <summary>The levels, of all products, that have a figure of this name.</summary>
    public IEnumerable<LevelKeys> LevelsWith(string figure) =>
        products.Values.SelectMany(product => product.Levels).Where(level => level.Find(figure) is not null);

    /// <summary>Adds a product, as one created from the file.</summary>
    public ProductKeys Add(Product product)
    {
        var keys = new ProductKeys(product, MayDeliver(product));
        products[product.Number.Text] = keys;
        foreach (var service in product.Services)
            byService.TryAdd(service.Number.Text, keys);
        return keys;
    }

    private bool MayDeliver(Product product) => acting.Any(department => department.MayDeliver(product));
}
