using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Images;
using Produktreport.Core.Pdf.Inspection;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Structure;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf;

/// <summary>
/// Pages, tags, links and fonts of one document on their way to the file. A page's body is written when the page ends; heads and
/// feet, which know the number of pages, follow as a second content stream of each page when the last body is written. So
/// only one page is in memory at a time.
/// </summary>
internal sealed class DocumentWriter : IDisposable
{
    private readonly PdfFile _file;
    private readonly DocumentInfo _info;
    private readonly DocumentOptions _options;
    private readonly ContentStream _body = new();
    private readonly EmbeddedFont[] _fonts;
    private readonly Dictionary<PdfImage, string> _images = [];
    private readonly List<(string Name, ObjectId Id)> _imageObjects = [];
    private readonly List<ObjectId> _annotations = [];
    private readonly List<PageRecord> _pages = [];
    private readonly Dictionary<string, (ObjectId Page, double Top)> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _anchorsLinked = new(StringComparer.Ordinal);
    private readonly ObjectId _pageTree;
    private readonly ObjectId _resources;
    private PageRecord? _page;
    private int _pagesMade;
    private int _headingLevel;

    public DocumentWriter(Stream target, DocumentInfo info, DocumentOptions options)
    {
        if (string.IsNullOrWhiteSpace(info.Title))
            throw new ArgumentException("A document needs a title.", nameof(info));
        (_info, _options, _file) = (info, options, new PdfFile(target));
        (_pageTree, _resources) = (_file.Allocate(), _file.Allocate());
        _fonts = [.. Enum.GetValues<FontFace>().Select(face => new EmbeddedFont(face, _file.Allocate()))];
        Structure = new StructureTree(_file);
        Canvas = new Canvas(this, _body, Structure);
    }

    public StructureTree Structure { get; }

    public Canvas Canvas { get; }

    public Outline Outline { get; } = new();

    /// <summary>The headings met so far, in reading order.</summary>
    public List<HeadingEntry> Headings { get; } = [];

    /// <summary>Where the next bookmark goes; null for the end.</summary>
    public int? OutlineInsertion { get; set; }

    public PageInspection? Inspection => _options.Inspection;

    public Box Page { get; private set; }

    /// <summary>The current page's place in the order pages are made, from 1.</summary>
    public int PageIndex { get; private set; }

    public int PageCount => _pages.Count;

    public EmbeddedFont Font(FontFace face) => _fonts[(int)face];

    public void BeginPage(PageSetup setup, string runningTitle, int? insertAt)
    {
        PageIndex = ++_pagesMade;
        _page = new PageRecord(_file.Allocate(), setup, runningTitle, PageIndex)
        {
            Furniture = setup.Header is null && setup.Footer is null ? default : _file.Allocate(),
        };
        _pages.Insert(insertAt ?? _pages.Count, _page);
        Page = new Box(0, 0, setup.Width, setup.Height);
        Inspection?.AddPage(setup.Width, setup.Height);
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
            .Add("/MediaBox[0 0 "u8).Add(page.Setup.Width).Add((byte)' ').Add(page.Setup.Height).Add("]/Resources "u8).Add(_resources)
            .Add("/Contents["u8).Add(content);
        if (page.Furniture.Exists)
            target.Add(page.Furniture);
        target.Add("]/Tabs/S/StructParents "u8).Add((long)key);
        WriteAnnotations(target);
        target.Add(">>"u8);
    }

    public int AddContent() => Structure.AddContent(_page!.Id);

    public string Use(PdfImage image)
    {
        if (_images.TryGetValue(image, out var known))
            return known;
        var name = $"I{_images.Count}";
        _imageObjects.Add((name, image.Write(_file)));
        return _images[image] = name;
    }

    /// <summary>Names a place on the current page, at <paramref name="y"/> from its top.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public void AddAnchor(string name, double y)
    {
        if (!_anchors.TryAdd(name, (_page!.Id, Page.Height - y)))
            throw new InvalidOperationException($"The anchor \"{name}\" exists already.");
    }

    /// <summary>Makes a heading a bookmark, an entry for tables of contents and a place links lead to.</summary>
    public void AddHeading(Heading heading, double y)
    {
        var isContents = OutlineInsertion is not null;
        if (!isContents)
            MeetHeading(heading.Level);
        var (page, top) = (_page!.Id, Page.Height - y);
        Outline.Insert(OutlineInsertion ?? Outline.Count, new Outline.Entry(heading.Level, heading.Title, page, top));
        var anchor = heading.Anchor ?? $"~{Headings.Count + 1}";
        if (isContents)
            return;
        AddAnchor(anchor, y);
        Headings.Add(new HeadingEntry(heading.Level, heading.Title, page, anchor));
    }

    /// <exception cref="InvalidOperationException">A level was skipped: H3 right below H1 (ISO 14289-1, 7.4.2).</exception>
    public void MeetHeading(int level)
    {
        if (level > _headingLevel + 1)
            throw new InvalidOperationException($"A heading of level {level} follows one of level {_headingLevel}; no level may be skipped.");
        _headingLevel = level;
    }

    public void AddLink((double Left, double Bottom, double Right, double Top) box, string anchor, string description)
    {
        var annotation = _file.Allocate();
        _annotations.Add(annotation);
        var key = Structure.AddAnnotation(_page!.Id, annotation);
        _anchorsLinked.Add(anchor);
        _file.Object(annotation).Add("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent "u8).Add((long)key)
            .Add("/Rect["u8).Add(box.Left).Add((byte)' ').Add(box.Bottom).Add((byte)' ').Add(box.Right).Add((byte)' ').Add(box.Top)
            .Add("]/Contents"u8).AddText(description)
            .Add("/Dest"u8).AddHex(System.Text.Encoding.UTF8.GetBytes(anchor)).Add(">>"u8);
    }

    /// <summary>The number of the page an anchor stands on; known when all pages are made.</summary>
    public int PageNumberOf(ObjectId page) => _pages.FindIndex(record => record.Id == page) + 1;

    public void Finish()
    {
        CheckLinks();
        PaintFurniture();
        foreach (var font in _fonts.Where(font => font.IsUsed))
            font.Write(_file);
        WriteResources();
        WritePageTree();
        var structure = Structure.Finish();
        var catalog = new Catalog(_file, _info)
        {
            Pages = _pageTree,
            Structure = structure,
            Outline = Outline,
            Anchors = _anchors,
            Attachments = _options.Attachments,
        };
        _file.Finish(catalog.Write(), catalog.WriteInformation());
    }

    public void Dispose() => _file.Dispose();

    private void CheckLinks()
    {
        var broken = _anchorsLinked.Where(name => !_anchors.ContainsKey(name)).Order(StringComparer.Ordinal).ToList();
        if (broken.Count > 0)
            throw new InvalidOperationException($"Links lead to anchors that do not exist: {string.Join(", ", broken)}.");
    }

    private void PaintFurniture()
    {
        var canvas = new Canvas(this, _body, Structure);
        for (var i = 0; i < _pages.Count; i++)
        {
            var page = _pages[i];
            if (!page.Furniture.Exists)
                continue;
            (Page, PageIndex) = (new Box(0, 0, page.Setup.Width, page.Setup.Height), page.Index);
            var info = new PageInfo(i + 1, _pages.Count, page.RunningTitle, page.Setup.Body);
            Paint(canvas, ArtifactKind.Header, page.Setup.Header, info);
            Paint(canvas, ArtifactKind.Footer, page.Setup.Footer, info);
            _file.Stream(page.Furniture, _body.Written);
            _body.Clear();
        }
    }

    private static void Paint(Canvas canvas, ArtifactKind kind, Action<Canvas, PageInfo>? painter, PageInfo info)
    {
        canvas.BeginArtifact(kind);
        painter?.Invoke(canvas, info);
        canvas.EndArtifact();
    }

    private void WriteAnnotations(ByteBuffer target)
    {
        if (_annotations.Count == 0)
            return;
        target.Add("/Annots["u8);
        foreach (var annotation in _annotations)
            target.Add(annotation);
        target.Add((byte)']');
        _annotations.Clear();
    }

    private void WriteResources()
    {
        var target = _file.Object(_resources).Add("<</Font<<"u8);
        for (var face = 0; face < _fonts.Length; face++)
        {
            if (_fonts[face].IsUsed)
                target.Add("/F"u8).Add((long)face).Add((byte)' ').Add(_fonts[face].Id);
        }

        target.Add(">>"u8);
        if (_imageObjects.Count > 0)
        {
            target.Add("/XObject<<"u8);
            foreach (var (name, id) in _imageObjects)
                target.AddName(name).Add((byte)' ').Add(id);
            target.Add(">>"u8);
        }

        target.Add(">>"u8);
    }

    private void WritePageTree()
    {
        var target = _file.Object(_pageTree).Add("<</Type/Pages/Count "u8).Add((long)_pages.Count).Add("/Kids["u8);
        foreach (var page in _pages)
            target.Add(page.Id);
        target.Add("]>>"u8);
    }

    private sealed record PageRecord(ObjectId Id, PageSetup Setup, string RunningTitle, int Index)
    {
        public ObjectId Furniture { get; init; }
    }
}

/// <summary>A heading as tables of contents list it.</summary>
internal sealed record HeadingEntry(int Level, string Title, ObjectId Page, string Anchor);
