using Microsoft.Playwright;
using Produktreport.Functions.Storage;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>A clerk delivers without a file, takes a delivery back, and looks before sending.</summary>
public sealed class EntryTests(RolesPortal portal) : IClassFixture<RolesPortal>
{
    private const string Form = "/lieferungen/personalamt/eingabe/2026-Q3/1121";

    [Fact]
    public async Task WithTheKeyboardAlone_ThreeValuesAndAnExplanationAreEntered_AndFoundInReceiptAndReportWithTheirOrigin()
    {
        var page = await SignedIn(Form);
        var keys = await Keys(page);
        await TabTo(page, $"#ist-{keys[0]}");
        await page.Keyboard.TypeAsync("zwölf");
        await TabTo(page, $"#bemerkung-{keys[0]}");
        await page.Keyboard.TypeAsync("Nachzahlung für das 2. Quartal");
        await TabTo(page, $"#ist-{keys[1]}");
        await page.Keyboard.TypeAsync("98.765,43");
        await TabTo(page, $"#ist-{keys[2]}");
        await page.Keyboard.TypeAsync("7,5");
        await TabTo(page, "button[value=senden]");
        await page.Keyboard.PressAsync("Enter");

        // Nothing was sent; what was typed is there still, and the fault is a step away from its field.
        await Assertions.Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Noch nichts gesendet – bitte 1 Stelle ansehen");
        await Assertions.Expect(page.Locator($"#ist-{keys[1]}")).ToHaveValueAsync("98.765,43");
        Assert.Equal([], await Portal.Violations(page));
        await TabTo(page, $"#zusammenfassung a[href='#ist-{keys[0]}']");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal($"ist-{keys[0]}", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("12.345,67");
        // Enter in a field only checks.
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Geprüft: 3 Werte können so gesendet werden" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".pruefung")).ToContainTextAsync("12.346");
        Assert.Equal([], await Portal.Violations(page));
        await TabTo(page, "button[value=senden]");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".quittung")).ToContainTextAsync("Übernommen – 3 Werte");
        Assert.Equal([], await Portal.Violations(page));
        // The list says when the reports are there, without being asked.
        await Assertions.Expect(page.Locator(".listen-stand")).ToContainTextAsync("die Berichte sind auf diesem Stand");
        var file = await page.Locator(".quittung dd").First.InnerTextAsync();
        Assert.StartsWith("personalamt/eingabe-2026-Q3-1121-", file, StringComparison.Ordinal);
        var (level, figure) = (keys[0].Split('-')[0], keys[0].Split('-')[1]);
        await page.GotoAsync($"{portal.Address}/produkte/1121/2026-Q3");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nachzahlung für das 2. Quartal");
        await page.GotoAsync($"{portal.Address}/produkte/1121/2026-Q3/warum/{level}/{figure}/istPeriode");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("12.346");
        await Assertions.Expect(page.Locator($"main a[href*='/quellen/{file}']").First).ToBeVisibleAsync();
        await portal.Close(page);
    }

    [Fact]
    public async Task WhatSomebodyElseChangedMeanwhile_IsNotOverwrittenUnseen()
    {
        var (mine, theirs) = (await SignedIn(Form), await SignedIn(Form));
        var key = (await Keys(mine))[3];
        await Type(theirs, key, "111");
        await Send(theirs);
        await Assertions.Expect(theirs.Locator(".quittung")).ToContainTextAsync("Übernommen – 1 Wert");
        await Type(mine, key, "222");
        await Send(mine);
        await Assertions.Expect(mine.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("hier 111 geliefert. Ihre Eingabe steht noch da");
        await Assertions.Expect(mine.Locator($"#ist-{key}")).ToHaveValueAsync("222");
        await Send(mine);
        await Assertions.Expect(mine.Locator(".quittung")).ToContainTextAsync("Übernommen – 1 Wert");
        await portal.Close(mine);
        await portal.Close(theirs);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFile_IsChecked_ThenSent_ThenTakenBack(bool hasScript)
    {
        var page = await SignedIn("/lieferungen/personalamt", hasScript);
        var name = hasScript ? "vorher-skript.csv" : "vorher-ohne.csv";
        await Choose(page, name, "Nur prüfen");
        await Assertions.Expect(page.Locator(".pruefung"))
            .ToContainTextAsync("Nur geprüft – gesendet und gespeichert ist noch nichts.");
        await Assertions.Expect(page.Locator(".pruefung")).ToContainTextAsync("Übernommen – 1 Wert");
        var path = FilePath.Of($"personalamt/{name}");
        Assert.Null(await portal.Files.Find(Area.Inbox, path, TestContext.Current.CancellationToken));
        Assert.Equal([], hasScript ? await Portal.Violations(page) : []);
        if (hasScript)
            await page.GetByRole(AriaRole.Button, new() { Name = $"Jetzt senden: {name}" }).ClickAsync();
        else
            await Choose(page, name, "Hochladen");
        await Assertions.Expect(page.Locator(".quittung").First).ToContainTextAsync("Übernommen – 1 Wert");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Zurückziehen: personalamt/{name}" }).ClickAsync();
        await page.GetByLabel("Grund").FillAsync("doppelt gemeldet");
        Assert.Equal([], hasScript ? await Portal.Violations(page) : []);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zurückziehen" }).ClickAsync();
        await Assertions.Expect(page.Locator(".quittung").First).ToContainTextAsync("Grund: „doppelt gemeldet“.");
        await portal.Close(page);
    }

    [Fact]
    public async Task AnUpload_ShowsItsPercentage_AndIsCancelled()
    {
        var page = await SignedIn("/lieferungen/personalamt");
        await page.RouteAsync("**/api/v1/eingang/**", _ => Task.CompletedTask);
        await Choose(page, "abgebrochen.csv", "Hochladen");
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Abbrechen: abgebrochen.csv" }).ClickAsync();
        await Assertions.Expect(page.Locator("#ergebnisse")).ToContainTextAsync("abgebrochen, nichts wurde gesendet");
        await portal.Close(page, broken: "/api/v1/eingang/");
    }

    private static Task<string[]> Keys(IPage page) => page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('.wertformular input[name^=\"ist.\"]')].map(field => field.id.slice(4))");

    private static Task Type(IPage page, string key, string value) => page.Locator($"#ist-{key}").FillAsync(value);

    private static Task Send(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Senden", Exact = true }).ClickAsync();

    private static async Task Choose(IPage page, string name, string button)
    {
        const string Content = "Produkt;Leistung;Grundzahl;Periode;Art;Wert\r\n1121;;Erträge;Q4/2026;Ist;1.234,56\r\n";
        await page.GetByLabel("CSV- oder Excel-Datei").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Content) });
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private static async Task TabTo(IPage page, string selector)
    {
        for (var press = 0; press < 250; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"{selector} is not reached by keyboard.");
    }

    private async Task<IPage> SignedIn(string address, bool hasScript = true)
    {
        var page = await portal.Open(
            "/anmelden?weiter=" + Uri.EscapeDataString(address), new() { JavaScriptEnabled = hasScript });
        await page.GetByLabel("Name").FillAsync("fachamt");
        await page.GetByLabel("Kennwort").FillAsync(RolesPortal.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(portal.Address + address);
        return page;
    }
}
