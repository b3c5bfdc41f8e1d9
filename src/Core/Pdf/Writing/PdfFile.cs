using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Produktreport.Core.Pdf.Writing;

/// <summary>
/// Writes a PDF 1.7 file front to back: indirect objects, object streams, the cross-reference stream (ISO 32000-1, 7.5).
/// Nothing in it depends on the clock or on chance: the file identifier is the hash of what was written.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private readonly Stream target;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<Location> locations = [default];
    private readonly ObjectStream objects = new();
    private readonly ByteBuffer line = new();
    private long position;

    public PdfFile(Stream target)
    {
        this.target = target;
        Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
    }

    public ObjectId Allocate()
    {
        locations.Add(default);
        return new ObjectId(locations.Count - 1);
    }

    /// <summary>Starts a small object (anything but a stream); the caller writes its body into the buffer at once.</summary>
    public ByteBuffer Object(ObjectId id)
    {
        if (objects.IsFull)
            FlushObjects();
        if (!objects.Id.Exists)
            objects.Start(Allocate());
        locations[id.Number] = new Location(objects.Id.Number, objects.Count, InStream: true);
        return objects.Next(id);
    }

    public void Stream(ObjectId id, ReadOnlySpan<byte> data, string entries = "") =>
        StreamOf(id, Deflate.Compress(data), entries + "/Filter/FlateDecode");

    /// <summary>A stream whose bytes stand as they are: already compressed, or never to be (metadata).</summary>
    public void StreamOf(ObjectId id, ReadOnlySpan<byte> data, string entries)
    {
        locations[id.Number] = new Location(position, 0, InStream: false);
        line.Clear();
        line.Add((long)id.Number).Add(" 0 obj\n<<"u8);
        foreach (var c in entries)
            line.Add((byte)c);
        Write(line.Add("/Length "u8).Add((long)data.Length).Add(">>\nstream\n"u8).Written);
        Write(data);
        Write("\nendstream\nendobj\n"u8);
    }

    public void Finish(ObjectId catalog, ObjectId info)
    {
        FlushObjects();
        var id = Allocate();
        var start = position;
        locations[id.Number] = new Location(start, 0, InStream: false);
        var identifier = Convert.ToHexString(this.hash.GetCurrentHash().AsSpan(0, 16));
        var entries =
            $"/Type/XRef/Size {locations.Count}/W[1 4 2]/Root {catalog.Number} 0 R/Info {info.Number} 0 R"
            + $"/ID[<{identifier}><{identifier}>]";
        Stream(id, CrossReferences(), entries);
        line.Clear();
        Write(line.Add("startxref\n"u8).Add(start).Add("\n%%EOF\n"u8).Written);
        target.Flush();
    }

    public void Dispose() => hash.Dispose();

    private byte[] CrossReferences()
    {
        const int width = 7;
        var table = new byte[locations.Count * width];
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(5), ushort.MaxValue); // object 0 heads the list of free ones
        for (var number = 1; number < locations.Count; number++)
        {
            var entry = table.AsSpan(number * width, width);
            var location = locations[number];
            entry[0] = (byte)(location.InStream ? 2 : location.Position > 0 ? 1 : 0);
            BinaryPrimitives.WriteUInt32BigEndian(entry[1..], checked((uint)location.Position));
            BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)location.Index);
        }

        return table;
    }

    private void FlushObjects()
    {
        if (!objects.Id.Exists)
            return;
        var id = objects.Id;
        var count = objects.Count;
        var (first, data) = objects.Finish();
        StreamOf(id, data, $"/Type/ObjStm/N {count}/First {first}/Filter/FlateDecode");
        objects.Start(default);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        target.Write(bytes);
        hash.AppendData(bytes);
        position += bytes.Length;
    }

    /// <summary>Offset in the file, or number of the object stream and index in it.</summary>
    private readonly record struct Location(long Position, int Index, bool InStream);
}

/// <summary>The number of an indirect object; 0 means none. Generations are always 0.</summary>
internal readonly record struct ObjectId(int Number)
{
    public bool Exists => Number != 0;
}

/// <summary>The one place that compresses, so that every stream of a file is made with the same level.</summary>
internal static class Deflate
{
    /// <summary>
    /// Chosen by measurement (benchmark <c>pdf</c>, a 3-page report): Fastest makes files a third larger, SmallestSize takes
    /// twice the time for two per cent. Documents are kept for years and made once.
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
