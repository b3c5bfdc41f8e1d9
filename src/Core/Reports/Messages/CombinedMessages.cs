using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Messages;

/// <summary>
/// The management summary in sentences: the county's result, the biggest deviations, reds, missing deliveries, goals.
/// </summary>
internal static class CombinedMessages
{
    private const int NamedDeviations = 3;
    private const int NamedProducts = 6;

    /// <param name="report">The report, complete but for its messages.</param>
    public static ImmutableArray<KeyMessage> Of(CombinedReport report)
    {
        KeyMessage?[] messages = [Result(report), Deviations(report), Reds(report), Deliveries(report), Goals(report)];
        return [.. messages.OfType<KeyMessage>()];
    }

    private static KeyMessage? Result(CombinedReport report)
    {
        if (report.Totals.FirstOrDefault(total => total.Step == HierarchyLevel.County) is not { } county)
            return null;
        var text = county is { ActualToDate: { } actual, PlanToDate: { } plan, Deviation: { } deviation }
            ? Sentences.CountyResult(
                report.Period,
                county.ProductCount,
                Sentences.Amount(actual, 0, ReportWords.Euro),
                Sentences.AgainstPlan(
                    deviation,
                    county.Percent,
                    Favour.Of(deviation, Catalogues.Direction.HigherIsBetter),
                    0,
                    ReportWords.Euro),
                Sentences.Amount(plan, 0, ReportWords.Euro))
            : Sentences.NoCountyResult(report.Period, county.Undefined ?? ReportWords.Complete(false));
        return new KeyMessage(Sentences.ResultTopic, text);
    }

    private static KeyMessage Deviations(CombinedReport report)
    {
        string[] named = [.. report.Deviations.Take(NamedDeviations).Select(line => Sentences.Deviation(
            $"{line.Product} {line.ProductName}", Sentences.Signed(line.Row.Deviation ?? 0, line.Row.Decimals, line.Row.Unit)))];
        return new KeyMessage(
            Sentences.DeviationsTopic, named.Length == 0 ? Sentences.NoDeviations : Sentences.BiggestDeviations(named));
    }

    private static KeyMessage Reds(CombinedReport report)
    {
        string[] products = [.. report.Reds.Select(line => $"{line.Product} {line.ProductName}").Distinct()];
        var named = GermanFormat.AtMost(NamedProducts, products, count => Sentences.Count(count, "weiteren", "weiteren"));
        return new KeyMessage(
            Sentences.StatusTopic, products.Length == 0 ? Sentences.NoReds : Sentences.RedProducts(report.Reds.Length, named));
    }

    private static KeyMessage Deliveries(CombinedReport report)
    {
        string[] owing = [.. report.Missing.Select(department =>
            Sentences.Owes(department.DepartmentName, department.Products.Length, department.Figures.Length))];
        return new KeyMessage(
            Sentences.DeliveriesTopic, owing.Length == 0 ? Sentences.AllDelivered
                : Sentences.NotDelivered(owing, report.Deadline));
    }

    private static KeyMessage? Goals(CombinedReport report)
    {
        var goals = report.Goals;
        return goals.Reached + goals.Missed + goals.Open == 0
            ? null
            : new KeyMessage(Sentences.GoalsTopic, Sentences.GoalCounts(goals.Reached, goals.Missed, goals.Open));
    }
}
