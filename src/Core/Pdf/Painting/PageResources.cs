using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Pdf.Painting;

/// <summary>The fonts and images of a document. All its pages share one dictionary of them (ISO 32000-1, 7.8.3).</summary>
internal sealed class PageResources
{
    private readonly PdfFile _file;
    private readonly EmbeddedFont[] _fonts;
    private readonly Dictionary<PdfImage, string> _names = [];
    private readonly List<(string Name, ObjectId Id)> _images = [];

    public PageResources(PdfFile file)
    {
        (_file, Id) = (file, file.Allocate());
        _fonts = [.. Enum.GetValues<FontFace>().Select(face => new EmbeddedFont(face, file.Allocate()))];
    }

    public ObjectId Id { get; }

    public EmbeddedFont Font(FontFace face) => _fonts[(int)face];

    /// <summary>The name of an image in content streams; the image goes to the file when it is first asked for.</summary>
    public string Use(PdfImage image)
    {
        if (_names.TryGetValue(image, out var known))
            return known;
        var name = $"I{_images.Count}";
        _images.Add((name, image.Write(_file)));
        return _names[image] = name;
    }

    /// <summary>Writes the fonts, of which only now all characters are known, and the dictionary.</summary>
    public void Write()
    {
        foreach (var font in _fonts.Where(font => font.IsUsed))
            font.Write(_file);
        var target = _file.Object(Id).Add("<</Font<<"u8);
        for (var face = 0; face < _fonts.Length; face++)
        {
            if (_fonts[face].IsUsed)
                target.Add("/F"u8).Add((long)face).Add((byte)' ').Add(_fonts[face].Id);
        }

        target.Add(">>"u8);
        if (_images.Count > 0)
            WriteImages(target);
        target.Add(">>"u8);
    }

    private void WriteImages(ByteBuffer target)
    {
        target.Add("/XObject<<"u8);
        foreach (var (name, id) in _images)
            target.AddName(name).Add((byte)' ').Add(id);
        target.Add(">>"u8);
    }
}
