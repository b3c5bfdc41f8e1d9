using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;
using Produktreport.Core.Comparisons.Files;
using Produktreport.Core.Tests.Catalogues;

namespace Produktreport.Core.Tests.Comparisons;

/// <summary>With whom a county is compared, and what never counts as another's figure.</summary>
public sealed class PeersTests
{
    // 1.000 Einwohner, key 07999; the product has number 1111 of its own and 3633 in the Produktrahmen.
    private const string Product = """
        produkt: "1111"
        produktrahmen: "3633"
        bezeichnung: Produkt
        amt: amt
        grundzahlen:
          - {id: kosten, bezeichnung: Kosten, einheit: €, jahreswert: summe, vergleichbar: kosten_hilfen}

        """;

    private const string Flat =
        "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;"
        + "1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;"
        + "value;value_unit;value_variable_code;value_variable_label\n";

    // rules; the counties compared with
    [Theory]
    [InlineData("", "06001 07131 07132 07133")]
    [InlineData("{auswahl: land}", "07131 07132 07133")]
    [InlineData("{auswahl: aehnlich}", "07131 07132")]
    [InlineData("{auswahl: aehnlich, band: 10}", "07131")]
    [InlineData("{auswahl: aehnlich, band: 100}", "07131 07132 07133")]
    [InlineData("{auswahl: liste, kreise: [\"07132\", \"06001000\", \"09999\"]}", "06001 07132")]
    public void Peers_AreThoseOfTheCatalogue(string rules, string expected)
    {
        var set = ComparisonSet.Of(
        [
            Figure("07999", 1), Figure("07133", 4, 2000), Figure("07131", 2, 1100), Figure("07132", 3, 800), Figure("06001", 5),
            Figure("07135", 6, 1000) with { Unit = "T€" }, Figure("07136", 7, 1000) with { Figure = FigureId.Of("anderes") },
            Figure("07137", 8, 1000) with { Product = ProductNumber.Of("1111") }, Figure("07138", 9) with { Year = 2024 },
            Figure("07139001", 10, 1000),
        ]);
        Assert.Equal(expected, string.Join(' ', Found(set, Catalogue(rules)).Select(figure => figure.Region)));
    }

    [Fact]
    public void WithoutAKeyOfItsOwn_ACountyHasNoPeers() =>
        Assert.Null(Peers.Of(ComparisonSet.Of([Figure("07131", 1)]), Catalogue("") with { CountyKey = null }));

    [Theory]
    [InlineData("", "PR-2232")]
    [InlineData("schluessel: \"079\"\n", "PR-2232")]
    [InlineData("schluessel: \"07999\"\n", "")]
    public void SharedFigures_NeedTheKeyOfACounty(string key, string expected) => Assert.Equal(
        expected, string.Join(' ', Katalog.Read(Katalog.Frame + key, Product).Findings.Select(finding => finding.Code)));

    [Fact]
    public void UnitsOfTheOffices_AreThoseOfTheCatalogue() =>
        Assert.Single(Found(ComparisonSet.Of([Figure("07131", 1) with { Unit = "EUR" }]), Catalogue("")));

    [Fact]
    public void PopulationOfTheStatistics_CountsWhereTheFileHasNone()
    {
        var people = Figure("07131", 1050) with { Figure = ComparisonSet.Population, Unit = "", Year = 2023 };
        var set = ComparisonSet.Of([people, Figure("07131", 2), Figure("07132", 3)]);
        Assert.Equal("07131", Assert.Single(Found(set, Catalogue("{auswahl: aehnlich}"))).Region.Text);
        Assert.Equal(1050, set.PopulationOf(RegionKey.Of("07131"), 2020));
        Assert.Null(set.PopulationOf(RegionKey.Of("07132"), 2020));
    }

    [Fact]
    public void FlatFile_BringsTheCounties_AndNothingElse()
    {
        var catalogue = Catalogue("{statistik: [{datei: f.csv, produkt: \"3633\", kennung: kosten_hilfen, lizenz: dl}]}");
        var file = ComparisonFile.Read(
            "f.csv",
            Encoding.UTF8.GetBytes(Flat + Row("07131", "", "5000000") + Row("07132", "", ".") + Row("07", "", "9") + Row("DG", "",
                "9") + Row("07133", "GESW", "1") + Row("07999", "", "4000000") + Row("071340000000", "", "7,5")),
            catalogue.Peers.Statistics);
        Assert.Empty(file.Findings);
        var (set, judged) = ComparisonFiles.Join([("f.csv", file)], CatalogueSet.Of(catalogue));
        Assert.Equal("07131 5000000 | 07134 7.5", string.Join(" | ", Found(set, catalogue)
            .Select(figure => string.Create(CultureInfo.InvariantCulture, $"{figure.Region} {figure.Value}"))));
        Assert.Equal("PR-3020", Assert.Single(judged[0].Findings).Code);
    }

    [Theory]
    [InlineData("", "PR-3023")]
    [InlineData("{statistik: [{datei: f.csv, merkmal: X, produkt: \"3633\", kennung: k, lizenz: dl}]}", "PR-3024")]
    [InlineData("{statistik: [{datei: f.csv, produkt: \"3633\", kennung: k, lizenz: dl}]}", "PR-3025")]
    public void FlatFile_ThatCannotBeMapped_IsAnswered(string rules, string code)
    {
        var twice = Encoding.UTF8.GetBytes(Flat + Row("07131", "", "1") + Row("07131", "", "2"));
        var file = ComparisonFile.Read("f.csv", twice, Catalogue(rules).Peers.Statistics);
        Assert.Equal(code, Assert.Single(file.Findings).Code);
    }

    [Fact]
    public void WhatOneFileSaysOfTheCatalogueAndTheOthers_StandsInItsFindings()
    {
        var first = new ComparisonFile([Figure("07131", 1)], []);
        var second = new ComparisonFile(
            [Figure("07131", 2), Figure("07999", 3), Figure("07132", 4) with { Unit = "T€" }], []);
        var third = new ComparisonFile([Figure("07133", 5) with { Figure = FigureId.Of("anderes") }], []);
        var (set, files) = ComparisonFiles.Join([("a", first), ("b", second), ("c", third)], CatalogueSet.Of(Catalogue("")));
        Assert.Equal(1, Assert.Single(Found(set, Catalogue(""))).Value);
        Assert.Equal(
            ["", "PR-3026 PR-3021 PR-3020", "PR-3022"],
            files.Select(file => string.Join(' ', file.Findings.Select(finding => finding.Code))));
    }

    private static string Row(string region, string sex, string value) =>
        $"22541;Hilfen;JAHR;Jahr;2025;KREISE;Kreise;{region};Name;GES;Geschlecht;{sex};{(sex.Length == 0 ? "Insgesamt" : "w")};"
        + $"{value};EUR;KOSTEN;Kosten\n";

    private static ImmutableArray<OpenFigure> Found(ComparisonSet set, Catalogue catalogue)
    {
        var product = catalogue.Products[0];
        return [.. Peers.Of(set, catalogue)!.Find(product, product.Find(FigureId.Of("kosten"))!, 2025)];
    }

    private static Catalogue Catalogue(string rules)
    {
        var frame = Katalog.Frame + "schluessel: \"07999\"\n" + (rules.Length == 0 ? "" : $"vergleich: {rules}\n");
        var reading = Katalog.Read(frame, Product);
        Assert.Empty(reading.Findings);
        return reading.Catalogues.ByYear[2026];
    }

    private static OpenFigure Figure(string region, decimal value, int? population = null) => new()
    {
        Region = RegionKey.Of(region),
        Year = 2025,
        Product = ProductNumber.Of("3633"),
        Figure = FigureId.Of("kosten_hilfen"),
        Value = value,
        Unit = "€",
        Population = population,
        Provenance = "Bericht",
        Licence = "dl-de/by-2-0",
    };
}
