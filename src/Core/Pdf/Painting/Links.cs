using System.Text;
using Produktreport.Core.Pdf.Structure;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Painting;

/// <summary>The links of a document and the anchors they lead to. A link may be painted before its anchor.</summary>
internal sealed class Links(PdfFile file, StructureTree structure)
{
    private readonly Dictionary<string, (ObjectId Page, double Top)> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> linked = new(StringComparer.Ordinal);
    private readonly List<ObjectId> onPage = [];

    /// <summary>Each anchor's page, and its distance from the page's lower edge.</summary>
    public IReadOnlyDictionary<string, (ObjectId Page, double Top)> Anchors => anchors;

    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public void AddAnchor(string name, ObjectId page, double top)
    {
        if (!TryAddAnchor(name, page, top))
            throw new InvalidOperationException($"The anchor \"{name}\" exists already.");
    }

    /// <returns>False where the name is taken; its place stays.</returns>
    public bool TryAddAnchor(string name, ObjectId page, double top) => anchors.TryAdd(name, (page, top));

    /// <summary>Makes a rectangle of the current page, in PDF's coordinates, a link of the open element.</summary>
    public void Add(ObjectId page, (double Left, double Bottom, double Right, double Top) box, string anchor, string description)
    {
        var annotation = file.Allocate();
        onPage.Add(annotation);
        linked.Add(anchor);
        var key = structure.AddAnnotation(page, annotation);
        file.Object(annotation).Add("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent "u8).Add((long)key)
            .Add("/Rect["u8).Add(box.Left).Add((byte)' ').Add(box.Bottom).Add((byte)' ').Add(box.Right).Add((byte)' ')
                .Add(box.Top)
            .Add("]/Contents"u8).AddText(description).Add("/Dest"u8).AddHex(Encoding.UTF8.GetBytes(anchor)).Add(">>"u8);
    }

    /// <summary>Lists the links of the page that ends in its dictionary.</summary>
    public void WritePage(ByteBuffer target)
    {
        if (onPage.Count == 0)
            return;
        target.Add("/Annots["u8);
        foreach (var annotation in onPage)
            target.Add(annotation);
        target.Add((byte)']');
        onPage.Clear();
    }

    /// <exception cref="InvalidOperationException">A link leads to an anchor that does not exist.</exception>
    public void Check()
    {
        var broken = linked.Where(name => !anchors.ContainsKey(name)).Order(StringComparer.Ordinal).ToList();
        if (broken.Count > 0)
            throw new InvalidOperationException($"Links lead to anchors that do not exist: {string.Join(", ", broken)}.");
    }
}
