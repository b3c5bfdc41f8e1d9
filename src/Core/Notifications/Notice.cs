using System.Collections.Immutable;

namespace Produktreport.Core.Notifications;

/// <summary>One thing somebody is told.</summary>
/// <param name="Key">Names what it is about, the same whenever it is found again: nobody is told it twice.</param>
/// <param name="Kind">When it is told.</param>
/// <param name="Subject">What it says in one line.</param>
/// <param name="Blocks">What it says.</param>
/// <param name="Why">Why the recipient is told.</param>
public sealed record Notice(string Key, NoticeKind Kind, string Subject, ImmutableArray<LetterBlock> Blocks, string Why)
{
    /// <summary>Files that come with it.</summary>
    public ImmutableArray<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>When something is told.</summary>
public enum NoticeKind
{
    /// <summary>A reminder or finding: with all others of the day, from a time of day on, once a day and person.</summary>
    Daily,

    /// <summary>A report for a distribution list: at once, with all others of the list.</summary>
    List,

    /// <summary>By itself, at once.</summary>
    Single,
}

/// <summary>A notice and who is to be told.</summary>
/// <param name="Address">The e-mail address.</param>
/// <param name="Notice">What.</param>
/// <param name="List">The distribution list through which; null for none.</param>
public sealed record AddressedNotice(string Address, Notice Notice, string? List = null)
{
    /// <summary>Names this notice to this person.</summary>
    public string Key => Mailings.KeyOf(Notice.Key, Address);
}
