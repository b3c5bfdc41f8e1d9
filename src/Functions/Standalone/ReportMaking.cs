using System.Collections.Concurrent;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Standalone;

/// <summary>Plans the reports that are due, and renders them.</summary>
internal sealed class ReportMaking(IReportJobs jobs, ReportPlanning planning, ReportWork work, TimeProvider clock)
{
    // Another process that holds a job may be slow or dead. Its job is done again meanwhile.
    private const int MostRounds = 30;
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Makes every report that is due. What was planned and is not made yet, another process holds. It is made here as well,
    /// which changes nothing where the other one lives.
    /// </summary>
    public async Task<List<ReportOutcome>> Run(CancellationToken cancellation)
    {
        var outcomes = new List<ReportOutcome>();
        for (var round = 1; ; round++)
        {
            var planned = await planning.Run(cancellation);
            var made = await RenderWaiting(cancellation);
            outcomes.AddRange(made.Where(outcome => outcome is not ReportOutcome.Waiting));
            var open = planned - made.Count(outcome => outcome is not ReportOutcome.Waiting);
            if (open <= 0)
                return outcomes;
            if (round == MostRounds || made.Any(outcome => outcome is ReportOutcome.Failed))
                return [.. outcomes, .. made.OfType<ReportOutcome.Waiting>()];
            await Task.Delay(BetweenRounds, clock, cancellation);
        }
    }

    /// <summary>Renders the jobs that wait: our own, and with a storage account also those of other processes.</summary>
    public async Task<IReadOnlyCollection<ReportOutcome>> RenderWaiting(CancellationToken cancellation)
    {
        var outcomes = new ConcurrentBag<ReportOutcome>();
        while (await jobs.Take(cancellation) is { Count: > 0 } taken)
        {
            // Combined reports after the products, whose versions they show.
            foreach (var group in taken.GroupBy(each => each.Job.Product is null).OrderBy(group => group.Key))
                await Parallel.ForEachAsync(group, cancellation, async (each, token) => outcomes.Add(await Render(each, token)));
        }

        return outcomes;
    }

    // A folder that cannot be written to is told of each report, and keeps nothing else from being done.
    private async Task<ReportOutcome> Render(TakenJob taken, CancellationToken cancellation)
    {
        try
        {
            return await work.Run(taken, cancellation);
        }
        catch (IOException failure)
        {
            await jobs.Failed(taken, failure.Message, cancellation);
            return new ReportOutcome.Failed(taken.Job, failure.Message);
        }
    }
}
