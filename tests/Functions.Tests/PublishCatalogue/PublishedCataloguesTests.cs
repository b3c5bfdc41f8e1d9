using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.PublishCatalogue;

public sealed class PublishedCataloguesTests(Azurite azurite)
{
    private static readonly ProductNumber Created = ProductNumber.Of("2222");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Catalogues_AreTheSameObject_UntilAYearOrACreatedProductChanges()
    {
        var account = StorageAccount.Of(azurite.NewAccount());
        using var files = new BlobFileStore(account);
        using var figures = new TableFigureStore(account);
        var published = new PublishedCatalogues(files, figures);
        await Publish("");
        var bare = await published.Load(Cancellation);
        Assert.Same(bare, await published.Load(Cancellation));

        await figures.Accept(Delivery("Alt", second: 1), Cancellation);
        var first = await published.Load(Cancellation);
        Assert.Same(first, await published.Load(Cancellation));
        await figures.Accept(Delivery("Neu", second: 2), Cancellation);
        var second = await published.Load(Cancellation);
        await Publish("# anders");
        Assert.NotSame(second, await published.Load(Cancellation));
        Assert.Equal([null, "Alt", "Neu"],
            ((CatalogueSet[])[bare, first, second]).Select(catalogues => catalogues.For(2026)!.Find(Created)?.Name));

        Task Publish(string remark) => published.Publish(
            2026,
            [
                new CatalogueFile("2026/rahmen.yaml", Encoding.UTF8.GetBytes($"{SmallCounty.Frame}{remark}\n")),
                new CatalogueFile("2026/produkte/1111.yaml", Encoding.UTF8.GetBytes(SmallCounty.Product)),
            ],
            Cancellation);
    }

    private static AcceptedDelivery Delivery(string name, int second) => new(
        new DeliveryStamp("a.csv", DepartmentId.Of("amt-eins"), new string('a', 64), DateTimeOffset.UnixEpoch.AddSeconds(second)),
        [],
        [new CreatedProduct(2026, new Product
        {
            Number = Created,
            Name = name,
            Hierarchy = new ProductHierarchy(new HierarchyStep("2", ""), new HierarchyStep("22", ""),
                new HierarchyStep("222", "")),
            Department = DepartmentId.Of("amt-eins"),
        })]);
}
