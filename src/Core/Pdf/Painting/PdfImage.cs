using Produktreport.Core.Images;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Painting;

/// <summary>A raster image, written once into a document however often it is painted.</summary>
internal sealed class PdfImage
{
    private readonly RasterImage image;

    private PdfImage(RasterImage image) => this.image = image;

    public int Width => image.Width;
    public int Height => image.Height;

    /// <summary>Reads a PNG or JPEG file.</summary>
    /// <exception cref="InvalidDataException">Neither, damaged, or of a kind that is not supported (the message says
    /// which).</exception>
    public static PdfImage Read(ReadOnlyMemory<byte> file) => new(RasterImage.Read(file));

    /// <summary>How the stored pixels are turned to be seen upright.</summary>
    internal ImageOrientation Orientation => image is JpegImage jpeg ? jpeg.Orientation : ImageOrientation.Upright;

    internal ObjectId Write(PdfFile file) => image switch
    {
        PngImage png => Write(file, png),
        JpegImage jpeg => Write(file, jpeg),
        _ => throw new InvalidOperationException($"Unknown image {image}."),
    };

    private ObjectId Write(PdfFile file, PngImage png)
    {
        var mask = "";
        if (png.Alpha is not null)
        {
            var maskId = file.Allocate();
            file.Stream(maskId, png.Alpha, Entries(Width, Height, "DeviceGray"));
            mask = $"/SMask {maskId.Number} 0 R";
        }

        var id = file.Allocate();
        file.Stream(id, png.Colours, Entries(Width, Height, "DeviceRGB") + mask);
        return id;
    }

    /// <summary>A JPEG is embedded as it is (DCTDecode).</summary>
    private static ObjectId Write(PdfFile file, JpegImage jpeg)
    {
        var id = file.Allocate();
        file.StreamOf(id, jpeg.File.Span, Entries(jpeg.StoredWidth, jpeg.StoredHeight, jpeg.IsGrey ? "DeviceGray" : "DeviceRGB")
            + "/Filter/DCTDecode");
        return id;
    }

    private static string Entries(int width, int height, string space) =>
        $"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/{space}/BitsPerComponent 8";
}
