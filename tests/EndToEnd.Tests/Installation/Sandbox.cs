using System.Diagnostics;

namespace Produktreport.EndToEnd.Tests.Installation;

/// <summary>
/// Runs a program as the container and the service do: as a user without rights, capabilities and the way to any, the whole file
/// system read-only but for the data folder and a temporary folder of its own, in memory; under the service's filter of system
/// calls, and with a limit of memory. Takes namespaces, which not every machine permits.
/// </summary>
internal static class Sandbox
{
    private const string Script = """
        data=$1 temporary=$2; shift 2
        exec unshare --map-root-user --mount bash -euc '
          mount --bind "$1" "$1"
          mount -t tmpfs tmpfs "$2"
          mount -o remount,bind,ro /
          shift 2
          exec unshare --user --map-user=1654 --map-group=1654 --keep-caps -- \
            setpriv --bounding-set=-all --inh-caps=-all --ambient-caps=-all --no-new-privs -- prlimit --data="$MEMORY" -- "$@"
          ' sandbox "$data" "$temporary" "$@"
        """;

    /// <summary>Bytes the program may have: half of what the service and the container have.</summary>
    public const long Memory = 2L << 30;

    private static readonly string Filter = Repository.At("tests", "EndToEnd.Tests", "Installation", "systemaufrufe.py");

    // Needs Python and libseccomp, which not every machine has.
    private static readonly Lazy<bool> HasFilter = new(() =>
    {
        const string Needed =
            "command -v python3 systemd-analyze && python3 -c 'import ctypes; ctypes.CDLL(\"libseccomp.so.2\")'";
        using var probe = Process.Start(new ProcessStartInfo("sh", ["-c", Needed])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        probe.WaitForExit();
        return probe.ExitCode == 0;
    });

    /// <summary>Whether the program runs under the service's filter of system calls.</summary>
    public static bool IsFiltered => HasFilter.Value;

    /// <summary>The call of a program in the sandbox.</summary>
    /// <param name="data">The folder it may write to.</param>
    /// <param name="temporary">An empty folder for its temporary files; must exist.</param>
    /// <param name="call">The program and its arguments.</param>
    public static ProcessStartInfo Call(string data, string temporary, params IEnumerable<string> call)
    {
        string[] filter = HasFilter.Value
            ? ["python3", Filter, Repository.At("infra", "produktreport.service")]
            : [];
        var start = new ProcessStartInfo("bash", ["-euc", Script, "sandbox", data, temporary, .. filter, .. call])
        {
            WorkingDirectory = data,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["MEMORY"] = Memory.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["TMPDIR"] = temporary;
        start.Environment["HOME"] = "/nonexistent";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    /// <summary>What a shell command prints in the sandbox; null where the machine permits no namespaces.</summary>
    public static async Task<string?> Try(string data, string temporary, string command)
    {
        using var process = Process.Start(Call(data, temporary, "sh", "-c", command))!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? output : null;
    }
}
