using Produktreport.Core.Notifications;
using Produktreport.Functions.Outbox;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Notifications;

/// <summary>What Administration and Controlling are to be told.</summary>
internal sealed class OperationSearch(
    IFileStore files, ReceiptFiles receipts, IDeliveryLog log, LiveReports live, PeriodStatusReader periods,
    VisibleReports visibleReports, GivenUpWork givenUp, OutboxFiles outbox, Recipients recipients)
{
    private const string CatalogueReceipts = "katalog/";

    // A period whose deadline is longer ago is not in the summary any more.
    private const int DaysInSummary = 90;

    /// <summary>Looks for it.</summary>
    public async IAsyncEnumerable<FoundNotice> Find(Search search)
    {
        if (!search.Rules.Administration.IsEmpty)
        {
            var notices = (await GivenUp(search)).Concat(await FaultyCatalogues()).ToList();
            foreach (var address in search.Rules.Administration)
            {
                var isAllowed = recipients.MayOpen("/stoerungen", recipients.Of(address, Role.Administration));
                foreach (var notice in notices)
                    yield return new FoundNotice(new AddressedNotice(address, notice), isAllowed);
            }
        }

        if (search.Rules.WeeklyOn != search.Now.DayOfWeek || TimeOnly.FromDateTime(search.Now) < search.Rules.From
            || search.Rules.Controlling.IsEmpty)
            yield break;
        var weekly = await Weekly(search);
        foreach (var address in search.Rules.Controlling)
        {
            var visitor = recipients.Of(address, Role.Controlling);
            yield return new FoundNotice(
                new AddressedNotice(address, weekly), recipients.MayOpen("/freigabe", visitor));
        }
    }

    // A message to Administration that could not be sent is no reason for another one.
    private async Task<IEnumerable<Notice>> GivenUp(Search search)
    {
        var own = (await outbox.ListGivenUp()).Where(message => search.Rules.Administration.Contains(message.To))
            .Select(message => message.Id).ToHashSet();
        return (await givenUp.List(CancellationToken.None)).Where(message => !own.Contains(message.Id)).Select(message =>
            OperationNotices.GivenUp(message.Id, GivenUpWork.Describe(message), message.Since, search.Rules.Portal));
    }

    private async Task<List<Notice>> FaultyCatalogues()
    {
        var faulty = new List<Notice>();
        await foreach (var file in files.List(Area.Receipts, CatalogueReceipts))
        {
            if (file.Path.Name.EndsWith(".json", StringComparison.Ordinal)
                && await receipts.Read(FilePath.Of(file.Path.Text[..^".json".Length])) is { IsAccepted: false } receipt)
                faulty.Add(OperationNotices.FaultyCatalogue(Path.GetFileNameWithoutExtension(file.Path.Name), receipt));
        }

        return faulty;
    }

    private async Task<Notice> Weekly(Search search)
    {
        var progress = new List<PeriodProgress>();
        foreach (var info in (await periods.Periods()).Where(info => info.End < search.Today && info.DaysLeft >= -DaysInSummary))
            progress.Add(await Progress(info));
        var rejected = (await log.List()).Where(judgement => judgement.IsRejected).Select(judgement => judgement.Stamp.File);
        return OperationNotices.Weekly(search.Today, progress, [.. rejected.Order(StringComparer.Ordinal)], search.Rules.Portal);
    }

    private async Task<PeriodProgress> Progress(PeriodInfo info)
    {
        var period = PeriodText.Parse(info.Period);
        var reports = (await visibleReports.List(new Visitor("", Role.Controlling, []), period))
            .Where(report => report.Summary.Job.Product is not null).ToList();
        var names = (await live.Source()).Catalogues.ByYear[period.Year].Departments
            .ToDictionary(department => department.Id, department => department.Name);
        var open = (await live.Of(period)).Where(report => !report.Missing.IsEmpty).GroupBy(report => report.Head.Department)
            .Select(group => (names.GetValueOrDefault(group.Key) ?? group.Key.Text, group.Sum(report => report.Missing.Length)));
        return new PeriodProgress(
            period, info.Deadline, info.DaysLeft, [.. open], reports.Count(report => report.IsDraft), reports.Count);
    }
}
