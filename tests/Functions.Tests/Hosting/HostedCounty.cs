using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Tests.Host;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>A county in a storage account of its own, and the published app at work on it. Its catalogue is in force.</summary>
public sealed class HostedCounty(PublishedApp app, Azurite azurite) : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal TestCounty County { get; } = new(azurite.NewAccount());

    internal FunctionsHost Host { get; private set; } = null!;

    internal static async Task<HostedCounty> Start(PublishedApp app, Azurite azurite)
    {
        var county = new HostedCounty(app, azurite);
        await county.InitializeAsync();
        return county;
    }

    public async ValueTask InitializeAsync()
    {
        Host = await app.Start(County.Connection, Cancellation);
        await County.UploadCatalogue(Cancellation);
        await Done(Host.CatalogueChanged("2026/rahmen.yaml", Cancellation));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Puts the departments' files into the inbox and has each ingested.</summary>
    /// <returns>Their paths.</returns>
    internal async Task<IReadOnlyList<string>> Ingest()
    {
        var uploads = await County.UploadInbox(Cancellation);
        foreach (var upload in uploads)
            await Done(Host.Uploaded(upload, Cancellation));
        return uploads;
    }

    /// <summary>Puts a file into the inbox and has it ingested.</summary>
    internal async Task Ingest(string path, string content)
    {
        await County.Account.Blobs.GetBlobContainerClient(Area.Inbox.FolderName())
            .UploadBlobAsync(path, BinaryData.FromString(content), Cancellation);
        await Done(Host.Uploaded(path, Cancellation));
    }

    /// <summary>Has all jobs done that wait in the queue.</summary>
    /// <returns>How many there were.</returns>
    internal async Task<int> Drain()
    {
        using var jobs = new QueueReportJobs(County.Account);
        var count = 0;
        while (await jobs.Take(Cancellation) is { Count: > 0 } taken)
        {
            foreach (var job in taken)
            {
                await Done(Host.Job(job, Cancellation));
                await jobs.Done(job, Cancellation);
                count++;
            }
        }

        return count;
    }

    /// <summary>Waits for an event to be done, by the host's judgement.</summary>
    internal static async Task Done(Task<InvocationResult> invocation)
    {
        var result = await invocation;
        Assert.True(result.Status == InvocationStatus.Success, $"{result}");
    }
}
