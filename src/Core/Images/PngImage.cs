using System.Buffers.Binary;
using System.IO.Compression;

namespace Produktreport.Core.Images;

/// <summary>
/// A PNG image decoded to RGB with, where it has transparent pixels, a soft mask. Not interlaced, 8 bits or palette.
/// </summary>
internal sealed class PngImage : RasterImage
{
    private PngImage(int width, int height, byte[] colours, byte[]? alpha)
        : base(width, height) => (Colours, Alpha) = (colours, alpha);

    /// <summary>Red, green and blue of each pixel, row by row from the top.</summary>
    public byte[] Colours { get; }

    /// <summary>How opaque each pixel is; null where all are.</summary>
    public byte[]? Alpha { get; }

    public static PngImage Decode(ReadOnlySpan<byte> file)
    {
        var chunks = PngChunks.Read(file);
        CheckSize(chunks.Width, chunks.Height);
        var pixels = PngFilter.Undo(chunks.Expand(), chunks);
        return chunks.ColourType switch
        {
            PngColour.Palette => OfPalette(chunks, pixels),
            _ => OfSamples(chunks, pixels),
        };
    }

    private static PngImage OfSamples(PngChunks png, byte[] pixels)
    {
        var (step, count) = (png.Channels, png.Width * png.Height);
        var isGrey = png.ColourType is PngColour.Grey or PngColour.GreyAlpha;
        var colours = new byte[3 * count];
        var alpha = png.ColourType is PngColour.GreyAlpha or PngColour.RgbAlpha ? new byte[count] : null;
        for (var i = 0; i < count; i++)
        {
            for (var channel = 0; channel < 3; channel++)
                colours[3 * i + channel] = pixels[step * i + (isGrey ? 0 : channel)];
            if (alpha is not null)
                alpha[i] = pixels[step * i + step - 1];
        }

        return new PngImage(png.Width, png.Height, colours, WithoutOpaque(alpha));
    }

    private static PngImage OfPalette(PngChunks png, byte[] pixels)
    {
        var count = png.Width * png.Height;
        var colours = new byte[3 * count];
        var alpha = new byte[count];
        for (var i = 0; i < count; i++)
        {
            var index = PaletteIndex(png, pixels, i);
            if (png.Palette.Length < 3 * index + 3)
                throw new InvalidDataException("The PNG uses a colour its palette does not have.");
            png.Palette.AsSpan(3 * index, 3).CopyTo(colours.AsSpan(3 * i));
            alpha[i] = index < png.Transparency.Length ? png.Transparency[index] : (byte)255;
        }

        return new PngImage(png.Width, png.Height, colours, WithoutOpaque(alpha));
    }

    private static int PaletteIndex(PngChunks png, byte[] pixels, int pixel)
    {
        var (row, column) = (pixel / png.Width, pixel % png.Width);
        var bit = column * png.BitDepth;
        var value = pixels[row * png.RowLength + bit / 8];
        return value >> (8 - png.BitDepth - bit % 8) & (1 << png.BitDepth) - 1;
    }

    /// <summary>A mask that hides nothing is left out.</summary>
    private static byte[]? WithoutOpaque(byte[]? alpha) =>
        alpha is null || !alpha.AsSpan().ContainsAnyExcept((byte)255) ? null : alpha;
}

/// <summary>Colour types of the header chunk (PNG specification, 11.2.2).</summary>
internal enum PngColour
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    RgbAlpha = 6,
}

/// <summary>The parts of a PNG file that matter.</summary>
internal sealed record PngChunks(
    int Width, int Height, int BitDepth, PngColour ColourType, byte[] Palette, byte[] Transparency, byte[] Data)
{
    public int Channels => ColourType switch
    {
        PngColour.Rgb => 3,
        PngColour.GreyAlpha => 2,
        PngColour.RgbAlpha => 4,
        _ => 1,
    };

    /// <summary>The bytes of one row without its filter byte.</summary>
    public int RowLength => (Width * Channels * BitDepth + 7) / 8;

    public static PngChunks Read(ReadOnlySpan<byte> file)
    {
        const int headerEnd = 29; // signature, then length, type and body of the header chunk
        if (file.Length < headerEnd || !file.Slice(12, 4).SequenceEqual("IHDR"u8))
            throw new InvalidDataException("The PNG has no header.");
        byte[] palette = [], transparency = [];
        using var data = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (length < 0 || length > file.Length - at - 12)
                throw new InvalidDataException("The PNG is cut off.");
            var type = file.Slice(at + 4, 4);
            var body = file.Slice(at + 8, length);
            if (type.SequenceEqual("PLTE"u8))
                palette = body.ToArray();
            else if (type.SequenceEqual("tRNS"u8))
                transparency = body.ToArray();
            else if (type.SequenceEqual("IDAT"u8))
                data.Write(body);
            at += 12 + length;
        }

        var header = file.Slice(16, 13);
        var png = new PngChunks(
            BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]), header[8],
            (PngColour)header[9], palette, transparency, data.ToArray());
        png.Check(interlace: header[12]);
        return png;
    }

    /// <summary>The filtered rows: never more than the size in the header needs, however much the data would grow to.</summary>
    public byte[] Expand()
    {
        using var zlib = new ZLibStream(new MemoryStream(Data), CompressionMode.Decompress);
        var rows = new byte[(RowLength + 1) * Height];
        if (zlib.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) < rows.Length)
            throw new InvalidDataException("The PNG ends before its last row.");
        return rows;
    }

    private void Check(int interlace)
    {
        if (interlace != 0)
            throw new InvalidDataException("An interlaced PNG is not supported; save it without interlacing.");
        if (BitDepth is not (1 or 2 or 4 or 8) || BitDepth != 8 && ColourType != PngColour.Palette)
            throw new InvalidDataException($"A PNG with {BitDepth} bits a channel is not supported; save it with 8.");
        if (!Enum.IsDefined(ColourType) || (ColourType == PngColour.Palette && Palette.Length == 0))
            throw new InvalidDataException("The PNG has no colours this program knows.");
    }
}

/// <summary>Undoes the row filters of PNG (specification, 9).</summary>
internal static class PngFilter
{
    public static byte[] Undo(byte[] filtered, PngChunks png)
    {
        var (row, step) = (png.RowLength, Math.Max(1, png.Channels * png.BitDepth / 8));
        var pixels = new byte[row * png.Height];
        for (var y = 0; y < png.Height; y++)
        {
            var filter = filtered[y * (row + 1)];
            for (var x = 0; x < row; x++)
            {
                var left = x >= step ? pixels[y * row + x - step] : 0;
                var up = y > 0 ? pixels[(y - 1) * row + x] : 0;
                var corner = x >= step && y > 0 ? pixels[(y - 1) * row + x - step] : 0;
                pixels[y * row + x] = (byte)((filtered[y * (row + 1) + 1 + x] + Predict(filter, left, up, corner)) & 255);
            }
        }

        return pixels;
    }

    private static int Predict(int filter, int left, int up, int corner) => filter switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        4 => Paeth(left, up, corner),
        _ => throw new InvalidDataException($"The PNG uses an unknown row filter ({filter})."),
    };

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
