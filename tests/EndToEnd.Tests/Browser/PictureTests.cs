using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The manual's pictures of the portal.</summary>
public sealed class PictureTests(FolderPortal portal) : IClassFixture<FolderPortal>
{
    private const string WithFaults =
        "Produkt;Leistung;Grundzahl;Periode;Wert\r\n1121;;Erträge;2026-Q3;1.204,50\r\n1121;;Aufwändungen;2026-Q3;88.310,00\r\n1121;;Erträge;2026-Q5;3o1,00\r\n";

    // The page shows when the file came in, which is now.
    private const string ArrivedAtTen = "document.querySelector('.quittung .eckdaten div:nth-child(2) dd').textContent = '22.11.2026, 10:15 Uhr'";

    [Theory]
    [InlineData("portal-uebersicht", "/", 980)]
    [InlineData("portal-produkt", "/produkte/3633/2026-Q3", 1240)]
    [InlineData("portal-warum", "/produkte/1111/2026-Q3/warum/1111/ergebnis_je_1000_ew/istKumuliert", 900)]
    [InlineData("portal-fristen", "/fristen?zeitraum=2026-Q4", 760)]
    [InlineData("portal-freigabe", "/freigabe?zeitraum=2026-Q3", 800)]
    public async Task APage_LooksAsTheManualShowsIt(string name, string address, int height)
    {
        var page = await portal.Open(address, Window(height));
        await Hold(name, page, page.Locator("body"), file => page.ScreenshotAsync(new() { Path = file }));
    }

    [Fact]
    public async Task AReceipt_LooksAsTheManualShowsIt()
    {
        var page = await portal.Open("/lieferungen/personalamt", Window(900));
        await page.GetByLabel("CSV- oder Excel-Datei").SetInputFilesAsync(
            new FilePayload { Name = "2026-q3-nachtrag.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(WithFaults) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();
        var receipt = page.Locator(".quittung").First;
        await Assertions.Expect(receipt).ToContainTextAsync("Nicht übernommen");
        await page.EvaluateAsync(ArrivedAtTen);
        await Hold("portal-quittung", page, receipt, file => receipt.ScreenshotAsync(new() { Path = file }));
    }

    private async Task Hold(string name, IPage page, ILocator pictured, Func<string, Task> take)
    {
        var style = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), "/portal.css").ToString());
        Assert.True(style.Ok);
        var shows = $"{await pictured.AriaSnapshotAsync()}\n# Stilblatt {Convert.ToHexStringLower(SHA256.HashData(await style.BodyAsync()))}\n";
        await Pictures.Hold(name, shows, take);
        await portal.Close(page);
    }

    private static BrowserNewContextOptions Window(int height) =>
        new() { ViewportSize = new() { Width = 1100, Height = height }, DeviceScaleFactor = 1.25f, Locale = "de-DE" };
}
