using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>The events of a county's quarter, as the host sends them, and sends them again while they fail.</summary>
internal static class Quarter
{
    // The host's own number is 5; here a handler may be dead for several tries.
    private const int MostTries = 2000;

    /// <summary>One event: how to send it. Answers whether the host takes it as done.</summary>
    internal delegate Task<bool> Event(PlayedHost host);

    public static Event Published(TestCounty county, CancellationToken cancellation) =>
        host => host.Blob("PublishCatalogue", county.BlobUri(Area.Catalogue, "2026/rahmen.yaml"), cancellation);

    public static Event Uploaded(TestCounty county, string path, CancellationToken cancellation) =>
        host => host.Blob("IngestFigures", county.BlobUri(Area.Inbox, path), cancellation);

    public static Event Daily(CancellationToken cancellation) => host => host.Timer("AssembleReports", "timer-trigger-first", cancellation);

    public static Event Job(ReportJob job, CancellationToken cancellation) =>
        host => host.Queue("RenderReport", "auftrag", ReportJobText.Write(job), cancellation);

    /// <summary>Sends an event until it is done; which handler it goes to is asked for every time.</summary>
    public static async Task Deliver(Event each, Func<Task<PlayedHost>> host)
    {
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            try
            {
                if (await each(await host()))
                    return;
            }
            catch (HttpRequestException)
            {
                // The handler died.
                await Task.Delay(10);
            }
        }

        Assert.Fail($"An event was not done after {MostTries} tries.");
    }

    /// <summary>Everything from the catalogue to the last report.</summary>
    public static async Task Run(TestCounty county, IEnumerable<string> uploads, Func<Task<PlayedHost>> host, CancellationToken cancellation)
    {
        await Deliver(Published(county, cancellation), host);
        foreach (var upload in uploads)
            await Deliver(Uploaded(county, upload, cancellation), host);
        await Deliver(Daily(cancellation), host);
        foreach (var job in await Jobs(county, cancellation))
            await Deliver(Job(job, cancellation), host);
    }

    /// <summary>All jobs that wait, taken out of the queue.</summary>
    public static async Task<List<ReportJob>> Jobs(TestCounty county, CancellationToken cancellation)
    {
        using var queue = new QueueReportJobs(county.Account);
        var jobs = new List<ReportJob>();
        while (await queue.Take(cancellation) is { Count: > 0 } taken)
        {
            foreach (var each in taken)
            {
                jobs.Add(each.Job);
                await queue.Done(each, cancellation);
            }
        }

        return jobs;
    }
}
