using Produktreport.Core.Tables.Rows;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Tests.PublishCatalogue;

internal static class Publishing
{
    /// <summary>The publication of the catalogue files in a store.</summary>
    public static CataloguePublication In(IFileStore files, PublishedCatalogues published) => new(
        files,
        published,
        new CatalogueImpact(files, ReadingLimits.Default),
        new CatalogueDecisions(files),
        new CatalogueFaults(files, TimeProvider.System),
        new ReceiptFiles(files),
        TimeProvider.System);
}
