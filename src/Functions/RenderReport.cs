using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Produktreport.Functions.Work;

namespace Produktreport;

/// <summary>Makes one report and stores it, if it shows anything new.</summary>
internal sealed class RenderReport(ReportWork work)
{
    /// <summary>An exception has the host show the message again; after five tries it is given up on.</summary>
    [Function(nameof(RenderReport))]
    public Task Run(
        [QueueTrigger(IReportJobs.QueueName, Connection = SettingNames.DataConnection)] QueueMessage job,
        CancellationToken cancellation) =>
        work.Run(job.Body.ToString(), job.InsertedOn, cancellation);
}
