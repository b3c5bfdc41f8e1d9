using Azure;
using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>
/// Which content of a file counts in one partition of <c>Werte</c>. Written in the transaction that brings the content's last
/// values, so that all of them become visible at once; readers leave out values no marker names.
/// </summary>
/// <param name="Stamp">The delivery.</param>
/// <param name="Content">The number of its content: higher than that of every content the file had before.</param>
/// <param name="Count">How many values it has in this partition, by which a reader knows that it saw all of them.</param>
/// <param name="Version">The entity's version as read.</param>
internal sealed record MarkerRow(DeliveryStamp Stamp, int Content, int Count, ETag Version)
{
    public string File { get; } = FigureKeys.File(Stamp.File);

    public static TableEntity Write(string partition, string file, DeliveryStamp stamp, int content, int count) =>
        WriteStamp(new TableEntity(partition, FigureKeys.Marker(file)) { ["Inhalt"] = content, ["Anzahl"] = count }, stamp);

    /// <summary>The marker of a content that has nothing in this partition.</summary>
    public static TableEntity WriteEmpty(string partition, string path, int content) =>
        Write(partition, FigureKeys.File(path), new DeliveryStamp(path, default, "", DateTimeOffset.UnixEpoch), content,
            count: 0);

    public static MarkerRow Read(TableEntity entity) =>
        new(ReadStamp(entity)!, entity.GetInt32("Inhalt")!.Value, entity.GetInt32("Anzahl")!.Value, entity.ETag);

    public static TableEntity WriteStamp(TableEntity entity, DeliveryStamp stamp)
    {
        entity["Datei"] = stamp.File;
        entity["Amt"] = stamp.Department.Text;
        entity["Sha256"] = stamp.Sha256;
        entity["Eingegangen"] = stamp.ReceivedAt;
        return entity;
    }

    public static DeliveryStamp? ReadStamp(TableEntity entity)
    {
        if (entity.GetString("Sha256") is not { } hash)
            return null;
        // Empty where the file lay in no department's folder.
        var department = DepartmentId.TryParse(entity.GetString("Amt"), out var id) ? id : default;
        return new DeliveryStamp(entity.GetString("Datei"), department, hash, entity.GetDateTimeOffset("Eingegangen")!.Value);
    }
}
