using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries;

/// <summary>The values that come from a cell of an upload, with all the cells each of them is the sum of.</summary>
public static class SourceValues
{
    /// <summary>
    /// Reads an upload again. What is kept of a value names the first of its lines only: a ledger has thousands of them.
    /// </summary>
    /// <param name="stamp">Which upload; its path chooses the import profile, its folder is the department.</param>
    /// <param name="content">The file's bytes from the current position on.</param>
    /// <param name="catalogues">The catalogues of all years.</param>
    /// <param name="place">The cell, of a sum the largest one.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>Their rules name every line; empty where none comes from this cell, or the file is rejected now.</returns>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static ImmutableArray<DeliveredValue> At(
        DeliveryStamp stamp, Stream content, CatalogueSet catalogues, CellPlace place, ReadingLimits limits,
        CancellationToken ct = default) =>
        [.. DeliveryReader.Read(stamp, content, catalogues, limits with { MaximumRanges = int.MaxValue }, ct).At(place)];
}
