using System.Buffers.Binary;

namespace Produktreport.Core.Images;

/// <summary>A JPEG file, not decoded; grey or RGB.</summary>
internal sealed class JpegImage : RasterImage
{
    private const byte End = 0xD9, Application1 = 0xE1, Scan = 0xDA;

    private JpegImage(ReadOnlyMemory<byte> file, int width, int height, bool isGrey, ImageOrientation orientation)
        : base(orientation.SwapsSides ? height : width, orientation.SwapsSides ? width : height) =>
        (File, StoredWidth, StoredHeight, IsGrey, Orientation) = (file, width, height, isGrey, orientation);

    public ReadOnlyMemory<byte> File { get; }

    /// <summary>The width in pixels as the file stores them, before they are turned.</summary>
    public int StoredWidth { get; }

    /// <summary>The height in pixels as the file stores them.</summary>
    public int StoredHeight { get; }

    /// <summary>Whether it has one component, not three.</summary>
    public bool IsGrey { get; }

    /// <summary>How the stored pixels are turned to be seen upright.</summary>
    public ImageOrientation Orientation { get; }

    public static JpegImage Decode(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var orientation = ImageOrientation.Upright;
        var frame = default(ReadOnlySpan<byte>);
        for (var at = 2; at + 9 < bytes.Length
            && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]))
        {
            var marker = bytes[at + 1];
            if (marker == Application1)
                orientation = ImageOrientation.OfExif(bytes[(at + 4)..]) ?? orientation;
            else if (marker is 0xC0 or 0xC1 or 0xC2)
                frame = bytes[(at + 4)..];
            else if (marker == Scan)
                return OfFrame(file, frame, isWhole: bytes[at..].IndexOf([(byte)0xFF, End]) >= 0, orientation);
        }

        throw new InvalidDataException("The JPEG file is cut off, or has no frame of a supported kind.");
    }

    private static JpegImage OfFrame(
        ReadOnlyMemory<byte> file, ReadOnlySpan<byte> frame, bool isWhole, ImageOrientation orientation)
    {
        if (frame.Length < 6)
            throw new InvalidDataException("The JPEG file has no frame of a supported kind.");
        if (!isWhole)
            throw new InvalidDataException("The JPEG file is cut off: its end is missing.");
        var components = frame[5];
        if (frame[0] != 8 || components is not (1 or 3))
            throw new InvalidDataException(
                $"A JPEG image of {components} components with {frame[0]} bits is not supported; save it as RGB or grey.");
        var (width, height) =
            (BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
        CheckSize(width, height);
        return new JpegImage(file, width, height, components == 1, orientation);
    }
}

/// <summary>
/// How a picture is turned to be seen upright (EXIF 2.3, tag 0x0112), as where its axes lead. All coordinates are shares of the
/// sides, from the lower left corner. Those seen are <c>A·u + C·v + E</c> and <c>B·u + D·v + F</c> of those stored.
/// </summary>
internal readonly record struct ImageOrientation(int A, int B, int C, int D, int E, int F)
{
    private static readonly ImageOrientation[] ByTag =
    [
        new(1, 0, 0, 1, 0, 0), new(-1, 0, 0, 1, 1, 0), new(-1, 0, 0, -1, 1, 1), new(1, 0, 0, -1, 0, 1),
        new(0, -1, -1, 0, 1, 1), new(0, -1, 1, 0, 0, 1), new(0, 1, 1, 0, 0, 0), new(0, 1, -1, 0, 1, 0),
    ];

    public static ImageOrientation Upright => ByTag[0];
    public bool SwapsSides => A == 0;

    /// <summary>What an EXIF segment says; null where it says nothing that is understood.</summary>
    public static ImageOrientation? OfExif(ReadOnlySpan<byte> segment)
    {
        const int header = 6, entrySize = 12, orientation = 0x0112;
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < header + 8)
            return null;
        var tiff = segment[header..];
        var isLittle = tiff[0] == (byte)'I';
        var directory = (int)Math.Min(int.MaxValue, UInt32(tiff[4..], isLittle));
        if (directory > tiff.Length - 2)
            return null;
        var count = UInt16(tiff[directory..], isLittle);
        for (var entry = directory + 2; count > 0 && entry + entrySize <= tiff.Length; entry += entrySize, count--)
        {
            if (UInt16(tiff[entry..], isLittle) == orientation)
                return UInt16(tiff[(entry + 8)..], isLittle) is >= 1 and <= 8 and var tag ? ByTag[tag - 1] : null;
        }

        return null;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
