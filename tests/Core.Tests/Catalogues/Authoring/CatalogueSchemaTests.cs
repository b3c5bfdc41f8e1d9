using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Tests.Catalogues.Authoring;

/// <summary>The schemas under docs/schema say what the reader accepts.</summary>
public sealed class CatalogueSchemaTests
{
    private const string Number =
        "^(?!([Gg][Ee][Ss][Aa][Mm][Tt]|.*\\.([Vv][0-9]+|[Oo][Ee][Ff][Ff][Ee][Nn][Tt][Ll][Ii][Cc][Hh]|"
            + "[Ff][Rr][Ee][Ii][Gg][Aa][Bb][Ee]))$)"
        + "[A-Za-z0-9]([A-Za-z0-9.\\-]{0,18}[A-Za-z0-9])?$";

    public static TheoryData<string> Names => [.. CatalogueSchema.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_IsTheOneTheReaderChecksAgainst(string name) =>
        Approved.Text(Repository.At("docs", "schema", name), CatalogueSchema.All[name]);

    [Theory]
    [InlineData("rahmen.schema.json", "aemter")]
    [InlineData("produkt.schema.json", "leistungen")]
    [InlineData("profil.schema.json", "werte")]
    public void EveryKeyOfTheSchema_IsKnownToTheReader_AndAnotherIsNot(string name, string required)
    {
        var schema = JsonNode.Parse(CatalogueSchema.All[name])!;
        var keys = schema["properties"]!.AsObject().Select(property => property.Key).ToList();
        Assert.Contains(required, keys);
        foreach (var key in keys.Append("gibt_es_nicht"))
        {
            var path = name[0] == 'r' ? "2026/rahmen.yaml" : name[..6] == "produk" ? "2026/produkte/1111.yaml"
                : "2026/profile/x.yaml";
            var findings = CatalogueReader.Read([Katalog.File(path, key + ":\n")]).Findings;
            Assert.Equal(key == "gibt_es_nicht", findings.Any(finding => finding.Code == "PR-2020"));
            Assert.Equal(
                !schema["required"]!.AsArray().Any(item => (string?)item == key),
                    !findings.Any(finding => finding.Code == "PR-2022"));
        }
    }

    [Theory]
    [InlineData("nummer", "1111", "11.1-2", "A1", "", "-1", "1-", "ä", "1 2", "123456789012345678901",
        "1.1.1.01", "gesamt", "Gesamt", "gesamt.1", "1111.v2", "1111.V2", "1111.v", "1111.v2.1", "v2", "1111.oeffentlich",
        "1111.freigabe")]
    [InlineData("id", "a", "ergebnis_je_1000_ew", "a1", "A", "1a", "_a", "ä", "a-b")]
    public void PatternOfTheSchema_AndTheReader_AgreeOnExamples(string key, params string[] texts)
    {
        var pattern = key == "id" ? "^[a-z][a-z0-9_]{0,59}$" : Number;
        Assert.Contains(
            JsonValue.Create(pattern)
                .ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
                    CatalogueSchema.All["produkt.schema.json"], StringComparison.Ordinal);
        foreach (var text in texts)
        {
            var item = key == "id" ? $"grundzahlen: [{{id: \"{text}\", bezeichnung: A, jahreswert: summe}}]"
                : $"leistungen: [{{nummer: \"{text}\", bezeichnung: A, art: intern}}]";
            var findings = Katalog.Read(product: Katalog.Product + item + "\n").Findings;
            Assert.Equal(
                Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)),
                    !findings.Any(finding => finding.Code == "PR-2031"));
        }
    }

    [Fact]
    public void EveryProperty_IsDescribedInGerman()
    {
        foreach (var text in CatalogueSchema.All.Values)
            AssertDescribed(JsonNode.Parse(text)!);
    }

    private static void AssertDescribed(JsonNode node)
    {
        foreach (var (name, property) in node["properties"]?.AsObject().ToList() ?? [])
        {
            Assert.True(((string?)property!["description"])?.EndsWith('.'), name);
            foreach (var variant in property["anyOf"]?.AsArray().ToList() ?? [property])
                AssertDescribed(variant!["items"] ?? variant);
        }
    }
}
