using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>Catalogue files for tests: the example county, and the smallest catalogue that is valid.</summary>
internal static class Katalog
{
    public static readonly string Frame = CountyFiles.Frame();

    public static readonly string Product = CountyFiles.Product();

    public static CatalogueFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The example of the county, all years or the given ones.</summary>
    public static List<CatalogueFile> Example(params string[] years)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "Catalogues", "Beispiele");
        return [.. Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .Select(
                path => new CatalogueFile(Path.GetRelativePath(root, path).Replace('\\', '/'), System.IO.File.ReadAllBytes(path)))
            .Where(file => years.Length == 0 || years.Contains(file.Path[..4]))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>One year from a frame and, where given, product 1111.</summary>
    public static CatalogueReading Read(string? frame = null, string? product = null, string? profile = null)
    {
        List<CatalogueFile> files = [File("2026/rahmen.yaml", frame ?? Frame)];
        if (product is not null)
            files.Add(File("2026/produkte/1111.yaml", product));
        if (profile is not null)
            files.Add(File("2026/profile/export.yaml", profile));
        return CatalogueReader.Read(files);
    }
}
