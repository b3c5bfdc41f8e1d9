// Writes the software bill of materials of a published program as SPDX 2.3 JSON to standard output: everything its deps.json
// names, the .NET runtime of a self-contained one included; what the Functions host loads from the folder .azurefunctions beside
// it; and what is built into it besides (fonts, hyphenation patterns).
//   dotnet run infra/sbom.cs -- artifacts/publish/Produktreport.deps.json src/Core/third-party.json > sbom.spdx.json
// SOURCE_DATE_EPOCH (seconds) fixes the time of creation, so that the same program gives the same bytes.
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

if (args is not [var path, var builtIn])
{
    Console.Error.WriteLine("Aufruf: dotnet run infra/sbom.cs -- PFAD/Produktreport.deps.json src/Core/third-party.json");
    return 64;
}

var extensions = Path.Combine(Path.GetDirectoryName(path)!, ".azurefunctions", "function.deps.json");
string[] named = File.Exists(extensions) ? [path, extensions] : [path];
List<Component> libraries = [.. named.SelectMany(Component.AllOf).DistinctBy(library => library.Id)];
var program = libraries.Single(library => library.Name == "Produktreport");
var parts = JsonSerializer.Deserialize(File.ReadAllText(builtIn), Json.Default.PartArray)!;
var document = new JsonObject
{
    ["spdxVersion"] = "SPDX-2.3",
    ["dataLicense"] = "CC0-1.0",
    ["SPDXID"] = "SPDXRef-DOCUMENT",
    ["name"] = $"Produktreport {program.Version}",
    ["documentNamespace"] = $"urn:produktreport:sbom:{program.Version}",
    ["creationInfo"] = new JsonObject { ["created"] = Created(), ["creators"] = new JsonArray("Tool: produktreport-sbom") },
    ["packages"] = new JsonArray([.. libraries.Select(library => library.ToPackage()), .. parts.Select(part => part.ToPackage())]),
    ["relationships"] = new JsonArray([
        Relationship("SPDXRef-DOCUMENT", "DESCRIBES", program.Id),
        .. libraries.Where(library => library != program).Select(library => Relationship(program.Id, "DEPENDS_ON", library.Id)),
        .. parts.Select(part => Relationship(program.Id, "CONTAINS", part.Id)),
    ]),
};
Console.WriteLine(document.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
return 0;

static string Created()
{
    var time = long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), CultureInfo.InvariantCulture, out var seconds)
        ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : TimeProvider.System.GetUtcNow();
    return time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

static JsonNode Relationship(string from, string type, string to) =>
    new JsonObject { ["spdxElementId"] = from, ["relationshipType"] = type, ["relatedSpdxElement"] = to };

#pragma warning disable MA0047 // A file with top-level statements has no namespace to declare a type in.
internal sealed record Component(string Name, string Version, string Type, string? Hash)
{
    private const string RuntimePack = "runtimepack.";

    public string Id => Spdx.Id(Name, Version);

    public static IEnumerable<Component> AllOf(string path) =>
        JsonNode.Parse(File.ReadAllText(path))!["libraries"]!.AsObject().Select(Of);

    private static Component Of(KeyValuePair<string, JsonNode?> library)
    {
        var (name, version) = library.Key.Split('/') is [var first, var second] ? (first, second) : throw new FormatException(library.Key);
        var hash = library.Value!["sha512"]?.GetValue<string>() is { Length: > 0 } text ? Convert.ToHexStringLower(Convert.FromBase64String(text["sha512-".Length..])) : null;
        return new Component(name.StartsWith(RuntimePack, StringComparison.Ordinal) ? name[RuntimePack.Length..] : name, version, library.Value["type"]!.GetValue<string>(), hash);
    }

    public JsonNode ToPackage()
    {
        var isForeign = Type != "project";
        var package = new JsonObject
        {
            ["name"] = Name,
            ["SPDXID"] = Id,
            ["versionInfo"] = Version,
            ["downloadLocation"] = isForeign ? $"https://www.nuget.org/api/v2/package/{Name}/{Version}" : "NOASSERTION",
            ["filesAnalyzed"] = false,
            ["licenseConcluded"] = "NOASSERTION",
            ["licenseDeclared"] = "NOASSERTION",
            ["copyrightText"] = "NOASSERTION",
        };
        if (Hash is not null)
            package["checksums"] = new JsonArray(new JsonObject { ["algorithm"] = "SHA512", ["checksumValue"] = Hash });
        if (isForeign)
        {
            package["externalRefs"] = new JsonArray(new JsonObject
            {
                ["referenceCategory"] = "PACKAGE-MANAGER",
                ["referenceType"] = "purl",
                ["referenceLocator"] = $"pkg:nuget/{Name}@{Version}",
            });
        }

        return package;
    }
}

/// <summary>Something built into the program that is no package: a font, hyphenation patterns.</summary>
internal sealed record Part(string Name, string Version, string Source, string License, string Copyright)
{
    public string Id => Spdx.Id(Name, Version);

    public JsonNode ToPackage() => new JsonObject
    {
        ["name"] = Name,
        ["SPDXID"] = Id,
        ["versionInfo"] = Version,
        ["downloadLocation"] = Source,
        ["filesAnalyzed"] = false,
        ["licenseConcluded"] = License,
        ["licenseDeclared"] = License,
        ["copyrightText"] = Copyright,
    };
}

internal static class Spdx
{
    public static string Id(string name, string version) =>
        $"SPDXRef-{string.Concat($"{name}-{version}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'))}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Part[]))]
internal sealed partial class Json : JsonSerializerContext;
