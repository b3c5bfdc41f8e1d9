using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Functions.Catalogues;

namespace Produktreport.Functions.Tests.Web;

/// <summary>The catalogue in the portal: what is in force, what is wrong, what it would take, and who decides.</summary>
public sealed partial class CataloguePageTests(WebCounty county) : IClassFixture<WebCounty>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Frame => Path.Combine(county.Data, "katalog", "2025", "rahmen.yaml");

    private string Product => Path.Combine(county.Data, "katalog", "2025", "produkte", "1121.yaml");

    [Fact]
    public async Task FaultyCatalogue_IsSaidOnEveryPageOfControlling_UntilItIsMended()
    {
        var right = await File.ReadAllTextAsync(Frame, Cancellation);
        await File.WriteAllTextAsync(Frame, right.Replace("koerperschaft:", "koerperschafft:", StringComparison.Ordinal),
            Cancellation);
        await county.Work();
        foreach (var address in (string[])["/", "/freigabe", "/produkte/1121/2025-Q1", "/katalog", "/gibt-es-nicht"])
        {
            Assert.Contains("Der Katalog 2025 ist fehlerhaft", await Page("controlling", address), StringComparison.Ordinal);
            if (address is "/" or "/gibt-es-nicht")
                Assert.DoesNotContain("fehlerhaft", await Page("fachamt", address), StringComparison.Ordinal);
        }

        Assert.Contains("2025/rahmen.yaml, Zeile ", await Page("controlling", "/katalog"), StringComparison.Ordinal);
        Assert.Contains("2025/rahmen.yaml", await Page("controlling", "/katalog/pruefung"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Frame, right, Cancellation);
        await county.Work();
        Assert.DoesNotContain("ist fehlerhaft", await Page("controlling", "/katalog"), StringComparison.Ordinal);
        Assert.Contains("ohne Fehler.", await Page("controlling", "/katalog/pruefung"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CatalogueThatTakesValues_WaitsUntilAdministrationDecides_AboutExactlyThis()
    {
        var right = await File.ReadAllTextAsync(Product, Cancellation);
        await File.WriteAllTextAsync(Product, right.Replace("amt: personalamt", "amt: bauamt", StringComparison.Ordinal),
            Cancellation);
        await county.Work();
        var page = await Page("controlling", "/katalog");
        Assert.Contains("Katalog 2025 wartet auf eine Entscheidung", page, StringComparison.Ordinal);
        Assert.Contains("personalamt/2025-ist.csv", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Katalog in Kraft setzen", page, StringComparison.Ordinal);
        var asked = await county.App.Services.GetRequiredService<CatalogueDecisions>().Read(Cancellation);
        Assert.Contains("Nichts geändert", await Decide("eine-andere-fassung"), StringComparison.Ordinal);
        Assert.Contains("wartet auf eine Entscheidung", await Page("controlling", "/katalog"), StringComparison.Ordinal);
        Assert.Contains("Der Katalog ist in Kraft.", await Decide(asked!.Version), StringComparison.Ordinal);
        Assert.DoesNotContain("wartet auf eine Entscheidung", await Page("controlling", "/katalog"), StringComparison.Ordinal);
        Assert.Matches("administration hat den geänderten Katalog in Kraft gesetzt \\([0-9]+ Lieferung",
            await Page("administration", "/protokoll"));
        await File.WriteAllTextAsync(Product, right, Cancellation);
        await county.Work();
    }

    private async Task<string> Page(string role, string address)
    {
        using var client = county.As(role);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var answer = await client.GetAsync(address, Cancellation);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> Decide(string version)
    {
        using var client = county.As("administration");
        using var page = await client.GetAsync("/katalog", Cancellation);
        var token = WebUtility.HtmlDecode(
            Token().Match(await page.Content.ReadAsStringAsync(Cancellation)).Groups["token"].Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/katalog")
        {
            Content = new FormUrlEncodedContent([new("fassung", version), new("formular", token)]),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await client.SendAsync(request, Cancellation);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [GeneratedRegex("name=\"formular\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
