using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>An event: for which function, and how to send it. Sending answers whether the host takes it as done.</summary>
internal sealed record Event(string Function, Func<PlayedHost, Task<bool>> Send);

/// <summary>The events of a county's quarter, as the host sends them, and sends them again while they fail.</summary>
internal static class Quarter
{
    /// <summary>How often the host sends an event that the handler fails on.</summary>
    private const int MostTries = QueueReportJobs.TriesBeforePoison;

    // A killed handler fails nothing: the tests kill far more often than the host, which stops at the third crash in half an hour, would let it be.
    private const int MostDeaths = 500;

    public static Event Published(TestCounty county, CancellationToken cancellation) =>
        new("PublishCatalogue", host => host.Blob("PublishCatalogue", county.BlobUri(Area.Catalogue, "2026/rahmen.yaml"), cancellation));

    public static Event Uploaded(TestCounty county, string path, CancellationToken cancellation) =>
        new("IngestFigures", host => host.Blob("IngestFigures", county.BlobUri(Area.Inbox, path), cancellation));

    public static Event Daily(CancellationToken cancellation) => new("AssembleReports", host => host.Timer("AssembleReports", "timer-trigger-first", cancellation));

    public static Event Job(TakenJob job, CancellationToken cancellation) =>
        new("RenderReport", host => host.Queue("RenderReport", "auftrag", ReportJobText.Write(job.Job, job.Waits), cancellation));

    /// <summary>Sends an event until it is done; which handler it goes to is asked for every time.</summary>
    public static async Task Deliver(Event each, Func<Event, Task<PlayedHost>> host) =>
        Assert.True(await TryDeliver(each, host), $"An event for {each.Function} was not done after {MostTries} tries.");

    /// <summary>Everything from the catalogue to the last report.</summary>
    public static async Task Run(TestCounty county, IEnumerable<string> uploads, Func<Event, Task<PlayedHost>> host, CancellationToken cancellation)
    {
        await Deliver(Published(county, cancellation), host);
        foreach (var upload in uploads)
            await Deliver(Uploaded(county, upload, cancellation), host);
        await Deliver(Daily(cancellation), host);
        Assert.Equal(0, await Drain(county, host, cancellation));
    }

    /// <summary>Delivers what is in the queue, and what is put back into it, until it is empty; what fails too often goes where the host puts it.</summary>
    /// <returns>How many jobs were given up on.</returns>
    public static async Task<int> Drain(TestCounty county, Func<Event, Task<PlayedHost>> host, CancellationToken cancellation)
    {
        using var queue = new QueueReportJobs(county.Account);
        var givenUp = 0;
        while (await queue.Count(cancellation) > 0)
        {
            foreach (var taken in await queue.Take(cancellation))
            {
                if (await TryDeliver(Job(taken, cancellation), host))
                {
                    await queue.Done(taken, cancellation);
                }
                else
                {
                    await queue.Failed(taken with { Tries = MostTries }, cancellation);
                    givenUp++;
                }
            }

            // One that was put back is seen after a while.
            await Task.Delay(50, cancellation);
        }

        return givenUp;
    }

    /// <summary>All jobs that wait, taken out of the queue.</summary>
    public static async Task<List<TakenJob>> Jobs(TestCounty county, CancellationToken cancellation)
    {
        using var queue = new QueueReportJobs(county.Account);
        var jobs = new List<TakenJob>();
        while (await queue.Take(cancellation) is { Count: > 0 } taken)
        {
            foreach (var each in taken)
            {
                jobs.Add(each);
                await queue.Done(each, cancellation);
            }
        }

        return jobs;
    }

    private static async Task<bool> TryDeliver(Event each, Func<Event, Task<PlayedHost>> host)
    {
        for (var (tries, deaths) = (0, 0); tries < MostTries;)
        {
            try
            {
                if (await each.Send(await host(each)))
                    return true;
                tries++;
            }
            catch (HttpRequestException)
            {
                Assert.True(++deaths <= MostDeaths, $"An event for {each.Function} met no living handler {MostDeaths} times.");
                await Task.Delay(10);
            }
        }

        return false;
    }
}
