using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Produktreport.Functions.Tests.Web;

/// <summary>The description of the API, held against what a county of its own answers: one call releases a report.</summary>
public sealed class OpenApiTests(WebCounty county) : IClassFixture<WebCounty>
{
    private static readonly JsonSerializerOptions Readable = new()
    { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        var described = JsonNode.Parse(await Document())!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        var routes = AuthorisationMatrix.Rows.Where(row => row.Route.StartsWith("/api", StringComparison.Ordinal)
            || row.Route.StartsWith("/health", StringComparison.Ordinal))
            .Select(row => $"{row.Method} {row.Route.Replace("**", "", StringComparison.Ordinal)}").Distinct();
        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryParameter_IsExplainedInGerman_AndWrittenSmall()
    {
        var document = JsonNode.Parse(await Document())!;
        var parameters = Operations(document)
            .SelectMany(operation => operation["parameters"]!.AsArray().Where(parameter => parameter!["name"] is not null)
            .Select(parameter => (Id: Id(operation), Parameter: parameter!))).ToList();
        Assert.True(parameters.Count > 30, $"{parameters.Count} parameters");
        Assert.All(parameters, each =>
            Assert.False(string.IsNullOrEmpty((string?)each.Parameter["description"]), $"{each.Id}: {each.Parameter["name"]}"));
        Assert.All(parameters.Where(each => (string?)each.Parameter["in"] != "header"),
            each => Assert.True(char.IsLower(((string)each.Parameter["name"]!)[0])));
    }

    [Fact]
    public async Task EveryFormAndField_IsExplainedInGerman()
    {
        var forms = JsonNode.Parse(await Document())!["components"]!["schemas"]!.AsObject();
        var fields = forms.SelectMany(form => form.Value!["properties"]?.AsObject()
            .Select(field => (Name: $"{form.Key}.{field.Key}", Node: field.Value!)) ?? []).ToList();
        Assert.True(fields.Count > 150, $"{fields.Count} fields");
        Assert.All(fields.Concat(forms.Select(form => (Name: form.Key, Node: form.Value!))), each =>
        {
            var told = each.Node["oneOf"]?.AsArray().FirstOrDefault(part => part!["$ref"] is not null) ?? each.Node;
            Assert.False(string.IsNullOrEmpty((string?)told["description"]), each.Name);
            Assert.DoesNotMatch("(?i)\\b(the|of|its|and|or|where|who|which)\\b", (string)told["description"]!);
        });
    }

    [Fact]
    public async Task EveryOperation_HasAnIdOfItsOwn()
    {
        var ids = Operations(JsonNode.Parse(await Document())!).Select(Id).ToList();
        Assert.Equal(ids, ids.Distinct());
    }

    [Fact]
    public async Task EveryOperation_IsExercisedWithSuccessAndWithAnError()
    {
        var succeeding = ApiCalls.All.Where(call => call.Status < 400).Select(call => call.Operation)
            .Concat(ApiCalls.WithQueueOnly);
        var failing = ApiCalls.All.Where(call => call.Status >= 400).Select(call => call.Operation);
        Assert.Equal(
            Operations(JsonNode.Parse(await Document())!).Select(Id).Order(StringComparer.Ordinal),
            succeeding.Intersect(failing).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task TheReferencePage_ShowsACallAndTheFormOfEveryOperation()
    {
        using var client = county.As("ohne");
        var page = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("/schnittstelle", Cancellation));
        Assert.Contains(
            "curl -H \"Authorization: Bearer ZUGANG\" -T 2026-q3.csv "
            + $"\"{county.Address}api/v1/eingang/buero-landrat/2026-q3.csv\"", page, StringComparison.Ordinal);
        Assert.Contains($"--json '{{\"version\": 1}}' \"{county.Address}api/v1/berichte/2026-Q3/1111/freigabe\"", page,
            StringComparison.Ordinal);
        Assert.Contains($"curl \"{county.Address}health/live\"", page, StringComparison.Ordinal);
        Assert.Contains("Einträge je Seite. (1 bis 500; sonst 100)", page, StringComparison.Ordinal);
        var document = JsonNode.Parse(await Document())!;
        Assert.All(Operations(document).Select(Id).Where(id => !id.EndsWith("Kopf", StringComparison.Ordinal)),
            id => Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal));
        Assert.All(document["components"]!["schemas"]!.AsObject()
            .Where(schema => schema.Value!["properties"] is not null), schema =>
            Assert.Contains($"id=\"form-{schema.Key}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain("{amt}\"", page, StringComparison.Ordinal);
    }

    public static TheoryData<string, int, string> Calls =>
        [.. ApiCalls.All.Select(call => (call.Operation, call.Status, call.Address))];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task EveryOperation_AnswersAsDescribed(string operation, int status, string address)
    {
        var call = ApiCalls.All.Single(call => (call.Operation, call.Status, call.Address) == (operation, status, address));
        if (status == 429)
        {
            await using var busy = await BusyCounty.Start();
            using var client = WebCounty.ClientOf(busy.Address, key: null);
            (await client.GetAsync("/health/live", Cancellation)).Dispose();
            await Check(client, call);
        }
        else
        {
            using var client = county.As(call.Role);
            await Check(client, call);
        }
    }

    private async Task Check(HttpClient client, ApiCall call)
    {
        if (call.Before is { } before)
            await Check(client, before);
        var document = JsonNode.Parse(await Document())!;
        using var request = call.Request();
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(call.Status, (int)answer.StatusCode);

        var described = Operations(document)
            .Single(operation =>
            Id(operation) == call.Operation)["responses"]![call.Status.ToString(
            System.Globalization.CultureInfo.InvariantCulture)];
        Assert.True(described is not null, $"{call.Status} is not described");
        Assert.All(described["headers"]?.AsObject() ?? [], header => Assert.True(
            answer.Headers.Concat(answer.Content.Headers).Any(sent => sent.Key == header.Key),
            $"{header.Key} is described, but not sent"));
        if (request.Method == HttpMethod.Head)
            return;
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        var type = body.Length == 0 ? null : answer.Content.Headers.ContentType?.MediaType;
        Assert.Equal(described["content"] is null, type is null);
        Assert.True(type is null || described["content"]!.AsObject().ContainsKey(type), $"{type} is not described");
        if (type?.EndsWith("json", StringComparison.Ordinal) == true)
            Assert.Equal([], await Faults(document, described["content"]![type]!["schema"]!, body));
    }

    /// <summary>
    /// Where a text does not match a schema of the document. What an object of ours has and the schema does not is a fault as
    /// well.
    /// </summary>
    private static async Task<IEnumerable<string>> Faults(JsonNode document, JsonNode schema, string text)
    {
        var definitions = document["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var (name, definition) in definitions.Where(each => each.Value!["properties"] is not null
            && each.Key != "ProblemDetails"))
            definition!["additionalProperties"] = false;
        var whole = new JsonObject { ["definitions"] = definitions, ["oneOf"] = new JsonArray(schema.DeepClone()) };
        var json = whole.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return (await JsonSchema.FromJsonAsync(json, Cancellation)).Validate(text).Select(fault => fault.ToString());
    }

    private static IEnumerable<JsonNode> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!);

    private static string Id(JsonNode operation) => operation["operationId"]!.GetValue<string>();

    private async Task<string> Document()
    {
        using var client = county.As("ohne");
        return await client.GetStringAsync("/openapi/v1.json", Cancellation);
    }
}
