using Microsoft.Playwright;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>What holds for every page, whatever it shows.</summary>
public sealed class PageTests(FolderPortal portal) : IClassFixture<FolderPortal>
{
    // Each page at least once, by its route.
    private static readonly (string Route, string Address)[] Looked =
    [
        ("/", "/"),
        ("/", "/?jahr=2025"),
        ("/", "/?zeitraum=2026-Q3&ampel=rot&sortierung=abweichung"),
        ("/suche", "/suche"),
        ("/offene-daten", "/offene-daten"),
        ("/impressum", "/impressum"),
        ("/datenschutz", "/datenschutz"),
        ("/barrierefreiheit", "/barrierefreiheit"),
        ("/suche", "/suche?q=Kosten"),
        ("/produkte/{produkt}/{periode}", "/produkte/1111/2026-Q3"),
        ("/produkte/{produkt}/{periode}", "/produkte/1111/2025"),
        ("/produkte/{produkt}/{periode}", "/produkte/1111/2025?offen=alle"),
        ("/produkte/{produkt}/zahlen/{ebene}/{id}", "/produkte/1111/zahlen/1111/ergebnis"),
        ("/produkte/{produkt}/zahlen/{ebene}/{id}", "/produkte/1111/zahlen/11113/zugriffe?art=jahr"),
        ("/produkte/vergleich", "/produkte/vergleich"),
        ("/produkte/vergleich", "/produkte/vergleich?zahl=1111.ergebnis&zahl=1121.ergebnis&art=jahr"),
        ("/produkte/{produkt}/{periode}/warum/{ebene}/{id}/{feld}",
            "/produkte/1111/2026-Q3/warum/1111/ergebnis_je_1000_ew/istKumuliert"),
        ("/lieferungen", "/lieferungen"),
        ("/lieferungen/{amt}", "/lieferungen/buero-landrat"),
        ("/lieferungen/{amt}", "/lieferungen/gesundheitsamt"),
        ("/lieferungen/{amt}/eingabe/{periode}", "/lieferungen/schulen-kultur-sport/eingabe/2026-Q4"),
        ("/lieferungen/{amt}/eingabe/{periode}/{produkt}", "/lieferungen/gesundheitsamt/eingabe/2026-Q3/4141"),
        ("/lieferungen/{amt}/eingabe/{periode}/{produkt}", "/lieferungen/buero-landrat/eingabe/2026-Q3/1111"),
        ("/lieferungen/{amt}/zurueckziehen/{**datei}", "/lieferungen/buero-landrat/zurueckziehen/2026-q3.csv"),
        ("/quittungen/{amt}/{**datei}", "/quittungen/wirtschaftsfoerderung/2026-q3-entwurf.csv"),
        ("/quellen/{amt}/{**datei}", "/quellen/buero-landrat/2026-q3.csv?zeile=5&spalte=F"),
        ("/fristen", "/fristen?zeitraum=2026-Q3"),
        ("/freigabe", "/freigabe?zeitraum=2026-Q3"),
        ("/versionen/{periode}/{name}", "/versionen/2026-Q3/1111"),
        ("/schnittstelle", "/schnittstelle"),
        ("/katalog", "/katalog?von=2025&bis=2026"),
        ("/katalog/pruefung", "/katalog/pruefung"),
        ("/stoerungen", "/stoerungen"),
        ("/nachrichten", "/nachrichten"),
        ("/protokoll", "/protokoll"),
        ("/zugaenge", "/zugaenge"),
        ("/anmelden", "/anmelden"),
    ];

    public static TheoryData<string> Pages => [.. Looked.Select(page => page.Address), "/gibt-es-nicht"];

    // Only where there are accesses: looked at by RoleTests.
    private static readonly string[] ElsewhereLooked = ["/zugaenge/{name}"];

    [Fact]
    public void EveryPageOfTheAccessTable_IsLookedAt()
    {
        // A figure in a frame needs a county that publishes: PublicPortalTests.
        string[] forPrograms = ["/api/", "/openapi/", "/health/", "/wappen", "/offene-daten.jsonld", "/einbetten/"];
        var pages = AccessTable.Rows.Where(row => row.Methods.Split(' ').Contains("GET")
            && !forPrograms.Any(start => row.Route.StartsWith(start, StringComparison.Ordinal)));
        Assert.Equal(pages.Select(row => row.Route).Order(StringComparer.Ordinal),
            Looked.Select(page => page.Route).Concat(ElsewhereLooked).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_FindsNothing_InBothColourSchemes(string address)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await portal.Open(address, new() { ColorScheme = scheme });
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

    [Theory]
    [InlineData("/")]
    [InlineData("/produkte/1111/2026-Q3")]
    [InlineData("/freigabe?zeitraum=2026-Q3")]
    public async Task OnPaper_ThereIsNoNavigation_AndNoTableIsCut(string address)
    {
        // The width of A4 between margins of 1 cm.
        var page = await portal.Open(address, new() { ViewportSize = new() { Width = 718, Height = 1047 } });
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("header.kopf")).ToBeHiddenAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('table')].filter(table => table.getBoundingClientRect().right > innerWidth + 1 || "
                + "getComputedStyle(table.parentElement).overflowX != 'visible').map(table => `${table.className} "
                + "${table.getBoundingClientRect().right}`)"));
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
        Assert.Contains("Ergebnis", reached);
        Assert.Contains("Warum?", reached);
        await page.GotoAsync(portal.Address + "/fristen?zeitraum=2026-Q3");
        await page.Locator("summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Liefern" }).First).ToBeVisibleAsync();
        await portal.Close(page);
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");
}
