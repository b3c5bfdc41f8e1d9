using System.IO.Compression;

namespace Produktreport.Core.Pdf.Writing;

/// <summary>The one place that compresses, so that every stream of a file is made with the same level.</summary>
internal static class Deflate
{
    /// <summary>
    /// Chosen by measurement (benchmark <c>pdf</c>, a 3-page report): Fastest makes files a third larger, SmallestSize takes twice the
    /// time for two per cent. Documents are kept for years and made once.
    /// </summary>
    public const CompressionLevel Level = CompressionLevel.Optimal;

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var target = new MemoryStream(bytes.Length / 3 + 64);
        using (var zlib = new ZLibStream(target, Level, leaveOpen: true))
            zlib.Write(bytes);
        return target.ToArray();
    }
}
