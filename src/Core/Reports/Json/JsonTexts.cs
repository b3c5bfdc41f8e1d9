using System.Text.Json;
using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;
using CatalogueWords = Produktreport.Core.Catalogues.Reading.Words;

namespace Produktreport.Core.Reports.Json;

/// <summary>A value that JSON writes as its text.</summary>
internal abstract class TextJson<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(write(value));

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

/// <summary>
/// Exact decimals as JSON numbers without trailing zeros, so that <c>1,5</c> and <c>1,50</c> make the same report.
/// </summary>
internal sealed class DecimalJson : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value == 0 ? 0m : GermanFormat.WithoutZeros(value));
}

/// <summary>An enumeration that JSON writes as one of a few German words, fixed by <c>docs/bericht-json.md</c>.</summary>
internal abstract class WordJson<T>(params (T Value, string Word)[] words)
    : TextJson<T>(
        value => words.First(entry => entry.Value.Equals(value)).Word,
        word => words.Where(entry => entry.Word == word).Select(entry => (T?)entry.Value).FirstOrDefault()
            ?? throw new FormatException($"'{word}' is not one of {string.Join(", ", words.Select(entry => entry.Word))}."))
    where T : struct, Enum
{
    protected WordJson(OrderedDictionary<string, T> words)
        : this([.. words.Select(pair => (pair.Value, pair.Key))])
    {
    }
}

internal sealed class StateJson()
    : WordJson<ReportState>([.. Enum.GetValues<ReportState>().Select(state => (state, state.Word()))]);

internal sealed class EditionJson()
    : WordJson<ReportEdition>((ReportEdition.Internal, "intern"), (ReportEdition.Public, "oeffentlich"));

internal sealed class RowTypeJson() : WordJson<RowType>((RowType.BaseFigure, "grundzahl"), (RowType.KeyFigure, "kennzahl"));

internal sealed class LevelKindJson() : WordJson<LevelKind>(
    (LevelKind.Product, "produkt"), (LevelKind.InternalService, "intern"), (LevelKind.ExternalService, "extern"));

internal sealed class StatusJson() : WordJson<Status>([.. Enum.GetValues<Status>().Select(status => (status, status.Word()))]);

internal sealed class DirectionJson() : WordJson<Direction>(CatalogueWords.Directions);

internal sealed class ComparisonJson() : WordJson<Comparison>(CatalogueWords.Comparisons);

internal sealed class ScenarioJson() : WordJson<Scenario>(CatalogueWords.Scenarios);

internal sealed class ForecastBasisJson() : WordJson<ForecastBasis>(
    (ForecastBasis.Delivered, "geliefert"),
    (ForecastBasis.ActualPlusPlan, "ist_plus_plan"),
    (ForecastBasis.ByFormula, "formel"),
    (ForecastBasis.Linear, "linear"));

internal sealed class HierarchyLevelJson() : WordJson<HierarchyLevel>(
    (HierarchyLevel.County, "koerperschaft"),
    (HierarchyLevel.MainArea, "hauptproduktbereich"),
    (HierarchyLevel.Area, "produktbereich"),
    (HierarchyLevel.Group, "produktgruppe"));

internal sealed class RowFieldJson()
    : WordJson<RowField>([.. Enum.GetValues<RowField>().Select(field => (field, RowFieldNames.Of(field)))]);
