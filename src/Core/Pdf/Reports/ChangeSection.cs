using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// „Änderungen gegenüber Version n“: what a delivery changed stands below its name, and only what matters. The data of the report
/// hold every value.
/// </summary>
internal static class ChangeSection
{
    // Three corrected values change a hundred others; who wants all of them reads the data.
    private const int MostOfACause = 12;

    public static void Compose(Flow flow, ChangeList? changes, int level)
    {
        if (changes is null)
            return;
        flow.Section(level, PdfWords.ChangesSince(changes.FormerVersion));
        var groups = changes.Entries.GroupBy(change => change.Cause)
            .Select(group => (Cause: group.Key, Shown: Shown([.. group])))
            .ToList();
        var value = TableColumn.Share() with { Alignment = TextAlignment.Right };
        flow.Table(Table.Of(
            PdfWords.Changes,
            [
                (TableColumn.Fixed(60), PdfWords.Level), (TableColumn.Share(2), PdfWords.Subject), (value, PdfWords.Before),
                (value, PdfWords.Now),
            ],
            groups.SelectMany(group => Rows(group.Cause, group.Shown, groups.Count > 1)), rowHeaderColumns: 2));
        if (changes.Entries.Length - groups.Sum(group => group.Shown.Count) is var rest and > 0)
            flow.Paragraph(PdfWords.FurtherChanges(rest));
    }

    /// <summary>The essential ones; where nothing is, the first ones stand for the rest.</summary>
    private static List<ReportChange> Shown(IReadOnlyCollection<ReportChange> changes)
    {
        var essential = changes.Where(change => change.IsEssential).Take(MostOfACause).ToList();
        return essential.Count > 0 ? essential : [.. changes.Take(1)];
    }

    private static IEnumerable<TableRow> Rows(ChangeCause? cause, List<ReportChange> changes, bool isOneOfMany)
    {
        var rows = changes.Select(change => new TableRow(
            change.Level?.Text ?? "",
            PrintedText.Of(change.Subject),
            PrintedText.Of(change.Former),
            PrintedText.Of(change.Now)));
        return cause is null && !isOneOfMany ? rows : rows.Prepend(TableRow.Group(PrintedText.Of(PdfWords.CauseOf(cause))));
    }
}
