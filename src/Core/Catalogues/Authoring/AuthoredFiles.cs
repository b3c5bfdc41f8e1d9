using System.Collections.Immutable;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>Catalogue files made by the program, to be read over by the controller.</summary>
/// <param name="Files">The new files; none where there is an error.</param>
/// <param name="Findings">What could not be read and what has to be checked or filled in.</param>
public sealed record AuthoredFiles(ImmutableArray<CatalogueFile> Files, ImmutableArray<Finding> Findings);
