using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Protection;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Publishing;

/// <summary>Totals in public.</summary>
internal static class HiddenTotals
{
    /// <summary>The total without hidden numbers.</summary>
    public static HierarchyTotal Without(HierarchyTotal total, Period period, Func<PublicCell, bool> isHidden)
    {
        var actual = IsHidden(period.Year, 1, period.LastMonth, PublicValueKind.Actual);
        var plan = IsHidden(period.Year, 1, period.LastMonth, PublicValueKind.Plan);
        return total with
        {
            ActualPeriod = IsHidden(period.Year, period.FirstMonth, period.LastMonth, PublicValueKind.Actual) ? null
                : total.ActualPeriod,
            ActualToDate = actual ? null : total.ActualToDate,
            PlanToDate = plan ? null : total.PlanToDate,
            PlanYear = IsHidden(period.Year, 1, 12, PublicValueKind.Plan) ? null : total.PlanYear,
            PreviousToDate = IsHidden(period.Year - 1, 1, period.LastMonth, PublicValueKind.Actual)
                || IsHidden(period.Year - 1, 1, period.LastMonth, PublicValueKind.Actual, period.Year)
                    ? null
                    : total.PreviousToDate,
            Deviation = actual || plan ? null : total.Deviation,
            DeviationPercent = actual || plan ? null : total.DeviationPercent,
            PercentDecimals = actual || plan ? 1 : total.PercentDecimals,
            Status = actual || plan ? Status.Grey : total.Status,
            Undefined = actual ? NoteTexts.SuppressedMark : total.Undefined,
        };

        bool IsHidden(int year, int first, int last, PublicValueKind kind, int reportYear = 0) =>
            isHidden(new PublicCell(
                $"{total.Step} {total.Number} ", new FigureAddress(
                default, default, total.Figure), year, first, last, kind, reportYear));
    }
}
