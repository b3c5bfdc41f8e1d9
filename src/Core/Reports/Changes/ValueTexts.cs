using Produktreport.Core.German;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Changes;

/// <summary>Values as the list of changes writes them.</summary>
internal static class ValueTexts
{
    /// <summary>Two values that differ, rounded as printed – or exactly, where rounding would hide the difference.</summary>
    public static (string Former, string Now) Pair(int decimals, string unit, decimal? former, decimal? now)
    {
        var rounded = (Text(former, decimals, unit), Text(now, decimals, unit));
        return former == now || rounded.Item1 != rounded.Item2
            ? rounded
            : (Text(former, null, unit), Text(now, null, unit));
    }

    /// <summary>Two values of a row's figure; of its deviation in percent where the field says so.</summary>
    public static (string Former, string Now) Pair(
        ReportRow row, decimal? former, decimal? now, RowField field = RowField.ActualPeriod) =>
        field == RowField.DeviationPercent ? Pair(1, "%", former, now) : Pair(row.Decimals, row.Unit, former, now);

    /// <summary>Why a field has no value, or what marks it; empty where there is nothing to say.</summary>
    public static string Reason(ReportRow row, RowField field) =>
        row.Undefined.GetValueOrDefault(field) ?? row.Marks.GetValueOrDefault(field) ?? "";

    /// <summary>What a goal reached; „–“ where there is none.</summary>
    public static string Of(ReportGoal? goal) => goal is null
        ? GermanFormat.Missing
        : ReportWords.GoalState(
            Text(goal.Target, goal.Decimals, goal.Unit), Text(goal.Actual, goal.Decimals, goal.Unit), goal.Status);

    /// <summary>A reference figure with its Stichtag.</summary>
    public static string Of(ReferenceLine? line) => line is null
        ? GermanFormat.Missing
        : ReportWords.AsOf(Text(line.Value, null, line.Unit), line.AsOf);

    /// <summary>Which version of a product's report the combined report holds.</summary>
    public static string Of(ProductSummary? product) =>
        product is null ? GermanFormat.Missing : ReportWords.VersionOf(product.Version, product.IsComplete);

    private static string Text(decimal? value, int? decimals, string unit) => value is not { } known ? GermanFormat.Missing
        : GermanFormat.WithUnit(decimals is { } places ? GermanFormat.Number(known, places) : GermanFormat.Exact(known), unit);
}
