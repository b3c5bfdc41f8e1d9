using Produktreport.Core.Images;
using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Painting;

/// <summary>
/// The painting operators of one page (ISO 32000-1, Annex A), in PDF's own coordinates: from the lower left corner, y upwards.
/// It leaves out what is set already.
/// </summary>
internal sealed class ContentStream
{
    private readonly ByteBuffer buffer = new(16384);
    private Colour? fill;
    private Colour? stroke;
    private double lineWidth;
    private FontFace? face;
    private double size;

    public ReadOnlySpan<byte> Written => buffer.Written;

    /// <summary>Empties the stream and forgets what was set: the next one may follow any other.</summary>
    public void Clear()
    {
        buffer.Clear();
        ForgetState();
    }

    public void BeginContent(ReadOnlySpan<byte> tag, int identifier) =>
        buffer.Add((byte)'/').Add(tag).Add("<</MCID "u8).Add((long)identifier).Add(">>BDC\n"u8);

    public void BeginArtifact(ReadOnlySpan<byte> properties) =>
        buffer.Add(properties.IsEmpty ? "/Artifact BMC\n"u8 : "/Artifact"u8).Add(properties)
            .Add(properties.IsEmpty ? ""u8 : "BDC\n"u8);

    public void EndContent() => buffer.Add("EMC\n"u8);

    /// <returns>False when the font lacks one of the characters; the page is of no use then.</returns>
    public bool Text(double x, double y, ReadOnlySpan<char> text, EmbeddedFont font, FontFace face, double size, Colour colour)
    {
        Fill(colour);
        buffer.Add("BT "u8);
        SelectFont(face, size);
        Point(x, y).Add("Td[("u8);
        var previous = 0;
        foreach (var character in text)
        {
            var code = font.Code(character);
            if (code == 0)
                return false;
            var glyph = font.Font.Glyph(character);
            var kerning = font.Font.Kerning(previous, glyph);
            if (kerning != 0)
                buffer.Add((byte)')').Add(-Math.Round(kerning * 1000.0 / font.Font.UnitsPerEm)).Add((byte)'(');
            buffer.Add((byte)(code >> 8)).Add((byte)(code & 255));
            previous = glyph;
        }

        buffer.Add(")]TJ ET\n"u8);
        return true;
    }

    public ContentStream Move(double x, double y) => With(Point(x, y).Add("m "u8));

    public ContentStream LineTo(double x, double y) => With(Point(x, y).Add("l "u8));

    public ContentStream CurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        Point(x1, y1);
        Point(x2, y2);
        Point(x3, y3).Add("c "u8);
        return this;
    }

    public ContentStream Rectangle(double x, double y, double width, double height)
    {
        Point(x, y);
        Point(width, height).Add("re "u8);
        return this;
    }

    public ContentStream Close() => With(buffer.Add("h "u8));

    public void Fill() => buffer.Add("f\n"u8);

    public void Stroke() => buffer.Add("S\n"u8);

    public void Clip() => buffer.Add("W n\n"u8);

    public void Fill(Colour colour)
    {
        if (fill == colour)
            return;
        fill = colour;
        Components(colour).Add("rg\n"u8);
    }

    public void StrokeWith(Colour colour, double width)
    {
        if (stroke != colour)
            Components(colour).Add("RG\n"u8);
        if (lineWidth != width)
            buffer.Add(width).Add(" w\n"u8);
        (stroke, lineWidth) = (colour, width);
    }

    public void Dash(double on, double off) => buffer.Add((byte)'[').Add(on).Add((byte)' ').Add(off).Add("]0 d\n"u8);

    public void Save() => buffer.Add("q\n"u8);

    public void Restore()
    {
        buffer.Add("Q\n"u8);
        ForgetState();
    }

    /// <summary>Paints an image into a rectangle, turned as it says.</summary>
    public void Image(string name, ImageOrientation turned, double x, double y, double width, double height)
    {
        buffer.Add("q "u8).Add(turned.A * width).Add((byte)' ').Add(turned.B * height).Add((byte)' ')
            .Add(turned.C * width).Add((byte)' ').Add(turned.D * height).Add((byte)' ');
        Point(x + turned.E * width, y + turned.F * height).Add("cm"u8).AddName(name).Add(" Do Q\n"u8);
    }

    private ContentStream With(ByteBuffer _) => this;

    private void ForgetState() => (fill, stroke, lineWidth, face, size) = (null, null, -1, null, 0);

    private void SelectFont(FontFace face, double size)
    {
        if (this.face == face && this.size == size)
            return;
        (this.face, this.size) = (face, size);
        buffer.Add("/F"u8).Add((long)face).Add((byte)' ').Add(size).Add(" Tf "u8);
    }

    private ByteBuffer Point(double x, double y) => buffer.Add(x).Add((byte)' ').Add(y).Add((byte)' ');

    private ByteBuffer Components(Colour colour) =>
        buffer.Add(colour.Red / 255.0).Add((byte)' ').Add(colour.Green / 255.0).Add((byte)' ').Add(colour.Blue / 255.0)
            .Add((byte)' ');
}

/// <summary>Why something on a page is not part of what the document says (ISO 32000-1, 14.8.2.2).</summary>
internal enum ArtifactKind
{
    /// <summary>A rule, a background, a repeated table header.</summary>
    Layout,

    Header,
    Footer,
}

internal static class ArtifactKinds
{
    public static ReadOnlySpan<byte> Properties(this ArtifactKind kind) => kind switch
    {
        ArtifactKind.Header => "<</Type/Pagination/Subtype/Header/Attached[/Top]>>"u8,
        ArtifactKind.Footer => "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>"u8,
        _ => default,
    };
}
