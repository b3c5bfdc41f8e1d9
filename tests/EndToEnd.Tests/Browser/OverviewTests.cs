using System.Globalization;
using Microsoft.Playwright;
using Produktreport.Core.Reports;
using Produktreport.Functions.Storage;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>How somebody sees at a look how the county stands, and finds a figure.</summary>
public sealed class OverviewTests(FolderPortal portal) : IClassFixture<FolderPortal>
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new() { Width = 360, Height = 740 },
        HasTouch = true,
        IsMobile = true,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Inobhutnahmen_AreFoundInThreeActions_OnAPhone()
    {
        var page = await portal.Open("/", Phone);
        await page.GetByRole(AriaRole.Searchbox).TapAsync();
        await page.Keyboard.TypeAsync("Inobhutnahmen");
        var figure = page.Locator("#suchtafel .treffer li", new() { HasText = "Anzahl Inobhutnahmen" });
        await Assertions.Expect(figure).ToContainTextAsync("139 (Plan 116)");
        await Assertions.Expect(page.Locator("#suchstand")).ToContainTextAsync("Treffer");
        Assert.Equal([], await Portal.Violations(page));
        await figure.GetByRole(AriaRole.Link).TapAsync();
        await page.WaitForURLAsync("**/produkte/3633/2026-Q3*#ebene-36334");
        await Assertions.Expect(page.Locator("#ebene-36334")).ToBeInViewportAsync();
        await portal.Close(page);
    }

    [Fact]
    public async Task WithoutScript_TheSearchIsAPage()
    {
        var page = await portal.Open("/", new() { JavaScriptEnabled = false });
        await page.GetByRole(AriaRole.Searchbox).FillAsync("inobhutname");
        await page.GetByRole(AriaRole.Button, new() { Name = "Suchen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("aber ähnlich geschrieben")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "36334 Inobhutnahme" })).ToBeVisibleAsync();
        Assert.EndsWith("/suche?q=inobhutname", page.Url, StringComparison.Ordinal);
        await portal.Close(page);
    }

    [Fact]
    public async Task Escape_ClosesTheHits_AndKeepsTheField()
    {
        var page = await portal.Open("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("Personal");
        await Assertions.Expect(page.Locator("#suchtafel li").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#suchtafel")).ToBeHiddenAsync();
        Assert.Equal("suchfeld", await page.EvaluateAsync<string>("document.activeElement.id"));
        await portal.Close(page);
    }

    [Fact]
    public async Task TheDeviations_AreThoseOfTheCombinedReport_InItsOrder()
    {
        await using var file = await portal.Files.Open(Area.Reports, FilePath.Of("2026-Q3/gesamt.json"), Cancellation);
        var report = ReportJson.ReadCombined(await file!.ReadAll(Cancellation));
        var page = await portal.Open("/?zeitraum=2026-Q3");
        var rows = await page.Locator("section[aria-labelledby=abweichungen] tbody th a").AllInnerTextsAsync();
        Assert.Equal(report.Deviations.Select(line => $"{line.Product} {line.ProductName}"), rows);
        var goals = await page.Locator("section[aria-labelledby=offen]").InnerTextAsync();
        Assert.Contains($"{report.Goals.Reached} erreicht, {report.Goals.Missed} verfehlt", goals, StringComparison.Ordinal);
        await portal.Close(page);
    }

    [Fact]
    public async Task FiltersAndOrder_StandInTheAddress_AlsoWithoutScript()
    {
        var page = await portal.Open("/?zeitraum=2026-Q3", new() { JavaScriptEnabled = false });
        var form = page.Locator("form.filter");
        await form.Locator("select[name=ampel]").SelectOptionAsync("gelb");
        await form.Locator("select[name=sortierung]").SelectOptionAsync("abweichung");
        await form.GetByRole(AriaRole.Button, new() { Name = "Anwenden" }).ClickAsync();
        var rows = page.Locator("table.produkte tbody tr");
        var deviations = await rows.Locator("td:nth-child(5)").AllInnerTextsAsync();
        Assert.NotEmpty(deviations);
        List<decimal> numbers = [.. deviations.Select(Number)];
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(numbers.Count, await rows.Locator(".ampel.gelb").CountAsync());
        Assert.Contains("ampel=gelb", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Abweichung", Exact = true }).ClickAsync();
        Assert.Equal(numbers.OrderDescending(),
            (await rows.Locator("td:nth-child(5)").AllInnerTextsAsync()).Select(Number));
        await Assertions.Expect(page.Locator("table.produkte th", new() { HasText = "Abweichung" }))
            .ToHaveAttributeAsync("aria-sort", "descending");
        await portal.Close(page);
    }

    [Fact]
    public async Task OnAPhone_NothingOfTheTablesLiesBesideTheScreen()
    {
        var page = await portal.Open("/", Phone);
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main td, main tbody th')].filter(cell => cell.getBoundingClientRect().right > 360)"
            + ".map(cell => cell.textContent)"));
        await portal.Close(page);
    }

    private static decimal Number(string text) =>
        decimal.Parse(text.Split('\u00A0', ' ')[0].Replace(".", "", StringComparison.Ordinal).Replace('\u2212', '-'),
            NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
