using Microsoft.Playwright;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>What holds for every page, whatever it shows.</summary>
public sealed class PageTests(FolderPortal portal) : IClassFixture<FolderPortal>
{
    public static TheoryData<string> Pages =>
    [
        "/", "/?jahr=2025", "/produkte/1111/2026-Q3", "/produkte/1111/2025", "/produkte/1111/2026-Q3/warum/1111/ergebnis_je_1000_ew/istKumuliert",
        "/lieferungen/buero-landrat", "/quittungen/wirtschaftsfoerderung/2026-q3-entwurf.csv", "/quellen/buero-landrat/2026-q3.csv?zeile=5&spalte=F",
        "/fristen?zeitraum=2026-Q3", "/freigabe?zeitraum=2026-Q3", "/schnittstelle", "/protokoll", "/anmelden", "/gibt-es-nicht",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_FindsNothing_InBothColourSchemes(string address)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            // The rules are put into the page by the test, which the page's own policy would forbid.
            var page = await portal.Open(address, new() { ColorScheme = scheme, BypassCSP = true });
            Assert.Equal([], await Portal.Violations(page));
            await portal.Close(page);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task OnAPhone_NothingIsWiderThanTheScreen(string address)
    {
        var page = await portal.Open(address, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
        await portal.Close(page);
    }

    [Fact]
    public async Task EverythingImportant_IsReachedByKeyboard()
    {
        var page = await portal.Open("/produkte/1111/2026-Q3");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Zum Inhalt", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("inhalt", await page.EvaluateAsync<string>("document.activeElement.id"));
        var reached = new List<string>();
        for (var press = 0; press < 60; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await Focused(page));
        }

        Assert.Contains("PDF", reached);
        Assert.Contains("9.870", reached);
        await page.GotoAsync(portal.Address + "/fristen?zeitraum=2026-Q3");
        await page.Locator("summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Liefern" }).First).ToBeVisibleAsync();
        await portal.Close(page);
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");
}
