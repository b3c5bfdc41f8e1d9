namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The manual's pictures of the portal.</summary>
public sealed class PictureTests(FolderPortal portal) : IClassFixture<FolderPortal>
{
    [Theory]
    [InlineData("portal-uebersicht", "/", 980)]
    [InlineData("portal-produkt", "/produkte/3633/2026-Q3", 1240)]
    [InlineData("portal-warum", "/produkte/1111/2026-Q3/warum/1111/ergebnis_je_1000_ew/istKumuliert", 900)]
    [InlineData("portal-fristen", "/fristen?zeitraum=2026-Q4", 760)]
    [InlineData("portal-freigabe", "/freigabe?zeitraum=2026-Q3", 800)]
    public async Task APage_LooksAsTheManualShowsIt(string name, string address, int height)
    {
        var page = await portal.Open(address, PortalPicture.Window(height));
        await PortalPicture.Hold(name, portal, page, page.Locator("body"), file => page.ScreenshotAsync(new() { Path = file }));
    }
}
