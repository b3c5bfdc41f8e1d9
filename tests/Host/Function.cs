using System.Text.Json;
using System.Text.RegularExpressions;
using Produktreport.Tests.Host.Rpc;

namespace Produktreport.Tests.Host;

/// <summary>A function as the worker describes it: all that the host knows of it.</summary>
internal sealed class Function
{
    public Function(RpcFunctionMetadata metadata)
    {
        Metadata = metadata;
        Trigger = metadata.RawBindings.Select(text => JsonSerializer.Deserialize<JsonElement>(text))
            .Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
    }

    public RpcFunctionMetadata Metadata { get; }

    /// <summary>The binding that makes it run.</summary>
    public JsonElement Trigger { get; }

    public string Name => Metadata.Name;

    public string Id => Metadata.FunctionId;

    /// <summary>Such as <c>blobTrigger</c>.</summary>
    public string TriggerType => Text("type");

    /// <summary>The parameter that takes the event.</summary>
    public string Parameter => Text("name");

    public string Connection => Text("connection");

    public string Route => Text("route");

    /// <summary>In capitals.</summary>
    public IEnumerable<string> Methods => Trigger.GetProperty("methods").EnumerateArray()
        .Select(method => method.GetString()!.ToUpperInvariant());

    /// <summary>The parts of a blob's path that the trigger's path names.</summary>
    /// <exception cref="ArgumentException">The trigger does not look there.</exception>
    public IEnumerable<KeyValuePair<string, string>> PartsOf(string path)
    {
        var pattern = Regex.Replace(Regex.Escape(Text("path")), @"\\\{(?<part>\w+)}", "(?<${part}>.+?)",
            RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var match = Regex.Match(path, $"^{pattern}$", RegexOptions.ExplicitCapture | RegexOptions.Singleline,
            TimeSpan.FromSeconds(1));
        return match.Success
            ? match.Groups.Values.Skip(1).Select(part => KeyValuePair.Create(part.Name, part.Value))
            : throw new ArgumentException($"{Name} looks at {Text("path")}, not at {path}.", nameof(path));
    }

    /// <summary>Makes sure that an event of this kind can go to this function, in the form the stand-in knows.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public Function For(string triggerType)
    {
        if (TriggerType != triggerType)
            throw new ArgumentException($"{Name} has a {TriggerType}, no {triggerType}.", nameof(triggerType));
        if (triggerType is "blobTrigger" or "queueTrigger" && !Trigger.TryGetProperty("properties", out _))
            throw new ArgumentException($"{Name} is not bound to a type of the storage library.", nameof(triggerType));
        return this;
    }

    private string Text(string property) => Trigger.GetProperty(property).GetString()!;
}
