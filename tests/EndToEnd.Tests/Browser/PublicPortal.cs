using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The program over a folder of a county that publishes.</summary>
public sealed class PublicPortal : Portal
{
    private const string Password = "ein-langes-Kennwort";

    internal override IFileStore Files => new FolderFileStore(Data);

    protected override async Task<IReadOnlyList<string>> Prepare()
    {
        // One of the example's files is rejected.
        Assert.Equal(ExitCodes.InputRejected, (await ExampleCountyRun.Once(Data)).ExitCode);
        var access = new AccessFile(IsPublic: true, [new Access("controlling", "controlling", [], Secret.Hash(Password))]);
        await File.WriteAllBytesAsync(Path.Combine(Data, AccessFile.Name), access.Write(), TestContext.Current.CancellationToken);
        return ["--data", Data];
    }

    /// <summary>Releases a product's report.</summary>
    public async Task Release(string period, string product)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"controlling:{Password}");
        var address = $"{Address}/api/v1/berichte/{period}/{product}";
        var report = await client.GetFromJsonAsync<JsonElement>(address + ".json", TestContext.Current.CancellationToken);
        using var answer = await client.PostAsJsonAsync(address + "/freigabe",
            new { version = report.GetProperty("version").GetInt32() }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}

/// <summary>What somebody without sign-in sees of a county that publishes.</summary>
public sealed class PublicPortalTests(PublicPortal portal) : IClassFixture<PublicPortal>
{
    [Fact]
    public async Task TheFirstPage_ShowsWhatIsReleased_AndNothingElse_OnAPhoneAsWell()
    {
        await portal.Release("2026-Q2", "3633");
        foreach (var (scheme, width) in (IEnumerable<(ColorScheme, int)>)
            [(ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 360), (ColorScheme.Dark, 360)])
        {
            foreach (var address in (string[])["/", "/suche?q=Inobhutnahmen", "/offene-daten", "/impressum",
                "/einbetten/3633/2026-Q2/36334/inobhutnahmen"])
            {
                var page = await portal.Open(address,
                    new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 740 } });
                Assert.Equal([], await Portal.Violations(page));
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, address);
                await portal.Close(page);
            }
        }

        var overview = await portal.Open("/");
        await Assertions.Expect(overview.GetByRole(AriaRole.Heading, new() { Name = "Übersicht 2. Quartal 2026" }))
            .ToBeVisibleAsync();
        Assert.Equal(1, await overview.Locator("table.produkte tbody tr").CountAsync());
        await Assertions.Expect(overview.GetByText("noch keiner freigegeben")).ToBeVisibleAsync();
        await portal.Close(overview);
    }
}
