namespace Produktreport.Core.Catalogues;

/// <summary>One file of the catalogue container.</summary>
/// <param name="Path">Below <c>katalog/</c>, with <c>/</c>: <c>2026/produkte/1111.yaml</c>.</param>
/// <param name="Content">The file's bytes (UTF-8).</param>
public sealed record CatalogueFile(string Path, ReadOnlyMemory<byte> Content);
