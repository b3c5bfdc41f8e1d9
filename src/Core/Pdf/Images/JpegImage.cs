using System.Buffers.Binary;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Images;

/// <summary>A JPEG file, embedded as it is (DCTDecode); grey or RGB.</summary>
internal sealed class JpegImage : PdfImage
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly int _components;

    private JpegImage(ReadOnlyMemory<byte> file, int width, int height, int components)
        : base(width, height) => (_file, _components) = (file, components);

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

    internal override ObjectId Write(PdfFile file)
    {
        var id = file.Allocate();
        var space = _components == 1 ? "DeviceGray" : "DeviceRGB";
        file.StreamOf(id, _file.Span, $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/ColorSpace/{space}/BitsPerComponent 8/Filter/DCTDecode");
        return id;
    }

    private static JpegImage OfFrame(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> frame)
    {
        var components = frame[5];
        if (frame[0] != 8 || components is not (1 or 3))
            throw new InvalidDataException($"A JPEG image of {components} components with {frame[0]} bits is not supported; save it as RGB or grey.");
        return new JpegImage(file, BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), components);
    }
}
