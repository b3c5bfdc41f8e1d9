using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Structure;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Pages;

/// <summary>
/// The pages of one document on their way to the file. A page's body is written when the page ends, so only one page is in memory
/// at a time. Heads and feet know the number of pages; they follow as a second content stream of each page when the last body is
/// written.
/// </summary>
internal sealed class DocumentWriter : IDisposable
{
    private readonly PdfFile file;
    private readonly DocumentInfo info;
    private readonly IReadOnlyList<Attachment> attachments;
    private readonly PageInspection? inspection;
    private readonly ContentStream body = new();
    private readonly PageResources resources;
    private readonly Links links;
    private readonly List<PageRecord> pages = [];
    private readonly ObjectId pageTree;
    private PageRecord? page;
    private int pagesMade;

    /// <param name="target">Where to; written front to back, not closed.</param>
    /// <param name="info">What the document says about itself.</param>
    /// <param name="attachments">Files to carry along.</param>
    /// <param name="inspection">Records what is painted; null in production.</param>
    /// <exception cref="ArgumentException">The document has no title.</exception>
    public DocumentWriter(Stream target, DocumentInfo info, IReadOnlyList<Attachment> attachments, PageInspection? inspection)
    {
        if (string.IsNullOrWhiteSpace(info.Title))
            throw new ArgumentException("A document needs a title.", nameof(info));
        (this.info, this.attachments, this.inspection, file) = (info, attachments, inspection, new PdfFile(target));
        pageTree = file.Allocate();
        resources = new PageResources(file);
        Structure = new StructureTree(file);
        links = new Links(file, Structure);
        Headings = new HeadingList(links);
        Canvas = new Canvas(body, Structure, resources, links, inspection);
    }

    public StructureTree Structure { get; }
    public Canvas Canvas { get; }
    public HeadingList Headings { get; }
    public int PageCount => pages.Count;

    /// <summary>Begins a page at a place among those made so far; null for the end.</summary>
    public void BeginPage(PageSetup setup, string runningTitle, int? insertAt)
    {
        var hasFurniture = setup.Header is not null || setup.Footer is not null;
        page = new PageRecord(file.Allocate(), setup, runningTitle, ++pagesMade, hasFurniture ? file.Allocate() : default);
        pages.Insert(insertAt ?? pages.Count, page);
        inspection?.AddPage(setup.Width, setup.Height);
        Open(page);
    }

    public void EndPage()
    {
        Canvas.EndMark();
        var ended = page!;
        var content = file.Allocate();
        file.Stream(content, body.Written);
        body.Clear();
        var key = Structure.EndPage();
        var target = file.Object(ended.Id).Add("<</Type/Page/Parent "u8).Add(pageTree)
            .Add("/MediaBox[0 0 "u8).Add(ended.Setup.Width).Add((byte)' ').Add(ended.Setup.Height).Add("]/Resources "u8)
                .Add(resources.Id)
            .Add("/Contents["u8).Add(content);
        if (ended.Furniture.Exists)
            target.Add(ended.Furniture);
        target.Add("]/Tabs/S/StructParents "u8).Add((long)key);
        links.WritePage(target);
        target.Add(">>"u8);
    }

    /// <summary>Names a place on the current page, at <paramref name="y"/> from its top.</summary>
    public void AddAnchor(string name, double y) => links.AddAnchor(name, page!.Id, page.Setup.Height - y);

    /// <summary>Adds a heading of the current page, at <paramref name="y"/> from its top.</summary>
    public void AddHeading(int level, string title, string? anchor, double y) =>
        Headings.Add(level, title, anchor, page!.Id, page.Setup.Height - y);

    /// <summary>A page's place in the document, from 1; final when all pages are made.</summary>
    public int PageNumberOf(ObjectId page) => pages.FindIndex(record => record.Id == page) + 1;

    public void Finish()
    {
        links.Check();
        PaintFurniture();
        resources.Write();
        WritePageTree();
        var structure = Structure.Finish();
        var catalog = new Catalog(file, info)
        {
            Pages = pageTree,
            Structure = structure,
            Outline = Headings.Outline,
            Anchors = links.Anchors,
            Attachments = attachments,
        };
        file.Finish(catalog.Write(), catalog.WriteInformation());
    }

    public void Dispose() => file.Dispose();

    private void Open(PageRecord page) => Canvas.Open(page.Id, new Box(0, 0, page.Setup.Width, page.Setup.Height), page.Index);

    private void PaintFurniture()
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var made = pages[i];
            if (!made.Furniture.Exists)
                continue;
            Open(made);
            var place = new PageInfo(i + 1, pages.Count, made.RunningTitle, made.Setup.Body);
            Paint(ArtifactKind.Header, made.Setup.Header, place);
            Paint(ArtifactKind.Footer, made.Setup.Footer, place);
            file.Stream(made.Furniture, body.Written);
            body.Clear();
        }
    }

    private void Paint(ArtifactKind kind, Action<Canvas, PageInfo>? painter, PageInfo info)
    {
        Canvas.BeginArtifact(kind);
        painter?.Invoke(Canvas, info);
        Canvas.EndArtifact();
    }

    private void WritePageTree()
    {
        var target = file.Object(pageTree).Add("<</Type/Pages/Count "u8).Add((long)pages.Count).Add("/Kids["u8);
        foreach (var each in pages)
            target.Add(each.Id);
        target.Add("]>>"u8);
    }

    // Index: the page's place in the order pages are made, from 1. Furniture: the content stream of head and foot, if any.
    private sealed record PageRecord(ObjectId Id, PageSetup Setup, string RunningTitle, int Index, ObjectId Furniture);
}
