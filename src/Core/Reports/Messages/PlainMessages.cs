using System.Collections.Immutable;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Messages;

/// <summary>
/// A product's report in Leichter Sprache: short sentences of one statement each, numbers rounded and said to be, no
/// abbreviations, no percentages, no words that are not explained (rules of the Netzwerk Leichte Sprache, 2022).
/// </summary>
internal static class PlainMessages
{
    private const int Amounts = 3;

    /// <summary>The sentences, in order; each is printed on a line of its own.</summary>
    public static ImmutableArray<string> Of(ProductReport report) =>
    [
        .. PlainSentences.Head(report.Head.County, report.Name, report.Period),
        .. Money(report),
        .. Lights(report),
        .. Goals(report),
        .. Data(report),
    ];

    // A negative amount would have to be explained first; Erträge and Aufwendungen say the same.
    private static IEnumerable<string> Money(ProductReport report)
    {
        var rows = report.RowsOf(report.Levels[0].Number)
            .Where(row => row is { Type: RowType.BaseFigure, Unit: ReportWords.Euro })
            .Where(row => row is { ActualToDate: >= 0, PlanToDate: null or >= 0 })
            .Take(Amounts)
            .ToList();
        return rows.Count == 0 ? [] : PlainSentences.Rounded.Concat(rows.SelectMany(Money));
    }

    private static IEnumerable<string> Money(ReportRow row)
    {
        var actual = PlainSentences.Amount(row.ActualToDate!.Value);
        yield return PlainSentences.Actual(row.Name, actual);
        if (row.PlanToDate is { } plan)
            yield return PlainSentences.Amount(plan) is var planned && planned == actual
                ? PlainSentences.AsPlanned
                : PlainSentences.Planned(planned);
    }

    private static IEnumerable<string> Lights(ProductReport report) =>
        from status in (Status[])[Status.Green, Status.Yellow, Status.Red]
        let count = report.Rows.Count(row => row.Status == status)
        where count > 0
        from sentence in PlainSentences.Light(count, status)
        select sentence;

    private static IEnumerable<string> Goals(ProductReport report)
    {
        var reached = report.Goals.Count(goal => goal.IsReached == true);
        var missed = report.Goals.Count(goal => goal.IsReached == false);
        return report.Goals.IsEmpty ? [] : PlainSentences.Goals(reached, missed, report.Goals.Length - reached - missed);
    }

    private static IEnumerable<string> Data(ProductReport report)
    {
        if (!report.IsComplete)
            yield return PlainSentences.Missing;
        if (!report.Notes.Contains(NoteTexts.Suppressed))
            yield break;
        foreach (var sentence in PlainSentences.Secret)
            yield return sentence;
    }
}
