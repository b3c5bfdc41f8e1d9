using System.Net;
using System.Text.RegularExpressions;
using Produktreport.Functions.Standalone.Commands;

namespace Produktreport.EndToEnd.Tests.Installation;

/// <summary>
/// What docs/betrieb.md says of a machine of one's own, done, and the program run the way its service and its container run it.
/// </summary>
public sealed partial class InstallationTests(Machine machine) : IClassFixture<Machine>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void TheDocumentedCommands_InstallProgramCatalogueAndService()
    {
        Assert.True(File.Exists(machine.At("opt", "produktreport", "Produktreport")));
        Assert.Equal(["2025", "2026"], Directory.EnumerateDirectories(Path.Combine(machine.Data, "katalog"))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(machine.At("etc", "systemd", "system", "produktreport.service")));
        Assert.Contains("systemctl enable --now produktreport", machine.Calls);
        // Whoever runs the program maintains the catalogue.
        Assert.Contains($"chown --recursive produktreport:produktreport {machine.Data}/katalog", machine.Calls);
        Assert.Contains(machine.Calls,
            call => call.StartsWith("install -d -o produktreport -g produktreport", StringComparison.Ordinal)
            && call.EndsWith(machine.Data, StringComparison.Ordinal));
        Assert.Contains(machine.Calls, call => call.StartsWith("useradd --system", StringComparison.Ordinal)
            && call.EndsWith(" produktreport", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("infra/produktreport.service", "http://127.0.0.1:7071")]
    [InlineData("Containerfile", "http://0.0.0.0:7071")]
    public async Task AsServiceAndAsContainer_TheProgramTakesAFile_AndAnswers_WithNothingElseToWriteTo(string definition,
        string address)
    {
        var data = await Prepare(Path.GetFileName(definition));
        var temporary = Directory.CreateDirectory(data + "-tmp").FullName;
        const string WhatItMay =
            "id -u; touch /opt/x 2>&1 || true; grep -E '^(Cap|NoNewPrivs|Seccomp:)' /proc/self/status; ulimit -d";
        var written = await Sandbox.Try(data, temporary, WhatItMay);
        Assert.SkipWhen(written is null, "This machine permits no namespaces.");
        Assert.StartsWith("1654\n", written, StringComparison.Ordinal);
        Assert.Contains("Read-only file system", written, StringComparison.Ordinal);
        // No capability, none to be had, and no way to it; under the filter of calls; with a limit of memory.
        foreach (var set in (string[])["Inh", "Prm", "Eff", "Bnd", "Amb"])
            Assert.Contains($"Cap{set}:\t0000000000000000", written, StringComparison.Ordinal);
        Assert.Contains("NoNewPrivs:\t1", written, StringComparison.Ordinal);
        Assert.Contains(Sandbox.IsFiltered ? "Seccomp:\t2" : "Seccomp:\t0", written, StringComparison.Ordinal);
        Assert.EndsWith(FormattableString.Invariant($"\n{Sandbox.Memory >> 10}\n"), written, StringComparison.Ordinal);

        string[] call =
            [.. Call(definition)
                .Select(word => word == address ? address.Replace("7071", "0", StringComparison.Ordinal) : DataFolders()
                .Replace(machine.Here(word), data))];
        Assert.Contains(data, call);
        using var service = Service.Start(Sandbox.Call(data, temporary, [.. call, "--today", ExampleCountyRun.Today]));
        await service.Says("Portal: ", Patience);
        var receipt = Path.Combine(data, "quittungen", "jugendamt", "probe.csv.json");
        await File.WriteAllTextAsync(
            Path.Combine(Directory.CreateDirectory(Path.Combine(data, "eingang", "jugendamt")).FullName, "probe.csv"),
            "Das ist keine Meldung.\r\n", TestContext.Current.CancellationToken);
        await service.Until(() => File.Exists(receipt), Patience);
        using var browser = new HttpClient();
        var portal = new Uri($"http://127.0.0.1:{Port().Match(service.Said()).Groups["port"].Value}/health/ready");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(portal, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(0, await service.Stop());
    }

    [Fact]
    public async Task TheDocumentedAccesses_AreMade()
    {
        foreach (var command in OperationsManual.Block("zugang anlegen petra"))
            Assert.Contains("Kennwort", await machine.Shell($"printf '\\n' | {machine.Here(command)}"),
                StringComparison.OrdinalIgnoreCase);
        var accesses = await File.ReadAllTextAsync(Path.Combine(machine.Data, "zugang.json"),
            TestContext.Current.CancellationToken);
        Assert.Contains("petra", accesses, StringComparison.Ordinal);
        Assert.Contains("jugendamt", accesses, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDocumentedCommands_MakeAnAccess_BeforeTheContainerStarts()
    {
        var commands = OperationsManual.Block("podman build");
        Assert.Equal(["podman build", "podman run --rm", "podman run --detach", "podman cp katalog"],
            commands.Select(command =>
            string.Join(' ', command.Split(' ').Take(command.Contains(" build ", StringComparison.Ordinal) ? 2 : 3))));
        var (access, start) = (commands[1], commands[2]);
        // A container that is kept would take the name of the one to start.
        Assert.DoesNotContain("--name", access, StringComparison.Ordinal);
        const string Volume = "--volume produktreport-daten:/daten";
        Assert.All((string[])[access, start], command => Assert.Contains(Volume, command, StringComparison.Ordinal));
        var words = access.Split(" produktreport ")[^1].Split(' ');
        Assert.Empty(CommandLine.FaultsOf(words));
        Assert.Equal(("anlegen", "/daten"),
            (CommandLine.Parse(words).CommandResult.Command.Name, CommandLine.OptionsOf(words).Data));
        Assert.EndsWith(" produktreport", start, StringComparison.Ordinal);
        Assert.EndsWith(" produktreport:/daten/", commands[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheService_IsRightForSystemd_AndHardlyExposed()
    {
        // Systemd looks whether the program is there.
        var unit = machine.At("etc", "systemd", "system", "produktreport.service");
        var here = machine.At("produktreport.service");
        await File.WriteAllTextAsync(here, machine.Here(await File.ReadAllTextAsync(unit, TestContext.Current.CancellationToken)),
            TestContext.Current.CancellationToken);
        Assert.Equal("", await machine.Shell($"systemd-analyze verify --man=no '{here}' 2>&1"));
        // 0 = nothing to attack, 10 = everything.
        await machine.Shell($"systemd-analyze security --offline=true --threshold=14 '{here}' >/dev/null 2>&1");
        // Every property below is one that systemd knows and takes: verify would name it otherwise.
        var properties = File.ReadAllLines(here).Select(line => line.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        string[] hardened =
        [
            "NoNewPrivileges", "CapabilityBoundingSet", "ProtectSystem", "SystemCallFilter", "MemoryMax", "TasksMax",
            "PrivateUsers", "RestrictNamespaces",
        ];
        Assert.Empty(hardened.Except(properties));
    }

    private static string[] Call(string definition)
    {
        var line = File.ReadLines(Repository.At(definition.Split('/')))
            .Single(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal)
            || line.StartsWith("ExecStart=", StringComparison.Ordinal));
        return line[line.IndexOfAny([' ', '='])..].Trim('=', ' ')
            .Split(['"', ',', ' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
    }

    // A data folder with a catalogue and an access, so that the program may be reached from other machines.
    private async Task<string> Prepare(string name)
    {
        var data = machine.At("daten", name);
        await machine.Shell(
            $"mkdir -p '{data}' && cp --recursive katalog '{data}' && printf '\\n' | "
            + $"'{machine.At("opt", "produktreport", "Produktreport")}' zugang anlegen pruefung --rolle administration --data "
            + $"'{data}'");
        return data;
    }

    [GeneratedRegex("^(/daten|.*/var/lib/produktreport)$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DataFolders();

    [GeneratedRegex("Portal: http://[^:]+:(?<port>\\d+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Port();
}
