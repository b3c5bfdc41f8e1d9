using System.Collections.Concurrent;
using System.Collections.Frozen;
using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>
/// Figures in Table Storage: <c>Werte</c> holds every value of every delivery that counts, <c>Lieferungen</c> a row a file.
/// docs/decisions/0007 says how a delivery becomes visible, and why any number of processes may write at once and die at any
/// point.
/// </summary>
internal sealed class TableFigureStore : IFigureStore, IDisposable
{
    private const int PartitionsAtOnce = 8;
    private const int Tries = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TableClient values;
    private readonly DeliveryTable deliveries;
    private readonly PartitionReader reader;
    private readonly Preparation tables;
    private readonly LastFigures last;

    /// <summary>The figures of an account.</summary>
    public TableFigureStore(StorageAccount account)
    {
        values = account.Tables.GetTableClient("Werte");
        deliveries = new DeliveryTable(account.Tables.GetTableClient(DeliveryTable.Name));
        reader = new PartitionReader(values);
        tables = new Preparation(cancellation =>
            Task.WhenAll(values.CreateIfNotExistsAsync(cancellation), deliveries.Table.CreateIfNotExistsAsync(cancellation)));
        last = new LastFigures(deliveries.All, ReadAll);
    }

    public Task Accept(AcceptedDelivery delivery, CancellationToken cancellation = default) =>
        Make(FileChange.To(delivery), cancellation);

    public Task Withdraw(string file, CancellationToken cancellation = default) => Make(FileChange.ToNothing(file), cancellation);

    public Task<FigureSet> Load(IReadOnlyCollection<ProductNumber> products, CancellationToken cancellation = default) =>
        Read(products, _ => true, cancellation);

    public Task<FigureSet> LoadEarlierThan(
        DeliveryStamp stamp, IReadOnlyCollection<ProductNumber> products, CancellationToken cancellation = default) =>
        Read(products, stamp.IsAfter, cancellation);

    public async Task<FigureSet> LoadAll(CancellationToken cancellation = default)
    {
        await tables.Ensure(cancellation);
        return await last.Get(cancellation);
    }

    public async Task<ImmutableArray<AcceptedContent>> Contents(CancellationToken cancellation = default)
    {
        await tables.Ensure(cancellation);
        return [.. (await deliveries.All(cancellation)).Where(row => row.Accepted is not null)
            .OrderByDescending(row => row.Accepted).Select(Content)];
    }

    public async Task<ImmutableArray<StoredValue>> History(ValueKey cell, CancellationToken cancellation = default)
    {
        await tables.Ensure(cancellation);
        var all = await reader.Read(FigureKeys.Partition(cell.Period.Year, cell.Address.Product), cancellation);
        return [.. all.SelectMany(delivery => delivery).Where(value => ValueKey.Of(value) == cell)
            .OrderByDescending(value => value.Delivery)];
    }

    /// <summary>Files whose change broke off and was not taken up since.</summary>
    public async Task<ImmutableArray<string>> Unfinished(CancellationToken cancellation = default)
    {
        await tables.Ensure(cancellation);
        return [.. (await deliveries.All(cancellation)).Where(row => row.IsChanging).Select(row => row.Path)];
    }

    /// <summary>Deletes every delivery from both tables: the projection is then made anew from the containers.</summary>
    public async Task Clear(CancellationToken cancellation = default)
    {
        await tables.Ensure(cancellation);
        foreach (var table in (TableClient[])[values, deliveries.Table])
        {
            var keys = await table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: cancellation)
                .ToListAsync(cancellation);
            foreach (var partition in keys.Where(row => row.PartitionKey != DeliveryTable.YearPartition)
                .GroupBy(row => row.PartitionKey))
                await table.DeleteAll(partition.Key, partition.Select(row => row.RowKey), cancellation);
        }
    }

    public void Dispose()
    {
        tables.Dispose();
        last.Dispose();
    }

    private async Task Make(FileChange change, CancellationToken cancellation)
    {
        await tables.Ensure(cancellation);
        // Not as other writes (Contention): whoever is at it gets time to finish before its work is taken over.
        var seen = 0;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var row = await deliveries.Find(change.Path, cancellation);
            if (IsNothingToDo(row, change))
                return;
            // Another process is at it: it gets the time to finish, and when nothing happens any more its work is taken over.
            var isOthersTurn = row.IsChanging && attempt > 1 && row.Content != seen;
            seen = row.Content;
            if (!isOthersTurn && await Begin(row, change, cancellation) is { } begun && await Finish(begun, change, cancellation))
                return;
            await Task.Delay(Pause * attempt * (0.5 + Random.Shared.NextDouble()), cancellation);
        }

        throw new IOException($"The figures of '{change.Path}' are being changed by others all the time; {Tries} tries.");
    }

    private static bool IsNothingToDo(DeliveryRow row, FileChange change) =>
        (!row.IsChanging && row.Fingerprint == change.Fingerprint)
        || (change.Stamp is { } stamp && stamp.ReceivedAt < row.NewestArrival);

    // Written ahead, so that nothing a broken-off change left behind is forgotten. Null where another process was faster.
    private async Task<DeliveryRow?> Begin(DeliveryRow row, FileChange change, CancellationToken cancellation)
    {
        await deliveries.AddYears(change.Values.Keys.Select(FigureKeys.YearOf).Distinct(), cancellation);
        var begun = row with
        {
            Content = row.Content + 1,
            IsChanging = true,
            NewestArrival = change.Stamp?.ReceivedAt ?? row.NewestArrival,
            Partitions = [.. row.Partitions.Union(change.Values.Keys)],
        };
        return await deliveries.Save(begun, cancellation) is { } version ? begun with { Version = version } : null;
    }

    private async Task<bool> Finish(DeliveryRow begun, FileChange change, CancellationToken cancellation)
    {
        var writer = new PartitionWriter(values, change.Path, begun.Content);
        var isFirst = begun.Content == 1;
        var isLatest = true;
        var options = new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(begun.Partitions, options, async (partition, token) =>
        {
            if (!change.Values.TryGetValue(partition, out var delivered))
                await writer.Clear(partition, token);
            else if (!await writer.Put(partition, change.Stamp!, delivered, token))
                isLatest = false;
            if (!isFirst && isLatest)
                await writer.RemoveFormer(partition, token);
        });
        var finished = begun with
        {
            Accepted = change.Stamp,
            Fingerprint = change.Fingerprint,
            IsChanging = false,
            Partitions = [.. change.Values.Keys],
            CreatedProducts = change.CreatedProducts,
        };
        return isLatest && await deliveries.Save(finished, cancellation) is not null;
    }

    private async Task<FigureSet> Read(IReadOnlyCollection<ProductNumber> products, Func<DeliveryStamp, bool> counts,
        CancellationToken cancellation)
    {
        await tables.Ensure(cancellation);
        var found = new ConcurrentBag<List<StoredValue>>();
        var partitions = (await Years(cancellation))
            .SelectMany(year => products.Distinct().Select(product => FigureKeys.Partition(year, product)));
        var options = new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(partitions, options, async (partition, token) =>
        {
            foreach (var delivery in await reader.Read(partition, token))
                found.Add(delivery);
        });
        return FigureSet.Empty.With(found.SelectMany(delivery => delivery).Where(value => counts(value.Delivery)));
    }

    private async Task<FigureSet> ReadAll(CancellationToken cancellation)
    {
        var years = await Task.WhenAll((await Years(cancellation)).Select(year => reader.ReadYear(year, cancellation)));
        return FigureSet.Empty.With(years.SelectMany(year => year));
    }

    private async Task<List<int>> Years(CancellationToken cancellation)
    {
        await tables.Ensure(cancellation);
        return await deliveries.Years(cancellation);
    }

    private static AcceptedContent Content(DeliveryRow row) => new(
        row.Accepted!,
        row.Fingerprint,
        row.Partitions.Select(FigureKeys.ProductOf).ToFrozenSet(),
        CreatedProductText.Read(row.CreatedProducts));
}
