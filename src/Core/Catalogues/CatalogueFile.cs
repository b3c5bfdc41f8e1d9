namespace Produktreport.Core.Catalogues;

/// <summary>One file of the catalogue container.</summary>
/// <param name="Path">Below <c>katalog/</c>, with <c>/</c>: <c>2026/produkte/1111.yaml</c>.</param>
/// <param name="Content">The file's bytes (UTF-8; those of a picture as they are).</param>
public sealed record CatalogueFile(string Path, ReadOnlyMemory<byte> Content)
{
    private static readonly string[] PictureEndings = [".png", ".jpg", ".jpeg"];

    /// <summary>Whether this is a picture beside <c>rahmen.yaml</c>, as the logo may be: <c>2026/wappen.png</c>.</summary>
    public bool IsPicture => IsPicturePath(Path);

    /// <summary>Whether this is a table of a statistical office: <c>2026/rahmendaten/12411-0015_flat.csv</c>.</summary>
    public bool IsTable => IsTablePath(Path);

    /// <summary>Whether this is one of the catalogue's own texts, in YAML.</summary>
    public bool IsText => !IsPicture && !IsTable;

    /// <summary>Whether something beside the catalogue's own texts lies at a path that the catalogue may use.</summary>
    public static bool IsEnclosurePath(string path) => IsPicturePath(path) || IsTablePath(path);

    /// <summary>Whether a table that the catalogue may use lies at a path.</summary>
    public static bool IsTablePath(string path) =>
        path.Split('/') is [_, "rahmendaten", var name] && name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a picture that the catalogue may use lies at a path.</summary>
    public static bool IsPicturePath(string path) =>
        path.Split('/').Length == 2 && PictureEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));
}
