using System.Security.Cryptography;

namespace Produktreport.Core.Pdf.Writing;

/// <summary>A file carried inside the document: the data its tables and charts show (ISO 19005-3, 6.8).</summary>
/// <param name="FileName">Unique in the document.</param>
/// <param name="MediaType">Such as <c>text/csv</c>.</param>
/// <param name="Content">Kept as it is.</param>
/// <param name="Modified">When it was last changed.</param>
/// <param name="Description">What is in it, for a reader.</param>
internal sealed record Attachment(
    string FileName, string MediaType, ReadOnlyMemory<byte> Content, DateTimeOffset Modified, string Description)
{
    /// <summary>Writes the file and its specification; returns the latter.</summary>
    internal ObjectId Write(PdfFile file)
    {
        var (embedded, specification) = (file.Allocate(), file.Allocate());
        file.Stream(embedded, Content.Span, StreamEntries());
        file.Object(specification).Add("<</Type/Filespec/F"u8).AddText(FileName).Add("/UF"u8).AddText(FileName)
            .Add("/Desc"u8).AddText(Description).Add("/AFRelationship/Data"u8)
            .Add("/EF<</F "u8).Add(embedded).Add("/UF "u8).Add(embedded).Add(">>>>"u8);
        return specification;
    }

    private string StreamEntries()
    {
        var entries = new ByteBuffer().Add("/Type/EmbeddedFile/Subtype"u8).AddName(MediaType)
            .Add("/Params<</Size "u8).Add((long)Content.Length).Add("/ModDate"u8).AddText(PdfDate.Format(Modified))
            .Add(CheckSumOf(Content.Span)).Add(">>"u8);
        return System.Text.Encoding.ASCII.GetString(entries.Written);
    }

    /// <summary>
    /// The entry by which a file names the content of an attachment; it stands in the file as it is, whatever is compressed.
    /// </summary>
    internal static byte[] CheckSumOf(ReadOnlySpan<byte> content)
    {
#pragma warning disable CA5351 // MD5 is what the format asks for (ISO 32000-1, table 46): a check for damage, not for security
        return new ByteBuffer().Add("/CheckSum"u8).AddHex(MD5.HashData(content)).Written.ToArray();
#pragma warning restore CA5351
    }
}
