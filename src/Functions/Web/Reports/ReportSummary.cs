using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Web.Reports;

/// <summary>What lists say about one stored version of a report.</summary>
public sealed record ReportSummary
{
    /// <summary>The report.</summary>
    public required ReportJob Job { get; init; }

    /// <summary>The product's name, or „Gesamtbericht“.</summary>
    public required string Name { get; init; }

    /// <summary>Who answers for the product; null for the combined report.</summary>
    public DepartmentId? Department { get; init; }

    /// <summary>Entwurf or freigegeben.</summary>
    public required ReportState State { get; init; }

    /// <summary>Whether all figures due are there.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>The worst Ampel of the product's main figures; of the county's result for the combined report.</summary>
    public required Status Status { get; init; }

    /// <summary>How many values are missing.</summary>
    public required int MissingCount { get; init; }

    /// <summary>The period.</summary>
    public Period Period => Job.Period;

    /// <summary>Of a product report.</summary>
    public static ReportSummary Of(ProductReport report) => new()
    {
        Job = new ReportJob(report.Period, report.Product),
        Name = report.Name,
        Department = report.Head.Department,
        State = report.State,
        IsComplete = report.IsComplete,
        Version = report.Version,
        Status = Worst(report.Rows.Where(row => row.IsMain && row.Level == LevelNumber.Of(report.Product))
            .Select(row => row.Status)),
        MissingCount = report.Missing.Length,
    };

    /// <summary>Of a combined report.</summary>
    public static ReportSummary Of(CombinedReport report) => new()
    {
        Job = new ReportJob(report.Period, Product: null),
        Name = "Gesamtbericht",
        State = report.State,
        IsComplete = report.IsComplete,
        Version = report.Version,
        Status = report.Totals.FirstOrDefault(total => total.Step == HierarchyLevel.County)?.Status ?? Status.Grey,
        MissingCount = report.Missing.Sum(delivery => delivery.Figures.Length),
    };

    // Grey says nothing, so any colour outweighs it.
    private static Status Worst(IEnumerable<Status> statuses)
    {
        var all = statuses.ToList();
        return all.Contains(Status.Red) ? Status.Red
            : all.Contains(Status.Yellow) ? Status.Yellow
            : all.Contains(Status.Green) ? Status.Green
            : Status.Grey;
    }
}
