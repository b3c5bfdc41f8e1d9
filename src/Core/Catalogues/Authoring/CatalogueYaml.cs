using System.Text;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>Writes catalogue files in the layout the county's own files have.</summary>
public static class CatalogueYaml
{
    /// <summary>
    /// The text of <c>produkte/{nummer}.yaml</c>: read again within a catalogue with the same standard, it gives the same
    /// product. Lines end in LF; the form's empty fields stand as empty keys.
    /// </summary>
    /// <param name="product">The product.</param>
    /// <param name="standard">The county's standard figures, which the file need not repeat.</param>
    public static string Write(Product product, StandardFigures standard) =>
        YamlWriter.Write(ProductNodes.Of(product, standard), CatalogueFormat.Product);

    /// <summary>The path of a product's file below <c>katalog/</c>.</summary>
    public static string PathOf(int year, ProductNumber product) => $"{year}/produkte/{product}.yaml";

    /// <summary>A product's file.</summary>
    internal static CatalogueFile File(int year, ProductNumber product, YamlMap nodes, string heading = "") =>
        new(PathOf(year, product), Encoding.UTF8.GetBytes(heading + YamlWriter.Write(nodes, CatalogueFormat.Product)));
}
