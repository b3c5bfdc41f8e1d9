using Produktreport.Core.KeyFigures.Assessing;

namespace Produktreport.Functions.Web.Portal.Overview;

/// <summary>What the overview shows of one period.</summary>
/// <param name="Period">The period; null where no report is due yet.</param>
/// <param name="Due">All periods whose reports are due, latest first.</param>
/// <param name="Reports">The reports of the period that the visitor sees.</param>
/// <param name="Query">What was asked for.</param>
public sealed record OverviewView(
    Period? Period, IReadOnlyList<Period> Due, IReadOnlyList<VisibleReport> Reports, OverviewQuery Query)
{
    /// <summary>How many values the visitor's departments still owe; null for whoever owes none.</summary>
    public int? Owed { get; init; }

    /// <summary>What the county does not say of itself yet, by the catalogue's keys; told to Administration.</summary>
    public IReadOnlyList<string> FaceMissing { get; init; } = [];

    /// <summary>The combined report; null where the visitor sees none.</summary>
    public VisibleReport? Combined { get; } = Reports.FirstOrDefault(report => report.Summary.Job.Product is null);

    /// <summary>The products' reports in catalogue order.</summary>
    public IReadOnlyList<VisibleReport> Products { get; } = [.. OfProducts(Reports)];

    /// <summary>The county's result; null where the combined report has none, or there is none.</summary>
    public HierarchyTotal? Result => Combined?.Summary.County!.Totals.FirstOrDefault();

    /// <summary>The products that were asked for, in the order asked for.</summary>
    public IReadOnlyList<VisibleReport> Shown =>
        [.. OverviewOrder.Of(Query.Order).Sort(Products.Where(report => Query.Matches(report.Summary)), Query.IsDescending)];

    /// <summary>What most reports are; only what differs is said of a single one.</summary>
    public (ReportState State, bool IsComplete) Usual { get; } =
        Most(OfProducts(Reports).Select(report => (report.Summary.State, report.Summary.IsComplete)));

    /// <summary>The main figure most products have; only others are named.</summary>
    public string? UsualFigure { get; } =
        Most(OfProducts(Reports).Select(report => report.Summary.Line!.Main?.Name).OfType<string>());

    /// <summary>The years, latest first.</summary>
    public IEnumerable<int> Years => Due.Select(period => period.Year).Distinct();

    /// <summary>The periods of the shown year, first to last, the year itself at the end.</summary>
    public IEnumerable<Period> Periods =>
        Due.Where(period => period.Year == Period?.Year).Order(Core.Periods.Period.ByEnd);

    /// <summary>The Produktbereiche, by number.</summary>
    public IEnumerable<NumberedName> Areas => Products.Select(report => report.Summary.Line!.Area)
        .DistinctBy(area => area.Number).OrderBy(area => area.Number, StringComparer.Ordinal);

    /// <summary>The departments, by name.</summary>
    public IEnumerable<(DepartmentId Id, string Name)> Departments => Products
        .Select(report => (report.Summary.Department!.Value, report.Summary.Line!.DepartmentName))
        .Distinct().OrderBy(department => department.DepartmentName, StringComparer.Ordinal);

    /// <summary>How many products have an Ampel.</summary>
    public int Count(Status status) => Products.Count(report => report.Summary.Status == status);

    private static IEnumerable<VisibleReport> OfProducts(IEnumerable<VisibleReport> reports) =>
        reports.Where(report => report.Summary.Job.Product is not null);

    private static T? Most<T>(IEnumerable<T> values) => values.GroupBy(value => value)
        .OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault();
}
