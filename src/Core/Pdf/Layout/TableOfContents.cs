using System.Globalization;
using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Pdf.Layout;

/// <summary>
/// A table of contents: takes its place in the order of pages and tags at once, is painted when all headings and their pages
/// are known.
/// </summary>
internal sealed class TableOfContents
{
    private const double NumberWidth = 34;
    private const double IndentPerLevel = 14;

    private readonly DocumentWriter writer;
    private readonly StyleSheet styles;
    private readonly PageSetup setup;
    private readonly string title;
    private readonly int depth;
    private readonly int pagePosition;
    private readonly int outlinePosition;
    private readonly int firstHeading;
    private readonly StructureTree.Element section;

    public TableOfContents(DocumentWriter writer, StyleSheet styles, PageSetup setup, string title, int depth)
    {
        (this.writer, this.styles, this.setup, this.title, this.depth) = (writer, styles, setup, title, depth);
        (pagePosition, outlinePosition, firstHeading) =
            (writer.PageCount, writer.Headings.Outline.Count, writer.Headings.Entries.Count);
        section = writer.Structure.Reserve(Tag.Sect);
        writer.Headings.Meet(1);
    }

    /// <summary>Paints the table; <paramref name="pagesInserted"/> pages of other tables stand before it already.</summary>
    /// <returns>How many pages it took.</returns>
    public int Compose(int pagesInserted)
    {
        var position = pagePosition + pagesInserted;
        var entries = writer.Headings.Entries.Skip(firstHeading).Where(heading => heading.Level <= depth).ToList();
        var pages = CountPages(entries);
        writer.Structure.Resume(section);
        var flow = new Flow(writer, styles, setup, position);
        writer.Headings.ContentsPosition = outlinePosition;
        flow.Heading(1, title);
        flow.Add(new ContentsBlock([.. entries.Select(entry => (entry, PageNumber(entry, pages)))]));
        flow.Finish();
        writer.Headings.ContentsPosition = null;
        writer.Structure.End();
        return flow.PageCount == pages ? pages
            : throw new InvalidOperationException("The table of contents took more pages than were counted.");
    }

    /// <summary>Pages counted before they are painted, because the numbers in the table depend on its own length.</summary>
    private int CountPages(List<HeadingEntry> entries)
    {
        var heading = new Heading(1, this.title).Arrange(styles, setup.Body.Width);
        var y = heading.TotalHeight() + heading.SpaceAfter;
        var pages = 1;
        var block = new ContentsBlock([.. entries.Select(entry => (entry, 0))]).Arrange(styles, setup.Body.Width);
        for (var unit = 0; unit < block.Count; unit++)
        {
            if (y + block.Height(unit) > setup.Body.Height + 0.01)
                (y, pages) = (0, pages + 1);
            y += block.Height(unit);
        }

        return pages;
    }

    private int PageNumber(HeadingEntry entry, int ownPages) => writer.PageNumberOf(entry.Page) + ownPages;

    private sealed record ContentsBlock(IReadOnlyList<(HeadingEntry Entry, int Page)> Entries) : Block
    {
        internal override ArrangedBlock Arrange(StyleSheet styles, double width) =>
            new Arranged([.. Entries.Select(entry => new Row(entry.Entry, entry.Page, styles, width))], width);
    }

    private sealed class Row(HeadingEntry entry, int page, StyleSheet styles, double width)
    {
        private readonly TextStyle style = entry.Level == 1 ? styles.Body with { Face = FontFace.Bold } : styles.Body;

        public int Level => entry.Level;
        public double Indent => (entry.Level - 1) * IndentPerLevel;
        public TextStyle Style => style;
        public double Above => entry.Level == 1 ? 6 : 0;

        /// <summary>A blank at the end, or a screen reader would read title and page number as one word.</summary>
        public TextBlock Text => new(entry.Title + " ", style, width - Indent - NumberWidth);

        public string Page => page.ToString(CultureInfo.InvariantCulture);
        public string Anchor => entry.Anchor;

        public string Description => $"{entry.Title}, Seite {Page}";
    }

    /// <summary>Nested as it looks: the entries below a heading are a list within its entry.</summary>
    private sealed class Arranged(Row[] rows, double width) : ArrangedBlock
    {
        private readonly Stack<(int Level, bool IsNested)> open = new();

        public override int Count => rows.Length;

        public override double Height(int unit) => rows[unit].Above + rows[unit].Text.Height;

        public override void Begin(DocumentWriter writer) => writer.Canvas.BeginTag(Tag.TOC);

        public override void End(DocumentWriter writer)
        {
            while (this.open.Count > 0)
                Close(writer.Canvas);
            writer.Canvas.EndTag();
        }

        public override void Paint(DocumentWriter writer, int unit, double x, double y)
        {
            var (canvas, row) = (writer.Canvas, rows[unit]);
            var text = row.Text;
            var top = y + row.Above;
            Open(canvas, row.Level);
            canvas.BeginTag(Tag.Reference);
            canvas.BeginTag(Tag.Link);
            text.PaintAll(canvas, x + row.Indent, top);
            PaintLeader(canvas, row, text, x, top);
            var baseline = top + text.Height - row.Style.LineHeight + row.Style.Baseline;
            canvas.TextRight(x + width, baseline, row.Page, row.Style.Face, row.Style.Size, row.Style.Colour);
            canvas.Link(new Box(x, top, width, text.Height), row.Anchor, row.Description);
            canvas.EndTag();
            canvas.EndTag();
        }

        private void Open(Canvas canvas, int level)
        {
            while (this.open.TryPeek(out var deeper) && deeper.Level > level)
                Close(canvas);
            var isNested = this.open.TryPeek(out var open) && (open.Level < level || open.IsNested);
            if (this.open.Count > 0 && open.Level == level)
                canvas.EndTag();
            else if (this.open.Count > 0)
                canvas.BeginTag(Tag.TOC);
            if (this.open.Count > 0 && open.Level == level)
                this.open.Pop();
            canvas.BeginTag(Tag.TOCI);
            this.open.Push((level, isNested));
        }

        private void Close(Canvas canvas)
        {
            canvas.EndTag();
            if (this.open.Pop().IsNested)
                canvas.EndTag();
        }

        private void PaintLeader(Canvas canvas, Row row, TextBlock text, double x, double top)
        {
            var y = top + text.Height - row.Style.LineHeight + row.Style.Baseline - 1;
            var from = x + row.Indent + text.Lines[^1].Width + 6;
            canvas.BeginArtifact();
            if (from < x + width - NumberWidth)
                canvas.DashedLine(from, y, x + width - NumberWidth + 8, y, 0.5, StyleSheet.Rule, 0.8, 2.4);
            canvas.EndArtifact();
        }
    }
}
