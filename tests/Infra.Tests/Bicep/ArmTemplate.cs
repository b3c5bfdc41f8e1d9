using System.Text.Json.Nodes;
using Produktreport.Infra.Tests.Bicep;

[assembly: AssemblyFixture(typeof(ArmTemplate))]

namespace Produktreport.Infra.Tests.Bicep;

/// <summary>
/// A compiled template with the templates of its modules; compiled once a test run, shared by the tests that read it.
/// </summary>
public sealed class ArmTemplate : IAsyncLifetime
{
    /// <summary>The compiled main template.</summary>
    public JsonObject Main { get; private set; } = [];

    /// <summary>The template of the second step.</summary>
    public JsonObject Events { get; private set; } = [];

    /// <summary>The template that says what a pipeline may do.</summary>
    public JsonObject Pipeline { get; private set; } = [];

    /// <summary>
    /// All resources of the main template and its modules, existing ones excluded, and those of the second step.
    /// </summary>
    internal IReadOnlyList<ArmResource> Resources { get; private set; } = [];

    /// <summary>What the compiler answered for all files.</summary>
    internal Compilation Compilation { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Compilation = await BicepCompiler.CompileAll(Repository.At("infra"));
        Main = Compilation.Results["main"];
        Events = Compilation.Results["events"];
        Pipeline = Compilation.Results["pipeline"];
        Resources = [.. ResourcesOf(Main, "main"), .. ResourcesOf(Events, "events")];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The resources of a type; never none, so that no test passes because it looks at nothing.</summary>
    internal IReadOnlyList<ArmResource> OfType(string type)
    {
        var found = Resources.Where(resource => resource.Type == type).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    /// <summary>The template of the module a resource belongs to.</summary>
    internal JsonObject Module(string name) => name switch
    {
        "main" => Main,
        "events" => Events,
        _ => ResourceNodes(Main).Single(resource => resource.Name == name).Node["properties"]!["template"]!.AsObject(),
    };

    private static IEnumerable<ArmResource> ResourcesOf(JsonObject template, string module)
    {
        foreach (var (name, node) in ResourceNodes(template))
        {
            if (node["existing"]?.GetValue<bool>() == true)
                continue;
            if (node["type"]!.GetValue<string>() != "Microsoft.Resources/deployments")
                yield return new ArmResource(module, name, node);
            else
                foreach (var inner in ResourcesOf(node["properties"]!["template"]!.AsObject(), name))
                    yield return inner;
        }
    }

    // With symbolic names resources are an object, without an array.
    private static IEnumerable<(string Name, JsonObject Node)> ResourceNodes(JsonObject template) => template["resources"] switch
    {
        JsonObject named => named.Select(pair => (pair.Key, pair.Value!.AsObject())),
        JsonArray listed => listed.Select(node => (node!["name"]!.GetValue<string>(), node.AsObject())),
        _ => [],
    };
}

/// <summary>A resource of a compiled template.</summary>
/// <param name="Module">The module's symbolic name, or <c>main</c>, <c>events</c>.</param>
/// <param name="Name">Its symbolic name.</param>
/// <param name="Node">The resource.</param>
internal sealed record ArmResource(string Module, string Name, JsonObject Node)
{
    public string Type => Node["type"]!.GetValue<string>();

    public JsonObject Properties => Node["properties"]!.AsObject();

    /// <summary>A property by its path, or null.</summary>
    public JsonNode? At(string path)
    {
        JsonNode? node = Node;
        foreach (var part in path.Split('.'))
            node = node is JsonObject parent ? parent[part] : null;
        return node;
    }

    public override string ToString() => $"{Module}/{Name} ({Type})";
}
