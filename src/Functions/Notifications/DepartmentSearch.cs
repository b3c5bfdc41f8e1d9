using Produktreport.Core.Deliveries.Templates;
using Produktreport.Core.Notifications;

namespace Produktreport.Functions.Notifications;

/// <summary>What departments are to be told: rejected deliveries, and what is missing.</summary>
internal sealed class DepartmentSearch(
    ReceiptFiles receipts, IDeliveryLog log, LiveReports live, PeriodStatusReader periods, Recipients recipients,
    Calendar calendar)
{
    /// <summary>Looks for it.</summary>
    public async IAsyncEnumerable<FoundNotice> Find(Search search)
    {
        foreach (var judgement in (await log.List()).Where(judgement => judgement.IsRejected))
        {
            if (judgement.Stamp.ReceivedAt >= search.Since.Since
                && DepartmentId.TryParse(FilePath.Of(judgement.Stamp.File).FirstFolder, out var id)
                && Contact(search, id) is { } contact
                && await receipts.Read(FilePath.Of(judgement.Stamp.File)) is { } receipt)
                yield return Found(contact, DepartmentNotices.Rejected(contact.Department, receipt, search.Rules.Portal),
                    "/quittungen/{amt}/{**datei}");
        }

        foreach (var info in await periods.Periods())
        {
            if (search.Rules.Reminders.Due(info.DaysLeft) is not { } due
                || info.Deadline.AddDays(-due) < search.Since.Day)
                continue;
            await foreach (var notice in Missing(search, PeriodText.Parse(info.Period), info, due))
                yield return notice;
        }
    }

    private async IAsyncEnumerable<FoundNotice> Missing(Search search, Period period, PeriodInfo info, int due)
    {
        var source = await live.Source();
        if (source.Catalogues.ByYear.GetValueOrDefault(period.Year) is not { } catalogue)
            yield break;
        var owing = (await live.Of(period)).Where(report => !report.Missing.IsEmpty).ToLookup(report => report.Head.Department);
        foreach (var department in catalogue.Departments.Where(department => owing[department.Id].Any()))
        {
            if (Contact(search, department.Id) is not { } contact)
                continue;
            var notice = DepartmentNotices.Missing(
                department, period, info.Deadline, due, info.DaysLeft, [.. owing[department.Id]], search.Rules.Portal);
            if (!search.IsTold(notice.Key, contact.Address))
            {
                var template = DeliveryTemplate.For(catalogue, department, period, source.Figures);
                notice = notice with
                {
                    Attachments = [new($"{department.Id}-{period}.xlsx", XlsxTemplate.MediaType, XlsxTemplate.Write(template))],
                };
            }

            yield return Found(contact, notice, "/api/v1/vorlagen/{amt}/{datei}");
        }
    }

    private FoundNotice Found(Addressee contact, Notice notice, string route) => new(
        new AddressedNotice(contact.Address, notice),
        recipients.MayOpen(
            route, recipients.Of(contact.Address, Role.Department, contact.Department.Id), contact.Department.Id));

    // Null where nobody can be written to, or nobody is to be.
    private Addressee? Contact(Search search, DepartmentId id) =>
        search.Catalogue.Find(id) is { } department
        && NotificationRules.IsAddress(department.Contact)
        && !search.Rules.IsSilent(id, calendar.Today)
            ? new Addressee(department, department.Contact!)
            : null;

    private sealed record Addressee(Department Department, string Address);
}
