using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Produktreport.Benchmarks.Pdf;

/// <summary>Takes a document's compressed streams apart, for the yardstick.</summary>
internal static partial class PdfStreams
{
    public static List<byte[]> Expand(byte[] document)
    {
        var text = Encoding.Latin1.GetString(document);
        var streams = new List<byte[]>();
        foreach (Match match in Head().Matches(text))
        {
            var length = int.Parse(match.Groups["length"].ValueSpan, CultureInfo.InvariantCulture);
            using var zlib = new ZLibStream(new MemoryStream(document, match.Index + match.Length, length),
                CompressionMode.Decompress);
            using var target = new MemoryStream();
            zlib.CopyTo(target);
            streams.Add(target.ToArray());
        }

        return streams;
    }

    [GeneratedRegex(@"/FlateDecode/Length (?<length>[0-9]+)>>\nstream\n",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();
}

/// <summary>Takes what is written and keeps only its length.</summary>
internal sealed class CountingStream : Stream
{
    private long _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => _length += count;

    public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;
}
