using System.Text.Json;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports;

/// <summary>A value that JSON writes as its text.</summary>
internal abstract class TextJson<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(write(value));

    private T Parse(string? text)
    {
        try
        {
            return read(text ?? "");
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }
}

internal sealed class PeriodJson() : TextJson<Period>(period => period.ToString(), PeriodText.Parse);

internal sealed class ProductNumberJson() : TextJson<ProductNumber>(number => number.Text, ProductNumber.Of);

internal sealed class LevelNumberJson() : TextJson<LevelNumber>(number => number.Text, LevelNumber.Of);

internal sealed class FigureIdJson() : TextJson<FigureId>(id => id.Text, FigureId.Of);

internal sealed class DepartmentIdJson() : TextJson<DepartmentId>(id => id.Text, DepartmentId.Of);

/// <summary>Exact decimals as JSON numbers without trailing zeros, so that <c>1,5</c> and <c>1,50</c> make the same report.</summary>
internal sealed class DecimalJson : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value == 0 ? 0m : value / 1.0000000000000000000000000000m);
}
