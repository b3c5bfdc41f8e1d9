using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>The text of a Word document, or why it cannot be read.</summary>
/// <param name="Lines">The lines in reading order.</param>
/// <param name="OpenChoices">Drop-down fields without a choice.</param>
internal sealed record WordDocument(ImmutableArray<WordLine> Lines, ImmutableArray<OpenChoice> OpenChoices)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaximumSize = 10 * 1024 * 1024;

    /// <summary>The largest size of all parts unpacked, in bytes.</summary>
    public const int MaximumUnpackedSize = 50 * 1024 * 1024;

    /// <summary>The most parts a document may have.</summary>
    public const int MaximumParts = 2000;

    // A form compresses as it likes: it is small enough as a whole.
    private static readonly ReadingLimits Unpacking =
        ReadingLimits.Default with { MaximumUnpackedBytes = MaximumUnpackedSize, UncheckedUnpackedBytes = MaximumUnpackedSize };

    /// <summary>
    /// Reads the document; null with an error among the findings where that cannot be done. Nothing outside the bytes is ever
    /// fetched.
    /// </summary>
    public static WordDocument? Read(ReadOnlyMemory<byte> docx, FindingList findings)
    {
        try
        {
            if (Refusal(docx) is { } refusal)
            {
                findings.Add(AuthoringFindings.NotWord(refusal));
                return null;
            }

            using var stream = new MemoryStream(docx.ToArray(), writable: false);
            using var document = WordprocessingDocument.Open(
                stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MaximumUnpackedSize });
            return Read(document, findings);
        }
        catch (Exception fault) when (
            fault is IOException or InvalidDataException or XmlException or FormatException or OpenXmlPackageException
            or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            // Every damaged package makes the libraries below throw one of these; which one depends on the damage.
            findings.Add(AuthoringFindings.NotWord("Sie ist beschädigt oder kein Word-Dokument."));
            return null;
        }
    }

    private static WordDocument? Read(WordprocessingDocument document, FindingList findings)
    {
        if (document.MainDocumentPart is not { Document.Body: { } body } main)
        {
            findings.Add(AuthoringFindings.NotWord("Sie enthält kein Dokument."));
            return null;
        }

        foreach (var external in main.ExternalRelationships)
            findings.Add(AuthoringFindings.ExternalContent(external.Uri.ToString()));
        var underlinedStyles = main.StyleDefinitionsPart?.Styles is { } styles ? WordText.UnderlinedStyles(styles) : [];
        return WordText.Of(body, underlinedStyles);
    }

    /// <summary>Unpacks every part once, counting, because the sizes a package declares may be a lie.</summary>
    private static string? Refusal(ReadOnlyMemory<byte> docx)
    {
        if (docx.Length > MaximumSize)
            return "Sie ist größer als 10 MB.";
        using var archive = new GuardedArchive(new MemoryStream(docx.ToArray(), writable: false), Unpacking);
        if (archive.Parts.Count > MaximumParts)
            return "Sie besteht aus ungewöhnlich vielen Teilen.";
        if (!IsWithinSize(archive))
            return "Entpackt ist sie größer als 50 MB.";
        return archive.Parts.Any(part => BeginsAsXml(archive.Open(part)) && IsUnreasonable(archive, part))
            ? "Ihr Inhalt ist ungewöhnlich tief verschachtelt."
            : null;
    }

    private static bool IsWithinSize(GuardedArchive archive)
    {
        try
        {
            var unpacked = 0L;
            return archive.Parts.All(part => (unpacked += LengthOf(archive.Open(part))) <= MaximumUnpackedSize);
        }
        catch (UnpackedTooLargeException)
        {
            return false;
        }
    }

    private static long LengthOf(Stream part)
    {
        using (part)
        {
            part.CopyTo(Stream.Null);
            return part.Position;
        }
    }

    /// <summary>Whether a part may be XML, whatever its name says: pictures and fonts begin otherwise.</summary>
    private static bool BeginsAsXml(Stream part)
    {
        using (part)
        {
            var start = new byte[3];
            return start.AsSpan(0, part.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)) is
                [(byte)'<' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..] or [0xEF, 0xBB, 0xBF] or [0xFE, 0xFF, ..]
                    or [0xFF, 0xFE, ..] or [0, (byte)'<', ..];
        }
    }

    /// <summary>
    /// Whether elements nest deeper, or tags are larger, than in any form: whoever walks through them afterwards does so level
    /// by level.
    /// </summary>
    private static bool IsUnreasonable(GuardedArchive archive, ZipArchiveEntry part)
    {
        try
        {
            using var xml = archive.OpenXml(part);
            while (xml.Read())
            {
                // Reading alone counts.
            }

            return false;
        }
        catch (UnpackedTooLargeException)
        {
            return true;
        }
    }
}
