using System.Diagnostics;

namespace Produktreport.EndToEnd.Tests.Installation;

/// <summary>
/// Runs a program as the container and the service do: as a user without rights, the whole file system read-only but for the data
/// folder and a temporary folder of its own, in memory. Takes namespaces, which not every machine permits.
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
          exec unshare --user --map-user=1654 --map-group=1654 -- "$@"' sandbox "$data" "$temporary" "$@"
        """;

    /// <summary>The call of a program in the sandbox.</summary>
    /// <param name="data">The folder it may write to.</param>
    /// <param name="temporary">An empty folder for its temporary files; must exist.</param>
    /// <param name="call">The program and its arguments.</param>
    public static ProcessStartInfo Call(string data, string temporary, params IEnumerable<string> call)
    {
        var start = new ProcessStartInfo("bash", ["-euc", Script, "sandbox", data, temporary, .. call])
        {
            WorkingDirectory = data,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
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
