using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>Adds the products' results up along the hierarchy: county, Hauptproduktbereich, Produktbereich, Produktgruppe.</summary>
internal static class TotalAssembly
{
    private const int NamedProducts = 4;
    private static readonly FigureId Result = FigureId.Of("ergebnis");

    /// <summary>The county, then each step before its parts, in catalogue order.</summary>
    public static ImmutableArray<HierarchyTotal> Of(Catalogue catalogue, ImmutableArray<ProductReport> reports) =>
    [
        Total(catalogue, HierarchyLevel.County, new NumberedName("", catalogue.County), reports),
        .. reports.GroupBy(report => report.Head.MainArea).SelectMany(area => Steps(catalogue, area.Key, [.. area])),
    ];

    private static IEnumerable<HierarchyTotal> Steps(Catalogue catalogue, NumberedName mainArea, ImmutableArray<ProductReport> reports) =>
        reports.GroupBy(report => report.Head.Area)
            .SelectMany(area => area.GroupBy(report => report.Head.Group)
                .Select(group => Total(catalogue, HierarchyLevel.Group, group.Key, [.. group]))
                .Prepend(Total(catalogue, HierarchyLevel.Area, area.Key, [.. area])))
            .Prepend(Total(catalogue, HierarchyLevel.MainArea, mainArea, reports));

    private static HierarchyTotal Total(
        Catalogue catalogue, HierarchyLevel step, NumberedName name, ImmutableArray<ProductReport> reports)
    {
        var rows = reports.Select(report => (report, row: report.Rows.FirstOrDefault(row => row.Level == report.Levels[0].Number && row.Id == Result))).ToList();
        var (actual, plan) = (Sum(RowField.ActualToDate), Sum(RowField.PlanToDate));
        var deviation = actual - plan;
        return new HierarchyTotal
        {
            Step = step,
            Number = name.Number,
            Name = name.Name,
            ProductCount = reports.Length,
            ActualPeriod = Sum(RowField.ActualPeriod),
            ActualToDate = actual,
            PlanToDate = plan,
            PlanYear = Sum(RowField.PlanYear),
            FormerToDate = Sum(RowField.FormerToDate),
            Deviation = deviation,
            DeviationPercent = plan is null or 0 ? null : deviation * 100 / Math.Abs(plan.Value),
            Status = StatusAssessment.Assess(actual, plan, Direction.HigherIsBetter, catalogue.Tolerance),
            Undefined = Reason(rows),
        };

        decimal? Sum(RowField field) => rows.Aggregate((decimal?)0, (sum, entry) => sum + entry.row?[field]);
    }

    private static string? Reason(List<(ProductReport Report, ReportRow? Row)> rows)
    {
        string[] missing = [.. rows.Where(entry => entry.Row?.ActualToDate is null).Select(entry => $"{entry.Report.Product} {entry.Report.Name}")];
        string[] named = missing.Length <= NamedProducts
            ? missing
            : [.. missing.Take(NamedProducts - 1), NoteTexts.More(missing.Length - NamedProducts + 1)];
        return missing.Length == 0 ? null : NoteTexts.ResultsMissing(GermanFormat.Enumerate(named));
    }
}
