using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Produktreport.Core.Findings;

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

    /// <summary>The deepest nesting of elements.</summary>
    public const int MaximumDepth = 250;

    /// <summary>
    /// Reads the document; null with an error among the findings where that cannot be done. Nothing outside the bytes is ever
    /// fetched.
    /// </summary>
    public static WordDocument? Read(ReadOnlyMemory<byte> docx, ImmutableArray<Finding>.Builder findings)
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

    private static WordDocument? Read(WordprocessingDocument document, ImmutableArray<Finding>.Builder findings)
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
        using var archive = new ZipArchive(new MemoryStream(docx.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MaximumParts)
            return "Sie besteht aus ungewöhnlich vielen Teilen.";
        var buffer = new byte[81920];
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (var read = part.Read(buffer); read > 0; read = part.Read(buffer))
            {
                unpacked += read;
                if (unpacked > MaximumUnpackedSize)
                    return "Entpackt ist sie größer als 50 MB.";
            }
        }

        return archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).Any(IsTooDeep)
            ? "Ihr Inhalt ist ungewöhnlich tief verschachtelt."
            : null;
    }

    /// <summary>
    /// Whether elements nest deeper than any form's: whoever walks through them afterwards does so level by level.
    /// </summary>
    private static bool IsTooDeep(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var reader = XmlReader.Create(
            part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.Depth > MaximumDepth)
                return true;
        }

        return false;
    }
}
