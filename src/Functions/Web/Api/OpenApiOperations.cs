using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Produktreport.Core.Reports;

namespace Produktreport.Functions.Web.Api;

/// <summary>
/// Completes what the framework reads off the routes: names and values of parameters, headers, errors every route can have, who
/// needs a key.
/// </summary>
internal static class OpenApiOperations
{
    private const string AcceptLanguage = "sprache";

    /// <summary>Completes one operation.</summary>
    public static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context,
        CancellationToken cancellation)
    {
        var (method, marks, document) = (context.Description.HttpMethod!, context.Description.ActionDescriptor.EndpointMetadata,
            context.Document!);
        NameParameters(operation);
        // Whoever asks too often is turned away everywhere.
        operation.Responses!["429"] = Problem(document);
        if (marks.OfType<ResumableAttribute>().Any())
            AddPartsAndVersions(operation);
        foreach (var (status, response) in operation.Responses)
            Complete((OpenApiResponse)response, status, marks);
        operation.Parameters = [.. operation.Parameters ?? [], new OpenApiParameterReference(AcceptLanguage, document)];
        operation.Security = SecurityOf(AccessTable.Find(method, marks.OfType<IRouteDiagnosticsMetadata>().Single().Route)!.Who,
            document);
        // Every operation has an id of its own; what HEAD answers has no body.
        if (HttpMethods.IsHead(method))
        {
            operation.OperationId += "Kopf";
            foreach (var response in operation.Responses.Values.Cast<OpenApiResponse>())
                response.Content = null;
        }

        return Task.CompletedTask;
    }

    /// <summary>The parameters that every operation refers to.</summary>
    public static IDictionary<string, IOpenApiParameter> Shared { get; } = new Dictionary<string, IOpenApiParameter>(
        StringComparer.Ordinal)
    {
        [AcceptLanguage] = Header("Accept-Language", "Die Sprache von Fehlern: Deutsch, oder Englisch, wo es bevorzugt wird.",
            "de"),
    };

    // They are bound whatever their case.
    private static void NameParameters(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            ApiParameters.Find(operation.OperationId!, parameter.Name)?.Describe(parameter);
        }
    }

    private static OpenApiResponse Problem(OpenApiDocument document) => new()
    {
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) },
        },
    };

    private static void AddPartsAndVersions(OpenApiOperation operation) => operation.Parameters =
    [
        .. operation.Parameters ?? [],
        Header("Range", "Nur ein Teil der Datei; die Antwort ist dann 206.", "bytes=0-1023"),
        Header("If-None-Match", "Das ETag einer Fassung, die schon da ist; ist sie noch aktuell, ist die Antwort 304.",
            "\"1c0f\""),
        Header("If-Modified-Since", "Der Zeitpunkt einer Fassung, die schon da ist, ebenso.", "Thu, 01 Oct 2026 08:00:00 GMT"),
    ];

    private static void Complete(OpenApiResponse response, string status, IEnumerable<object> marks)
    {
        var code = int.Parse(status, CultureInfo.InvariantCulture);
        response.Description = Words(code);
        // Of the forms one route answers in, only the others are bytes for which there is no schema.
        if (response.Content is { } content && content.TryGetValue("application/json", out var json))
            json.Schema = SchemaBeside(content.Keys) ?? json.Schema;
        response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        foreach (var (name, meaning) in HeadersOf(code, marks))
            response.Headers[name] = new OpenApiHeader { Description = meaning, Schema = Text() };
    }

    private static OpenApiSchema? SchemaBeside(ICollection<string> forms)
    {
        const string Described = "beschrieben in docs/bericht-json.md.";
        if (forms.Contains("application/pdf"))
            return new() { Type = JsonSchemaType.Object, Description = "Die Daten des Berichts, " + Described };
        return !forms.Contains(ReportTableXlsx.MediaType) ? null : new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "Eine Zeile der Tabelle je Eintrag, " + Described,
            Items = new OpenApiSchema { Type = JsonSchemaType.Object },
        };
    }

    private static IEnumerable<(string Name, string Meaning)> HeadersOf(int status, IEnumerable<object> marks)
    {
        if (status is 429 || (status is 503 && marks.OfType<BusyAttribute>().Any()))
            yield return ("Retry-After", "Nach wie vielen Sekunden es wieder versucht werden kann.");
        if (status is 200 or 201 or 422 && marks.OfType<StoresAttribute>().Any())
            yield return ("Location", "Die Adresse der Quittung.");
        if (status is not (200 or 206 or 304) || !marks.OfType<ResumableAttribute>().Any())
            yield break;
        yield return ("ETag", "Die Fassung der Datei.");
        yield return ("Last-Modified", "Seit wann es diese Fassung gibt.");
        if (status is 206)
            yield return ("Content-Range", "Welcher Teil der Datei es ist.");
    }

    private static string Words(int status) => status switch
    {
        200 => "In Ordnung",
        201 => "Angelegt",
        204 => "Erledigt",
        206 => "Ein Teil der Datei",
        304 => "Unverändert, ohne Inhalt",
        409 => "Widerspricht dem, was da ist",
        416 => "Der verlangte Teil liegt außerhalb der Datei",
        422 => "Gespeichert, aber abgelehnt",
        503 => "Zurzeit nicht möglich",
        _ => Problems.OfStatus(status).German.Title,
    };

    // Empty = nobody needs a key; an empty requirement beside the key = without one where the county publishes.
    private static List<OpenApiSecurityRequirement> SecurityOf(Who who, OpenApiDocument document) => who switch
    {
        Who.Everybody => [],
        Who.ReadersOfReports => [OpenApiSetup.KeyRequirement(document), []],
        _ => [OpenApiSetup.KeyRequirement(document)],
    };

    private static OpenApiParameter Header(string name, string meaning, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = meaning,
        Schema = Text(),
        Example = JsonValue.Create(example),
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}

/// <summary>Marks a route whose answer knows its version and is sent in parts.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ResumableAttribute : Attribute;

/// <summary>Marks a route that stores a file and names the address of its receipt.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StoresAttribute : Attribute;

/// <summary>Marks a route that turns callers away while it is busy, and says when to come back.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BusyAttribute : Attribute;
