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
    private readonly PdfFile _file;
    private readonly DocumentInfo _info;
    private readonly IReadOnlyList<Attachment> _attachments;
    private readonly PageInspection? _inspection;
    private readonly ContentStream _body = new();
    private readonly PageResources _resources;
    private readonly Links _links;
    private readonly List<PageRecord> _pages = [];
    private readonly ObjectId _pageTree;
    private PageRecord? _page;
    private int _pagesMade;

    /// <param name="target">Where to; written front to back, not closed.</param>
    /// <param name="info">What the document says about itself.</param>
    /// <param name="attachments">Files to carry along.</param>
    /// <param name="inspection">Records what is painted; null in production.</param>
    /// <exception cref="ArgumentException">The document has no title.</exception>
    public DocumentWriter(Stream target, DocumentInfo info, IReadOnlyList<Attachment> attachments, PageInspection? inspection)
    {
        if (string.IsNullOrWhiteSpace(info.Title))
            throw new ArgumentException("A document needs a title.", nameof(info));
        (_info, _attachments, _inspection, _file) = (info, attachments, inspection, new PdfFile(target));
        _pageTree = _file.Allocate();
        _resources = new PageResources(_file);
        Structure = new StructureTree(_file);
        _links = new Links(_file, Structure);
        Headings = new HeadingList(_links);
        Canvas = new Canvas(_body, Structure, _resources, _links, inspection);
    }

    public StructureTree Structure { get; }

    public Canvas Canvas { get; }

    public HeadingList Headings { get; }

    public int PageCount => _pages.Count;

    /// <summary>Begins a page at a place among those made so far; null for the end.</summary>
    public void BeginPage(PageSetup setup, string runningTitle, int? insertAt)
    {
        var hasFurniture = setup.Header is not null || setup.Footer is not null;
        _page = new PageRecord(_file.Allocate(), setup, runningTitle, ++_pagesMade, hasFurniture ? _file.Allocate() : default);
        _pages.Insert(insertAt ?? _pages.Count, _page);
        _inspection?.AddPage(setup.Width, setup.Height);
        Open(_page);
    }

    public void EndPage()
    {
        Canvas.EndMark();
        var page = _page!;
        var content = _file.Allocate();
        _file.Stream(content, _body.Written);
        _body.Clear();
        var key = Structure.EndPage();
        var target = _file.Object(page.Id).Add("<</Type/Page/Parent "u8).Add(_pageTree)
            .Add("/MediaBox[0 0 "u8).Add(page.Setup.Width).Add((byte)' ').Add(page.Setup.Height).Add("]/Resources "u8)
                .Add(_resources.Id)
            .Add("/Contents["u8).Add(content);
        if (page.Furniture.Exists)
            target.Add(page.Furniture);
        target.Add("]/Tabs/S/StructParents "u8).Add((long)key);
        _links.WritePage(target);
        target.Add(">>"u8);
    }

    /// <summary>Names a place on the current page, at <paramref name="y"/> from its top.</summary>
    public void AddAnchor(string name, double y) => _links.AddAnchor(name, _page!.Id, _page.Setup.Height - y);

    /// <summary>Adds a heading of the current page, at <paramref name="y"/> from its top.</summary>
    public void AddHeading(int level, string title, string? anchor, double y) =>
        Headings.Add(level, title, anchor, _page!.Id, _page.Setup.Height - y);

    /// <summary>A page's place in the document, from 1; final when all pages are made.</summary>
    public int PageNumberOf(ObjectId page) => _pages.FindIndex(record => record.Id == page) + 1;

    public void Finish()
    {
        _links.Check();
        PaintFurniture();
        _resources.Write();
        WritePageTree();
        var structure = Structure.Finish();
        var catalog = new Catalog(_file, _info)
        {
            Pages = _pageTree,
            Structure = structure,
            Outline = Headings.Outline,
            Anchors = _links.Anchors,
            Attachments = _attachments,
        };
        _file.Finish(catalog.Write(), catalog.WriteInformation());
    }

    public void Dispose() => _file.Dispose();

    private void Open(PageRecord page) => Canvas.Open(page.Id, new Box(0, 0, page.Setup.Width, page.Setup.Height), page.Index);

    private void PaintFurniture()
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            var page = _pages[i];
            if (!page.Furniture.Exists)
                continue;
            Open(page);
            var info = new PageInfo(i + 1, _pages.Count, page.RunningTitle, page.Setup.Body);
            Paint(ArtifactKind.Header, page.Setup.Header, info);
            Paint(ArtifactKind.Footer, page.Setup.Footer, info);
            _file.Stream(page.Furniture, _body.Written);
            _body.Clear();
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
        var target = _file.Object(_pageTree).Add("<</Type/Pages/Count "u8).Add((long)_pages.Count).Add("/Kids["u8);
        foreach (var page in _pages)
            target.Add(page.Id);
        target.Add("]>>"u8);
    }

    // Index: the page's place in the order pages are made, from 1. Furniture: the content stream of head and foot, if any.
    private sealed record PageRecord(ObjectId Id, PageSetup Setup, string RunningTitle, int Index, ObjectId Furniture);
}
