using Produktreport.Core.KeyFigures.Assessing;

namespace Produktreport.Functions.Web.Portal.Overview;

/// <summary>The columns of the table of products, each of which it can be ordered by.</summary>
/// <param name="Word">The column in addresses.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">What a report is ordered by, where that is text; null where it is a number.</param>
/// <param name="Number">What a report is ordered by, where that is a number; null in reports that lack it.</param>
internal sealed record OverviewOrder(
    string Word, string Heading, Func<ReportSummary, string>? Text, Func<ReportSummary, decimal?>? Number)
{
    /// <summary>The columns from left to right; the first is the usual order.</summary>
    public static IReadOnlyList<OverviewOrder> All { get; } =
    [
        OfText("produkt", "Produkt", report => report.Job.Name),
        OfText("amt", "Amt", report => report.Line!.DepartmentName),
        OfNumber("ist", "Ist", report => report.Line!.Main?.Actual),
        OfNumber("plan", "Plan", report => report.Line!.Main?.Plan),
        OfNumber("abweichung", "Abweichung", report => report.Line!.Main?.Deviation),
        OfNumber("prozent", "%", report => report.Line!.Main?.Percent?.Value),
        OfNumber("vorjahr", "Vorjahr", report => report.Line!.Main?.Former),
        OfNumber("ampel", "Ampel", report => Severity(report.Status)),
    ];

    /// <summary>The column of a word; the first for any other.</summary>
    public static OverviewOrder Of(string? word) => All.FirstOrDefault(order => order.Word == word) ?? All[0];

    /// <summary>The reports in this order, the product's number deciding between equals; those without a number last.</summary>
    public IEnumerable<VisibleReport> Sort(IEnumerable<VisibleReport> reports, bool isDescending)
    {
        if (Text is { } text)
        {
            return isDescending
                ? reports.OrderByDescending(report => text(report.Summary), StringComparer.Ordinal).ThenBy(Product)
                : reports.OrderBy(report => text(report.Summary), StringComparer.Ordinal).ThenBy(Product);
        }

        var sign = isDescending ? -1 : 1;
        return reports.OrderBy(report => Number!(report.Summary) is null)
            .ThenBy(report => sign * Number!(report.Summary))
            .ThenBy(Product);
    }

    private static string Product(VisibleReport report) => report.Summary.Job.Name;

    private static OverviewOrder OfText(string word, string heading, Func<ReportSummary, string> text) =>
        new(word, heading, text, null);

    private static OverviewOrder OfNumber(string word, string heading, Func<ReportSummary, decimal?> number) =>
        new(word, heading, null, number);

    private static decimal Severity(Status status) => status switch
    {
        Status.Red => 0,
        Status.Yellow => 1,
        Status.Green => 2,
        _ => 3,
    };
}
