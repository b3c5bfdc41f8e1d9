using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Produktreport.Functions.Tests.Web;

[Collection(SharedCounty.Name)]
public sealed partial class SourcePageTests(WebCounty county)
{
    [Theory]
    [InlineData("1111")]
    [InlineData("1121")]
    public async Task EveryOriginOfAReport_IsMarkedWithItsText(string product)
    {
        using var client = county.As("controlling");
        using var report =
            JsonDocument.Parse(
                await client.GetStringAsync($"/api/v1/berichte/{WebCounty.Period}/{product}.json",
                TestContext.Current.CancellationToken));
        var origins = report.RootElement.GetProperty("zeilen").EnumerateArray()
            .SelectMany(row => row.GetProperty("herkunft").EnumerateArray())
            .Select(origin =>
                (File: Text(origin, "datei"), Line: origin.GetProperty("zeile").GetInt32(), Column: Text(origin, "spalte"),
                    Raw: Text(origin, "text"))).Distinct().ToList();
        Assert.NotEmpty(origins);
        foreach (var (file, line, column, raw) in origins)
            Assert.Equal(raw, await Marked(client, file, line, column));
    }

    [Fact]
    public async Task AFileWithASepLine_IsMarkedInTheRowThatExcelShows()
    {
        using var client = county.As("controlling");
        using var content = new ByteArrayContent(
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("sep=;\r\nProdukt;Wert\r\n\"1121\r\n\";17\r\n")]);
        using var upload = await client.PutAsync("/api/v1/eingang/personalamt/sep.csv", content,
            TestContext.Current.CancellationToken);
        Assert.Equal("17", await Marked(client, "personalamt/sep.csv", 2, "B"));
    }

    [Fact]
    public async Task TheCellOfASum_NamesAllItsLines_OnItsPageAndToPrograms()
    {
        using var client = county.As("controlling");
        var rows = Enumerable.Range(0, 60).Select(row => $"{(row % 2 == 0 ? "5371" : "5711")};50110000;Löhne;1,00\r\n");
        using var content = new StringContent("Produkt;Sachkonto;Bezeichnung;Ist 2025\r\n" + string.Concat(rows));
        using var upload = await client.PutAsync("/api/v1/eingang/kaemmerei/sachkonten-herkunft.csv", content,
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, upload.StatusCode);
        var rule = $"Summe der Zeilen {string.Join(", ", Enumerable.Range(1, 29).Select(row => 2 * row))} und 60";
        const string Cell = "kaemmerei/sachkonten-herkunft.csv?zeile=2&spalte=D";
        using var origin = JsonDocument.Parse(
            await client.GetStringAsync($"/api/v1/herkunft/{Cell}", TestContext.Current.CancellationToken));
        var value = Assert.Single(origin.RootElement.GetProperty("werte").EnumerateArray());
        Assert.Equal(("5371", "aufwendungen", "2025", "ist", 30m, rule),
            (Text(value, "ebene"), Text(value, "id"), Text(value, "periode"), Text(value, "art"),
                value.GetProperty("wert").GetDecimal(), Text(value, "regel")));
        Assert.Contains($"5371 aufwendungen (Jahr 2025, Ist) = 30: {rule}</li>",
            WebUtility.HtmlDecode(await client.GetStringAsync($"/quellen/{Cell}", TestContext.Current.CancellationToken)),
            StringComparison.Ordinal);
    }

    private static string Text(JsonElement origin, string name) => origin.GetProperty(name).ToString();

    private static async Task<string> Marked(HttpClient client, string file, int line, string column)
    {
        var page = await client.GetStringAsync($"/quellen/{file}?zeile={line}&spalte={column}",
            TestContext.Current.CancellationToken);
        return WebUtility.HtmlDecode(Mark().Match(page).Groups["text"].Value);
    }

    [GeneratedRegex("<mark>(?<text>[^<]*)</mark>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
