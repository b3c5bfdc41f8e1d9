using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Notifications;

/// <summary>One message to one person.</summary>
/// <param name="Id">Names it: the same for the same person and notices.</param>
/// <param name="Address">The e-mail address.</param>
/// <param name="Letter">What it says.</param>
/// <param name="Covers">The keys of what the person has been told with it.</param>
public sealed record Mailing(string Id, string Address, Letter Letter, ImmutableArray<string> Covers)
{
    /// <summary>The distribution list through which it is sent; null for none.</summary>
    public string? List { get; init; }

    /// <summary>Files that come with it.</summary>
    public ImmutableArray<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>Who gets which message now.</summary>
public static class Mailings
{
    private const int LengthOfId = 32;

    /// <summary>
    /// The messages to send at a moment. Nobody is told the same thing twice, and nobody gets more than one message with
    /// reminders and findings a day, nor one before the hour.
    /// </summary>
    /// <param name="rules">The hour.</param>
    /// <param name="notices">Everything there is to tell.</param>
    /// <param name="told">The keys of what has been told, and what waits to be sent.</param>
    /// <param name="now">Europe/Berlin.</param>
    public static IEnumerable<Mailing> Due(
        NotificationRules rules, IEnumerable<AddressedNotice> notices, IReadOnlySet<string> told, DateTime now)
    {
        var groups = notices.Where(each => !told.Contains(each.Key)).DistinctBy(each => each.Key)
            .GroupBy(each => (Address: Lower(each.Address), each.Notice.Kind, each.List,
                Alone: each.Notice.Kind == NoticeKind.Single ? each.Key : ""));
        foreach (var group in groups)
        {
            var day = KeyOf(string.Create(CultureInfo.InvariantCulture, $"tag/{now:yyyy-MM-dd}"), group.Key.Address);
            var isDaily = group.Key.Kind == NoticeKind.Daily;
            if (isDaily && (TimeOnly.FromDateTime(now) < rules.From || told.Contains(day)))
                continue;
            var all = group.ToList();
            yield return Of(all, isDaily ? [.. all.Select(each => each.Key), day] : [.. all.Select(each => each.Key)]);
        }
    }

    /// <summary>Names that something was told to a person.</summary>
    public static string KeyOf(string notice, string address) => $"{notice} {Lower(address)}";

    private static Mailing Of(List<AddressedNotice> all, ImmutableArray<string> covers) => new(
        IdOf(covers), all[0].Address, Letter.Of([.. all.Select(each => each.Notice)]), covers)
    {
        List = all[0].List,
        Attachments = [.. all.SelectMany(each => each.Notice.Attachments).DistinctBy(file => file.Name)],
    };

    private static string IdOf(ImmutableArray<string> covers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', covers.Order(StringComparer.Ordinal)))))
            [..LengthOfId];

    private static string Lower(string address) => address.ToLowerInvariant();
}

/// <summary>Names of messages.</summary>
public static class MessageId
{
    /// <summary>
    /// The <c>Message-ID</c> of a message without angle brackets: the same for every repetition, so that a mail program shows
    /// only one.
    /// </summary>
    /// <param name="id">What names the message.</param>
    /// <param name="sender">The sender's address, whose domain the name is below.</param>
    public static string Of(string id, string sender) => $"{id}@{sender[(sender.IndexOf('@') + 1)..]}";
}
