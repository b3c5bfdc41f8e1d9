using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Functions.Storage;

/// <summary>One report to be made: of a product, or the combined one.</summary>
/// <param name="Period">The period reported.</param>
/// <param name="Product">The product; null for the combined report (Gesamtbericht).</param>
public sealed record ReportJob(Period Period, ProductNumber? Product)
{
    /// <summary>The file name without ending: the product's number, or <c>gesamt</c>.</summary>
    public string Name => Product?.Text ?? "gesamt";
}

/// <summary>Where jobs wait. Two implementations: Queue Storage and memory. A job can come twice; rendering it again changes nothing.</summary>
public interface IReportJobs
{
    /// <summary>Adds a job.</summary>
    Task Enqueue(ReportJob job, CancellationToken cancellation = default);
}
