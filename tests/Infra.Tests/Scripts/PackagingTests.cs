using System.Text.Json.Nodes;
using Produktreport.Functions.Standalone.Commands;

namespace Produktreport.Infra.Tests.Scripts;

public sealed class PackagingTests
{
    [Fact]
    public async Task BillOfMaterials_NamesEveryLibraryOfTheProgram_TheSameEachTime()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Produktreport.deps.json");
        var written = JsonNode.Parse((await BillOfMaterials(program, BuiltIn)).Output)!;
        var libraries = JsonNode.Parse(await File.ReadAllTextAsync(program, TestContext.Current.CancellationToken))!["libraries"]!.AsObject();
        Assert.True(libraries.Count > 3);
        Assert.Equal(
            libraries.Select(library => library.Key).Concat(Parts().Select(part => $"{part["name"]}/{part["version"]}")),
            written["packages"]!.AsArray().Select(package => $"{package!["name"]}/{package["versionInfo"]}"));
        Assert.Equal("SPDX-2.3", written["spdxVersion"]!.GetValue<string>());
        Assert.Equal("2026-11-22T00:00:00Z", written["creationInfo"]!["created"]!.GetValue<string>());
        var ids = written["packages"]!.AsArray().Select(package => package!["SPDXID"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(libraries.Count + Parts().Count, ids.Count);
        Assert.All(written["relationships"]!.AsArray(), relationship => Assert.Contains(relationship!["relatedSpdxElement"]!.GetValue<string>(), ids));
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
        var copied = lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, path => Assert.True(Path.Exists(Repository.At(path)), path));
    }

    [Fact]
    public void Container_AndService_CallTheProgramWithOptionsItHas()
    {
        var calls = File.ReadAllLines(Repository.At("Containerfile")).Concat(File.ReadAllLines(Repository.At("deploy", "produktreport.service")))
            .Where(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal) || line.StartsWith("ExecStart", StringComparison.Ordinal)).ToList();
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
    public void Service_IsHardened(string setting) => Assert.Contains(setting, File.ReadAllLines(Repository.At("deploy", "produktreport.service")));

    private static string BuiltIn => Repository.At("src", "Core", "third-party.json");

    private static List<JsonNode> Parts() => [.. JsonNode.Parse(File.ReadAllText(BuiltIn))!.AsArray().Select(part => part!)];

    private static string[] Arguments(string call) =>
        [.. call.Split(['"', ',', ' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => !word.StartsWith("--", StringComparison.Ordinal))];

    private static Task<Tool> BillOfMaterials(params string[] arguments) => Tool.Run(
        "dotnet",
        ["run", Repository.At("infra", "sbom.cs"), "--", .. arguments],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["SOURCE_DATE_EPOCH"] = "1795305600", ["DOTNET_CLI_UI_LANGUAGE"] = "en" });
}
