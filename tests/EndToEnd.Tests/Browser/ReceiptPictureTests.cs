using System.Text;
using Microsoft.Playwright;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The manual's picture of a receipt. In a portal of its own: the file it sends would be seen on other pages.</summary>
public sealed class ReceiptPictureTests(FolderPortal portal) : IClassFixture<FolderPortal>
{
    private const string WithFaults =
        "Produkt;Leistung;Grundzahl;Periode;Wert\r\n1121;;Erträge;2026-Q3;1.204,50\r\n"
        + "1121;;Aufwändungen;2026-Q3;88.310,00\r\n1121;;Erträge;2026-Q5;3o1,00\r\n";

    // The page shows when the file came in, which is now.
    private const string ArrivedAtTen =
        "document.querySelector('.quittung .eckdaten div:nth-child(2) dd').textContent = '22.11.2026, 10:15 Uhr'";

    [Fact]
    public async Task AReceipt_LooksAsTheManualShowsIt()
    {
        var page = await portal.Open("/lieferungen/personalamt", PortalPicture.Window(900));
        await page.GetByLabel("CSV- oder Excel-Datei").SetInputFilesAsync(
            new FilePayload
            {
                Name = "2026-q3-nachtrag.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(WithFaults)
            });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();
        var receipt = page.Locator(".quittung").First;
        await Assertions.Expect(receipt).ToContainTextAsync("Nicht übernommen");
        await page.EvaluateAsync(ArrivedAtTen);
        await PortalPicture.Hold("portal-quittung", portal, page, receipt,
            file => receipt.ScreenshotAsync(new() { Path = file }));
    }
}
