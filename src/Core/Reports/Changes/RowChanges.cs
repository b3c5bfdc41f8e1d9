using System.Collections.Immutable;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Changes;

internal static class RowChanges
{
    public static IEnumerable<ReportChange> Between(ImmutableArray<ReportRow> former, ImmutableArray<ReportRow> now)
    {
        var before = former.ToDictionary(row => (row.Level, row.Id));
        var after = now.Select(row => (row.Level, row.Id)).ToHashSet();
        return now.SelectMany(row => Between(before.GetValueOrDefault((row.Level, row.Id)), row))
            .Concat(former.Where(row => !after.Contains((row.Level, row.Id))).Select(Gone));
    }

    private static IEnumerable<ReportChange> Between(ReportRow? former, ReportRow now)
    {
        if (former is null)
            return [new ReportChange(
                now.Level, now.Id, ReportWords.FigureIn(now.Name, ReportWords.Row), GermanFormat.Missing, ReportWords.New)
            {
                IsEssential = true,
            }];

        var values = Enum.GetValues<RowField>().Select(field => Change(former, now, field));
        return former.Status == now.Status
            ? values
            : values.Append(new ReportChange(
                now.Level, now.Id, ReportWords.FigureIn(now.Name, ReportWords.StatusColumn), former.Status.GermanName(),
                now.Status.GermanName())
            {
                IsEssential = now.IsMain,
            });
    }

    private static ReportChange Change(ReportRow former, ReportRow now, RowField field)
    {
        var (before, after) = former[field] == now[field]
            ? (ValueTexts.Reason(former, field), ValueTexts.Reason(now, field))
            : ValueTexts.Pair(now, former[field], now[field], field);
        return new ReportChange(now.Level, now.Id, ReportWords.FigureIn(now.Name, ReportWords.Of(field)), before, after)
        {
            IsEssential = former[field] != now[field] && IsEssential(former, now, field),
        };
    }

    /// <summary>
    /// What a department delivers, and what a main figure came to: deviations, shares and the other figures follow from them.
    /// </summary>
    private static bool IsEssential(ReportRow former, ReportRow now, RowField field) => now switch
    {
        { Type: RowType.KeyFigure } => now.IsMain && field == RowField.ActualToDate,
        _ => field switch
        {
            RowField.ActualPeriod or RowField.PlanYear => true,
            // A former month was corrected.
            RowField.ActualToDate => former.ActualPeriod == now.ActualPeriod,
            RowField.ForecastYear => now.ForecastBasis == ForecastBasis.Delivered,
            _ => false,
        },
    };

    private static ReportChange Gone(ReportRow row) =>
        new(row.Level, row.Id, ReportWords.FigureIn(row.Name, ReportWords.Row), ReportWords.FormerWording, ReportWords.Dropped)
        {
            IsEssential = true,
        };
}
