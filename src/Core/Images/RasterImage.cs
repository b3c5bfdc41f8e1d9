namespace Produktreport.Core.Images;

/// <summary>A PNG or JPEG picture, read and found to be one that a report can show.</summary>
internal abstract class RasterImage
{
    /// <summary>
    /// The most pixels a picture may have: 2,000 × 2,000. Decoded it then takes at most a few dozen megabytes, whatever its file
    /// says.
    /// </summary>
    public const int MaximumPixels = 4_000_000;

    private protected RasterImage(int width, int height) => (Width, Height) = (width, height);

    public int Width { get; }
    public int Height { get; }

    /// <summary>Reads a PNG or JPEG file.</summary>
    /// <exception cref="InvalidDataException">Neither, damaged, too many pixels, or of a kind that is not supported (the message
    /// says which).</exception>
    public static RasterImage Read(ReadOnlyMemory<byte> file) => file.Span switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngImage.Decode(file.Span),
        [0xFF, 0xD8, ..] => JpegImage.Decode(file),
        _ => throw new InvalidDataException("The image is neither PNG nor JPEG."),
    };

    private protected static void CheckSize(int width, int height)
    {
        if (width <= 0 || height <= 0 || (long)width * height > MaximumPixels)
            throw new InvalidDataException(
                $"An image of {width} × {height} pixels is not supported; at most {MaximumPixels} pixels are.");
    }
}
