using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tables.Archives;

/// <summary>A part of an archive turned out much larger than it can honestly be.</summary>
internal sealed class UnpackedTooLargeException(string message) : Exception(message);

/// <summary>
/// A ZIP archive whose parts are only given out guarded: beyond a limit, or where a large part unpacks to an unbelievable
/// multiple of its packed size, it is a zip bomb. What the archive says of its sizes may be a lie and is not asked.
/// </summary>
/// <param name="bytes">The archive, which stays open.</param>
/// <param name="limits">How much a part may unpack to.</param>
/// <exception cref="InvalidDataException">It is no archive, or damaged.</exception>
internal sealed class GuardedArchive(Stream bytes, ReadingLimits limits) : IDisposable
{
    private const int EndLength = 22;
    private const int Zip64EndLength = 56;
    private const int LocatorLength = 20;

    /// <summary>Bytes behind the beginning of the directory: 10,000 parts. Each takes several times as much memory.</summary>
    private const int MaximumDirectory = 1 << 20;

    private readonly ZipArchive archive = OpenBounded(bytes);

    /// <summary>All parts.</summary>
    public IReadOnlyList<ZipArchiveEntry> Parts => archive.Entries;

    /// <summary>The part with this path; null where there is none.</summary>
    public ZipArchiveEntry? Find(string path) => archive.GetEntry(path);

    /// <summary>A part unpacked; reading throws an <see cref="UnpackedTooLargeException"/> where it is too large.</summary>
    public Stream Open(ZipArchiveEntry part) => new GuardedStream(part.Open(), part.CompressedLength, limits);

    /// <summary>
    /// A part as XML that reaches nothing outside itself; reading throws an <see cref="UnpackedTooLargeException"/> also where
    /// it nests too deep or its tags are too large.
    /// </summary>
    public XmlReader OpenXml(ZipArchiveEntry part) => GuardedXml.Reader(Open(part));

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static ZipArchive OpenBounded(Stream bytes)
    {
        if (bytes.Length - DirectoryOf(bytes) > MaximumDirectory)
            throw new UnpackedTooLargeException("The archive has more parts than any honest one.");
        var opened = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
        _ = opened.Entries; // read here, where a damaged directory is expected
        return opened;
    }

    /// <summary>Where the directory begins (APPNOTE.TXT 4.3.14 and 4.3.16); the end where nothing says so.</summary>
    private static long DirectoryOf(Stream bytes)
    {
        var tail = new byte[Math.Min(bytes.Length, ushort.MaxValue + EndLength + LocatorLength)];
        bytes.Position = bytes.Length - tail.Length;
        bytes.ReadExactly(tail);
        bytes.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length)
            return bytes.Length;
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        return offset == uint.MaxValue
            && end >= LocatorLength ? Zip64DirectoryOf(bytes, tail.AsSpan(end - LocatorLength, LocatorLength)) : offset;
    }

    private static long Zip64DirectoryOf(Stream bytes, ReadOnlySpan<byte> locator)
    {
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (!locator.StartsWith("PK\u0006\u0007"u8) || at < 0 || at > bytes.Length - Zip64EndLength)
            return bytes.Length;
        var end = new byte[Zip64EndLength];
        bytes.Position = at;
        bytes.ReadExactly(end);
        bytes.Position = 0;
        return BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48)) is var offset and >= 0 ? offset : bytes.Length;
    }

    /// <summary>An unpacked part that counts what it gives out.</summary>
    private sealed class GuardedStream(Stream unpacked, long packedLength, ReadingLimits limits) : Stream
    {
        private long count;

        /// <inheritdoc/>
        public override bool CanRead => true;

        /// <inheritdoc/>
        public override bool CanSeek => false;

        /// <inheritdoc/>
        public override bool CanWrite => false;

        /// <inheritdoc/>
        public override long Length => throw new NotSupportedException();

        /// <inheritdoc/>
        public override long Position
        {
            get => count;
            set => throw new NotSupportedException();
        }

        /// <inheritdoc/>
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        /// <inheritdoc/>
        public override int Read(Span<byte> buffer)
        {
            var read = unpacked.Read(buffer);
            count += read;
            if (count > limits.MaximumUnpackedBytes
                || (count > limits.UncheckedUnpackedBytes && count / limits.MaximumCompression > packedLength))
                throw new UnpackedTooLargeException("A part of the archive unpacks to more than the limits allow.");
            return read;
        }

        /// <inheritdoc/>
        public override void Flush()
        {
            // nothing is written
        }

        /// <inheritdoc/>
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        /// <inheritdoc/>
        public override void SetLength(long value) => throw new NotSupportedException();

        /// <inheritdoc/>
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
                unpacked.Dispose();
            base.Dispose(disposing);
        }
    }
}
