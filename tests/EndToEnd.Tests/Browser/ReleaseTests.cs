using System.Text;
using Microsoft.Playwright;
using Produktreport.Functions.Storage;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>
/// Controlling releases a report, sees it corrected, releases again and withdraws; the reader has the right version each time.
/// </summary>
public sealed class ReleaseTests(RolesPortal portal) : IClassFixture<RolesPortal>
{
    private const string Product = "1121";
    private const string Period = "2025-Q1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReport_IsReleasedCorrectedReleasedAgainAndWithdrawn_AndTheReaderHasTheRightVersionEachTime()
    {
        var reader = await portal.SignedIn("leser", "/");
        var controlling = await portal.SignedIn("controlling", $"/freigabe?zeitraum={Period}");
        await ReaderSees(reader, version: null, "");

        await Release(controlling, "Erste Fassung nach Rücksprache mit dem Personalamt.");
        await ReaderSees(reader, version: 1, "Freigegeben am");

        await Correct("111.111,11");
        await controlling.GotoAsync(portal.Address + $"/freigabe?zeitraum={Period}");
        var row = controlling.GetByRole(AriaRole.Row).Filter(new() { HasText = "1121 Personal" });
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = "Version 1" })).ToBeVisibleAsync();
        await row.GetByRole(AriaRole.Link, new() { Name = "Änderungen" }).ClickAsync();
        await Assertions.Expect(controlling.GetByRole(AriaRole.Heading,
            new() { Name = "Was Version 2 gegenüber Version 1 ändert" })).ToBeVisibleAsync();
        await Assertions.Expect(controlling.GetByRole(AriaRole.Row).Filter(new() { HasText = "111.111" }).First)
            .ToBeVisibleAsync();
        await RolesPortal.LooksRight(controlling);
        await ReaderSees(reader, version: 1, "");

        await controlling.GotoAsync(portal.Address + $"/freigabe?zeitraum={Period}");
        await Release(controlling, "");
        await ReaderSees(reader, version: 2, "111.111");

        await controlling.GotoAsync(portal.Address + $"/versionen/{Period}/{Product}");
        var withdraw = controlling.GetByRole(AriaRole.Button, new() { Name = "Freigabe von Version 2 zurücknehmen" });
        await withdraw.ClickAsync();
        // The browser does not send it without a reason.
        await Assertions.Expect(controlling.GetByRole(AriaRole.Status)).ToHaveCountAsync(0);
        await controlling.GetByLabel("Grund").FillAsync("Die Korrektur war selbst falsch.");
        await withdraw.ClickAsync();
        await Assertions.Expect(controlling.GetByRole(AriaRole.Status))
            .ToContainTextAsync("Die Freigabe von Version 2 ist zurückgenommen. Alle Leser sehen wieder Version 1.");
        await Assertions.Expect(controlling.GetByText("Die Korrektur war selbst falsch.")).ToBeVisibleAsync();
        await RolesPortal.LooksRight(controlling);
        await ReaderSees(reader, version: 1, "");
        Assert.Equal(404,
            (await reader.APIRequest.GetAsync($"{portal.Address}/api/v1/berichte/{Period}/{Product}.v2.pdf")).Status);
        Assert.Equal(200,
            (await reader.APIRequest.GetAsync($"{portal.Address}/api/v1/berichte/{Period}/{Product}.v1.pdf")).Status);
        await RolesPortal.LooksRight(reader);

        await portal.Close(reader);
        await portal.Close(controlling);
    }

    [Fact]
    public async Task AnIncompleteReport_IsReleasedOnlyWithConsent_WhateverTheBrowserChecks()
    {
        var page = await portal.SignedIn("controlling", "/freigabe?zeitraum=2026-Q3");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "unvollständig", HasNotText = "Gesamtbericht" }).First;
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ausgewählte prüfen" }).ClickAsync();
        var consent = page.GetByLabel("1 Bericht ist unvollständig. Ich gebe ihn trotzdem frei.");
        await RolesPortal.LooksRight(page);
        await consent.EvaluateAsync("box => box.required = false");
        await page.GetByLabel("Vermerk").FillAsync("eilt");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 Bericht freigeben" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nichts freigegeben");
        await Assertions.Expect(page.GetByLabel("Vermerk")).ToHaveValueAsync("eilt");
        Assert.Equal([], await Portal.Violations(page));
        await consent.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "1 Bericht freigeben" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 Bericht freigegeben.");
        await portal.Close(page);
    }

    private static async Task Release(IPage page, string note)
    {
        await page.GetByLabel("1121 Personal freigeben").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ausgewählte prüfen" }).ClickAsync();
        await page.GetByLabel("Vermerk").FillAsync(note);
        Assert.Equal([], await Portal.Violations(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "1 Bericht freigeben" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 Bericht freigegeben.");
    }

    private async Task Correct(string amount)
    {
        var row = $"Produkt;Leistung;Grundzahl;Periode;Art;Wert\r\n1121;;Erträge;Q1/2025;Ist;{amount}\r\n";
        await portal.Files.Write(Area.Inbox, FilePath.Of("personalamt/korrektur.csv"), Encoding.UTF8.GetBytes(row),
            WriteCondition.IfAbsent, Cancellation);
        var until = DateTime.UtcNow + Patience;
        while (await portal.Files.Find(Area.Reports, FilePath.Of($"{Period}/{Product}.v1.json"), Cancellation) is null
            || !Encoding.UTF8.GetString((await portal.Files.ReadAll(Area.Reports, FilePath.Of($"{Period}/{Product}.json"),
                Cancellation))!).Contains("korrektur.csv", StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < until, "The correction did not reach the report.");
            await Task.Delay(200, Cancellation);
        }
    }

    private async Task ReaderSees(IPage reader, int? version, string text)
    {
        var answer = await reader.GotoAsync(portal.Address + $"/produkte/{Product}/{Period}?offen=alle");
        Assert.Equal(version is null ? 404 : 200, answer!.Status);
        if (version is null)
            return;
        await Assertions.Expect(reader.GetByText($"Version {version} vom")).ToBeVisibleAsync();
        Assert.Contains(text, await reader.InnerTextAsync("main"), StringComparison.OrdinalIgnoreCase);
        await reader.GotoAsync(portal.Address + $"/versionen/{Period}/{Product}");
        await Assertions.Expect(reader.GetByRole(AriaRole.Row).Filter(new() { HasText = "sehen alle Leser" }))
            .ToContainTextAsync($"Version {version}");
    }
}
