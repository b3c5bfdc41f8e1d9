using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Messages;

/// <summary>Chooses the one explanation that belongs beside a figure's deviation.</summary>
internal static class MainExplanation
{
    /// <summary>
    /// The explanation of the figure itself. Without one, a product's figure has that of the amount which deviates most to the
    /// same side, if its deviation is at least half of the figure's. Others explain something else. Of several the latest
    /// counts.
    /// </summary>
    public static ReportExplanation? Of(ProductReport report, ReportRow row)
    {
        var candidates = report.Explanations.Where(text => text.Scenario == Scenario.Actual).ToList();
        var own = candidates.LastOrDefault(text => text.Level == row.Level && text.Figure == row.Id);
        return own ?? candidates
            .Select(text => (text, weight: Weight(report, row, text)))
            .Where(entry => entry.weight >= Math.Abs(row.Deviation ?? 0) / 2 && entry.weight > 0)
            .OrderBy(entry => entry.weight)
            .Select(entry => entry.text)
            .LastOrDefault();
    }

    /// <summary>
    /// How far the explained amount is from its plan; 0 where it is on another level's side, in another unit, or the other way.
    /// </summary>
    private static decimal Weight(ProductReport report, ReportRow row, ReportExplanation text)
    {
        var isWithin = row.Level == report.Levels[0].Number || text.Level == row.Level;
        var explained = report.RowOf(text.Level, text.Figure);
        return isWithin && explained is { Deviation: { } deviation } && explained.Unit == row.Unit
            && explained.IsFavourable == row.IsFavourable
            ? Math.Abs(deviation)
            : 0;
    }
}
