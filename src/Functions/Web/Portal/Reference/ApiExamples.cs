using Microsoft.OpenApi;
using Produktreport.Functions.Web.Api;

namespace Produktreport.Functions.Web.Portal.Reference;

/// <summary>What the reference page says about the API's description in words: a call to copy, and the type of a field.</summary>
internal static class ApiExamples
{
    private const string Json = "application/json";

    /// <summary>A line for a shell that calls an operation.</summary>
    /// <param name="server">The address of this server.</param>
    /// <param name="path">The operation's path.</param>
    /// <param name="method">Its method.</param>
    /// <param name="operation">The operation.</param>
    public static string Curl(string server, string path, HttpMethod method, OpenApiOperation operation)
    {
        var address = operation.Parameters!.Where(parameter => parameter.In == ParameterLocation.Path)
            .Aggregate(path, (filled, parameter) =>
                filled.Replace($"{{{parameter.Name}}}", ApiParameters.Find(operation.OperationId!, parameter.Name!)?.Example,
                    StringComparison.Ordinal));
        var key = operation.Security!.Count == 0 ? "" : " -H \"Authorization: Bearer ZUGANG\"";
        var body = operation.RequestBody is not { } request ? ""
            : request.Content!.ContainsKey(Json) ? " --json '{\"version\": 1}'"
            : $" -T {address.Split('/')[^1]}";
        var file = method == HttpMethod.Get && operation.Responses!["200"].Content?.ContainsKey(Json) != true ? " -O" : "";
        return $"curl{key}{body}{file} \"{server}{address}\"";
    }

    /// <summary>The name of a schema where it is one of the document's own; null otherwise.</summary>
    public static string? NameOf(IOpenApiSchema? schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id,
        { Type: JsonSchemaType.Array } => NameOf(schema.Items),
        { OneOf: { Count: > 0 } either } => either.Select(NameOf).FirstOrDefault(name => name is not null),
        _ => null,
    };

    /// <summary>What a field holds: <c>ganze Zahl</c>, <c>Text oder null</c>, <c>Liste</c>.</summary>
    public static string TypeOf(IOpenApiSchema schema)
    {
        var type = schema.Type ?? schema.OneOf?.Select(each => each.Type)
            .FirstOrDefault(each => each is not (null or JsonSchemaType.Null)) ?? JsonSchemaType.Object;
        var isNullable = type.HasFlag(JsonSchemaType.Null) || schema.OneOf?.Any(each => each.Type == JsonSchemaType.Null) == true;
        var word = (type & ~JsonSchemaType.Null, schema.Format) switch
        {
            (JsonSchemaType.Boolean, _) => "true oder false",
            (JsonSchemaType.Integer, _) => "ganze Zahl",
            (JsonSchemaType.Number, _) => "Zahl",
            (JsonSchemaType.String, "date") => "Datum",
            (JsonSchemaType.String, "date-time") => "Zeitpunkt",
            (JsonSchemaType.String, "binary") => "Bytes",
            (JsonSchemaType.String, _) => "Text",
            (JsonSchemaType.Array, _) => "Liste",
            _ => "Objekt",
        };
        return isNullable ? word + " oder null" : word;
    }

    /// <summary>Which values a parameter takes, in words; empty where any.</summary>
    public static string ValuesOf(IOpenApiSchema schema)
    {
        var values = schema.Enum is { Count: > 0 } all ? string.Join(", ", all.Select(value => value.ToString()))
            : schema.Minimum is not null ? string.Create(CultureInfo.InvariantCulture, $"{schema.Minimum} bis {schema.Maximum}")
            : "";
        return schema.Default is { } unless ? $"{values}; sonst {unless}" : values;
    }
}
