using Produktreport.Core.Notifications;
using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Notifications;

/// <summary>
/// What distribution lists are to be told: each report in the version that its recipient sees in the portal, once it is new.
/// </summary>
internal sealed class ReportSearch(IFileStore files, VisibleReports visibleReports, Recipients recipients, TimeProvider clock)
{
    private const string Route = "/api/v1/berichte/{periode}/{datei}";

    // Larger ones come as a link; many mail servers take no more than ten megabytes.
    private const long LargestAttachment = 5 << 20;

    /// <summary>Looks for it.</summary>
    public async IAsyncEnumerable<FoundNotice> Find(Search search)
    {
        if (search.Rules.Lists.IsEmpty)
            yield break;
        var seen = new Dictionary<(Role, DepartmentId?), IReadOnlyList<WrittenReport>>();
        foreach (var list in search.Rules.Lists)
        {
            foreach (var address in list.Recipients)
            {
                var visitor = recipients.Of(address, Recipients.RoleOf(list.Audience), list.Of);
                var isAllowed = recipients.MayOpen(Route, visitor);
                var eyes = visitor ?? Visitor.Nobody;
                var key = (eyes.Role, eyes.Departments is [var own, ..] ? own : (DepartmentId?)null);
                if (!seen.TryGetValue(key, out var reports))
                    seen[key] = reports = await visibleReports.ListWritten(eyes);
                foreach (var report in reports.Where(report => IsFor(list, report.Visible, search) && IsNew(report, search)))
                    yield return new FoundNotice(
                        new AddressedNotice(address, await NoticeOf(report, list, address, search), list.Name),
                        isAllowed);
            }
        }
    }

    private static bool IsFor(DistributionList list, VisibleReport report, Search search) =>
        (list.HasDrafts || !report.IsDraft)
        && (report.Summary.Job.Product is { } number
            ? search.Catalogue.Find(number) is { } product && list.Has(product)
            : list.HasCombined);

    private bool IsNew(WrittenReport report, Search search) =>
        report.Json is { } file
        && file.ModifiedAt >= search.Since.Since
        && file.ModifiedAt >= clock.GetUtcNow() - OutboxFiles.Remembered;

    private async Task<Notice> NoticeOf(
        WrittenReport report, DistributionList list, string address, Search search)
    {
        var told = report.Visible.Told;
        var notice = ReportNotices.New(told, list.Name, search.Rules.Portal, pdf: null);
        if (!list.IsAttached || search.IsTold(notice.Key, address)
            || report.Pdf is not { Length: <= LargestAttachment } file)
            return notice;
        return await files.ReadAll(Area.Reports, file.Path) is { } pdf
            ? ReportNotices.New(told, list.Name, search.Rules.Portal,
                new MailAttachment(report.Visible.DownloadName(".pdf"), "application/pdf", pdf))
            : notice;
    }
}
