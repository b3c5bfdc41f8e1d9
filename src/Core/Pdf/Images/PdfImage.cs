using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Images;

/// <summary>A raster image, written once into a document however often it is painted.</summary>
public abstract class PdfImage
{
    private protected PdfImage(int width, int height) => (Width, Height) = (width, height);

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>Reads a PNG or JPEG file.</summary>
    /// <exception cref="InvalidDataException">Neither, damaged, or of a kind that is not supported (the message says which).</exception>
    public static PdfImage Read(ReadOnlyMemory<byte> file) => file.Span switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngImage.Decode(file.Span),
        [0xFF, 0xD8, ..] => JpegImage.Decode(file),
        _ => throw new InvalidDataException("The image is neither PNG nor JPEG."),
    };

    internal abstract ObjectId Write(PdfFile file);
}
