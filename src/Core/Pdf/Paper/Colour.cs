using System.Runtime.InteropServices;

namespace Produktreport.Core.Pdf.Paper;

/// <summary>A colour in sRGB, the only colour space of a document.</summary>
/// <param name="Red">0–255.</param>
/// <param name="Green">0–255.</param>
/// <param name="Blue">0–255.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour Black => new(0, 0, 0);
    public static Colour White => new(255, 255, 255);

    /// <summary>A colour from its usual notation, <c>0x1F3A5F</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 24 bits.</exception>
    public static Colour Hex(int rgb)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)rgb, 0xFFFFFFu, nameof(rgb));
        return new Colour((byte)(rgb >> 16), (byte)(rgb >> 8 & 255), (byte)(rgb & 255));
    }
}
