using System.Buffers.Binary;
using System.IO.Compression;
using Produktreport.Core.Images;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;

namespace Produktreport.Core.Tests.Pdf;

public sealed class ImageTests
{
    [Theory]
    [InlineData(2, 3)] // RGB
    [InlineData(6, 4)] // RGB with transparency
    [InlineData(0, 1)] // grey
    public void APng_ShowsItsColours(int colourType, int channels)
    {
        var pixels = Enumerable.Range(0, 4)
            .SelectMany(i => Enumerable.Range(0, channels).Select(channel => (byte)(channel == 3 ? 255 : i == 0 ? 200 : 40)))
            .ToArray();
        var image = PdfImage.Read(Png(2, 2, colourType, channels, pixels));
        Assert.Equal((2, 2), (image.Width, image.Height));
        var page = PageImage.Render(TestDocument.Write(flow => flow.Add(Picture(image, 100, "Wappen"))), 1, 72);
        var corner = (X: (int)Units.Mm(25), Y: (int)Units.Mm(28));
        Assert.InRange(page.Pixels[(corner.Y + 20) * page.Width + corner.X + 20], 198, 202);
        Assert.InRange(page.Pixels[(corner.Y + 70) * page.Width + corner.X + 70], 38, 42);
    }

    [Fact]
    public void ATransparentPng_LetsThePaperThrough()
    {
        var image = PdfImage.Read(Png(1, 1, 6, 4, [0, 0, 0, 0]));
        var file = TestDocument.Write(flow => flow.Add(Picture(image, 100, "Wappen")));
        var page = PageImage.Render(file, 1, 72);
        Assert.All(page.Pixels, pixel => Assert.Equal(255, pixel));
        Assert.Contains("/SMask", PdfTool.Run("qpdf", file, "--qdf", "--object-streams=disable", "{file}", "-"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void APath_IsFilledWhereItLies()
    {
        var path = new SvgPath("M0 0h10v10H0z", 10, 20); // the upper half
        var page = PageImage.Render(
            TestDocument.Write(flow =>
            flow.Add(new Drawing(100, "Fläche", (canvas, box) => canvas.FillPath(path, box, Colour.Black)))), 1, 72);
        var (x, y) = ((int)Units.Mm(40), (int)Units.Mm(28));
        Assert.Equal(0, page.Pixels[(y + 40) * page.Width + x]);
        Assert.Equal(255, page.Pixels[(y + 60) * page.Width + x]);
    }

    [Theory]
    [InlineData("M0 0 A 1 1 0 0 0 1 1", "A")]
    [InlineData("M0", "number")]
    [InlineData("M0 0Z5", "Z")]
    [InlineData("L0 0", "begins")]
    [InlineData("", "begins")]
    [InlineData("M0 0 L#1 1", "#")]
    [InlineData("M0 0 L1e99 1", "number")]
    public void APathThatIsNotUnderstood_IsRefused(string data, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => new SvgPath(data, 1, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void AJpeg_IsEmbeddedAsItIs()
    {
        var jpeg = Jpeg();
        var image = PdfImage.Read(jpeg);
        Assert.Equal((30, 20), (image.Width, image.Height));
        var file = TestDocument.Write(flow =>
        {
            flow.Add(Picture(image, 100, "Foto"));
            flow.Add(Picture(image, 50, "dasselbe Foto"));
        });
        Assert.True(file.AsSpan().IndexOf(jpeg) > 0);
        Assert.Equal(file.AsSpan().IndexOf(jpeg), file.AsSpan().LastIndexOf(jpeg));
    }

    [Fact]
    public void AJpegOfFourInks_IsRefused() =>
        Assert.Contains("components", Assert.Throws<InvalidDataException>(() => PdfImage.Read(Jpeg(components: 4))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void AJpegCutOffAnywhere_IsRefused()
    {
        var sound = Jpeg();
        for (var length = 2; length < sound.Length; length++)
            Assert.Throws<InvalidDataException>(() => PdfImage.Read(sound.AsMemory(0, length)));
    }

    /// <summary>Cameras store a picture as they were held and say how to turn it (EXIF).</summary>
    [Theory]
    [InlineData(1, 30, 20, "100 0 0 66.67")]
    [InlineData(3, 30, 20, "-100 0 0 -66.67")]
    [InlineData(6, 20, 30, "0 -150 100 0")]
    [InlineData(8, 20, 30, "0 150 -100 0")]
    public void AJpegThatSaysHowItIsTurned_IsPaintedUpright(int orientation, int width, int height, string matrix)
    {
        var image = PdfImage.Read(Jpeg(orientation));
        Assert.Equal((width, height), (image.Width, image.Height));
        var file = TestDocument.Write(flow => flow.Add(Picture(image, 100, "Foto")));
        Assert.Contains(matrix, PdfTool.Run("qpdf", file, "--qdf", "--object-streams=disable", "{file}", "-"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnythingElse_IsNoImage() => Assert.Throws<InvalidDataException>(() => PdfImage.Read("GIF89a"u8.ToArray()));

    /// <summary>
    /// A picture that says it is huge, one cut off anywhere, and one whose data would grow without end cost nothing but a
    /// refusal.
    /// </summary>
    [Fact]
    public void ADamagedOrHostilePng_IsRefused()
    {
        var sound = Png(2, 2, 2, 3, new byte[12]);
        var huge = sound.ToArray();
        (huge[16], huge[20]) = (0x7F, 0x7F);
        Assert.Contains("pixels", Assert.Throws<InvalidDataException>(() => RasterImage.Read(huge)).Message,
            StringComparison.Ordinal);
        for (var length = 0; length < sound.Length - 12; length++)
            Assert.Throws<InvalidDataException>(() => RasterImage.Read(sound.AsMemory(0, length)));
    }

    /// <summary>The markers of a JPEG of 30 × 20 pixels, without its pixels.</summary>
    internal static byte[] Jpeg(int orientation = 0, int components = 3)
    {
        byte[] exif = orientation == 0 ? [] :
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0, 0, 0, 0,
        ];
        return
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, .. exif, 0xFF, 0xC0, 0, 17, 8, 0, 20, 0, 30, (byte)components, 1, 0x11, 0, 2,
            0x11, 0, 3, 0x11, 0,
            0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9,
        ];
    }

    private static Drawing Picture(PdfImage image, double width, string alt) =>
        new(width * image.Height / image.Width, alt, (canvas, box) => canvas.Image(image, box)) { Width = width };

    internal static byte[] Png(int width, int height, int colourType, int channels, byte[] pixels)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)colourType);
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(1); // each row with the filter "left neighbour"
                for (var i = 0; i < width * channels; i++)
                    zlib.WriteByte(
                        (byte)((pixels[
                        row * width * channels + i] - (i < channels ? 0 : pixels[row * width * channels + i - channels])) & 255));
            }
        }

        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, data.ToArray()),
            .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        return [.. length, .. type, .. body, 0, 0, 0, 0];
    }
}
