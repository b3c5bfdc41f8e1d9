using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Web;

/// <summary>Accesses as Administration keeps them in the portal: in the file that the command keeps as well.</summary>
public sealed partial class AccessTests(WebCounty county) : IClassFixture<WebCounty>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AccessFile Accesses => new StoredAccesses(county.Data).Read();

    [Fact]
    public async Task AccessOfADepartment_ComesInWithTheSecretThatIsShownOnce_AndStandsNowhere()
    {
        var page = await Post("/zugaenge", ("name", "eva.b"), ("rolle", "fachamt"), ("amt", "bauamt"), ("amt", "personalamt"));
        var secret = SecretOn(page);
        Assert.Equal(("fachamt", "bauamt, personalamt"),
            (Accesses.Find("eva.b")!.RoleWord, string.Join(", ", Accesses.Find("eva.b")!.DepartmentTexts)));
        Assert.Equal(HttpStatusCode.OK, await StatusFor("eva.b", secret, "/lieferungen/bauamt"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusFor("eva.b", secret, "/lieferungen/ordnungsamt"));
        Assert.DoesNotContain(secret, await Get("/zugaenge/eva.b"), StringComparison.Ordinal);
        Assert.Contains("administration hat den Zugang „eva.b“ angelegt (Rolle fachamt, bauamt, personalamt).",
            await Get("/protokoll"), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(county.Data, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(secret, await ReadShared(file), StringComparison.Ordinal);

        Assert.Contains("Einen Zugang „EVA.B“ gibt es schon.",
            await Post("/zugaenge", ("name", "EVA.B"), ("rolle", "leser")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoleSecretAndLock_AreChanged_AndCountAtOnce()
    {
        var first = SecretOn(await Post("/zugaenge", ("name", "max"), ("rolle", "leser"), ("amt", "bauamt")));
        Assert.Empty(Accesses.Find("max")!.DepartmentTexts);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusFor("max", first, "/freigabe"));
        await Post("/zugaenge/max", ("was", "aendern"), ("rolle", "controlling"));
        Assert.Equal(HttpStatusCode.OK, await StatusFor("max", first, "/freigabe"));

        var second = SecretOn(await Post("/zugaenge/max", ("was", "kennwort")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusFor("max", first, "/freigabe"));
        Assert.Equal(HttpStatusCode.OK, await StatusFor("max", second, "/freigabe"));

        await Post("/zugaenge/max", ("was", "sperren"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusFor("max", second, "/freigabe"));
        Assert.True(Accesses.Find("max")!.IsBlocked);
        await Post("/zugaenge/max", ("was", "entsperren"));
        Assert.Equal(HttpStatusCode.OK, await StatusFor("max", second, "/freigabe"));
    }

    [Theory]
    [InlineData("sperren", null)]
    [InlineData("aendern", "controlling")]
    public async Task LastAdministrator_StaysOne(string what, string? role)
    {
        var before = await File.ReadAllBytesAsync(Path.Combine(county.Data, AccessFile.Name), Cancellation);
        Assert.Contains("Danach käme niemand mit der Rolle Administration mehr hinein",
            await Post("/zugaenge/administration", ("was", what), ("rolle", role ?? "")), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(county.Data, AccessFile.Name), Cancellation));
    }

    [Theory]
    [InlineData("", "leser", null, "Ein Name hat 1 bis 60")]
    [InlineData("<b>", "leser", null, "Ein Name hat 1 bis 60")]
    [InlineData("kurt", "fachamt", null, "Ein Fachamt braucht mindestens ein Amt.")]
    [InlineData("kurt", "chef", null, "Die Auswahl war nicht zu verstehen")]
    [InlineData("kurt", "fachamt", "../amt", "Die Auswahl war nicht zu verstehen")]
    public async Task AccessThatCannotBe_IsRefused_AndNothingWritten(string name, string role, string? department, string why)
    {
        var before = Accesses.Accesses.Length;
        (string, string)[] fields = [("name", name), ("rolle", role), .. department is null ? [] : new[] { ("amt", department) }];
        Assert.Contains(why, await Post("/zugaenge", fields), StringComparison.Ordinal);
        Assert.Equal(before, Accesses.Accesses.Length);
    }

    [Fact]
    public async Task ManyChangesAtOnce_LoseNone()
    {
        var stored = new StoredAccesses(county.Data);
        await Parallel.ForEachAsync(Enumerable.Range(0, 20), Cancellation, (number, _) =>
        {
            if (number % 2 == 0)
                Assert.True(stored.TryAdd(new Access($"viele-{number}", "leser", [], Secret.Hash("ein-langes-Kennwort"))));
            else
                stored.Add($"viele-{number}", Role.Reader, [], "ein-langes-Kennwort");
            return ValueTask.CompletedTask;
        });
        Assert.Equal(20, Accesses.Accesses.Count(access => access.Name.StartsWith("viele-", StringComparison.Ordinal)));
    }

    private async Task<HttpStatusCode> StatusFor(string name, string secret, string address)
    {
        using var client = WebCounty.ClientOf(county.Address, $"{name}:{secret}");
        return (await client.GetAsync(address, Cancellation)).StatusCode;
    }

    private async Task<string> Get(string address)
    {
        using var client = county.As("administration");
        return WebUtility.HtmlDecode(await client.GetStringAsync(address, Cancellation));
    }

    private async Task<string> Post(string address, params (string Name, string Value)[] fields)
    {
        using var client = county.As("administration");
        using var page = await client.GetAsync("/zugaenge", Cancellation);
        var token = WebUtility.HtmlDecode(
            Token().Match(await page.Content.ReadAsStringAsync(Cancellation)).Groups["token"].Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(
                [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("formular", token)]),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static string SecretOn(string page) => Shown().Match(page) is { Success: true } shown
        ? shown.Groups["secret"].Value
        : throw new InvalidDataException(page);

    private static async Task<string> ReadShared(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(Cancellation);
    }

    [GeneratedRegex("name=\"formular\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("nur jetzt zu sehen: <code>(?<secret>[^<]{27})</code>",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shown();
}
