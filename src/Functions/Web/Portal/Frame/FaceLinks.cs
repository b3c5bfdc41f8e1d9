namespace Produktreport.Functions.Web.Portal.Frame;

/// <summary>A page whose text is the catalogue's, linked from every page's foot where there is one.</summary>
/// <param name="Address">The page.</param>
/// <param name="Title">Its title, and the link's text.</param>
/// <param name="Key">The key in the catalogue.</param>
/// <param name="Text">The text; null where not given.</param>
internal sealed record FaceLink(string Address, string Title, string Key, Func<Core.Catalogues.PublicFace, string?> Text);

/// <summary>The pages of the county's public face.</summary>
internal static class FaceLinks
{
    /// <summary>All of them, in the order of the foot.</summary>
    public static IReadOnlyList<FaceLink> All { get; } =
    [
        new("/impressum", "Impressum", "impressum", face => face.Imprint),
        new("/datenschutz", "Datenschutz", "datenschutz", face => face.Privacy),
        new("/barrierefreiheit", "Erklärung zur Barrierefreiheit", "barrierefreiheit", face => face.Accessibility),
    ];
}

/// <summary>The county's arms as a file.</summary>
internal static class Arms
{
    /// <summary>Where they are.</summary>
    public const string Address = "/wappen";

    /// <summary>The file and its media type.</summary>
    public static (byte[] Content, string Type) File(Logo logo) => logo switch
    {
        Logo.Drawn drawn => (Encoding.UTF8.GetBytes(Svg(drawn)), "image/svg+xml"),
        Logo.Picture { File: var file } => (file.ToArray(), file.Span is [0x89, ..] ? "image/png" : "image/jpeg"),
        _ => throw new InvalidOperationException($"No file for {logo.GetType().Name}."),
    };

    private static string Svg(Logo.Drawn drawn)
    {
        var paths = drawn.Paths.Select(path => $"<path fill=\"#{path.Colour:x6}\" d=\"{path.Data}\"/>");
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {drawn.Width} {drawn.Height}\">")
            + string.Concat(paths) + "</svg>";
    }
}
