namespace Produktreport.Core.Pdf.Writing;

/// <summary>The bookmarks of a document, nested by the level of their headings (ISO 32000-1, 12.3.3).</summary>
internal sealed class Outline
{
    private readonly List<Entry> entries = [];

    public int Count => entries.Count;

    public void Insert(int index, Entry entry) => entries.Insert(index, entry);

    public ObjectId Write(PdfFile file)
    {
        var root = new Node(file.Allocate(), null);
        var nodes = Nest(file, root);
        foreach (var node in nodes)
            WriteNode(file.Object(node.Id), node);
        file.Object(root.Id).Add("<</Type/Outlines/First "u8).Add(root.Kids[0].Id).Add("/Last "u8).Add(root.Kids[^1].Id)
            .Add("/Count "u8).Add((long)root.Kids.Count).Add(">>"u8);
        return root.Id;
    }

    private List<Node> Nest(PdfFile file, Node root)
    {
        var nodes = new List<Node>(entries.Count);
        var open = new Stack<Node>([root]);
        foreach (var entry in entries)
        {
            while (open.Peek().Entry is { } previous && previous.Level >= entry.Level)
                open.Pop();
            var parent = open.Peek();
            var node = new Node(file.Allocate(), entry) { Parent = parent, Index = parent.Kids.Count };
            parent.Kids.Add(node);
            open.Push(node);
            nodes.Add(node);
        }

        return nodes;
    }

    private static void WriteNode(ByteBuffer target, Node node)
    {
        var (entry, parent) = (node.Entry!, node.Parent!);
        target.Add("<</Title"u8).AddText(entry.Title).Add("/Parent "u8).Add(parent.Id)
            .Add("/Dest["u8).Add(entry.Page).Add("/XYZ 0 "u8).Add(entry.Top).Add(" null]"u8);
        if (node.Index > 0)
            target.Add("/Prev "u8).Add(parent.Kids[node.Index - 1].Id);
        if (node.Index + 1 < parent.Kids.Count)
            target.Add("/Next "u8).Add(parent.Kids[node.Index + 1].Id);
        if (node.Kids.Count > 0)
            target.Add("/First "u8).Add(node.Kids[0].Id).Add("/Last "u8).Add(node.Kids[^1].Id).Add("/Count "u8)
                .Add(-(long)node.Kids.Count);
        target.Add(">>"u8);
    }

    /// <param name="Level">1 is the highest.</param>
    /// <param name="Title">The heading's text.</param>
    /// <param name="Page">The page it stands on.</param>
    /// <param name="Top">Its upper edge in PDF coordinates.</param>
    internal sealed record Entry(int Level, string Title, ObjectId Page, double Top);

    private sealed class Node(ObjectId id, Entry? entry)
    {
        public ObjectId Id { get; } = id;
        public Entry? Entry { get; } = entry;
        public Node? Parent { get; init; }
        public int Index { get; init; }
        public List<Node> Kids { get; } = [];
    }
}
