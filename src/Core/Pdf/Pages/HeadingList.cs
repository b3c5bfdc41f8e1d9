using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Pages;

internal sealed record HeadingEntry(int Level, string Title, ObjectId Page, string Anchor);

/// <summary>
/// The headings of a document in reading order. Each is a bookmark, a place links lead to and an entry of the table of contents.
/// </summary>
internal sealed class HeadingList(Links links)
{
    private readonly List<HeadingEntry> entries = [];
    private int level;

    public IReadOnlyList<HeadingEntry> Entries => entries;
    public Outline Outline { get; } = new();

    /// <summary>Where the heading of a table of contents puts its bookmark; null while other headings are added.</summary>
    public int? ContentsPosition { get; set; }

    /// <summary>
    /// Adds a heading at a distance from its page's lower edge. Without an anchor it gets one of the list's own.
    /// </summary>
    public void Add(int level, string title, string? anchor, ObjectId page, double top)
    {
        Outline.Insert(ContentsPosition ?? Outline.Count, new Outline.Entry(level, title, page, top));
        if (ContentsPosition is not null)
            return;
        Meet(level);
        anchor ??= $"~{entries.Count + 1}";
        links.AddAnchor(anchor, page, top);
        entries.Add(new HeadingEntry(level, title, page, anchor));
    }

    /// <exception cref="InvalidOperationException">A level was skipped: H3 right below H1 (ISO 14289-1, 7.4.2).</exception>
    public void Meet(int level)
    {
        if (level > this.level + 1)
            throw new InvalidOperationException(
                $"A heading of level {level} follows one of level {this.level}; no level may be skipped.");
        this.level = level;
    }
}
