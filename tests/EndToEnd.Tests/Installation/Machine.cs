using System.Diagnostics;

namespace Produktreport.EndToEnd.Tests.Installation;

/// <summary>
/// A machine below a folder, set up by the commands of docs/betrieb.md, „Als Dienst“; what belongs to its system (users, systemd)
/// is noted only.
/// </summary>
public sealed class Machine : IAsyncLifetime
{
    private static readonly (string Name, string Body)[] System =
    [
        ("sudo", "[ \"$1\" != -u ] || shift 2; exec \"$@\""),
        ("useradd", "echo \"useradd $*\" >> \"$AUFRUFE\""),
        ("systemctl", "echo \"systemctl $*\" >> \"$AUFRUFE\""),
        ("journalctl", "echo \"journalctl $*\" >> \"$AUFRUFE\""),
        ("chown", "echo \"chown $*\" >> \"$AUFRUFE\""),
        ("install", "echo \"install $*\" >> \"$AUFRUFE\"; while [ $# -gt 0 ]; do case $1 in -o | -g) shift 2 ;; *) "
            + "given+=(\"$1\"); shift ;; esac; done; exec /usr/bin/install \"${given[@]}\""),
    ];

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("rechner-");

    public string Data => At("var", "lib", "produktreport");

    /// <summary>The calls of the system's programs.</summary>
    public string[] Calls => File.ReadAllLines(At("aufrufe"));

    public string At(params string[] parts) => Path.Combine([root.FullName, .. parts]);

    /// <summary>A command or configuration with the machine's folders in place of the real ones.</summary>
    public string Here(string text) => text
        .Replace("/opt/", At("opt") + "/", StringComparison.Ordinal)
        .Replace("/var/lib/", At("var", "lib") + "/", StringComparison.Ordinal)
        .Replace("/etc/", At("etc") + "/", StringComparison.Ordinal)
        .Replace(" infra/", $" {Repository.At("infra")}/", StringComparison.Ordinal)
        .Replace(" src/Functions", $" {Repository.At("src", "Functions")}", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        foreach (var folder in (string[])["opt", "var/lib", "etc/systemd/system", "bin"])
            Directory.CreateDirectory(At(folder));
        foreach (var (name, body) in System)
            await File.WriteAllTextAsync(At("bin", name), $"#!/usr/bin/env bash\n{body}\n");
        // Another user runs the program, and must get there.
        await Shell("chmod 755 . bin/*");
        await Shell($"cp --recursive '{Repository.At("beispiel", "katalog")}' katalog");
        foreach (var command in OperationsManual.Block("useradd"))
            await Shell(Here(command));
    }

    /// <summary>Runs a command as Bash does at this machine.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> Shell(string command)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", command])
        {
            WorkingDirectory = root.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = $"{At("bin")}:{start.Environment["PATH"]}";
        start.Environment["AUFRUFE"] = At("aufrufe");
        // Set by the test runner for itself; a build started with it would wait for this one.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command}\n{output}");
        return output;
    }

    public ValueTask DisposeAsync()
    {
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
