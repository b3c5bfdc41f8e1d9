using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Produktreport.Functions.Tests.Web;

[Collection(SharedCounty.Name)]
public sealed class OpenApiTests(WebCounty county)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A value for each parameter in a path, by operation where it differs.
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["periode"] = "2025-Q1",
        ["name"] = "1111",
        ["ebene"] = "1111",
        ["id"] = "ergebnis",
        ["amt"] = "buero-landrat",
        ["datei"] = "2025-ist.csv",
        ["berichtHerunterladen.datei"] = "1111.json",
        ["lieferungHochladen.datei"] = "schema.csv",
        ["vorlageHerunterladen.datei"] = "2025-Q2.csv",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheDocument_IsTheApprovedOne()
    {
        var document = JsonNode.Parse(await Document())!.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        Approved.Text(Repository.At("docs", "openapi.v1.json"), document);
    }

    [Fact]
    public async Task EveryRouteOfTheApi_IsDescribed()
    {
        var described = JsonNode.Parse(await Document())!["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        var routes = AuthorisationMatrix.Rows.Where(row => row.Route.StartsWith("/api", StringComparison.Ordinal) || row.Route.StartsWith("/health", StringComparison.Ordinal))
            .Select(row => $"{row.Method} {row.Route.Replace("**", "", StringComparison.Ordinal)}").Distinct();
        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryOperation_AnswersAsDescribed()
    {
        var document = JsonNode.Parse(await Document())!;
        using var client = county.As("controlling");
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
                await Exercise(client, document, path, method, operation!);
        }
    }

    private static async Task Exercise(HttpClient client, JsonNode document, string path, string method, JsonNode operation)
    {
        var id = operation["operationId"]!.GetValue<string>();
        var address = string.Concat(path.Split('{', '}').Select((part, index) => index % 2 == 0 ? part : Values.GetValueOrDefault($"{id}.{part}") ?? Values[part]));
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address);
        if (method == "put")
            request.Content = new StringContent("Produkt;Grundzahl;Periode;Wert\n1111;Erträge;Q3/2025;1\n", Encoding.UTF8, "text/csv");
        if (method == "post")
            request.Content = new StringContent("""{"version":99}""", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, Cancellation);

        var described = operation["responses"]![((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)];
        Assert.True(described is not null, $"{id}: {answer.StatusCode} is not described");
        if (method == "head")
            return;
        var type = answer.Content.Headers.ContentType?.MediaType;
        Assert.True(described["content"] is null || described["content"]!.AsObject().ContainsKey(type!), $"{id}: {type} is not described");
        if (type == "application/json" && described["content"]?[type]?["schema"] is { } schema)
            Matches(document, schema, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation)), id);
    }

    private static void Matches(JsonNode document, JsonNode schema, JsonNode? value, string where)
    {
        schema = schema["$ref"] is { } reference ? document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]! : schema;
        if (value is JsonArray array && schema["items"] is { } items)
        {
            foreach (var (entry, index) in array.Select((entry, index) => (entry, index)))
                Matches(document, items, entry, $"{where}[{index}]");
        }
        else if (value is JsonObject sent && schema["properties"] is JsonObject properties)
        {
            Assert.True(properties.Count > 0, where);
            foreach (var (name, property) in sent)
            {
                Assert.True(properties.ContainsKey(name), $"{where}.{name} is not described");
                Matches(document, properties[name]!, property, $"{where}.{name}");
            }

            foreach (var required in schema["required"]?.AsArray() ?? [])
                Assert.True(sent.ContainsKey(required!.GetValue<string>()), $"{where}.{required} is missing");
        }
    }

    private async Task<string> Document()
    {
        using var client = county.As("ohne");
        return await client.GetStringAsync("/openapi/v1.json", Cancellation);
    }
}
