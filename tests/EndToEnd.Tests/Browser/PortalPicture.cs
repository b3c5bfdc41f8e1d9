using System.Security.Cryptography;
using Microsoft.Playwright;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>Takes the manual's pictures of the portal and holds them to the pages.</summary>
internal static class PortalPicture
{
    /// <summary>Holds a picture to what a part of a page shows and how the stylesheet shows it, and closes the page.</summary>
    public static async Task Hold(string name, FolderPortal portal, IPage page, ILocator pictured, Func<string, Task> take)
    {
        var style = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), "/portal.css").ToString());
        Assert.True(style.Ok);
        var shows = $"{await pictured.AriaSnapshotAsync()}\n# Stilblatt "
            + $"{Convert.ToHexStringLower(SHA256.HashData(await style.BodyAsync()))}\n";
        await Pictures.Hold(name, shows, take);
        await portal.Close(page);
    }

    /// <summary>A window of this height, as wide as a page of the manual wants it.</summary>
    public static BrowserNewContextOptions Window(int height) =>
        new() { ViewportSize = new() { Width = 1100, Height = height }, DeviceScaleFactor = 1.25f, Locale = "de-DE" };
}
