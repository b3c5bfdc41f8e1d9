using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>
/// JSON Schemas (2020-12) of the three kinds of catalogue file, written from the tables the reader checks against: editors
/// complete keys and explain them in German. What spans several keys or files only the reader can check.
/// </summary>
public static class CatalogueSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The schemas by file name: <c>rahmen</c>, <c>produkt</c> and <c>profil.schema.json</c>.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["rahmen.schema.json"] = Write("Rahmen eines Katalogjahrs (rahmen.yaml)", CatalogueFormat.Frame),
        ["produkt.schema.json"] = Write("Produkt (produkte/{nummer}.yaml)", CatalogueFormat.Product),
        ["profil.schema.json"] = Write("Importprofil (profile/{name}.yaml)", CatalogueFormat.Profile),
    };

    private static string Write(string title, Shape.Map shape)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in Of(shape).ToList())
            schema[key] = value?.DeepClone();
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Of(Shape shape) => shape switch
    {
        Shape.Map map => Map(map),
        Shape.List list => List(list),
        Shape.Columns =>
            new JsonObject
            {
                ["type"] = "object",
                ["minProperties"] = 1,
                ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(Pattern(), Patterns()) }
            },
        Shape.TextOrMap { MayBeList: true } any => new JsonObject
        {
            ["anyOf"] = new JsonArray(Of(any.Short), Of(new Shape.List(any.Short, 1)), Of(any.Long)),
        },
        Shape.TextOrMap either => new JsonObject { ["anyOf"] = new JsonArray(Of(either.Short), Of(either.Long)) },
        Shape.WholeOrWord either =>
            new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    Of(either.Bounds), Of(either.Several), new JsonObject { ["const"] = either.Word })
            },
        Shape.Text text => Text(text),
        Shape.Form form => new JsonObject { ["type"] = "string", ["pattern"] = form.Of.Pattern },
        Shape.FormulaText => new JsonObject { ["type"] = new JsonArray("string", "number") },
        Shape.Number number => Bounds(new JsonObject { ["type"] = "number" }, number.Minimum, number.Maximum),
        Shape.Whole whole => Bounds(new JsonObject { ["type"] = "integer" }, whole.Minimum, whole.Maximum),
        Shape.Date => new JsonObject { ["type"] = "string", ["format"] = "date", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        Shape.Flag => new JsonObject { ["type"] = "boolean" },
        Shape.Choice choice =>
            new JsonObject { ["enum"] = new JsonArray([.. choice.Words.Select(word => JsonValue.Create(word))]) },
        Shape.AllOrNumbers =>
            new JsonObject
            {
                ["anyOf"] = new JsonArray(
                new JsonObject { ["const"] = "alle" }, Of(new Shape.List(new Shape.Form(TextForms.Number))))
            },
        _ => throw new InvalidOperationException($"Unknown shape {shape}."),
    };

    private static JsonObject Pattern() => new() { ["type"] = "string", ["maxLength"] = 300 };

    private static JsonObject Patterns() =>
        new() { ["type"] = "array", ["items"] = Pattern(), ["minItems"] = 1, ["maxItems"] = Shape.List.Longest };

    private static JsonObject Map(Shape.Map map)
    {
        var properties = new JsonObject();
        foreach (var key in map.Keys)
            properties[key.Name] = Property(key);
        var required = map.Keys.Where(key => key.IsRequired).Select(key => (JsonNode?)JsonValue.Create(key.Name)).ToArray();
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        schema["additionalProperties"] = false;
        return schema;
    }

    /// <summary>A key that is not required may stand there without a value.</summary>
    private static JsonObject Property(Key key)
    {
        var property = new JsonObject { ["description"] = key.Description };
        if (key.IsRequired)
        {
            foreach (var (name, value) in Of(key.Shape).ToList())
                property[name] = value?.DeepClone();
        }
        else
        {
            property["anyOf"] = new JsonArray(Of(key.Shape), new JsonObject { ["type"] = "null" });
        }

        return property;
    }

    private static JsonObject List(Shape.List list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
        if (list.Minimum > 0)
            schema["minItems"] = list.Minimum;
        schema["maxItems"] = list.Maximum;
        return schema;
    }

    private static JsonObject Text(Shape.Text text)
    {
        var schema = new JsonObject { ["type"] = "string", ["maxLength"] = text.MaximumLength };
        if (!text.MayBeEmpty)
            schema["pattern"] = "\\S";
        return schema;
    }

    private static JsonObject Bounds(JsonObject schema, decimal? minimum, decimal? maximum)
    {
        if (minimum is { } low)
            schema["minimum"] = low;
        if (maximum is { } high)
            schema["maximum"] = high;
        return schema;
    }
}
