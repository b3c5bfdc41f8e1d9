using System.IO.Compression;
using System.Text.Json.Nodes;
using Produktreport.Functions.Standalone.Commands;

namespace Produktreport.Infra.Tests.Scripts;

public sealed class PackagingTests
{
    [Fact]
    public async Task BillOfMaterials_NamesEveryLibraryOfTheProgram_TheSameEachTime()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Produktreport.deps.json");
        var built = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        using var program = new TemporaryFile("Produktreport.deps.json", built);
        var written = JsonNode.Parse((await BillOfMaterials(program.Path, BuiltIn)).Output)!;
        var libraries = JsonNode.Parse(built)!["libraries"]!.AsObject();
        Assert.True(libraries.Count > 3);
        Assert.Equal(
            libraries.Select(library => library.Key).Concat(Parts().Select(part => $"{part["name"]}/{part["version"]}")),
            written["packages"]!.AsArray().Select(package => $"{package!["name"]}/{package["versionInfo"]}"));
        Assert.Equal("SPDX-2.3", written["spdxVersion"]!.GetValue<string>());
        Assert.Equal("2026-11-22T00:00:00Z", written["creationInfo"]!["created"]!.GetValue<string>());
        var ids = written["packages"]!.AsArray().Select(package => package!["SPDXID"]!.GetValue<string>())
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(libraries.Count + Parts().Count, ids.Count);
        Assert.All(written["relationships"]!.AsArray(),
            relationship => Assert.Contains(relationship!["relatedSpdxElement"]!.GetValue<string>(), ids));
    }

    [Fact]
    public async Task BillOfMaterials_NamesWhatTheFunctionsHostLoads_AndNothingTwice()
    {
        const string Blobs = "Microsoft.Azure.WebJobs.Extensions.Storage.Blobs/5.3.8";
        using var program = new TemporaryFile(
            "Produktreport.deps.json", Libraries("Produktreport/1.0.0 project", "Azure.Core/1.53.0 package"));
        var extensions = Directory.CreateDirectory(Path.Combine(program.Folder, ".azurefunctions")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(extensions, "function.deps.json"),
            Libraries("Azure.Core/1.53.0 package", "Azure.Core/1.50.0 package", $"{Blobs} package"),
            TestContext.Current.CancellationToken);
        var written = JsonNode.Parse((await BillOfMaterials(program.Path, BuiltIn)).Output)!;
        Assert.Equal(
            ["Produktreport/1.0.0", "Azure.Core/1.53.0", "Azure.Core/1.50.0", Blobs],
            written["packages"]!.AsArray().SkipLast(Parts().Count)
                .Select(package => $"{package!["name"]}/{package["versionInfo"]}"));
    }

    [Theory]
    [InlineData("host.json", 1, "fehlt: host.json")]
    [InlineData("", 0, "")]
    public async Task ThePackage_HasTheHiddenFolder_AndIsCheckedAsSoonAsItIsPacked(string missing, int expected, string message)
    {
        using var machine = new FakeCloud();
        machine.Put("dotnet", $$"""
            echo "dotnet $*" >> "$WOLKE/aufrufe.txt"
            mkdir -p "${!#}/.azurefunctions"
            cd "${!#}"
            touch {{string.Join(' ', FakeCloud.PackageParts.Where(part => part != missing))}}
            """);
        var folder = machine.In("paket");
        var run = await machine.Run("packen.sh", folder);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(expected, run.ExitCode);
        Assert.Equal([$"dotnet publish src/Functions --configuration Release --output {folder}/publish"], machine.Calls);
        using var zip = ZipFile.OpenRead(Path.Combine(folder, "produktreport.zip"));
        Assert.Contains(zip.Entries, entry => entry.FullName == ".azurefunctions/function.deps.json");
    }

    [Fact]
    public async Task Packing_ExplainsWrongUse()
    {
        using var machine = new FakeCloud();
        Assert.Equal(64, (await machine.Run("packen.sh", "--ordner", "x")).ExitCode);
        Assert.Equal(64, (await machine.Run("packen.sh", "a", "b")).ExitCode);
    }

    [Fact]
    public void EverythingBuiltIn_IsNamedWithItsLicence()
    {
        var named = Parts().Select(part => Repository.At("src", "Core", part["files"]!.GetValue<string>())).ToList();
        var foreign = Directory.EnumerateFiles(Repository.At("src", "Core", "Pdf", "Fonts"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) != ".cs").ToList();
        Assert.NotEmpty(foreign);
        Assert.All(foreign, file => Assert.Contains(Path.GetDirectoryName(file), named));
        Assert.All(Parts(), part => Assert.True(part["license"]!.GetValue<string>() is "OFL-1.1" or "MIT"));
    }

    [Fact]
    public async Task BillOfMaterials_ExplainsWrongUse() => Assert.Equal(64, (await BillOfMaterials()).ExitCode);

    [Fact]
    public void Container_RunsWithoutRoot_AndBringsNoExampleCounty()
    {
        var lines = File.ReadAllLines(Repository.At("Containerfile"));
        Assert.Contains("USER 1654", lines);
        Assert.Contains("STOPSIGNAL SIGTERM", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("COPY beispiel", StringComparison.Ordinal));
        var copied = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal)
            && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, path => Assert.True(Path.Exists(Repository.At(path)), path));
    }

    [Fact]
    public void Container_AndService_CallTheProgramWithOptionsItHas()
    {
        var calls = File.ReadAllLines(Repository.At("Containerfile")).Concat(Unit)
            .Where(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal)
                || line.StartsWith("ExecStart", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.Empty(CommandLine.FaultsOf(Arguments(call))));
    }

    [Theory]
    [InlineData("TimeoutStopSec=30")]
    [InlineData("KillSignal=SIGTERM")]
    [InlineData("NoNewPrivileges=yes")]
    [InlineData("ProtectSystem=strict")]
    [InlineData("CapabilityBoundingSet=")]
    [InlineData("User=produktreport")]
    public void Service_IsHardened(string setting) => Assert.Contains(setting, Unit);

    private static string[] Unit => File.ReadAllLines(Repository.At("infra", "produktreport.service"));

    private static string BuiltIn => Repository.At("src", "Core", "third-party.json");

    private static List<JsonNode> Parts() => [.. JsonNode.Parse(File.ReadAllText(BuiltIn))!.AsArray().Select(part => part!)];

    private static string Libraries(params string[] libraries) => new JsonObject
    {
        ["libraries"] = new JsonObject(libraries.Select(library => library.Split(' '))
            .Select(library => KeyValuePair.Create<string, JsonNode?>(
                library[0], new JsonObject { ["type"] = library[1], ["sha512"] = "" }))),
    }.ToJsonString();

    private static string[] Arguments(string call) =>
        [.. call.Split(['"', ',', ' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => !word.StartsWith("--", StringComparison.Ordinal))];

    private static Task<Tool> BillOfMaterials(params string[] arguments) => Tool.Run(
        "dotnet",
        ["run", Repository.At("infra", "sbom.cs"), "--", .. arguments],
        new Dictionary<string, string>(StringComparer.Ordinal)
        { ["SOURCE_DATE_EPOCH"] = "1795305600", ["DOTNET_CLI_UI_LANGUAGE"] = "en" });
}
