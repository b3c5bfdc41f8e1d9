using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Hosting;
using Produktreport.Tests.Host;

namespace Produktreport.Functions.Tests.Faults;

/// <summary>An event: for which function, and how the host sends it at the given try.</summary>
internal sealed record Event(string Function, Func<FunctionsHost, int, Task<InvocationResult>> Send);

/// <summary>The events of a county's quarter, as the host sends them, and sends them again while they fail.</summary>
internal static class Quarter
{
    /// <summary>How often the host sends an event that the worker fails on.</summary>
    private const int MostTries = QueueReportJobs.TriesBeforeGivingUp;

    // A killed worker fails nothing: the tests kill far more often than the host would let it be.
    private const int MostDeaths = 500;

    public static Event Published(CancellationToken cancellation) =>
        new(nameof(PublishCatalogue), (host, _) => host.CatalogueChanged("2026/rahmen.yaml", cancellation));

    public static Event Uploaded(string path, CancellationToken cancellation) =>
        new(nameof(IngestFigures), (host, _) => host.Uploaded(path, cancellation));

    public static Event Daily(CancellationToken cancellation) =>
        new(nameof(AssembleReports), (host, _) => host.Daily(cancellation));

    public static Event Job(TakenJob job, CancellationToken cancellation) =>
        new(nameof(RenderReport), (host, tries) => host.Job(job, cancellation, tries));

    /// <summary>Sends an event until it is done.</summary>
    /// <param name="each">The event.</param>
    /// <param name="host">The host.</param>
    /// <param name="before">What is to happen before each time it is sent.</param>
    public static async Task Deliver(Event each, FunctionsHost host, Func<Event, Task>? before = null) =>
        Assert.True(await TryDeliver(each, host, before), $"An event for {each.Function} was not done after {MostTries} tries.");

    /// <summary>Everything from the catalogue to the last report.</summary>
    public static async Task Run(
        TestCounty county, IEnumerable<string> uploads, FunctionsHost host, CancellationToken cancellation,
        Func<Event, Task>? before = null)
    {
        await Deliver(Published(cancellation), host, before);
        foreach (var upload in uploads)
            await Deliver(Uploaded(upload, cancellation), host, before);
        await Deliver(Daily(cancellation), host, before);
        Assert.Equal(0, await Drain(county, host, cancellation, before));
    }

    /// <summary>
    /// Delivers what is in the queue, and what is put back into it, until it is empty; what fails too often goes where the host
    /// puts it.
    /// </summary>
    /// <returns>How many jobs were given up on.</returns>
    public static async Task<int> Drain(TestCounty county, FunctionsHost host, CancellationToken cancellation,
        Func<Event, Task>? before = null)
    {
        using var queue = new QueueReportJobs(county.Account);
        var givenUp = 0;
        while (await queue.Count(cancellation) > 0)
        {
            foreach (var taken in await queue.Take(cancellation))
            {
                if (await TryDeliver(Job(taken, cancellation), host, before))
                {
                    await queue.Done(taken, cancellation);
                }
                else
                {
                    await queue.Failed(taken with { Tries = MostTries }, "too many tries", cancellation);
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

    private static async Task<bool> TryDeliver(Event each, FunctionsHost host, Func<Event, Task>? before)
    {
        for (var (tries, deaths) = (1, 0); tries <= MostTries;)
        {
            if (before is not null)
                await before(each);
            switch ((await each.Send(host, tries)).Status)
            {
                case InvocationStatus.Success:
                    return true;
                case InvocationStatus.WorkerGone:
                    Assert.True(++deaths <= MostDeaths, $"An event for {each.Function} met no living worker {MostDeaths} times.");
                    break;
                default:
                    tries++;
                    break;
            }
        }

        return false;
    }
}
