using System.Text.Json;
using Produktreport.Functions.Standalone;

namespace Produktreport.Functions.Tests.Comparisons;

/// <summary>From one county's released report to a chart in another's, and what becomes of files on the way.</summary>
public sealed class ComparisonRunTests
{
    private const string Header =
        "schluessel;koerperschaft;jahr;produkt;kennzahl;bezeichnung;wert;einheit;einwohner;vergleichbarkeit;herkunft;lizenz\n";

    [Fact]
    public async Task FromTheExportOfOneCounty_ToAChartInTheReportOfAnother_InThreeCommands()
    {
        using var one = new ComparedCounty("07131", "3633", costs: 55_000);
        using var other = new ComparedCounty("07999", "1111", costs: 62_400);
        await one.Once();
        await one.Release();

        var (given, said) = await one.Call("vergleich", "ausgeben", "2025", other.At("vergleich"));
        var (right, found) = await other.Call("vergleich", "pruefen", other.At("vergleich/kennzahlen-offen-07131-2025.csv"));
        var run = await other.Once();

        Assert.True(given == ExitCodes.Success, said);
        Assert.True(right == ExitCodes.Success, found);
        Assert.Contains("✔ vergleich/kennzahlen-offen-07131-2025.csv: 2 Werte übernommen", run, StringComparison.Ordinal);
        var figure = Comparison(other).GetProperty("zahlen")[0];
        Assert.Equal(
            "2025: 62.400 €; ein einziger vergleichbarer Kreis liegt vor, mit 55.000 €. Für Viertel sind es zu wenige.",
            figure.GetProperty("text").GetString());
        Assert.Equal("Landkreis 07131: Träger ist ein Zweckverband.", figure.GetProperty("hinweise")[1].GetString());
        Assert.Equal("Landkreis 07131 (Lizenz: dl-de/by-2-0)", figure.GetProperty("quellen")[0].GetString());
        var page = await other.Page("/produkte/1111/2025");
        Assert.Contains("Vergleich mit anderen Kreisen", page, StringComparison.Ordinal);
        Assert.Contains("Vergleichsstreifen Kosten der Hilfen 2025: eigener Wert 62.400\u00A0€", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsHiddenFromThePublic_IsNotInTheFile()
    {
        using var county = new ComparedCounty("07131", "3633", costs: 55_000);
        await county.Once();
        await county.Release();
        var (_, said) = await county.Call("vergleich", "ausgeben", "2025", county.At("offen.json"));
        var file = county.Read("offen.json");
        Assert.Contains("71234", county.Read("berichte/2025/3633.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("71234", file, StringComparison.Ordinal);
        Assert.DoesNotContain("personalkosten", file, StringComparison.Ordinal);
        Assert.Contains("\"wert\": 55000", file, StringComparison.Ordinal);
        Assert.Contains("2 Zahlen", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotReleased_IsNotGivenOut()
    {
        using var county = new ComparedCounty("07131", "3633", costs: 55_000);
        await county.Once();
        var (exitCode, said) = await county.Call("vergleich", "ausgeben", "2025", county.At("offen.csv"));
        Assert.Equal(ExitCodes.InputRejected, exitCode);
        Assert.Contains("3633 Hilfen: Der Jahresbericht ist nicht freigegeben", said, StringComparison.Ordinal);
        Assert.False(File.Exists(county.At("offen.csv")));
    }

    [Fact]
    public async Task ABadFile_IsAnswered_AndStopsNothing()
    {
        using var county = new ComparedCounty("07999", "1111", costs: 62_400);
        county.Write("vergleich/a.csv", Header + Row("07131", "1") + Row("07132", "2.5"));
        county.Write("vergleich/b/gut.csv", Header + Row("07133", "3"));
        county.Write("vergleich/c.xlsx", "PK");
        county.Write("vergleich/.DS_Store", "x");
        var said = await county.Once(ExitCodes.InputRejected);
        Assert.Contains("✘ vergleich/a.csv: abgelehnt (1 Fehler) → quittungen/vergleich/a.csv.html", said,
            StringComparison.Ordinal);
        Assert.Equal(1, Comparison(county).GetProperty("zahlen")[0].GetProperty("jahre")[0].GetProperty("anzahl").GetInt32());
        Assert.Equal(["PR-3009 3G"], Findings(county, "vergleich/a.csv"));
        Assert.Equal(["PR-3027 "], Findings(county, "vergleich/c.xlsx"));
        Assert.Empty(Findings(county, "vergleich/b/gut.csv"));
        Assert.True(File.Exists(county.At("quittungen/amt/2025.csv.json")));

        // Mended, and another taken away: the report follows, and the receipt of what is gone is gone.
        county.Write("vergleich/a.csv", Header + Row("07131", "1") + Row("07132", "2,5"));
        File.Delete(county.At("vergleich/b/gut.csv"));
        File.Delete(county.At("vergleich/c.xlsx"));
        await county.Once();
        Assert.Equal(2, Comparison(county).GetProperty("zahlen")[0].GetProperty("jahre")[0].GetProperty("anzahl").GetInt32());
        Assert.False(File.Exists(county.At("quittungen/vergleich/b/gut.csv.json")));
        Assert.False(File.Exists(county.At("quittungen/vergleich/c.xlsx.html")));
        Assert.True(File.Exists(county.At("quittungen/amt/2025.csv.json")));

        // Nothing is read twice, and nothing written: the same again.
        var before = File.GetLastWriteTimeUtc(county.At("berichte/2025/1111.json"));
        await county.Once();
        Assert.Equal(before, File.GetLastWriteTimeUtc(county.At("berichte/2025/1111.json")));
    }

    [Fact]
    public async Task WhatIsNoFile_IsAnsweredOnce_AndStopsNothing()
    {
        using var county = new ComparedCounty("07999", "1111", costs: 62_400);
        county.Write("vergleich/gut.csv", Header + Row("07131", "1"));
        county.Write("vergleich/größe?.csv", Header + Row("07132", "2"));
        File.CreateSymbolicLink(county.At("vergleich/verweis.csv"), county.At("vergleich/gut.csv"));
        var first = await county.Once(ExitCodes.InputRejected);
        Assert.Contains("✘ vergleich/größe?.csv: abgelehnt", first, StringComparison.Ordinal);
        Assert.Contains("✘ vergleich/verweis.csv: abgelehnt", first, StringComparison.Ordinal);
        Assert.Equal(3, Directory.EnumerateFiles(county.At("quittungen/vergleich"), "*.json").Count());
        Assert.Equal(1, Comparison(county).GetProperty("zahlen")[0].GetProperty("jahre")[0].GetProperty("anzahl").GetInt32());
        var second = await county.Once(ExitCodes.InputRejected);
        Assert.DoesNotContain("vergleich/", second, StringComparison.Ordinal);
        File.Delete(county.At("vergleich/verweis.csv"));
        await county.Once(ExitCodes.InputRejected);
        Assert.False(File.Exists(county.At("quittungen/vergleich/verweis.csv.json")));
    }

    [Fact]
    public async Task OnesOwnFigures_AreNeverThoseOfAFile()
    {
        using var county = new ComparedCounty("07999", "1111", costs: 62_400);
        county.Write("vergleich/a.csv", Header + Row("07999", "1") + Row("07131", "2"));
        await county.Once();
        var year = Comparison(county).GetProperty("zahlen")[0].GetProperty("jahre")[0];
        Assert.Equal((62_400, 1), (year.GetProperty("wert").GetInt32(), year.GetProperty("anzahl").GetInt32()));
        Assert.Equal(["PR-3020 "], Findings(county, "vergleich/a.csv"));
    }

    [Fact]
    public async Task WithoutFiles_TheReportIsByteForByteTheSame_WhateverTheCatalogueShares()
    {
        using var shared = new ComparedCounty("07999", "1111", costs: 62_400);
        using var alone = new ComparedCounty("07999", "1111", costs: 62_400);
        var product = alone.Read("katalog/2025/produkte/1111.yaml");
        alone.Write("katalog/2025/produkte/1111.yaml", product
            .Replace(", vergleichbar: kosten_hilfen, vergleichshinweis: Träger ist ein Zweckverband.", "",
                StringComparison.Ordinal)
            .Replace(", vergleichbar: stellen", "", StringComparison.Ordinal)
            .Replace(", vergleichbar: personalkosten", "", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(alone.At("eingang/amt/2025.csv"), new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(shared.At("eingang/amt/2025.csv"), new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc));
        await shared.Once();
        await alone.Once();
        foreach (var name in (string[])["berichte/2025/1111.json", "berichte/2025/1111.pdf", "berichte/2025/gesamt.pdf"])
            Assert.Equal(await Bytes(alone, name), await Bytes(shared, name));
        Assert.False(Directory.Exists(shared.At("quittungen/vergleich")));
    }

    [Theory]
    [InlineData("vergleich ausgeben 2024 x", "Einen gültigen Katalog 2024 gibt es nicht.")]
    [InlineData("vergleich pruefen {file}", "PR-3002")]
    public async Task WhatCannotBeDone_IsSaid(string words, string expected)
    {
        using var county = new ComparedCounty("07999", "1111", costs: 1);
        county.Write("x.csv", "a;b\n1;2\n");
        await county.Once();
        var (exitCode, said) = await county.Call([
            .. words.Replace("{file}", county.At("x.csv"), StringComparison.Ordinal).Split(' ')]);
        Assert.Equal(ExitCodes.InputRejected, exitCode);
        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    private static string Row(string region, string value) =>
        $"{region};Kreis {region};2025;3633;kosten_hilfen;;{value};€;;;Bericht;dl-de/by-2-0\n";

    private static Task<byte[]> Bytes(ComparedCounty county, string path) =>
        File.ReadAllBytesAsync(county.At(path), TestContext.Current.CancellationToken);

    private static JsonElement Comparison(ComparedCounty county) =>
        JsonDocument.Parse(county.Read("berichte/2025/1111.json")).RootElement.GetProperty("vergleich");

    private static IEnumerable<string> Findings(ComparedCounty county, string path) =>
        JsonDocument.Parse(county.Read($"quittungen/{path}.json")).RootElement.GetProperty("befunde").EnumerateArray()
            .Select(each => $"{each.GetProperty("code").GetString()} {each.GetProperty("zeile")}{each.GetProperty("spalte")}");
}
