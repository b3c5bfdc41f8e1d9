using System.Text;
using Microsoft.Playwright;

namespace Produktreport.EndToEnd.Tests.Browser;

public sealed class PortalTests(Portal portal) : IClassFixture<Portal>
{
    private const string Good = "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\r\n1121;;Erträge;Q4/2026;Ist;1.234,56;\r\n";
    private const string Bad = "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\r\n9999;;Erträge;Q4/2026;Ist;zwölf;\r\n";

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
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task OnAPhone_NothingIsWiderThanTheScreen(string address)
    {
        var page = await portal.Open(address, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task AGoodAndABadFile_GetTheirReceiptsInPlace()
    {
        var page = await portal.Open("/lieferungen/personalamt");
        await Upload(page, "browser-gut.csv", Good);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Übernommen – 1 Wert" })).ToBeVisibleAsync();
        await Upload(page, "browser-schlecht.csv", Bad);
        await Assertions.Expect(page.GetByText("Nicht übernommen – bitte")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".befunde").First).ToContainTextAsync("9999");
        Assert.True(File.Exists(Path.Combine(portal.Data, "eingang/personalamt/browser-schlecht.csv")));

        // The same name with another content: the free name that is offered is one click away.
        await Upload(page, "browser-gut.csv", Good + "\r\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Als „browser-gut-korrektur.csv“ senden" }).ClickAsync();
        await Assertions.Expect(page.Locator(".quittung").First).ToContainTextAsync("browser-gut-korrektur.csv");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WithoutScript_UploadAndReceiptWorkAsWell()
    {
        var page = await portal.Open("/lieferungen/personalamt", new() { JavaScriptEnabled = false });
        await Upload(page, "ohne-skript.csv", Bad);
        await Assertions.Expect(page.GetByText("Nicht übernommen – bitte")).ToBeVisibleAsync();
        Assert.EndsWith("?quittung=ohne-skript.csv#quittung", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ANumber_IsFollowedToItsCell()
    {
        var page = await portal.Open("/");
        await page.GetByRole(AriaRole.Link, new() { NameString = "Büro Landrat, 3. Quartal 2026" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameString = "Erträge, Ist Zeitraum: 9.870" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Warum dieser Wert?" })).ToBeVisibleAsync();
        var cell = page.GetByRole(AriaRole.Link, new() { NameString = "Zelle " }).First;
        var line = (await cell.InnerTextAsync()).Split(' ')[1];
        await cell.ClickAsync();
        var marked = await page.Locator("td.die-zelle").InnerTextAsync();
        Assert.NotEmpty(marked);
        Assert.EndsWith("spalte=" + line.TrimEnd("0123456789".ToCharArray()) + "#z" + line.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()), page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task AReport_IsDownloadedAndReleased()
    {
        var page = await portal.Open("/freigabe?zeitraum=2025-Q1");
        await page.GetByLabel("1121 Personal freigeben").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ausgewählte freigeben" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 Bericht freigegeben.");
        await page.GotoAsync(portal.Address + "/produkte/1121/2025-Q1");
        await Assertions.Expect(page.GetByText("Version 1, freigegeben am")).ToBeVisibleAsync();
        var csv = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Equal("Produktbericht 1121 Personal 2025-Q1.csv", csv.SuggestedFilename);
        var pdf = await page.APIRequest.GetAsync(portal.Address + "/api/v1/berichte/2025-Q1/1121.pdf");
        Assert.Equal("%PDF-", Encoding.ASCII.GetString((await pdf.BodyAsync())[..5]));
        await page.Context.CloseAsync();
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
        await page.Context.CloseAsync();
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    private static async Task Upload(IPage page, string name, string content)
    {
        await page.GetByLabel("CSV- oder Excel-Datei").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();
    }
}
