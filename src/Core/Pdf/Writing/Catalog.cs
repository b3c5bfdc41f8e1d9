using System.Globalization;
using System.Text;

namespace Produktreport.Core.Pdf.Writing;

/// <summary>
/// The root of a file: what leads to its pages, tags, bookmarks, metadata and attachments (ISO 32000-1, 7.7.2).
/// </summary>
internal sealed class Catalog(PdfFile file, DocumentInfo info)
{
    private const string Producer = "Produktreport Core.Pdf";

    public required ObjectId Pages { get; init; }
    public required ObjectId Structure { get; init; }
    public required Outline Outline { get; init; }

    /// <summary>The named places links lead to: page, and distance from its lower edge.</summary>
    public required IReadOnlyDictionary<string, (ObjectId Page, double Top)> Anchors { get; init; }

    public required IReadOnlyList<Attachment> Attachments { get; init; }

    public ObjectId Write()
    {
        var (profile, metadata) = (file.Allocate(), file.Allocate());
        file.StreamOf(profile, SrgbProfile.Compressed, "/N 3/Filter/FlateDecode");
        file.StreamOf(metadata, XmpMetadata.Build(info, Producer), "/Type/Metadata/Subtype/XML");
        var attached = Attachments.Select(attachment => (attachment.FileName, Id: attachment.Write(file))).ToList();
        var outline = Outline.Count > 0 ? Outline.Write(file) : default;
        var catalog = file.Allocate();
        var target = file.Object(catalog).Add("<</Type/Catalog/Pages "u8).Add(Pages)
            .Add("/Lang"u8).AddText(info.Language).Add("/MarkInfo<</Marked true>>/StructTreeRoot "u8).Add(Structure)
            .Add("/ViewerPreferences<</DisplayDocTitle true>>/Metadata "u8).Add(metadata)
            .Add("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"u8)
            .Add("/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8)
            .Add(profile).Add(">>]"u8);
        if (outline.Exists)
            target.Add("/Outlines "u8).Add(outline).Add("/PageMode/UseOutlines"u8);
        target.Add("/PageLabels<</Nums[0<</S/D>>]>>"u8);
        WriteNames(target, attached);
        WriteAssociatedFiles(target, attached);
        target.Add(">>"u8);
        return catalog;
    }

    /// <summary>The older form of the metadata, which some programs still show.</summary>
    public ObjectId WriteInformation()
    {
        var id = file.Allocate();
        var date = PdfDate.Format(info.Date);
        file.Object(id).Add("<<"u8).AddText("/Title"u8, info.Title).AddText("/Author"u8, info.Author)
            .AddText("/Subject"u8, info.Subject).AddText("/Keywords"u8, string.Join(", ", info.Keywords))
            .AddText("/Creator"u8, info.Creator).AddText("/Producer"u8, Producer)
            .AddText("/CreationDate"u8, date).AddText("/ModDate"u8, date).Add(">>"u8);
        return id;
    }

    private void WriteNames(ByteBuffer target, List<(string FileName, ObjectId Id)> attached)
    {
        target.Add("/Names<<"u8);
        if (Anchors.Count > 0)
            WriteAnchors(target);
        if (attached.Count > 0)
            WriteEmbeddedFiles(target, attached);
        target.Add(">>"u8);
    }

    private void WriteAnchors(ByteBuffer target)
    {
        target.Add("/Dests<</Names["u8);
        foreach (var (name, (page, top)) in Anchors.OrderBy(anchor => anchor.Key, StringComparer.Ordinal))
            target.AddHex(Encoding.UTF8.GetBytes(name)).Add((byte)'[').Add(page).Add("/XYZ 0 "u8).Add(top).Add(" null]"u8);
        target.Add("]>>"u8);
    }

    private static void WriteEmbeddedFiles(ByteBuffer target, List<(string FileName, ObjectId Id)> attached)
    {
        target.Add("/EmbeddedFiles<</Names["u8);
        foreach (var (name, id) in attached.OrderBy(file => file.FileName, StringComparer.Ordinal))
            target.AddText(name).Add((byte)' ').Add(id);
        target.Add("]>>"u8);
    }

    /// <summary>PDF/A-3 asks that every embedded file is also associated with something: here, the document (6.8).</summary>
    private static void WriteAssociatedFiles(ByteBuffer target, List<(string FileName, ObjectId Id)> attached)
    {
        if (attached.Count == 0)
            return;
        target.Add("/AF["u8);
        foreach (var (_, id) in attached)
            target.Add(id);
        target.Add((byte)']');
    }
}

/// <summary>Dates as PDF and XMP write them; both keep the offset, so both say the same instant.</summary>
internal static class PdfDate
{
    /// <summary><c>D:20261122093000+01'00'</c> (ISO 32000-1, 7.9.4).</summary>
    public static string Format(DateTimeOffset date)
    {
        var local = date.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var offset = date.Offset;
        return offset == TimeSpan.Zero
            ? local + "Z"
            : string.Create(
                CultureInfo.InvariantCulture, $"{local}{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh}'{offset:mm}'");
    }

    /// <summary><c>2026-11-22T09:30:00+01:00</c> (ISO 8601).</summary>
    public static string FormatXmp(DateTimeOffset date) => date.Offset == TimeSpan.Zero
        ? date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
