using Produktreport.Core.KeyFigures;
using Produktreport.Core.KeyFigures.Explaining;
using Produktreport.Core.Reports.Assembly;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Functions.Web.Portal.Origins;

/// <summary>„Warum dieser Wert?“.</summary>
internal static class WhyPages
{
    public static void MapWhy(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/produkte/{produkt}/{periode}/warum/{ebene}/{id}/{feld}", Why);

    private static async Task<IResult> Why(
        [FromRoute(Name = "produkt")] string productNumber, [FromRoute(Name = "periode")] string periodText,
        [FromRoute(Name = "ebene")] string levelNumber, string id, [FromRoute(Name = "feld")] string fieldName,
        Visitor visitor, VisibleReports visibleReports, LiveReports live, IFigureStore figures, ReportDownloads downloads,
        CancellationToken cancellation)
    {
        if (ReportFile.JobOf(periodText, productNumber) is not { Product: not null } job
            || Texts.Field(fieldName) is not { } field
            || await visibleReports.Read(visitor, job, cancellation) is not var (visible, report)
            || report.Rows.FirstOrDefault(row => row.Level.Text == levelNumber && row.Id.Text == id) is not { } row)
            return PortalPages.NotFound;
        await downloads.NoteOpened(visitor, visible);
        var source = visitor.WorksFor(report.Head.Department) ? await live.Source(cancellation) : null;
        var ways = source is null ? [] : Explain(source, report, row, field);
        return PortalPages.Page<WhyPage>(new
        {
            Report = report,
            Row = row,
            Field = field,
            Ways = ways,
            Histories = source is null ? [] : await CellHistory.Of(ways, figures, source.Catalogues, cancellation),
        });
    }

    private static IReadOnlyList<WayToValue> Explain(ReportSource source, ProductReport report, ReportRow row, RowField field)
    {
        var calculator = new FigureCalculator(source.Catalogues, source.Figures);
        var values = new FieldValues(calculator, new FigureAddress(report.Product, row.Level, row.Id), report.Period);
        var parts = field is RowField.Deviation
            or RowField.DeviationPercent ? (RowField[])[RowField.ActualToDate, RowField.PlanToDate] : [field];
        return
        [
            .. from part in parts
               let value = values[part]
               let lines = Explanation.Of($"{row.Name}, {ReportWords.Of(part)}", value, row.Decimals, Decimals)
               select new WayToValue(part, lines, value.Amount, HasChanged: value.Amount != row[part]),
        ];

        int? Decimals(FigureAddress address) => source.Catalogues.For(report.Period.Year)?.Find(address.Product)
            ?.FindLevel(address.Level)?.Find(address.Figure)?.Decimals;
    }
}

/// <summary>How a value comes about as the figures stand now.</summary>
/// <param name="Part">Which value of the row: the one asked for, or one of the two a deviation is between.</param>
/// <param name="Lines">The derivation.</param>
/// <param name="Value">The value, exact; null where there is none.</param>
/// <param name="HasChanged">Whether the report shows another value.</param>
public sealed record WayToValue(RowField Part, ImmutableArray<ExplanationLine> Lines, decimal? Value, bool HasChanged);
