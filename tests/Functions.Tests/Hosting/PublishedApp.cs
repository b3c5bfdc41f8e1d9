using System.Collections.Immutable;
using Produktreport.Functions.Operation;
using Produktreport.Tests.Host;

[assembly: AssemblyFixture(typeof(Produktreport.Functions.Tests.Hosting.PublishedApp))]

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>
/// The function app as <c>dotnet publish src/Functions</c> makes it: as <c>test.sh</c> published it, otherwise published here
/// once, when the first test asks for it.
/// </summary>
public sealed class PublishedApp : IDisposable
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("PRODUKTREPORT_PUBLISHED");

    private readonly Lazy<Task> published;
    private readonly DirectoryInfo own = Directory.CreateTempSubdirectory("produktreport-app-");

    public string Folder => Given ?? own.FullName;

    public string At(params string[] parts) => Path.Combine([Folder, .. parts]);

    public PublishedApp() => published = new Lazy<Task>(() =>
        Given is null ? PublishedProject.Publish(Repository.At("src", "Functions"), Folder) : Task.CompletedTask);

    public Task Ready() => published.Value;

    /// <summary>
    /// A worker on a storage account, under the stand-in for the host as it is on Flex Consumption, with App Service
    /// authentication before it.
    /// </summary>
    internal async Task<FunctionsHost> Start(string connection, CancellationToken cancellation,
        IReadOnlyDictionary<string, string>? settings = null)
    {
        await Ready();
        var all = new Dictionary<string, string>(settings ?? ImmutableDictionary<string, string>.Empty)
        {
            [SettingNames.DataConnection] = connection,
            [SettingNames.Today] = TestCounty.Today,
            [SettingNames.IsSignInOn] = "True",
        };
        return await FunctionsHost.Start(new WorkerApp(Folder, all) { IsInFlexConsumption = true }, cancellation);
    }

    public void Dispose() => own.Delete(recursive: true);
}
