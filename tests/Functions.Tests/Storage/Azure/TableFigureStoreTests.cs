using Azure.Data.Tables;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Tests.Faults;

namespace Produktreport.Functions.Tests.Storage.Azure;

public sealed class TableFigureStoreTests(Azurite azurite) : FigureStoreContract
{
    private static readonly ProductNumber Product = ProductNumber.Of("1111");

    private protected override Task<IFigureStore> NewStore() =>
        Task.FromResult<IFigureStore>(new TableFigureStore(StorageAccount.Of(azurite.NewAccount())));

    [Fact]
    public async Task AnOlderContentOfAFile_NeverReplacesANewerOne()
    {
        var store = await NewStore();
        await store.Accept(Content(second: 2, count: 3), Cancellation);
        await store.Accept(Content(second: 1, count: 5), Cancellation);
        Assert.Equal(3, (await store.LoadAll(Cancellation)).Of(Product).Count());
    }

    [Fact]
    public async Task AContentThatIsOvertakenWhileItIsWritten_CountsNowhere()
    {
        var connection = azurite.NewAccount();
        using var later = new TableFigureStore(StorageAccount.Of(connection));
        var other = ProductNumber.Of("2222");
        var overtaken = false;
        FaultyStorage? proxy = null;
        // Just before the former content becomes visible, the later one, which has nothing of one product any more, comes and
        // goes.
        StorageFault? Overtake()
        {
            if (overtaken || proxy!.Seen.Last() is not { } request || !request.Contains("$batch", StringComparison.Ordinal))
                return null;
            overtaken = true;
            later.Accept(Content(second: 2, count: 3), CancellationToken.None).GetAwaiter().GetResult();
            return null;
        }

        proxy = await FaultyStorage.Start(azurite.Ports, Overtake, () => { });
        await using var started = proxy;
        using var former = new TableFigureStore(StorageAccount.Of(azurite.Through(connection, proxy.Ports)));
        var first = Content(second: 1, count: 2);
        await former.Accept(
            first with
            {
                Values = [.. first.Values,
                .. Content(second: 1, count: 4).Values.Select(value =>
                value with { Address = value.Address with { Product = other, Level = LevelNumber.Of("2222") } })]
            },
                Cancellation);
        Assert.True(overtaken);
        using var after = new TableFigureStore(StorageAccount.Of(connection));
        var figures = await after.LoadAll(Cancellation);
        Assert.Equal((3, 0), (figures.Of(Product).Count(), figures.Of(other).Count()));
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
                    counts.Add((await reader.Load([Product], Cancellation)).Of(Product).Count());
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
        Assert.Equal(106, (await after.LoadAll(Cancellation)).Of(Product).Count());
        Assert.Empty(await after.Unfinished(Cancellation));
        var rows = await StorageAccount.Of(connection).Tables.GetTableClient("Werte")
            .QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation);
        Assert.Equal(107, rows);
    }

    [Fact]
    public async Task WhatAnotherProcessWrites_IsSeenInTheNextReading()
    {
        var connection = azurite.NewAccount();
        using var writer = new TableFigureStore(StorageAccount.Of(connection));
        using var reader = new TableFigureStore(StorageAccount.Of(connection));
        for (var second = 1; second <= 3; second++)
        {
            await writer.Accept(Content(second, count: 10 + second), Cancellation);
            Assert.Equal(10 + second, (await reader.LoadAll(Cancellation)).Values.Count());
        }

        await writer.Clear(Cancellation);
        Assert.Empty((await reader.LoadAll(Cancellation)).Values);
    }

    [Fact]
    public async Task FiguresReadDuringAChange_AreReadAgainAfterIt()
    {
        var connection = azurite.NewAccount();
        using var writer = new TableFigureStore(StorageAccount.Of(connection));
        using var reader = new TableFigureStore(StorageAccount.Of(connection));
        using var done = new CancellationTokenSource();
        await writer.Accept(Content(second: 1, count: 3), Cancellation);
        var reading = Task.Run(
            async () =>
            {
                while (!done.IsCancellationRequested)
                    await reader.LoadAll(Cancellation);
            },
            Cancellation);
        for (var round = 1; round <= 10; round++)
        {
            // Back to what was there before: by stamp and values nothing has changed.
            await writer.Withdraw("a.csv", Cancellation);
            await writer.Accept(Content(second: 1, count: 3), Cancellation);
            Assert.Equal(3, (await reader.LoadAll(Cancellation)).Values.Count());
        }

        await done.CancelAsync();
        await reading;
    }

    [Fact]
    public async Task WhileAChangeIsUnfinished_FiguresAreReadEveryTime()
    {
        var connection = azurite.NewAccount();
        await using var storage = await FaultyStorage.Start(azurite.Ports);
        using var store = new TableFigureStore(StorageAccount.Of(azurite.Through(connection, storage.Ports)));
        await store.Accept(Content(second: 1, count: 3), Cancellation);
        await store.LoadAll(Cancellation);
        var rows = StorageAccount.Of(connection).Tables.GetTableClient("Lieferungen");
        var row = await rows.QueryAsync<TableEntity>("PartitionKey eq 'lieferung'", cancellationToken: Cancellation)
            .SingleAsync(Cancellation);
        row["InArbeit"] = true;
        await rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancellation);
        foreach (var _ in (int[])[1, 2])
        {
            storage.Seen.Clear();
            Assert.Equal(3, (await store.LoadAll(Cancellation)).Values.Count());
            Assert.Contains(storage.Seen, request => request.Contains("/Werte()", StringComparison.Ordinal));
        }
    }

    private static AcceptedDelivery Content(int second, int count) => Delivery("a.csv", second, [.. Enumerable.Range(0, count)
        .Select(i => (new FigureAddress(Product, LevelNumber.Of("1111"), FigureId.Of($"g{i}")), (decimal?)second))]);
}
