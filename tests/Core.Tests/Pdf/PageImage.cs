using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Produktreport.Core.Tests.Pdf;

/// <summary>A page as an image, as poppler draws it, in shades of grey.</summary>
internal sealed record PageImage(int Width, int Height, byte[] Pixels)
{
    public static PageImage Render(byte[] document, int page, int dotsPerInch)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var prefix = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        PdfTool.Run("pdftoppm", document, "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number,
            "-gray", "-singlefile", "{file}", prefix);
        try
        {
            return OfPgm(File.ReadAllBytes(prefix + ".pgm"));
        }
        finally
        {
            File.Delete(prefix + ".pgm");
        }
    }

    /// <summary>Approved images are kept as compressed PGM: small, and read without a library.</summary>
    public static PageImage Load(string path)
    {
        using var zip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return OfPgm(bytes.ToArray());
    }

    public void Save(string path)
    {
        using var zip = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        zip.Write(Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n"));
        zip.Write(Pixels);
    }

    /// <summary>The share of pixels that differ by more than an eighth of the scale; 1 where the sizes differ.</summary>
    public double Difference(PageImage other)
    {
        const int noticeable = 32;
        if ((Width, Height) != (other.Width, other.Height))
            return 1;
        return Pixels.Zip(other.Pixels).Count(pair => Math.Abs(pair.First - pair.Second) > noticeable) / (double)Pixels.Length;
    }

    private static PageImage OfPgm(byte[] file)
    {
        var header = Encoding.ASCII.GetString(file, 0, Math.Min(64, file.Length)).Split('\n', 4);
        var size = header[1].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var start = header.Take(3).Sum(line => line.Length + 1);
        return new PageImage(size[0], size[1], file[start..]);
    }
}
