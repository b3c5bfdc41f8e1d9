using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;

namespace Produktreport.Functions.Tests.Storage.Azure;

public sealed class TableFigureStoreTests(Azurite azurite) : FigureStoreContract
{
    private static readonly ProductNumber Product = ProductNumber.Of("1111");

    protected override Task<IFigureStore> NewStore() => Task.FromResult<IFigureStore>(new TableFigureStore(StorageAccount.Of(azurite.NewAccount())));

    [Fact]
    public async Task AnOlderContentOfAFile_NeverReplacesANewerOne()
    {
        var store = await NewStore();
        await store.Accept(Content(second: 2, count: 3), Cancellation);
        await store.Accept(Content(second: 1, count: 5), Cancellation);
        Assert.Equal(3, (await store.LoadAll(Cancellation)).Of(Product).Count);
    }

    [Fact]
    public async Task AReader_SeesAContentWholeOrNotAtAll_WhileItIsReplaced()
    {
        var connection = azurite.NewAccount();
        using var writer = new TableFigureStore(StorageAccount.Of(connection));
        using var reader = new TableFigureStore(StorageAccount.Of(connection));
        using var done = new CancellationTokenSource();
        await writer.Accept(Content(second: 1, count: 250), Cancellation);
        var reading = Task.Run(
            async () =>
            {
                var counts = new List<int>();
                while (!done.IsCancellationRequested)
                    counts.Add((await reader.Load([Product], Cancellation)).Of(Product).Count);
                return counts;
            },
            Cancellation);
        for (var second = 2; second <= 9; second++)
            await writer.Accept(Content(second, count: second % 2 == 0 ? 130 : 250), Cancellation);
        await done.CancelAsync();
        var seen = await reading;
        Assert.NotEmpty(seen);
        Assert.All(seen, count => Assert.True(count is 130 or 250, $"{count} values seen"));
    }

    [Fact]
    public async Task ManyContentsOfOneFileAtOnce_LeaveTheNewest_AndNoOtherRows()
    {
        var connection = azurite.NewAccount();
        await Task.WhenAll(Enumerable.Range(1, 6).Select(async second =>
        {
            using var store = new TableFigureStore(StorageAccount.Of(connection));
            await store.Accept(Content(second, count: 100 + second), Cancellation);
        }));
        using var after = new TableFigureStore(StorageAccount.Of(connection));
        Assert.Equal(106, (await after.LoadAll(Cancellation)).Of(Product).Count);
        Assert.Empty(await after.Unfinished(Cancellation));
        var rows = await StorageAccount.Of(connection).Tables.GetTableClient("Werte")
            .QueryAsync<global::Azure.Data.Tables.TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation);
        Assert.Equal(107, rows);
    }

    private static AcceptedDelivery Content(int second, int count) => Delivery("a.csv", second, [.. Enumerable.Range(0, count)
        .Select(i => (new FigureAddress(Product, LevelNumber.Of("1111"), FigureId.Of($"g{i}")), (decimal?)second))]);
}
