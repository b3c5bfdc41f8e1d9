using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>The description of events in <c>docs/ereignisse/asyncapi.yaml</c>, to hold events against.</summary>
internal static class EventDescription
{
    private const string InDescription = "#/components/schemas/";

    private static readonly Dictionary<string, JsonSchema> Payloads = Read();

    /// <summary>The kinds of events that are described.</summary>
    public static IReadOnlyCollection<string> Kinds => Payloads.Keys;

    /// <summary>Where an event is not as described.</summary>
    public static IEnumerable<string> Contradictions(string body)
    {
        var kind = (string)JsonNode.Parse(body)!["type"]!;
        return Payloads.TryGetValue(kind, out var payload)
            ? payload.Validate(body).Select(fault => fault.ToString())
            : [$"{kind} is not described."];
    }

    private static Dictionary<string, JsonSchema> Read()
    {
        var stream = new YamlStream();
        using (var text = File.OpenText(Repository.At("docs", "ereignisse", "asyncapi.yaml")))
            stream.Load(text);
        var document = JsonOf(stream.Documents[0].RootNode)!;
        var messages = document["components"]!["messages"]!.AsObject();
        return document["channels"]!["ziel"]!["messages"]!.AsObject().ToDictionary(
            message => message.Key,
            message =>
            {
                var payload = messages[((string)message.Value!["$ref"]!).Split('/')[^1]]!["payload"]!.DeepClone().AsObject();
                payload["definitions"] = document["components"]!["schemas"]!.DeepClone();
                return JsonSchema.FromJsonAsync(payload.ToJsonString()).GetAwaiter().GetResult();
            },
            StringComparer.Ordinal);
    }

    private static JsonNode? JsonOf(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => Member((string)pair.Key!, JsonOf(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(JsonOf)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar
            when int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => ((string)node!).Replace(InDescription, "#/definitions/", StringComparison.Ordinal),
    };

    // The validator knows no single values, but lists of them.
    private static KeyValuePair<string, JsonNode?> Member(string name, JsonNode? value) =>
        name == "const" ? new("enum", new JsonArray(value)) : new(name, value);
}
