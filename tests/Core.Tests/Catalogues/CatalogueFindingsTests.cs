using System.Reflection;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>Every code of the catalogue is its own, and explained in the documentation.</summary>
public sealed class CatalogueFindingsTests
{
    private static readonly List<Finding> All = new[] { typeof(CatalogueFindings), typeof(AuthoringFindings) }.SelectMany(
        type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(method => method is { IsPrivate: false, IsSpecialName: false } && method.ReturnType == typeof(Finding))
        .Select(method => (Finding)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!).ToList();

    [Fact]
    public void Codes_AreUnique() => Assert.Equal(All.Count, All.DistinctBy(finding => finding.Code).Count());

    [Fact]
    public void Codes_AreDocumented_AndNothingElseIs()
    {
        var documented = File.ReadLines(DocumentationPath()).Where(line => line.StartsWith("| PR-2", StringComparison.Ordinal))
            .Select(line => line[2..9]);
        Assert.Equal(All.Select(finding => finding.Code).Order(), documented.Order());
    }

    [Fact]
    public void Texts_AreWholeSentences() =>
        Assert.All(All, finding => Assert.True(finding.Text[^1] is '.' or '?' or ')', finding.Text));

    private static string DocumentationPath() =>
        new[] { "befunde.md", "befunde-katalog.md" }.Select(name => Path.Combine(Repository.Root, "docs", name))
            .First(file => File.Exists(file) && File.ReadAllText(file).Contains("PR-2001", StringComparison.Ordinal));

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(CataloguePlace) => new CataloguePlace("2026/rahmen.yaml", 1),
        var type when type == typeof(FormulaSite) =>
            new FormulaSite(new("2026/rahmen.yaml", 1), LevelNumber.Of("1111"), FigureId.Of("x"), "a + b"),
        var type when type == typeof(int) => 1,
        var type when type == typeof(decimal) => 1m,
        var type when type == typeof(DateOnly) => new DateOnly(2026, 1, 1),
        var type when type == typeof(string) => parameter.Name == "detail" ? "Ein Grund." : "wort",
        _ => new List<string> { "eins", "zwei" },
    };
}
