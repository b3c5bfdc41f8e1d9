namespace Produktreport.Core.Deliveries.Xlsx;

/// <summary>A part of a workbook turned out much larger than it can honestly be.</summary>
internal sealed class UnpackedTooLargeException(string message) : Exception(message);

/// <summary>
/// An unpacked part of a workbook that counts what it gives out: beyond the limit, or when a large part unpacks to an unbelievable multiple
/// of its packed size, it is a zip bomb.
/// </summary>
internal sealed class GuardedStream(Stream unpacked, long packedLength, ReadingLimits limits) : Stream
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
            throw new UnpackedTooLargeException("A part of the workbook unpacks to more than the limits allow.");
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
