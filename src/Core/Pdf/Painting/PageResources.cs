using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Painting;

/// <summary>The fonts and images of a document. All its pages share one dictionary of them (ISO 32000-1, 7.8.3).</summary>
internal sealed class PageResources
{
    private readonly PdfFile file;
    private readonly EmbeddedFont[] fonts;
    private readonly Dictionary<PdfImage, string> names = [];
    private readonly List<(string Name, ObjectId Id)> images = [];

    public PageResources(PdfFile file)
    {
        (this.file, Id) = (file, file.Allocate());
        fonts = [.. Enum.GetValues<FontFace>().Select(face => new EmbeddedFont(face, file.Allocate()))];
    }

    public ObjectId Id { get; }

    public EmbeddedFont Font(FontFace face) => fonts[(int)face];

    /// <summary>The name of an image in content streams; the image goes to the file when it is first asked for.</summary>
    public string Use(PdfImage image)
    {
        if (names.TryGetValue(image, out var known))
            return known;
        var name = $"I{images.Count}";
        images.Add((name, image.Write(file)));
        return names[image] = name;
    }

    /// <summary>Writes the fonts, of which only now all characters are known, and the dictionary.</summary>
    public void Write()
    {
        foreach (var font in fonts.Where(font => font.IsUsed))
            font.Write(file);
        var target = file.Object(Id).Add("<</Font<<"u8);
        for (var face = 0; face < fonts.Length; face++)
        {
            if (fonts[face].IsUsed)
                target.Add("/F"u8).Add((long)face).Add((byte)' ').Add(fonts[face].Id);
        }

        target.Add(">>"u8);
        if (images.Count > 0)
            WriteImages(target);
        target.Add(">>"u8);
    }

    private void WriteImages(ByteBuffer target)
    {
        target.Add("/XObject<<"u8);
        foreach (var (name, id) in images)
            target.AddName(name).Add((byte)' ').Add(id);
        target.Add(">>"u8);
    }
}
