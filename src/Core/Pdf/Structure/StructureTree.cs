using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Structure;

/// <summary>
/// The tag tree, written while the document is painted: an element goes to the file as soon as it is closed, so only the open
/// ones are in memory (ISO 32000-1, 14.7).
/// </summary>
internal sealed class StructureTree
{
    private static readonly byte[][] Names = [.. Enum.GetNames<Tag>().Select(System.Text.Encoding.ASCII.GetBytes)];

    private readonly PdfFile file;
    private readonly ObjectId root;
    private readonly Stack<Element> reusable = new();
    private readonly List<ObjectId> pageElements = [];
    private readonly List<(int Key, ObjectId Value)> parents = [];
    private readonly SortedDictionary<string, ObjectId> ids = new(StringComparer.Ordinal);
    private readonly Element document;
    private int nextKey;

    public StructureTree(PdfFile file)
    {
        this.file = file;
        root = file.Allocate();
        Current = document = Create(Tag.Document, TagAttributes.None, root, null);
    }

    public Element Current { get; private set; }

    public static ReadOnlySpan<byte> Name(Tag role) => Names[(int)role];

    public void Begin(Tag role, TagAttributes? attributes = null) => Current = Add(role, attributes ?? TagAttributes.None);

    public void End()
    {
        var closed = Current;
        Current = closed.Parent ?? throw new InvalidOperationException("A tag was closed that was never opened.");
        Write(closed);
        reusable.Push(closed);
    }

    /// <summary>Puts an element here whose content comes later, with <see cref="Resume"/>: the table of contents.</summary>
    public Element Reserve(Tag role) => Add(role, TagAttributes.None);

    /// <summary>Continues under an element reserved earlier; <see cref="End"/> closes it.</summary>
    public void Resume(Element element)
    {
        element.Parent = Current;
        Current = element;
    }

    /// <summary>Marks content of the current element on a page; returns its marked-content identifier.</summary>
    public int AddContent(ObjectId page)
    {
        TagRules.CheckContent(Current.Tag);
        var identifier = pageElements.Count;
        pageElements.Add(Current.Id);
        if (Current.UsePage(page))
            Current.Kids.Add((long)identifier).Add((byte)' ');
        else
            Current.Kids.Add("<</Type/MCR/Pg "u8).Add(page).Add("/MCID "u8).Add((long)identifier).Add(">>"u8);
        Current.KidCount++;
        return identifier;
    }

    /// <summary>Makes an annotation a part of the current element; returns the annotation's StructParent key.</summary>
    public int AddAnnotation(ObjectId page, ObjectId annotation)
    {
        Current.UsePage(page);
        Current.Kids.Add("<</Type/OBJR/Pg "u8).Add(page).Add("/Obj "u8).Add(annotation).Add(">>"u8);
        Current.KidCount += 2; // always an array: some readers do not take a lone OBJR
        parents.Add((nextKey, Current.Id));
        return nextKey++;
    }

    /// <summary>Ends a page; returns its StructParents key.</summary>
    public int EndPage()
    {
        var list = file.Allocate();
        var target = file.Object(list).Add((byte)'[');
        foreach (var element in pageElements)
            target.Add(element);
        target.Add((byte)']');
        pageElements.Clear();
        parents.Add((nextKey, list));
        return nextKey++;
    }

    /// <summary>Closes the tree; returns its root.</summary>
    public ObjectId Finish()
    {
        if (Current != document)
            throw new InvalidOperationException($"The {Current.Tag} element was not closed.");
        Write(document);
        var parentTree = file.Allocate();
        WriteParentTree(file.Object(parentTree));
        var tree = file.Object(this.root).Add("<</Type/StructTreeRoot/K "u8).Add(document.Id)
            .Add("/ParentTree "u8).Add(parentTree).Add("/ParentTreeNextKey "u8).Add((long)nextKey);
        if (ids.Count > 0)
            WriteIds(tree);
        tree.Add(">>"u8);
        return this.root;
    }

    private Element Add(Tag role, TagAttributes attributes)
    {
        TagRules.CheckNesting(Current.Tag, role);
        var element = Create(role, attributes, Current.Id, Current);
        Current.Kids.Add(element.Id);
        Current.KidCount++;
        if (attributes.Id is { } id)
            ids.Add(id, element.Id);
        return element;
    }

    private Element Create(Tag role, TagAttributes attributes, ObjectId parentId, Element? parent)
    {
        var element = reusable.TryPop(out var used) ? used : new Element();
        element.Start(role, attributes, file.Allocate(), parentId, parent);
        return element;
    }

    private void Write(Element element)
    {
        if (element.Tag == Tag.Figure && string.IsNullOrWhiteSpace(element.Attributes.Alt))
            throw new InvalidOperationException("A figure needs an alternative text.");
        var target = file.Object(element.Id).Add("<</S/"u8).Add(Name(element.Tag)).Add("/P "u8).Add(element.ParentId);
        if (element.Page.Exists)
            target.Add("/Pg "u8).Add(element.Page);
        element.Attributes.Write(target);
        if (element.KidCount == 1)
            target.Add("/K "u8).Add(element.Kids.Written);
        else if (element.KidCount > 1)
            target.Add("/K["u8).Add(element.Kids.Written).Add((byte)']');
        target.Add(">>"u8);
    }

    private void WriteParentTree(ByteBuffer target)
    {
        target.Add("<</Nums["u8);
        foreach (var (key, value) in parents)
            target.Add((long)key).Add((byte)' ').Add(value);
        target.Add("]>>"u8);
    }

    private void WriteIds(ByteBuffer target)
    {
        target.Add("/IDTree<</Names["u8);
        foreach (var (id, element) in ids)
            target.AddText(id).Add((byte)' ').Add(element);
        target.Add("]>>"u8);
    }

    /// <summary>An element that is still open.</summary>
    internal sealed class Element
    {
        public Tag Tag { get; private set; }
        public TagAttributes Attributes { get; set; } = TagAttributes.None;
        public ObjectId Id { get; private set; }
        public ObjectId ParentId { get; private set; }
        public Element? Parent { get; set; }
        public ObjectId Page { get; private set; }
        public ByteBuffer Kids { get; } = new(64);
        public int KidCount { get; set; }

        public void Start(Tag role, TagAttributes attributes, ObjectId id, ObjectId parentId, Element? parent)
        {
            (Tag, Attributes, Id, ParentId, Parent) = (role, attributes, id, parentId, parent);
            (Page, KidCount) = (default, 0);
            Kids.Clear();
        }

        /// <summary>Whether content on this page needs no mention of the page: it is the element's first one.</summary>
        public bool UsePage(ObjectId page)
        {
            if (!Page.Exists)
                Page = page;
            return Page == page;
        }
    }
}
