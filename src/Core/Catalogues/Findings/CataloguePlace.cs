namespace Produktreport.Core.Catalogues.Findings;

/// <summary>Where in the catalogue something stands.</summary>
/// <param name="File">Below <c>katalog/</c>: <c>2026/produkte/1111.yaml</c>.</param>
/// <param name="Line">From 1; null where the whole file is meant.</param>
public readonly record struct CataloguePlace(string File, int? Line);

/// <summary>Which formula is meant, for findings.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Level">The product or service; the default value for a standard formula that has no level yet.</param>
/// <param name="Figure">The figure it computes.</param>
/// <param name="Text">The formula.</param>
internal sealed record FormulaSite(CataloguePlace Place, LevelNumber Level, FigureId Figure, string Text)
{
    /// <summary>„11112.zufriedenheit“ or „zufriedenheit im Standard“.</summary>
    public string Name => Level == default ? $"„{Figure}“ im Standard" : $"„{Level}.{Figure}“";
}
