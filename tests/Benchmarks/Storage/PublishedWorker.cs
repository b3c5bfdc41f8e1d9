using Produktreport.Functions.Operation;
using Produktreport.Functions.Storage;
using Produktreport.Tests.Host;

namespace Produktreport.Benchmarks.Storage;

/// <summary>The function app as it is deployed, under the stand-in for the host.</summary>
internal static class PublishedWorker
{
    private static readonly Lazy<string> Folder = new(() => Publish(Repository.At("src", "Functions")));

    /// <summary>A worker on a storage account, its functions loaded.</summary>
    public static Task<FunctionsHost> Start(string connection, string today) =>
        FunctionsHost.Start(App(connection, today), CancellationToken.None);

    /// <summary>The published app with its settings.</summary>
    public static WorkerApp App(string connection, string today) => new(Folder.Value, new Dictionary<string, string>
    {
        [SettingNames.DataConnection] = connection,
        [SettingNames.Today] = today,
        [SettingNames.IsSignInOn] = "True",
        [SettingNames.IsPublic] = "true",
    });

    /// <summary>Publishes a project into a folder of its own, which goes with the temporary files.</summary>
    public static string Publish(string project)
    {
        var target = Directory.CreateTempSubdirectory("produktreport-messung-").FullName;
        PublishedProject.Publish(project, target).GetAwaiter().GetResult();
        return target;
    }

    public static Task Uploaded(this FunctionsHost host, string path) =>
        Done(host.Blob("IngestFigures", Area.Inbox.FolderName(), path, CancellationToken.None));

    public static Task CatalogueChanged(this FunctionsHost host, string path) =>
        Done(host.Blob("PublishCatalogue", Area.Catalogue.FolderName(), path, CancellationToken.None));

    public static Task Daily(this FunctionsHost host) =>
        Done(host.Timer("AssembleReports", isPastDue: false, CancellationToken.None));

    public static Task Job(this FunctionsHost host, string message) =>
        Done(host.Queue("RenderReport", message, dequeueCount: 1, DateTimeOffset.UtcNow, CancellationToken.None));

    private static async Task Done(Task<InvocationResult> invocation)
    {
        if (await invocation is { IsSuccess: false } failed)
            throw new InvalidOperationException($"{failed.Status}: {failed.Message}");
    }
}
