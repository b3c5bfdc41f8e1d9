using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Web;

/// <summary>
/// The whole program over a folder with the example county on a day when one quarter is due, listening on a port of its own, with
/// one access for each role. The tests of this collection change it, each by files and reports of its own.
/// </summary>
public class WebCounty : IAsyncLifetime
{
    public const string Period = "2025-Q1";
    public const string Own = "buero-landrat";
    public const string Foreign = "personalamt";
    public const string OwnProduct = "1111";
    public const string ForeignProduct = "1121";

    private const string Password = "ein-langes-Kennwort";
    private static readonly DateOnly FirstQuarterDue = new(2025, 5, 15);
    private static readonly string Kept = Secret.Hash(Password);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-web-");

    protected virtual bool IsPublic => false;

    /// <summary>The day; by default one on which a single quarter is due.</summary>
    protected virtual DateOnly Today => FirstQuarterDue;

    /// <summary>Limits nobody reaches by asking often.</summary>
    private protected virtual WebLimits Limits { get; } =
        new()
        {
            RequestsPerMinute = 1_000_000,
            UploadsPerMinute = 100_000,
            PreviewsPerMinute = 100_000,
            SignInsPerMinute = 100_000,
            FailedSignInsPerMinute = 100_000,
            FailedSignInsOfNamePerHour = 100_000,
            SignInsWaiting = 1_000,
            SignInPatience = TimeSpan.FromMinutes(2),
        };

    public string Data => Path.Combine(folder.FullName, "daten");

    public WebApplication App { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public static IReadOnlyList<string> RoleNames { get; } = ["ohne", "leser", "fachamt", "controlling", "administration"];

    public async ValueTask InitializeAsync()
    {
        ExampleCounty.CopyTo(Data);
        var file = new AccessFile(IsPublic,
        [
            new Access("leser", "leser", [], Kept),
            new Access("fachamt", "fachamt", [Own], Kept),
            new Access("controlling", "controlling", [], Kept),
            new Access("administration", "administration", [], Kept),
        ]);
        await File.WriteAllBytesAsync(Path.Combine(Data, AccessFile.Name), file.Write());
        App = await Start(Data, Limits, today: Today);
        Address = new Uri(App.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A client of a role; „ohne“ signs in nowhere.</summary>
    public HttpClient As(string role) => ClientOf(Address, role == "ohne" ? null : $"{role}:{Password}");

    /// <summary>The current state of the folder's reports after new uploads.</summary>
    public Task Work() => App.Services.GetRequiredService<Workday>().Run(TestContext.Current.CancellationToken);

    internal static async Task<WebApplication> Start(
        string data, WebLimits limits, string urls = "http://127.0.0.1:0", DateOnly? today = null)
    {
        var options = new StandaloneOptions
        {
            Data = data,
            Today = today ?? FirstQuarterDue,
            Urls = urls,
            Limits = limits,
            Once = true,
        };
        var app = StandaloneProgram.Build(options, TextWriter.Null);
        await app.Services.GetRequiredService<Workday>().Run(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    internal static HttpClient ClientOf(Uri address, string? key)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        { BaseAddress = address };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}

/// <summary>The same county, which lets everybody read its released reports.</summary>
public sealed class PublicCounty : WebCounty
{
    protected override bool IsPublic => true;
}

/// <summary>The public county when every period of its example years is due.</summary>
public sealed class PublicYears : WebCounty
{
    protected override bool IsPublic => true;

    protected override DateOnly Today => new(2026, 11, 22);
}

[CollectionDefinition(Name)]
public sealed class SharedCounty : ICollectionFixture<WebCounty>
{
    public const string Name = "web";
}
