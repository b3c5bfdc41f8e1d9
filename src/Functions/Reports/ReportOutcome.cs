namespace Produktreport.Functions.Reports;

/// <summary>What became of a report job. Closed.</summary>
internal abstract record ReportOutcome(ReportJob Job)
{
    /// <summary>A new version was written.</summary>
    public sealed record Written(ReportJob Job, int Version) : ReportOutcome(Job);

    /// <summary>The report shows what it showed before; no byte was touched.</summary>
    public sealed record Unchanged(ReportJob Job) : ReportOutcome(Job);

    /// <summary>The combined report waits for parts that are still to be made.</summary>
    public sealed record Waiting(ReportJob Job, IReadOnlyList<ProductNumber> Parts) : ReportOutcome(Job);

    /// <summary>The report could not be made; the former version, where there is one, stays.</summary>
    public sealed record Failed(ReportJob Job, string Reason) : ReportOutcome(Job);
}
