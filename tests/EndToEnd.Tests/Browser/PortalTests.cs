using System.Text;
using Microsoft.Playwright;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>What a department, controlling and a reader do in the portal; the same over both storages.</summary>
public abstract class PortalTests(Portal portal)
{
    private const string Good =
        "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\r\n1121;;Erträge;Q4/2026;Ist;1.234,56;\r\n";
    private const string Bad = "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\r\n9999;;Erträge;Q4/2026;Ist;zwölf;\r\n";

    [Fact]
    public async Task AGoodAndABadFile_GetTheirReceiptsInPlace()
    {
        var page = await portal.Open("/lieferungen/personalamt");
        await Upload(page, "browser-gut.csv", Good);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Übernommen – 1 Wert" })).ToBeVisibleAsync();
        Assert.Equal([], await Portal.Violations(page));
        await Upload(page, "browser-schlecht.csv", Bad);
        await Assertions.Expect(page.GetByText("Nicht übernommen – bitte")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".befunde").First).ToContainTextAsync("9999");
        Assert.Equal([], await Portal.Violations(page));
        await using (var upload = await portal.Files.Open(Area.Inbox, FilePath.Of("personalamt/browser-schlecht.csv"),
            TestContext.Current.CancellationToken))
            Assert.NotNull(upload);

        // The same name with another content: the free name that is offered is one click away.
        await Upload(page, "browser-gut.csv", Good + "\r\n");
        var again = page.GetByRole(AriaRole.Button, new() { Name = "Als „browser-gut-korrektur.csv“ senden" });
        await Assertions.Expect(again).ToBeVisibleAsync();
        Assert.Equal([], await Portal.Violations(page));
        await again.ClickAsync();
        await Assertions.Expect(page.Locator(".quittung").First).ToContainTextAsync("browser-gut-korrektur.csv");
        await portal.Close(page);
    }

    [Fact]
    public async Task WithoutScript_UploadAndReceiptWorkAsWell()
    {
        var page = await portal.Open("/lieferungen/personalamt", new() { JavaScriptEnabled = false });
        await Upload(page, "ohne-skript.csv", Bad);
        await Assertions.Expect(page.GetByText("Nicht übernommen – bitte")).ToBeVisibleAsync();
        Assert.EndsWith("?quittung=ohne-skript.csv#quittung", page.Url, StringComparison.Ordinal);
        await portal.Close(page);
    }

    [Fact]
    public async Task TheAnnualReport_IsTheLatestOfItsYear_AndEveryPeriodLinksItsCombinedReportAndItsArchive()
    {
        var page = await portal.Open("/?jahr=2025");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Übersicht Jahr 2025" })).ToBeVisibleAsync();
        foreach (var (period, name) in ((string, string)[])[("2025-Q1", "1. Quartal 2025"), ("2025-Q4", "4. Quartal 2025"),
            ("2025", "Jahr 2025")])
        {
            await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
            await Downloads("Gesamtbericht (PDF)", $"/api/v1/berichte/{period}/gesamt.pdf", "application/pdf");
            await Downloads("Alle Berichte (ZIP)", $"/api/v1/berichte/{period}.zip", "application/zip");
        }

        Assert.Equal([], await Portal.Violations(page));
        await portal.Close(page);

        async Task Downloads(string link, string address, string type)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = link })).ToHaveAttributeAsync("href", address);
            var answer = await page.APIRequest.GetAsync(portal.Address + address);
            Assert.Equal((200, type), (answer.Status, answer.Headers["content-type"]));
        }
    }

    [Fact]
    public async Task ANumber_IsFollowedToItsCell()
    {
        var page = await portal.Open("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "1111 Büro Landrat" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameString = "Erträge, Ist Zeitraum: 9.870" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Warum dieser Wert?" })).ToBeVisibleAsync();
        var cell = page.GetByRole(AriaRole.Link, new() { NameString = "Zelle " }).First;
        var line = (await cell.InnerTextAsync()).Split(' ')[1];
        var explained = await cell.Locator("..").InnerTextAsync();
        await cell.ClickAsync();
        var marked = await page.Locator("td.die-zelle").InnerTextAsync();
        Assert.Matches("[0-9]", marked);
        Assert.Contains($"„{marked}“", explained, StringComparison.Ordinal);
        Assert.EndsWith("spalte=" + line.TrimEnd("0123456789".ToCharArray()) + "#z"
            + line.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()), page.Url, StringComparison.Ordinal);
        await portal.Close(page);
    }

    [Fact]
    public async Task AReport_IsDownloadedAndReleased()
    {
        var page = await portal.Open("/freigabe?zeitraum=2025-Q1");
        await page.GetByLabel("1121 Personal freigeben").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ausgewählte prüfen" }).ClickAsync();
        Assert.Equal([], await Portal.Violations(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "1 Bericht freigeben" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 Bericht freigegeben.");
        Assert.Equal([], await Portal.Violations(page));
        await page.GotoAsync(portal.Address + "/produkte/1121/2025-Q1?offen=geschichte");
        await Assertions.Expect(page.GetByText("Version 1, freigegeben am")).ToBeVisibleAsync();
        var csv = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Equal("Produktbericht 1121 Personal 2025-Q1.csv", csv.SuggestedFilename);
        var pdf = await page.APIRequest.GetAsync(portal.Address + "/api/v1/berichte/2025-Q1/1121.pdf");
        Assert.Equal("%PDF-", Encoding.ASCII.GetString((await pdf.BodyAsync())[..5]));
        await portal.Close(page);
    }

    private static async Task Upload(IPage page, string name, string content)
    {
        await page.GetByLabel("CSV- oder Excel-Datei")
            .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();
    }
}

public sealed class PortalOverAFolderTests(FolderPortal portal) : PortalTests(portal), IClassFixture<FolderPortal>;

public sealed class PortalOverAzureStorageTests(AzuritePortal portal) : PortalTests(portal), IClassFixture<AzuritePortal>
{
    [Fact]
    public async Task WhatWasGivenUpOn_IsTriedAgainOrDismissed_WithAClick()
    {
        using var jobs = new QueueReportJobs(portal.Account);
        await jobs.Refuse("""{"periode":"2026-Q3","produkt":"1111"}""", TestContext.Current.CancellationToken);
        await jobs.Refuse("unverständlich", TestContext.Current.CancellationToken);
        var page = await portal.Open("/stoerungen");
        Assert.Equal([], await Portal.Violations(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Bericht 1111, 3. Quartal 2026 wiederholen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Wird noch einmal versucht.");
        Assert.Equal([], await Portal.Violations(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Eine Meldung, die das Programm nicht versteht verwerfen" })
            .ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Verworfen.");
        await Assertions.Expect(page.GetByText("Es gibt keine Störungen.")).ToBeVisibleAsync();
        await portal.Close(page);
    }
}
