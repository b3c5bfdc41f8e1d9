using Produktreport.Core.KeyFigures.Assessing;

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

    /// <summary>The version of the file it was read from. Opaque.</summary>
    public string FileVersion { get; init; } = "";

    /// <summary>What a list shows of the product; null for the combined report.</summary>
    public ProductLine? Line { get; init; }

    /// <summary>
    /// The combined report without its lists of all products, reds and changes; null for a product. Of its totals only the
    /// county's stays.
    /// </summary>
    public CombinedReport? County { get; init; }

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
        Line = new ProductLine(report.Head.Area, report.Head.DepartmentName,
            MainRows.First([.. report.RowsOf(LevelNumber.Of(report.Product))]) is { } row ? MainFigure.Of(row) : null),
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
        County = report with
        {
            Totals = [.. report.Totals.Where(total => total.Step == HierarchyLevel.County)],
            Reds = [],
            Missing = [],
            Products = [],
            Notes = [],
            Changes = null,
        },
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

/// <summary>A product as lists of reports show it.</summary>
/// <param name="Area">Its Produktbereich.</param>
/// <param name="DepartmentName">Who answers for it.</param>
/// <param name="Main">Its main figure; null where the catalogue marks none.</param>
public sealed record ProductLine(NumberedName Area, string DepartmentName, MainFigure? Main);

/// <summary>The main figure of a product, from January to the end of the period, in its unit.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit; empty for counts.</param>
/// <param name="Decimals">Decimal places shown.</param>
/// <param name="Actual">Ist; null where undefined.</param>
/// <param name="Plan">Plan; null where undefined.</param>
/// <param name="Former">Ist of the year before; null where undefined.</param>
/// <param name="Deviation">Ist − Plan; null where undefined.</param>
/// <param name="Percent">The deviation in percent of the plan; null where undefined.</param>
/// <param name="IsFavourable">Whether the deviation is to the better; null where that cannot be said.</param>
/// <param name="Status">Its Ampel.</param>
public sealed record MainFigure(
    string Name, string Unit, int Decimals, decimal? Actual, decimal? Plan, decimal? Former, decimal? Deviation,
    Percentage? Percent, bool? IsFavourable, Status Status)
{
    /// <summary>Of a report's row.</summary>
    public static MainFigure Of(ReportRow row) => new(
        row.Name, row.Unit, row.Decimals, row.ActualToDate, row.PlanToDate, row.PreviousToDate, row.Deviation, row.Percent,
        row.IsFavourable, row.Status);
}
