using Azure;
using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>
/// A file of the inbox in the table <c>Lieferungen</c>. The row says which of its contents counts. It also says ahead which one
/// is being put in its place, so that whoever comes next can finish or replace a change that broke off.
/// </summary>
internal sealed record DeliveryRow
{
    public const string Partition = "lieferung";

    /// <summary>The path below the inbox.</summary>
    public required string Path { get; init; }

    /// <summary>The delivery that counts; null where none does.</summary>
    public DeliveryStamp? Accepted { get; init; }

    /// <summary>What identifies the content that counts, values included; empty where none does.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The number of the latest content, counting or being written. Every change takes the next.</summary>
    public int Content { get; init; }

    /// <summary>Whether a change has begun that is not finished.</summary>
    public bool IsChanging { get; init; }

    /// <summary>Arrival of the newest content known, counting or being written.</summary>
    public DateTimeOffset? NewestArrival { get; init; }

    /// <summary>All partitions in which values of the file can stand.</summary>
    public IReadOnlyCollection<string> Partitions { get; init; } = [];

    /// <summary>The products the delivery created, as <see cref="CreatedProductText"/> writes them; null where none.</summary>
    public string? CreatedProducts { get; init; }

    /// <summary>The entity's version as read; default for a new one.</summary>
    public ETag Version { get; init; }

    public TableEntity Write()
    {
        var entity = new TableEntity(Partition, FigureKeys.File(Path))
        {
            ["Inhalt"] = Content,
            ["Status"] = Accepted is null ? "zurueckgezogen" : "angenommen",
            ["InArbeit"] = IsChanging,
            ["Fingerabdruck"] = Fingerprint,
        };
        if (Accepted is not null)
            MarkerRow.WriteStamp(entity, Accepted);
        entity["Datei"] = Path;
        entity["NeuesterEingang"] = NewestArrival;
        entity.Put("Teile", string.Join('\n', Partitions));
        entity.PutPacked("Angelegt", CreatedProducts);
        return entity;
    }

    public static DeliveryRow Read(TableEntity entity) => new()
    {
        Path = entity.GetString("Datei"),
        Accepted = MarkerRow.ReadStamp(entity),
        Fingerprint = entity.GetString("Fingerabdruck"),
        Content = entity.GetInt32("Inhalt")!.Value,
        IsChanging = entity.GetBoolean("InArbeit")!.Value,
        NewestArrival = entity.GetDateTimeOffset("NeuesterEingang"),
        Partitions = entity.Text("Teile")!.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        CreatedProducts = entity.PackedText("Angelegt"),
        Version = entity.ETag,
    };
}
