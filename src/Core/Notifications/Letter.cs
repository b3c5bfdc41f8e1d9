using System.Collections.Immutable;

namespace Produktreport.Core.Notifications;

/// <summary>A message as a person reads it, before it is plain text or HTML.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Blocks">What it says, in order.</param>
/// <param name="Why">Why the recipient gets it, and who can change that: whole sentences at its end.</param>
public sealed record Letter(string Subject, ImmutableArray<LetterBlock> Blocks, string Why)
{
    private const int LongestSubject = 120;

    /// <summary>The letter that says all of some notices, in their order.</summary>
    public static Letter Of(IReadOnlyList<Notice> notices) => new(
        Short(notices.Count == 1 ? notices[0].Subject
            : $"{notices[0].Subject} – und {(notices.Count == 2 ? "noch eine Nachricht" : $"{notices.Count - 1} weitere")}"),
        [.. notices.SelectMany(notice => notice.Blocks)],
        string.Join(' ', notices.Select(notice => notice.Why).Distinct()));

    // A header is one line; what stands in it comes from catalogues and file names.
    private static string Short(string subject)
    {
        var line = string.Concat(subject.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= LongestSubject ? line : line[..(LongestSubject - 1)].TrimEnd() + "…";
    }
}

/// <summary>A part of a letter. Closed.</summary>
public abstract record LetterBlock
{
    private LetterBlock()
    {
    }

    /// <summary>A heading.</summary>
    public sealed record Heading(string Text) : LetterBlock;

    /// <summary>A paragraph.</summary>
    public sealed record Sentences(string Text) : LetterBlock;

    /// <summary>A list.</summary>
    public sealed record Points(ImmutableArray<string> Texts) : LetterBlock;

    /// <summary>A link to the portal.</summary>
    public sealed record Link(string Text, Uri Address) : LetterBlock;
}

/// <summary>A file that comes with a letter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>Links to the portal; none where its address is not known.</summary>
internal static class PortalLink
{
    /// <summary>A link to a page.</summary>
    /// <param name="text">What is found there.</param>
    /// <param name="portal">The portal's address; null where not known.</param>
    /// <param name="path">The page's segments, each as it is called.</param>
    public static ImmutableArray<LetterBlock> To(string text, Uri? portal, params IEnumerable<string> path) =>
        portal is null ? [] : [new LetterBlock.Link(text, new Uri(
            $"{portal.AbsoluteUri.TrimEnd('/')}/{string.Join('/', path.Select(Uri.EscapeDataString))}"))];
}
