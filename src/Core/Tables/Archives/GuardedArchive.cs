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
    private readonly ZipArchive archive = new(bytes, ZipArchiveMode.Read, leaveOpen: true);

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
            if (count > limits.MaximumUnpackedBytes || (count > limits.UncheckedUnpackedBytes && count / limits.MaximumCompression > packedLength))
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
