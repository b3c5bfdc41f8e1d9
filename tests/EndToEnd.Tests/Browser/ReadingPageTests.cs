using Microsoft.Playwright;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>How the pages of a product, a figure and a cell are read: on a phone, by keyboard, without a script.</summary>
public sealed class ReadingPageTests(FolderPortal portal) : IClassFixture<FolderPortal>
{
    private const string Product = "/produkte/1111/2026-Q3";
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 360, Height = 740 } };

    [Fact]
    public async Task OnAPhone_LightAndDeviationAreInSight_AndTheFigureStaysWhileTheRestIsScrolled()
    {
        var page = await portal.Open(Product, Phone);
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('#ebene-1111 tbody tr')].flatMap(row => [...row.children].slice(0, 3))
              .filter(cell => cell.getBoundingClientRect().right > cell.closest('.rollbar').getBoundingClientRect().right + 1)
              .map(cell => cell.textContent.trim())
            """));
        Assert.All(await page.EvaluateAsync<double[]>(
            """
            [...document.querySelectorAll('#ebene-1111 tbody th')].slice(0, 2).map(cell => {
              const board = cell.closest('.rollbar');
              board.scrollLeft = 300;
              return Math.round(cell.getBoundingClientRect().left - board.getBoundingClientRect().left - board.clientLeft);
            })
            """), distance => Assert.Equal(0, distance));
        await portal.Close(page);
    }

    [Fact]
    public async Task ByKeyboard_APageOfManyNumbers_HasFewStops()
    {
        var page = await portal.Open(Product);
        var stops = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href], button, summary, [tabindex=\"0\"]')].filter(each => each.tabIndex >= 0 && "
                + "each.checkVisibility()).length");
        Assert.InRange(stops, 20, 100);
        await portal.Close(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALinkToASection_OpensIt(bool hasScript)
    {
        var page = await portal.Open(Product, new() { JavaScriptEnabled = hasScript });
        await Assertions.Expect(page.Locator("#ziele table")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Auf dieser Seite" })
            .GetByRole(AriaRole.Link, new() { Name = "Ziele", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#ziele table")).ToBeVisibleAsync();
        await portal.Close(page);
    }

    [Fact]
    public async Task TheLinkToTheView_KeepsWhichSectionsAreOpen()
    {
        var page = await portal.Open(Product);
        await page.Locator("summary", new() { HasText = "Ziele" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Zahlen des Produkts" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Diese Ansicht als Link" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{portal.Address}{Product}?offen=fehlt,ziele");
        await Assertions.Expect(page.Locator("#ziele table")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#ebene-1111 table")).ToBeHiddenAsync();
        await portal.Close(page);
    }

    [Fact]
    public async Task AChart_TellsItsValues_ByFocusAndUnderThePointer()
    {
        var page = await portal.Open("/produkte/1111/zahlen/1111/ergebnis", new() { JavaScriptEnabled = false });
        var point = page.GetByRole(AriaRole.Img, new() { NameString = "3. Quartal 2026: Ist −214.342" });
        await Assertions.Expect(point.Locator(".werte")).ToBeHiddenAsync();
        await point.FocusAsync();
        await Assertions.Expect(point.Locator(".werte")).ToBeVisibleAsync();
        var other = page.GetByRole(AriaRole.Img, new() { NameString = "2. Quartal 2026: Ist −213.661" });
        await other.Locator(".ist").HoverAsync();
        await Assertions.Expect(other.Locator(".werte")).ToBeVisibleAsync();
        await portal.Close(page);
    }

    [Fact]
    public async Task OnAPhone_TheMarkedCellIsInSight_WithoutAScript()
    {
        var page = await portal.Open("/quellen/buero-landrat/2026-q3.csv?zeile=5&spalte=F#z5",
            new() { ViewportSize = Phone.ViewportSize, JavaScriptEnabled = false });
        await Assertions.Expect(page.Locator("td.die-zelle")).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await portal.Close(page);
    }

    [Fact]
    public async Task TwoFigures_ArePutBesideEachOther_WithoutAScript()
    {
        var page = await portal.Open("/produkte/1111/zahlen/1111/ergebnis", new() { JavaScriptEnabled = false });
        await page.GetByRole(AriaRole.Link, new() { Name = "Mit anderen Zahlen vergleichen" }).ClickAsync();
        await page.GetByLabel("Zahl hinzufügen").SelectOptionAsync("1121.ergebnis");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hinzufügen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { NameString = "Entfernen: Ergebnis, 1111" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(2);
        await portal.Close(page);
    }

    [Theory]
    [InlineData(Product)]
    [InlineData("/produkte/1111/2025?offen=alle")]
    [InlineData("/produkte/1111/zahlen/1111/ergebnis")]
    [InlineData("/produkte/vergleich?zahl=1111.ergebnis&zahl=1121.ergebnis")]
    [InlineData("/produkte/1111/2026-Q3/warum/1111/ergebnis/abweichung")]
    public async Task WhatIsReadOut_ContainsWhatIsSeen(string address)
    {
        var page = await portal.Open(address);
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('a[aria-label], button[aria-label], summary[aria-label]')]
              .map(each => [each.getAttribute('aria-label'), (each.innerText || '').replace(/\*$/, '').trim()])
              .filter(([name, seen]) => !name.includes(seen)).map(([name, seen]) => `${seen}: ${name}`)
            """));
        await portal.Close(page);
    }
}
