using System.Text;
using Microsoft.Playwright;
using Produktreport.Functions.Storage;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The portal with sign-in: what each role finds there, and what happens when a session is over.</summary>
public sealed class RoleTests(RolesPortal portal) : IClassFixture<RolesPortal>
{
    private const string Good = "Produkt;Leistung;Grundzahl;Periode;Art;Wert\r\n1121;;Erträge;Q4/2026;Ist;1.234,56\r\n";

    [Fact]
    public async Task SigningIn_FailsWithAWrongPassword_LeadsBackToThePage_AndEndsWithSignOut()
    {
        var page = await portal.Open("/fristen");
        Assert.Equal([], await Portal.Violations(page));
        await Enter(page, "controlling", "falsches-Kennwort");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Name oder Kennwort ist falsch.");
        Assert.Equal([], await Portal.Violations(page));
        await Enter(page, "controlling", RolesPortal.Password);
        await Assertions.Expect(page).ToHaveURLAsync(portal.Address + "/fristen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).ClickAsync();
        await page.GotoAsync(portal.Address + "/fristen");
        await Assertions.Expect(page).ToHaveURLAsync(portal.Address + "/anmelden?weiter=%2Ffristen");
        await portal.Close(page);
    }

    [Theory]
    [InlineData("leser", "Übersicht")]
    [InlineData("fachamt", "Übersicht, Lieferungen, Fristen")]
    [InlineData("controlling", "Übersicht, Lieferungen, Fristen, Freigabe, Katalog")]
    [InlineData("administration", "Übersicht, Lieferungen, Fristen, Freigabe, Katalog, Störungen, Zugänge, Protokoll")]
    public async Task ARole_FindsItsPages_AndNoOthers(string role, string expected)
    {
        var page = await portal.SignedIn(role, "/");
        var entries = page.GetByRole(AriaRole.Navigation, new() { Name = "Hauptnavigation" }).GetByRole(AriaRole.Link);
        Assert.Equal(expected, string.Join(", ", await entries.AllInnerTextsAsync()));
        foreach (var entry in expected.Split(", "))
        {
            await entries.GetByText(entry).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(entry);
            Assert.Equal([], await Portal.Violations(page));
        }

        var foreign = await page.GotoAsync(
            portal.Address + (role is "administration" ? "/lieferungen/gibt-es-nicht" : "/protokoll"));
        Assert.Equal(role is "administration" ? 404 : 403, foreign!.Status);
        Assert.Equal([], await Portal.Violations(page));
        await portal.Close(page);
    }

    [Fact]
    public async Task Administration_CreatesAnAccess_WhichComesInUntilItIsBlocked()
    {
        var page = await portal.SignedIn("administration", "/zugaenge");
        Assert.Equal([], await Portal.Violations(page));
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("neue.kollegin");
        await page.GetByLabel("Rolle").SelectOptionAsync("controlling");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zugang anlegen" }).ClickAsync();
        var secret = await page.GetByRole(AriaRole.Status).Locator("code").InnerTextAsync();
        await RolesPortal.LooksRight(page);

        var hers = await portal.Open("/anmelden");
        await Enter(hers, "neue.kollegin", secret);
        await hers.GotoAsync(portal.Address + "/freigabe");
        await Assertions.Expect(hers.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Freigabe");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sperren", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("ist gesperrt");
        await Assertions.Expect(page.GetByText(secret)).ToHaveCountAsync(0);
        await hers.ReloadAsync();
        await Assertions.Expect(hers).ToHaveURLAsync(portal.Address + "/anmelden?weiter=%2Ffreigabe");
        await page.GotoAsync(portal.Address + "/protokoll");
        await Assertions.Expect(page.GetByText("administration hat den Zugang „neue.kollegin“ gesperrt.")).ToBeVisibleAsync();
        await RolesPortal.LooksRight(page);
        await portal.Close(page);
        await portal.Close(hers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnUploadAfterTheSessionIsOver_AsksToSignInAgain(bool isLedAway)
    {
        var page = await portal.SignedIn("fachamt", "/lieferungen/personalamt");
        await page.Context.ClearCookiesAsync();
        // On Azure the platform leads the upload to another site, which the browser does not follow.
        if (isLedAway)
            await page.RouteAsync("**/api/v1/eingang/**", route => route.AbortAsync());
        await Choose(page, "abgelaufen.csv", Good);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ihre Anmeldung ist abgelaufen");
        Assert.Equal([], await Portal.Violations(page));
        await page.GetByRole(AriaRole.Link, new() { Name = "Neu anmelden" }).ClickAsync();
        await Enter(page, "fachamt", RolesPortal.Password);
        await Assertions.Expect(page).ToHaveURLAsync(portal.Address + "/lieferungen/personalamt");
        await portal.Close(page, broken: isLedAway ? "/api/v1/eingang/" : null);
    }

    [Fact]
    public async Task AFileThatIsTooLarge_IsNotSentAtAll()
    {
        var page = await portal.SignedIn("fachamt", "/lieferungen/personalamt");
        var uploads = 0;
        page.Request += (_, request) => uploads += request.Method == "PUT" ? 1 : 0;
        var dropped = await page.EvaluateHandleAsync(
            "() => { const data = new DataTransfer(); data.items.add(new File([new Uint8Array((20 << 20) + 1)], "
                + "'riesig.csv')); return data; }");
        await page.Locator("form.ablage").DispatchEventAsync("drop", new { dataTransfer = dropped });
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("riesig.csv ist zu groß: höchstens 20 MiB.");
        Assert.Equal(0, uploads);
        await portal.Close(page);
    }

    [Fact]
    public async Task AFile_IsDroppedOnTheField_AndBesideItDoesNotReplaceThePage()
    {
        var page = await portal.SignedIn("fachamt", "/lieferungen/personalamt");
        var dropped = await page.EvaluateHandleAsync(
            "content => { const data = new DataTransfer(); data.items.add(new File([content], 'gezogen.csv')); return data; }",
            Good);
        await page.Locator("form.ablage").DispatchEventAsync("drop", new { dataTransfer = dropped });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Übernommen – 1 Wert" })).ToBeVisibleAsync();
        foreach (var name in (string[])["dragover", "drop"])
        {
            Assert.True(await page.EvaluateAsync<bool>(
                "([name, data]) => !document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, "
                    + "dataTransfer: data }))", new object[] { name, dropped }));
        }

        await Assertions.Expect(page.Locator(".quittung")).ToHaveCountAsync(1);
        await portal.Close(page);
    }

    [Fact]
    public async Task WithTheKeyboardAlone_AFileIsDelivered_AndAReportReleased()
    {
        var page = await portal.SignedIn("controlling", "/lieferungen/personalamt");
        // Choosers are caught from here on: one that opens before the browser knows is closed unseen.
        page.FileChooser += (_, _) => { };
        await TabTo(page, "#datei");
        var chooser = await Chooser(page);
        await chooser.SetFilesAsync(
            new FilePayload { Name = "tastatur.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Good) });
        await TabTo(page, ".ablage button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".quittung")).ToContainTextAsync("tastatur.csv");
        await using (var upload = await portal.Files.Open(Area.Inbox, FilePath.Of("personalamt/tastatur.csv"),
            TestContext.Current.CancellationToken))
            Assert.NotNull(upload);

        await TabTo(page, "nav a[href='/freigabe']");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(portal.Address + "/freigabe");
        await TabTo(page, "#f-1111");
        await page.Keyboard.PressAsync("Space");
        await TabTo(page, "form .knopf[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Freigabe prüfen");
        if (await page.Locator("#unvollstaendig").CountAsync() > 0)
        {
            await TabTo(page, "#unvollstaendig");
            await page.Keyboard.PressAsync("Space");
        }

        await TabTo(page, "form .knopf[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 Bericht freigegeben.");
        Assert.Equal([], await Portal.Violations(page));
        await portal.Close(page);
    }

    private static async Task<IFileChooser> Chooser(IPage page)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"),
                    new() { Timeout = 10_000 });
            }
            catch (TimeoutException) when (attempt < 3)
            {
            }
        }
    }

    private static async Task TabTo(IPage page, string selector)
    {
        for (var press = 0; press < 150; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"{selector} is not reached by keyboard.");
    }

    private static async Task Choose(IPage page, string name, string content)
    {
        await page.GetByLabel("CSV- oder Excel-Datei")
            .SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();
    }

    private static async Task Enter(IPage page, string name, string password)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Kennwort").FillAsync(password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
    }
}
