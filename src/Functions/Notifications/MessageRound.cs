using Produktreport.Core.Notifications;
using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Notifications;

/// <summary>
/// Finds what is to be told in what is stored, puts it into the outbox and sends what waits there. Nothing is told because an
/// event was heard: what changed is stored before, and is found again until the outbox has it (docs/decisions/0034).
/// </summary>
internal sealed class MessageRound(
    PublishedCatalogues published,
    DepartmentSearch departments,
    ReportSearch reports,
    OperationSearch operation,
    EventSearch events,
    OutboxFiles outbox,
    Dispatch dispatch,
    MessageSettings settings,
    Calendar calendar,
    TimeProvider clock)
{
    private static readonly TimeOnly LastMinute = new(23, 59);

    /// <summary>One round; nothing where messages are off.</summary>
    /// <returns>What became of each message that was tried.</returns>
    public async Task<IReadOnlyList<Dispatched>> Run(CancellationToken cancellation = default)
    {
        if (!settings.IsOn)
            return [];
        if (await Rules(cancellation) is var (rules, catalogue))
            await Fill(rules, catalogue, cancellation);
        return await dispatch.Run(cancellation);
    }

    /// <summary>
    /// What would be sent today, whether messages are on or not, with what would be sent if its recipient might see it. Null
    /// where the catalogue of the year tells nobody anything.
    /// </summary>
    public async Task<Preview?> Preview(CancellationToken cancellation = default)
    {
        if (await Rules(cancellation) is not var (rules, catalogue))
            return null;
        var since = await outbox.FindBeginning(cancellation) ?? new Beginning(clock.GetUtcNow(), calendar.Today);
        var told = await outbox.Told(cancellation);
        var search = new Search(rules, catalogue, since, told, calendar.Today.ToDateTime(LastMinute));
        var found = await Find(search).ToListAsync(cancellation);
        return new Preview(
            rules,
            [.. Due(search, found)],
            [.. found.Where(each => !each.IsAllowed && !told.Contains(each.Told.Key)).Select(each => each.Told)]);
    }

    /// <summary>Sends a person a message that shows whether messages arrive.</summary>
    public async Task<IReadOnlyList<Dispatched>> SendTrial(string address, string by)
    {
        if (await Rules(CancellationToken.None) is not var (rules, _))
            return [];
        var notice = new AddressedNotice(address, OperationNotices.Trial(by, clock.GetUtcNow()));
        foreach (var mailing in Mailings.Due(rules, [notice], new HashSet<string>(), Now))
            await outbox.Put(MailOf(mailing, rules));
        return await dispatch.Run();
    }

    private DateTime Now => calendar.Today.ToDateTime(TimeOnly.FromDateTime(BerlinTime.Local(clock.GetUtcNow()).DateTime));

    private async Task<(NotificationRules Rules, Catalogue Catalogue)?> Rules(CancellationToken cancellation) =>
        (await published.Load(cancellation)).For(calendar.Today.Year) is { Notifications: { } rules } catalogue
            ? (rules, catalogue)
            : null;

    private async Task Fill(NotificationRules rules, Catalogue catalogue, CancellationToken cancellation)
    {
        var since = await outbox.Begin(cancellation);
        var told = await outbox.Told(cancellation);
        var search = new Search(rules, catalogue, since, told, Now);
        if (settings.Smtp is not null)
        {
            foreach (var mailing in Due(search, await Find(search).ToListAsync(cancellation)))
                await outbox.Put(MailOf(mailing, rules), cancellation);
        }

        if (settings.EventKey is not null)
        {
            foreach (var happened in await events.Find(rules, since, told))
                await outbox.Put(happened, cancellation);
        }
    }

    private async IAsyncEnumerable<FoundNotice> Find(Search search)
    {
        await foreach (var notice in departments.Find(search))
            yield return notice;
        await foreach (var notice in operation.Find(search))
            yield return notice;
        await foreach (var notice in reports.Find(search))
            yield return notice;
    }

    private static IEnumerable<Mailing> Due(Search search, IEnumerable<FoundNotice> found) => Mailings.Due(
        search.Rules, found.Where(each => each.IsAllowed).Select(each => each.Told), search.Told, search.Now);

    private Outgoing.Mail MailOf(Mailing mailing, NotificationRules rules) =>
        new(mailing.Id, mailing.Address, mailing.Covers, clock.GetUtcNow())
        {
            From = rules.Sender,
            AnswersTo = rules.AnswersTo,
            List = mailing.List,
            Subject = mailing.Letter.Subject,
            Plain = LetterText.Plain(mailing.Letter),
            Html = LetterText.Html(mailing.Letter),
            Enclosures =
                [.. mailing.Attachments.Select(file => new Enclosure(file.Name, file.ContentType, file.Content.ToArray()))],
        };
}

/// <summary>What would be sent today.</summary>
/// <param name="Rules">Who is told of what.</param>
/// <param name="Mailings">The messages.</param>
/// <param name="Refused">What is not sent, as its recipient may not see it.</param>
public sealed record Preview(
    NotificationRules Rules, ImmutableArray<Mailing> Mailings, ImmutableArray<AddressedNotice> Refused);
