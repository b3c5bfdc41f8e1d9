using Azure.Data.Tables;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>
/// A delivered value as an entity of the table <c>Werte</c>. The delivery itself stands in the file's <see cref="MarkerRow"/>.
/// </summary>
internal static class ValueRow
{
    public static TableEntity Write(string partition, DeliveredValue value, DateTimeOffset receivedAt, string file, int content)
    {
        var entity = new TableEntity(partition, FigureKeys.Value(value, receivedAt, file, content))
        {
            ["Zeile"] = value.Cell.Line,
            ["Spalte"] = value.Cell.Column,
        };
        // Exact: a Double would round, and the trailing zeros of 1.10 are part of the value.
        entity.Put("Wert", value.Value?.ToString(CultureInfo.InvariantCulture));
        entity.Put("Text", value.Cell.Text);
        entity.Put("Regel", value.Cell.Rule);
        entity.Put("Blatt", value.Cell.Sheet);
        entity.Put("Bemerkung", value.Remark);
        entity.Put("Korrekturgrund", value.Reason);
        if (value.IsCumulative)
            entity["Kumuliert"] = true;
        return entity;
    }

    public static StoredValue Read(TableEntity entity, DeliveryStamp stamp)
    {
        var cell = FigureKeys.CellOf(entity.PartitionKey, entity.RowKey);
        var reference = new CellReference(
            entity.GetInt32("Zeile")!.Value, entity.GetString("Spalte"), entity.Text("Text")!, entity.Text("Regel"),
            entity.Text("Blatt"));
        var number = entity.Text("Wert") is { } text
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : (decimal?)null;
        return new StoredValue(
            new DeliveredValue(
                cell.Address, cell.Period, cell.Scenario, number, entity.GetBoolean("Kumuliert") ?? false, reference,
                entity.Text("Bemerkung"), entity.Text("Korrekturgrund")),
            stamp);
    }
}
