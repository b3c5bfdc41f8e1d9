using Azure;
using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>Puts one content of a file into partitions of <c>Werte</c>, and takes former ones out.</summary>
/// <param name="values">The table.</param>
/// <param name="path">The file's path below the inbox.</param>
/// <param name="content">The number of the content.</param>
internal sealed class PartitionWriter(TableClient values, string path, int content)
{
    private const int Tries = 10;
    private readonly string file = FigureKeys.File(path);

    /// <summary>Makes the content the one that counts in a partition.</summary>
    /// <returns>False where a later content counts there already.</returns>
    public async Task<bool> Put(string partition, DeliveryStamp stamp, IReadOnlyCollection<DeliveredValue> delivered,
        CancellationToken cancellation)
    {
        var marker = MarkerRow.Write(partition, file, stamp, content, delivered.Count);
        var batches = TableBatches.Of(delivered.Select(value => ValueRow.Write(partition, value, stamp.ReceivedAt, file, content))
            .Prepend(marker));
        // The marker's own batch last: it makes all the others visible.
        List<TableEntity>? withMarker = null;
        foreach (var batch in batches)
        {
            if (withMarker is null)
                withMarker = batch;
            else
                await values.Put(batch, cancellation);
        }

        if (await Switch(partition, withMarker!, cancellation))
            return true;
        await RemoveValues(partition, number => number == content, cancellation);
        return false;
    }

    /// <summary>
    /// Makes the file count for nothing in a partition, unless a later content counts there already. Leaves a marker without
    /// values: a former content that is still being written must find that it is too late.
    /// </summary>
    public async Task Clear(string partition, CancellationToken cancellation) =>
        await Switch(partition, [MarkerRow.WriteEmpty(partition, path, content)], cancellation);

    /// <summary>Deletes what former contents of the file left in a partition.</summary>
    public Task RemoveFormer(string partition, CancellationToken cancellation) =>
        RemoveValues(partition, number => number < content, cancellation);

    private async Task<bool> Switch(string partition, List<TableEntity> withMarker, CancellationToken cancellation)
    {
        // Most contents are a file's first: tried without looking.
        MarkerRow? present = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var marker = present is null
                    ? new TableTransactionAction(TableTransactionActionType.Add, withMarker[0])
                    : new TableTransactionAction(TableTransactionActionType.UpdateReplace, withMarker[0], present.Version);
                var rest = withMarker.Skip(1)
                    .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
                await values.SubmitTransactionAsync(rest.Prepend(marker), cancellation);
                return true;
            }
            catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412 && attempt < Tries)
            {
                present = await Present(partition, cancellation);
                if (present?.Content == content)
                    return true; // Ours: the answer was lost.
                if (present?.Content > content)
                    return false;
            }
        }
    }

    private async Task<MarkerRow?> Present(string partition, CancellationToken cancellation)
    {
        var answer = await values.GetEntityIfExistsAsync<TableEntity>(partition, FigureKeys.Marker(file),
            cancellationToken: cancellation);
        return answer.HasValue ? MarkerRow.Read(answer.Value!) : null;
    }

    private async Task RemoveValues(string partition, Func<int, bool> isUnwanted, CancellationToken cancellation)
    {
        var keys = await values.QueryAsync<TableEntity>($"PartitionKey eq '{partition}'", select: ["RowKey"],
            cancellationToken: cancellation)
            .Select(row => row.RowKey)
            .Where(key => !FigureKeys.IsMarker(key) && FigureKeys.ContentOf(key) is var owner
                && owner.StartsWith(file, StringComparison.Ordinal) && isUnwanted(FigureKeys.NumberOf(owner)))
            .ToListAsync(cancellation);
        await values.DeleteAll(partition, keys, cancellation);
    }
}
