namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Limits that keep a hostile or broken catalogue file from costing memory or time.</summary>
internal sealed record CatalogueReaderOptions
{
    public static CatalogueReaderOptions Default { get; } = new();

    /// <summary>The largest file read, in bytes; default 1 MiB (the form of one product takes about 6 KiB).</summary>
    public int MaximumFileSize { get; init; } = 1024 * 1024;

    /// <summary>The deepest nesting of lists and mappings; default 12 (the format itself needs 6).</summary>
    public int MaximumDepth { get; init; } = 12;
}
