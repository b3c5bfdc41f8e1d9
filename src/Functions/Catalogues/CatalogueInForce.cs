namespace Produktreport.Functions.Catalogues;

/// <summary>The catalogues in force.</summary>
/// <param name="Catalogues">As they were published.</param>
/// <param name="Version">Identifies exactly these. Opaque.</param>
internal sealed record CatalogueInForce(CatalogueSet Catalogues, string Version)
{
    /// <summary>
    /// The catalogues with the products that deliveries created. A product of the catalogue wins over a created one, an earlier
    /// delivery's over a later one's.
    /// </summary>
    public CatalogueSet With(IEnumerable<ProductCreation> created)
    {
        var catalogues = Catalogues;
        foreach (var year in created.OrderBy(creation => creation.By).GroupBy(creation => creation.Created.Year))
        {
            if (catalogues.For(year.Key) is not { } catalogue)
                continue;
            var unknown = year.Select(creation => creation.Created.Product).DistinctBy(product => product.Number)
                .Where(product => catalogue.Find(product.Number) is null);
            catalogues = new CatalogueSet(catalogues.ByYear.SetItem(catalogue.Year, catalogue.With(unknown)));
        }

        return catalogues;
    }
}
