namespace Produktreport.Core.Catalogues.Findings;

/// <summary>Where in the catalogue something stands.</summary>
/// <param name="File">Below <c>katalog/</c>: <c>2026/produkte/1111.yaml</c>.</param>
/// <param name="Line">From 1; null where the whole file is meant.</param>
public readonly record struct CataloguePlace(string File, int? Line);
