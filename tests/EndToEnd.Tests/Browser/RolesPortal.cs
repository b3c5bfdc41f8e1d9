using Microsoft.Playwright;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The program over a folder with an access for each role, made by its own command.</summary>
public sealed class RolesPortal : Portal
{
    public const string Password = "ein-langes-Kennwort";

    private static readonly string[][] Accesses =
    [
        ["leser", "--rolle", "leser"],
        ["fachamt", "--rolle", "fachamt", "--amt", "personalamt"],
        ["controlling", "--rolle", "controlling"],
        ["administration", "--rolle", "administration"],
    ];

    internal override IFileStore Files => new FolderFileStore(Data);

    /// <summary>A page in a browser of its own, in which a role has signed in.</summary>
    public async Task<IPage> SignedIn(string role, string address)
    {
        var page = await Open("/anmelden?weiter=" + Uri.EscapeDataString(address));
        await page.GetByLabel("Name").FillAsync(role);
        await page.GetByLabel("Kennwort").FillAsync(Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Address + address);
        return page;
    }

    /// <summary>Whether axe finds nothing and nothing is too wide, in both schemes, wide and on a phone.</summary>
    public static async Task LooksRight(IPage page)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            // Colours on their way from one scheme to the other are neither.
            await page.EvaluateAsync("Promise.allSettled(document.getAnimations().map(each => each.finished))");
            await page.WaitForTimeoutAsync(300);
            foreach (var width in (int[])[360, 1280])
            {
                await page.SetViewportSizeAsync(width, 800);
                Assert.Equal([], await Violations(page));
                Assert.Empty(await TooWide(page, width));
            }
        }
    }

    // What sticks out of the page, where anything does.
    private static async Task<string[]> TooWide(IPage page, int width) =>
        await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width ? [] : await page.EvaluateAsync<string[]>(
            "width => [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > width)"
                + ".map(each => `${each.tagName} ${each.className} ${Math.round(each.getBoundingClientRect().right)}`)", width);

    protected override async Task<IReadOnlyList<string>> Prepare()
    {
        // One of the example's files is rejected.
        Assert.Equal(ExitCodes.InputRejected, (await ExampleCountyRun.Once(Data)).ExitCode);
        foreach (var access in Accesses)
            Assert.Equal(ExitCodes.Success,
                (await ProgramRun.With(Password + "\n", ["zugang", "anlegen", .. access, "--data", Data])).ExitCode);
        return ["--data", Data];
    }
}
