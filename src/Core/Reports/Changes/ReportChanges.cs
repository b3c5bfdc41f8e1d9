using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports.Changes;

/// <summary>Compares two versions of a report, figure by figure: „Änderungen gegenüber Version n“.</summary>
public static class ReportChanges
{
    /// <summary>What changed from one version of a report to the next; in a combined one whole products and totals.</summary>
    /// <param name="former">The version compared with, of the same kind.</param>
    /// <param name="now">The report as it stands now.</param>
    /// <param name="causes">The deliveries behind it; null where nothing is known of them.</param>
    public static ChangeList Between(Report former, Report now, ChangeCauses? causes = null)
    {
        var all = (former, now) switch
        {
            (ProductReport before, ProductReport after) => Changes(before, after, causes ?? ChangeCauses.Unknown),
            (CombinedReport before, CombinedReport after) => Products(before, after).Concat(Totals(before, after)),
            _ => throw new ArgumentException("The reports are of two kinds.", nameof(now)),
        };
        var completeness = Plain(
            ReportWords.Completeness, ReportWords.Complete(former.IsComplete), ReportWords.Complete(now.IsComplete));
        var changes = all.Append(completeness).Where(change => change.Former != change.Now).ToImmutableArray();
        return new ChangeList(former.Version, changes.IsEmpty ? [TextsOnly] : changes);
    }

    private static IEnumerable<ReportChange> Changes(ProductReport former, ProductReport now, ChangeCauses causes)
    {
        var before = new FormerVersion(former);
        return RowChanges.Between(former.Rows, now.Rows)
            .Concat(Years(former, now))
            .Concat(Goals(former, now))
            .Concat(References(former, now))
            .Concat(Explanations(former, now))
            .Where(change => change.Former != change.Now)
            .Select(change => change is { Level: { } level, Figure: { } figure }
                ? change with { Cause = causes.Of(level, FigureOf(now, level, figure), before) }
                : change);
    }

    private static ReportChange TextsOnly => Plain(ReportWords.OtherContents, ReportWords.FormerWording, ReportWords.NewWording);

    private static ReportChange Plain(string subject, string former, string now) =>
        new(null, null, subject, former, now) { IsEssential = true };

    // A goal has an id of its own, and changes with the figure it is measured by.
    private static FigureId FigureOf(ProductReport now, LevelNumber level, FigureId id) =>
        now.Goals.FirstOrDefault(goal => goal.Level == level && goal.Id == id)?.Figure ?? id;

    private static IEnumerable<ReportChange> Years(ProductReport former, ProductReport now)
    {
        foreach (var row in now.FiveYears?.Rows ?? [])
        {
            var known = now.RowOf(row.Level, row.Figure)!;
            for (var i = 0; i < row.Values.Length; i++)
            {
                var (before, after) = ValueTexts.Pair(known, YearValue(former, row, now.FiveYears!.Years[i]), row.Values[i]);
                yield return new ReportChange(
                    row.Level, row.Figure, ReportWords.FigureIn(
                        known.Name, GermanFormat.Name(Periods.Period.OfYear(now.FiveYears.Years[i]))), before, after);
            }
        }
    }

    private static decimal? YearValue(ProductReport report, FiveYearRow row, int year)
    {
        var index = report.FiveYears?.Years.IndexOf(year) ?? -1;
        return index < 0
            ? null
            : report.FiveYears!.Rows.FirstOrDefault(
                other => other.Level == row.Level && other.Figure == row.Figure)?.Values[index];
    }

    private static IEnumerable<ReportChange> Goals(ProductReport former, ProductReport now) =>
        from id in now.Goals.Concat(former.Goals).Select(goal => goal.Id).Distinct()
        let before = former.Goals.FirstOrDefault(goal => goal.Id == id)
        let after = now.Goals.FirstOrDefault(goal => goal.Id == id)
        select new ReportChange(
            (after ?? before)!.Level, id, ReportWords.Goal((after ?? before)!.Text), ValueTexts.Of(before), ValueTexts.Of(after))
        {
            IsEssential = before?.Status != after?.Status || before?.Target != after?.Target,
        };

    private static IEnumerable<ReportChange> References(ProductReport former, ProductReport now) =>
        from key in now.References.Concat(former.References).Select(line => (line.Id, line.Year)).Distinct()
        let before = former.References.FirstOrDefault(line => (line.Id, line.Year) == key)
        let after = now.References.FirstOrDefault(line => (line.Id, line.Year) == key)
        select new ReportChange(
            null, key.Id, ReportWords.ReferenceFor((after ?? before)!), ValueTexts.Of(before), ValueTexts.Of(after))
        {
            IsEssential = true,
        };

    private static IEnumerable<ReportChange> Explanations(ProductReport former, ProductReport now)
    {
        var subject = ReportWords.ExplanationOf;
        var before = former.Explanations.Select(Key).ToHashSet();
        var after = now.Explanations.Select(Key).ToHashSet();
        return former.Explanations.Where(text => !after.Contains(Key(text)))
            .Select(text => new ReportChange(text.Level, text.Figure, subject(text), text.Text, GermanFormat.Missing))
            .Concat(now.Explanations.Where(text => !before.Contains(Key(text)))
                .Select(text => new ReportChange(text.Level, text.Figure, subject(text), GermanFormat.Missing, text.Text)))
            .Select(change => change with { IsEssential = true });

        static (LevelNumber, FigureId, Periods.Period, string) Key(ReportExplanation text) =>
            (text.Level, text.Figure, text.Period, text.Text);
    }

    private static IEnumerable<ReportChange> Products(CombinedReport former, CombinedReport now) =>
        from number in now.Products.Concat(former.Products).Select(product => product.Product).Distinct().Order()
        let before = former.Products.FirstOrDefault(product => product.Product == number)
        let after = now.Products.FirstOrDefault(product => product.Product == number)
        select new ReportChange(
            LevelNumber.Of(number), null, ReportWords.ProductReportOf(number, (after ?? before)!.Name), ValueTexts.Of(
                before), ValueTexts.Of(after))
        {
            IsEssential = true,
        };

    private static IEnumerable<ReportChange> Totals(CombinedReport former, CombinedReport now) =>
        from total in now.Totals
        let before = former.Totals.FirstOrDefault(other => other.Step == total.Step && other.Number == total.Number)
        let texts = ValueTexts.Pair(0, ReportWords.Euro, before?.ActualToDate, total.ActualToDate)
        select Plain(ReportWords.TotalOf(total), texts.Former, texts.Now) with
        {
            IsEssential = total.Step is HierarchyLevel.County or HierarchyLevel.MainArea,
        };
}
