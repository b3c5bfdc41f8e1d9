using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Reads with whom and from what the county compares itself.</summary>
internal static class PeerReading
{
    /// <summary>The rules of <c>rahmen.yaml</c>; the defaults for what it leaves out.</summary>
    public static PeerRules Of(Section frame, FindingList findings)
    {
        if (frame.Child("vergleich") is not { } section)
            return PeerRules.Default;
        var choice = section.Word("auswahl", Words.PeerChoices, PeerRules.Default.Choice);
        if (choice == PeerChoice.Listed != section.Map.Find("kreise") is YamlList)
            findings.Add(CatalogueFindings.PeersUnclear(section.Place));
        return new PeerRules(
            choice, section.Number("band") ?? PeerRules.Default.Band, [.. section.Texts("kreise").Select(county => county.Text)],
            section.Text("lizenz"), [.. section.Children("statistik").Select(Statistic).OfType<SharedStatistic>()]);
    }

    /// <summary>A county without key, and shared ids that would not say which figure is meant.</summary>
    public static IEnumerable<Finding> Check(Section section, Catalogue frame, IEnumerable<ProductDraft> products)
    {
        var shared = (from product in products
                      from figure in product.Levels.SelectMany(level => level.Figures)
                      where figure.Figure.Shared is not null
                      select (Product: product.Product.FrameNumber, figure.Figure, figure.Figure.Shared!.Id, figure.Section))
            .ToList();
        if (shared.Count > 0 && frame.CountyKey is not { Length: 5 or 8 or 12 })
            yield return CatalogueFindings.NoKeyToCompare(section.Place);
        foreach (var same in shared.GroupBy(each => (each.Product, each.Id)))
        {
            foreach (var (product, _, id, place) in same.Skip(1))
                yield return CatalogueFindings.SharedTwice(place.At("vergleichbar"), id.Text, product.Text);
        }

        foreach (var same in shared.GroupBy(each => each.Id))
        {
            var first = same.First().Figure.Unit;
            foreach (var (_, figure, id, place) in same.Where(each => each.Figure.Unit != first))
                yield return CatalogueFindings.SharedUnitDiffers(place.At("vergleichbar"), id.Text, figure.Unit, first);
        }
    }

    private static SharedStatistic? Statistic(Section entry) =>
        entry.Form("datei", TextForms.DataFile) is { } file && entry.NumberText("produkt") is { } product
        && entry.Id("kennung") is { } id && entry.Text("lizenz") is { } licence
            ? new SharedStatistic(
                file, entry.Text("merkmal"), [.. entry.Texts("auspraegungen").Select(category => category.Text)],
                ProductNumber.Of(product), id, licence)
            : null;
}
