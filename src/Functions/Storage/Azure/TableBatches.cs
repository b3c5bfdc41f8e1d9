using Azure;
using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>Entities of one partition in as few transactions as the service takes: 100 entities, 4 MiB.</summary>
internal static class TableBatches
{
    public const int MostEntities = 100;

    // Of the request's text; what we count is an upper bound, the rest is left for headers.
    private const int MostBytes = 3_900_000;
    private const int FixedBytes = 1_000;
    private const int BytesPerCharacter = 6; // "\u00FC"

    /// <summary>The entities in order, in groups that fit a transaction with room for one small entity more.</summary>
    public static IEnumerable<List<TableEntity>> Of(IEnumerable<TableEntity> entities)
    {
        var batch = new List<TableEntity>();
        var bytes = 0;
        foreach (var entity in entities)
        {
            var size = Size(entity);
            if (batch.Count > 0 && (batch.Count == MostEntities || bytes + size > MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(entity);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    public static Task Put(this TableClient table, IEnumerable<TableEntity> batch, CancellationToken cancellation) =>
        table.SubmitTransactionAsync(
            batch.Select(entity => new TableTransactionAction(TableTransactionActionType.UpsertReplace, entity)), cancellation);

    /// <summary>Deletes rows of one partition; no error where another process was faster.</summary>
    public static async Task DeleteAll(this TableClient table, string partition, IEnumerable<string> rowKeys,
        CancellationToken cancellation)
    {
        foreach (var chunk in rowKeys.Chunk(MostEntities))
        {
            try
            {
                await table.SubmitTransactionAsync(
                    chunk.Select(key =>
                        new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)),
                    cancellation);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                foreach (var key in chunk)
                    await table.DeleteEntityAsync(partition, key, ETag.All, cancellation);
            }
        }
    }

    private static int Size(TableEntity entity) =>
        FixedBytes + entity.Select(property => property.Value).OfType<string>().Sum(text => text.Length * BytesPerCharacter);
}
