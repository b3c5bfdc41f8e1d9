using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>The rows of the table <c>Lieferungen</c>: one a file, and the years that have any value.</summary>
internal sealed class DeliveryTable(TableClient table)
{
    public const string Name = "Lieferungen";
    public const string YearPartition = "jahr";

    private readonly ConcurrentDictionary<int, bool> knownYears = new();

    public TableClient Table => table;

    /// <summary>The row of a file; a new one where there is none.</summary>
    public async Task<DeliveryRow> Find(string path, CancellationToken cancellation)
    {
        var answer = await table.GetEntityIfExistsAsync<TableEntity>(DeliveryRow.Partition, FigureKeys.File(path),
            cancellationToken: cancellation);
        return answer.HasValue ? DeliveryRow.Read(answer.Value!) : new DeliveryRow { Path = path };
    }

    public async Task<List<DeliveryRow>> All(CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>($"PartitionKey eq '{DeliveryRow.Partition}'", cancellationToken: cancellation)
            .Select(DeliveryRow.Read).ToListAsync(cancellation);

    /// <summary>
    /// Writes a row over the version it was read as, and gives its new one; null where it is no longer as it was read.
    /// </summary>
    public async Task<ETag?> Save(DeliveryRow row, CancellationToken cancellation)
    {
        try
        {
            var answer = row.Version == default
                ? await table.AddEntityAsync(row.Write(), cancellation)
                : await table.UpdateEntityAsync(row.Write(), row.Version, TableUpdateMode.Replace, cancellation);
            return answer.Headers.ETag;
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Notes years before their first value is written, so that readers know which partitions there can be.</summary>
    public async Task AddYears(IEnumerable<int> years, CancellationToken cancellation)
    {
        foreach (var year in years.Where(year => !knownYears.ContainsKey(year)))
        {
            await table.UpsertEntityAsync(new TableEntity(YearPartition, $"{year:0000}"), TableUpdateMode.Replace, cancellation);
            knownYears[year] = true;
        }
    }

    public async Task<List<int>> Years(CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>($"PartitionKey eq '{YearPartition}'", select: ["PartitionKey", "RowKey"],
            cancellationToken: cancellation)
            .Select(row => FigureKeys.YearOf(row.RowKey)).ToListAsync(cancellation);
}
