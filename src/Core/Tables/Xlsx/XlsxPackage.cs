using System.Xml;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Archives;

namespace Produktreport.Core.Tables.Xlsx;

/// <summary>A worksheet.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Path">Its part of the archive.</param>
/// <param name="IsHidden">Whether Excel does not show it.</param>
internal sealed record XlsxSheet(string Name, string Path, bool IsHidden);

/// <summary>
/// The parts of an XLSX file (ECMA-376, Open Packaging Conventions), read one after the other, never kept whole.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string RelationshipId = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationshipId = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private readonly GuardedArchive archive;
    private readonly string workbook;
    private readonly Dictionary<string, (string Target, string Kind)> parts;

    /// <summary>Reads from an archive, which is let go with the package.</summary>
    /// <exception cref="InvalidDataException">It is no XLSX file, or damaged.</exception>
    public XlsxPackage(GuardedArchive archive)
    {
        this.archive = archive;
        workbook = Relationships("").Values.FirstOrDefault(part => part.Kind == "officeDocument").Target
            ?? throw new InvalidDataException("The archive holds no workbook.");
        parts = Relationships(workbook);
    }

    /// <summary>Whether dates count from 1904 (old Macintosh files) instead of 1900.</summary>
    public bool CountsFrom1904 { get; private set; }

    /// <summary>
    /// Whether all formulas are to be calculated when the workbook is opened: programs other than Excel say so where they have
    /// stored 0 for results they do not know.
    /// </summary>
    public bool IsUncalculated { get; private set; }

    /// <summary>
    /// The worksheets in the workbook's order, found as they are asked for; sheets of charts and dialogues have no cells.
    /// </summary>
    public IEnumerable<XlsxSheet> FindSheets()
    {
        using var xml = Open(workbook) ?? throw new InvalidDataException("The workbook is missing.");
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                CountsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.LocalName == "calcPr")
                IsUncalculated = xml.GetAttribute("fullCalcOnLoad") is "1" or "true";
            else if (xml.LocalName == "sheet" && PartOf(xml) is { Kind: "worksheet" } part)
                yield return new XlsxSheet(Composition.Of(xml.GetAttribute("name") ?? ""), part.Target,
                    xml.GetAttribute("state") is not (null or "visible"));
        }
    }

    /// <summary>The part of a kind (<c>sharedStrings</c>, <c>styles</c>); null where there is none.</summary>
    public XmlReader? OpenKind(string kind) =>
        parts.Values.FirstOrDefault(part => part.Kind == kind).Target is { } target ? Open(target) : null;

    /// <summary>A part by its path; null where there is none.</summary>
    public XmlReader? Open(string path) => archive.Find(path) is { } part ? archive.OpenXml(part) : null;

    /// <summary>The parts of one of the kinds that belong to a sheet.</summary>
    public IEnumerable<string> PartsOf(XlsxSheet sheet, params string[] kinds) => Relationships(sheet.Path).Values
        .Where(part => kinds.Contains(part.Kind)).Select(part => Resolved(part.Target));

    /// <summary>A path without <c>..</c>: <c>xl/worksheets/../comments1.xml</c> is <c>xl/comments1.xml</c>.</summary>
    private static string Resolved(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step != "..")
                steps.Add(step);
            else if (steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
        }

        return string.Join('/', steps);
    }

    /// <summary>Whether bytes occur in a part: many times quicker than reading it.</summary>
    public bool Contains(string path, ReadOnlySpan<byte> wanted)
    {
        if (archive.Find(path) is not { } part)
            return false;
        using var unpacked = archive.Open(part);
        var buffer = new byte[64 * 1024];
        var kept = 0;
        while (unpacked.Read(buffer.AsSpan(kept)) is var read and > 0)
        {
            var piece = buffer.AsSpan(0, kept + read);
            if (piece.IndexOf(wanted) >= 0)
                return true;
            kept = Math.Min(piece.Length, wanted.Length - 1);
            piece[^kept..].CopyTo(buffer);
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private (string Target, string Kind) PartOf(XmlReader sheet) =>
        parts.GetValueOrDefault(sheet.GetAttribute("id", RelationshipId) ?? sheet.GetAttribute("id", StrictRelationshipId) ?? "");

    private Dictionary<string, (string Target, string Kind)> Relationships(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var relationships = new Dictionary<string, (string Target, string Kind)>();
        using var xml = Open($"{part[..slash]}_rels/{part[slash..]}.rels");
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target)
            {
                var path = target.StartsWith('/') ? target[1..] : part[..slash] + target;
                relationships[id] = (path, (xml.GetAttribute("Type") ?? "").Split('/')[^1]);
            }
        }

        return relationships;
    }
}
