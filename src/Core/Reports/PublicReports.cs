using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Protection;
using Produktreport.Core.Reports.Changes;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Messages;
using Produktreport.Core.Reports.Publishing;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports;

/// <summary>
/// Makes the public edition of reports. Whatever the suppression hides is taken out wherever it stands: in rows, charts, years,
/// goals and totals. So is every text that could repeat it: explanations, provenance, contradictions, changes, key messages.
/// </summary>
public static class PublicReports
{
    /// <summary>
    /// The public edition of a product's report; null where one file is both: nothing is hidden, nothing protected.
    /// </summary>
    /// <param name="report">The internal edition, with its version.</param>
    /// <param name="isHidden">Whether a number must not be published, such as <c>Suppression.Hides</c>.</param>
    public static ProductReport? Of(ProductReport report, Func<PublicCell, bool> isHidden)
    {
        var hidden = new HiddenValues(report.Product, report.Period, isHidden);
        var figures = report.Rows.Where(hidden.Touches).Select(row => (row.Level, row.Id)).ToHashSet();
        var years = report.FiveYears is { } all ? hidden.Without(all) : null;
        var comparison = report.Comparison is { } others ? hidden.Without(others) : null;
        var hidesNothing = figures.Count == 0 && ReferenceEquals(years, report.FiveYears)
            && ReferenceEquals(comparison, report.Comparison)
            && !report.Charts.Any(hidden.Touches) && !report.Goals.Any(hidden.Touches);
        if (hidesNothing)
            return report.IsSensitive ? report with { Edition = ReportEdition.Public, Changes = null } : null;
        ReportExplanation[] shown = [.. report.Explanations.Where(text => !figures.Contains((text.Level, text.Figure)))];
        var edition = report with
        {
            Edition = ReportEdition.Public,
            Rows = [.. report.Rows.Select(hidden.Without)],
            Goals = [.. report.Goals.Select(
                goal => figures.Contains((goal.Level, goal.Figure)) || hidden.Touches(goal) ? HiddenValues.Without(goal) : goal)],
            // A change of a ratio tells its inputs: where anything is hidden, all of them go.
            Developments = [],
            Explanations = [.. shown],
            WithheldExplanations = report.Explanations.Length - shown.Length,
            Charts = [.. report.Charts.Select(hidden.Without)],
            FiveYears = years,
            Comparison = comparison,
            Contradictions = [],
            Notes = [.. report.Notes.Where(note => note != NoteTexts.Provenance), NoteTexts.Suppressed],
            Changes = null,
        };
        return edition with
        {
            KeyMessages = ProductMessages.Of(edition, cause: null),
            Plain = report.Plain is null ? null : PlainMessages.Of(edition),
        };
    }

    /// <summary>The public edition of the combined report.</summary>
    /// <param name="calculator">Catalogues and figures of all years.</param>
    /// <param name="period">The period.</param>
    /// <param name="products">The products' public editions, and the internal ones of those that have none.</param>
    /// <param name="former">The internal edition, whose version and changes of products hold here as well.</param>
    /// <param name="isHidden">Whether a number must not be published.</param>
    public static CombinedReport Combined(
        FigureCalculator calculator,
        Period period,
        IEnumerable<ProductReport> products,
        CombinedReport former,
        Func<PublicCell, bool> isHidden)
    {
        var report =
            ReportAssembly.Combined(
            calculator, period, products, new ReportOptions(former.AsOf, former.State), former.NotMade?.Select(
            each => each.Product));
        var edition = report with
        {
            Edition = ReportEdition.Public,
            Version = former.Version,
            Totals = [.. report.Totals.Select(total => HiddenTotals.Without(total, period, isHidden))],
        };
        return edition with { KeyMessages = CombinedMessages.Of(edition) };
    }

    /// <summary>
    /// What the public reads of a report, with what changed since the last version it could read; of numbers hidden now nothing
    /// is said, although they were public once.
    /// </summary>
    /// <param name="edition">The public edition; the internal one where one file is both.</param>
    /// <param name="published">The last version that was published; null where there is none.</param>
    /// <param name="causes">The deliveries behind the report.</param>
    public static ProductReport Since(ProductReport? published, ProductReport edition, ChangeCauses causes)
    {
        var changes = published is null ? null : ReportChanges.Between(published, edition, causes);
        return edition with { Changes = Without(changes, HiddenFigures.Of(edition).Contains) };
    }

    /// <inheritdoc cref="Since(ProductReport?, ProductReport, ChangeCauses)"/>
    public static CombinedReport Since(CombinedReport? published, CombinedReport edition)
    {
        // A total has no address of its own; what is not said now was said as a number.
        var changes = published is null ? null : ReportChanges.Between(published, edition);
        return edition with
        {
            Changes = changes is null ? null : changes with
            {
                Entries = [.. changes.Entries.Where(change => change.Now != GermanFormat.Missing || change.Level is not null)],
            },
        };
    }

    private static ChangeList? Without(ChangeList? changes, Func<(LevelNumber Level, FigureId Figure), bool> isHidden) =>
        changes is null ? null : changes with
        {
            Entries =
            [
                .. changes.Entries.Where(change =>
                    change is not { Level: { } level, Figure: { } figure } || !isHidden((level, figure))),
            ],
        };
}
