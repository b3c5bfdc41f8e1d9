using System.Buffers.Binary;

namespace Produktreport.Core.Images;

/// <summary>A JPEG file, not decoded; grey or RGB.</summary>
internal sealed class JpegImage : RasterImage
{
    private JpegImage(ReadOnlyMemory<byte> file, int width, int height, bool isGrey)
        : base(width, height) => (File, IsGrey) = (file, isGrey);

    /// <summary>The whole file.</summary>
    public ReadOnlyMemory<byte> File { get; }

    /// <summary>Whether it has one component, not three.</summary>
    public bool IsGrey { get; }

    public static JpegImage Decode(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker is 0xC0 or 0xC1 or 0xC2)
                return OfFrame(file, bytes[(at + 4)..]);
            at += 2 + length;
        }

        throw new InvalidDataException("The JPEG file has no frame of a supported kind.");
    }

    private static JpegImage OfFrame(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> frame)
    {
        var components = frame[5];
        if (frame[0] != 8 || components is not (1 or 3))
            throw new InvalidDataException(
                $"A JPEG image of {components} components with {frame[0]} bits is not supported; save it as RGB or grey.");
        var (width, height) =
            (BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
        CheckSize(width, height);
        return new JpegImage(file, width, height, components == 1);
    }
}
