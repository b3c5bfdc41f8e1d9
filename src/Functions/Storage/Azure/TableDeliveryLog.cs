using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>The delivery log in a partition of its own of the table <c>Lieferungen</c>.</summary>
internal sealed class TableDeliveryLog : IDeliveryLog, IDisposable
{
    private const string Partition = "urteil";

    private readonly TableClient table;
    private readonly Preparation prepared;

    /// <summary>The log of an account.</summary>
    public TableDeliveryLog(StorageAccount account)
    {
        table = account.Tables.GetTableClient(DeliveryTable.Name);
        prepared = new Preparation(cancellation => table.CreateIfNotExistsAsync(cancellation));
    }

    public async Task Enter(Judgement judgement, CancellationToken cancellation = default)
    {
        await prepared.Ensure(cancellation);
        var entity = MarkerRow.WriteStamp(new TableEntity(Partition, FigureKeys.File(judgement.Stamp.File)), judgement.Stamp);
        entity["Fassung"] = judgement.Version;
        entity["Angenommen"] = judgement.IsAccepted;
        entity["Grundlage"] = judgement.Basis;
        entity["Ueberholt"] = judgement.IsOvertaken;
        entity["Zurueckgezogen"] = judgement.IsWithdrawn;
        await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
    }

    public async Task Remove(string file, CancellationToken cancellation = default)
    {
        await prepared.Ensure(cancellation);
        await table.DeleteEntityAsync(Partition, FigureKeys.File(file), cancellationToken: cancellation);
    }

    public async Task<Judgement?> Find(string file, CancellationToken cancellation = default)
    {
        await prepared.Ensure(cancellation);
        var answer = await table.GetEntityIfExistsAsync<TableEntity>(Partition, FigureKeys.File(file),
            cancellationToken: cancellation);
        return answer.HasValue ? Read(answer.Value!) : null;
    }

    public async Task<ImmutableArray<Judgement>> List(CancellationToken cancellation = default)
    {
        await prepared.Ensure(cancellation);
        var rows = await table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'", cancellationToken: cancellation)
            .ToListAsync(cancellation);
        return [.. rows.Select(Read)];
    }

    public void Dispose() => prepared.Dispose();

    private static Judgement Read(TableEntity entity) => new(
        MarkerRow.ReadStamp(entity) ?? new DeliveryStamp(entity.GetString("Datei"), default, "", DateTimeOffset.UnixEpoch),
        entity.GetString("Fassung"),
        entity.GetBoolean("Angenommen")!.Value,
        entity.GetString("Grundlage"),
        entity.GetBoolean("Ueberholt") ?? false)
    {
        IsWithdrawn = entity.GetBoolean("Zurueckgezogen") ?? false,
    };
}
