using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>
/// Reads partitions of <c>Werte</c>. A query comes in pages, between which a delivery may be replaced: a content whose values are
/// not all there is not used, but the partition read again.
/// </summary>
internal sealed class PartitionReader(TableClient values)
{
    private const int Tries = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>The values of every delivery that counts, one list a delivery.</summary>
    /// <exception cref="InvalidDataException">Values are missing and stay so: the tables are damaged.</exception>
    public async Task<IReadOnlyList<List<StoredValue>>> Read(string partition, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var rows = await values.QueryAsync<TableEntity>($"PartitionKey eq '{partition}'", cancellationToken: cancellation)
                .ToListAsync(cancellation);
            if (Deliveries(rows) is { } complete)
                return complete;
            await Task.Delay(Pause * attempt, cancellation);
        }

        throw new InvalidDataException(
            $"Partition '{partition}' lacks values that its markers count. Run the program with --rebuild.");
    }

    /// <summary>The values of all partitions of a year, read in one pass over them.</summary>
    public async Task<List<StoredValue>> ReadYear(int year, CancellationToken cancellation)
    {
        var result = new List<StoredValue>();
        var rows = new List<TableEntity>();
        var filter = $"PartitionKey ge '{year:0000}|' and PartitionKey lt '{year:0000}}}'";
        await foreach (var row in values.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                await Add(rows);
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
            await Add(rows);
        return result;

        async Task Add(List<TableEntity> partition)
        {
            foreach (var delivery in Deliveries(partition) ?? await Read(partition[0].PartitionKey, cancellation))
                result.AddRange(delivery);
        }
    }

    // Null where a content that counts is not whole.
    private static List<List<StoredValue>>? Deliveries(List<TableEntity> rows)
    {
        var markers = rows.Where(row => FigureKeys.IsMarker(row.RowKey)).Select(MarkerRow.Read)
            .ToDictionary(marker => FigureKeys.Content(marker.File, marker.Content),
                marker => (Marker: marker, Values: new List<StoredValue>(marker.Count)));
        foreach (var row in rows.Where(row => !FigureKeys.IsMarker(row.RowKey)))
        {
            if (markers.TryGetValue(FigureKeys.ContentOf(row.RowKey), out var delivery))
                delivery.Values.Add(ValueRow.Read(row, delivery.Marker.Stamp));
        }

        return markers.Values.Any(delivery => delivery.Values.Count != delivery.Marker.Count)
            ? null
            : [.. markers.Values.Select(delivery => delivery.Values)];
    }
}
