using System.Diagnostics;
using System.Globalization;

namespace Produktreport.Tests.Support;

/// <summary>
/// Azure Storage on this machine, on free ports, in memory or in a folder, ended with the tests. Each test takes an account of
/// its own, so that tests do not see each other. Needs <c>npm ci</c> in tests/Azurite (test.sh does it).
/// </summary>
public sealed class Azurite : IDisposable
{
    // Azurite takes any account it is told of at its start; the key is the one Microsoft publishes for development storage.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const int AccountCount = 200;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly int[] ports = LocalPorts.Free(3);
    private readonly DirectoryInfo? folder;
    private Process process;
    private int taken;

    public Azurite()
        : this(folder: null)
    {
    }

    private Azurite(DirectoryInfo? folder)
    {
        this.folder = folder;
        process = Start();
    }

    /// <summary>One that can be restarted.</summary>
    public static Azurite InFolder() => new(Directory.CreateTempSubdirectory("azurite-"));

    /// <summary>The ports of the blob, queue and table service.</summary>
    public IReadOnlyList<int> Ports => ports;

    /// <summary>A connection to an account nobody else uses.</summary>
    public string NewAccount() =>
        Interlocked.Increment(ref taken) is var number && number <= AccountCount
            ? Connection(Name(number), ports)
            : throw new InvalidOperationException("All accounts are taken.");

    /// <summary>The same account as seen through other ports: blob, queue, table.</summary>
    public string Through(string connection, IReadOnlyList<int> others) =>
        ports.Zip(others)
            .Aggregate(connection, (text, pair) => text.Replace($":{pair.First}/", $":{pair.Second}/", StringComparison.Ordinal));

    /// <summary>Ends it, in the middle of whatever it does, and starts it again with what it holds.</summary>
    /// <param name="whileGone">What is done before it is started again.</param>
    public async Task Restart(Func<Task>? whileGone = null)
    {
        if (folder is null)
            throw new InvalidOperationException("What is in memory does not outlive a restart.");
        // Not killed: it writes what it has answered to disk every few seconds only, or when it is asked to end.
        using var asked = Process.Start("kill", Text(process.Id));
        await process.WaitForExitAsync();
        process.Dispose();
        if (whileGone is not null)
            await whileGone();
        process = Start();
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder?.Delete(recursive: true);
    }

    private Process Start()
    {
        var started = Process.Start(StartInfo())!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!ports.All(LocalPorts.Answers))
        {
            if (started.HasExited || clock.Elapsed > StartLimit)
                throw new InvalidOperationException("Azurite did not start: run npm ci in tests/Azurite.");
            Thread.Sleep(50);
        }

        return started;
    }

    private ProcessStartInfo StartInfo() => new(
        "node",
        [
            Repository.At("tests", "Azurite", "node_modules", "azurite", "dist", "src", "azurite.js"),
            "--skipApiVersionCheck", "--silent", "--disableTelemetry", "--disableProductStyleUrl",
            "--blobPort", Text(ports[0]), "--queuePort", Text(ports[1]), "--tablePort", Text(ports[2]),
            .. folder is null ? (string[])["--inMemoryPersistence"] : ["--location", folder.FullName],
        ])
    {
        Environment = { ["AZURITE_ACCOUNTS"] = Accounts },
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static string Accounts =>
        string.Join(';', Enumerable.Range(1, AccountCount).Select(number => $"{Name(number)}:{Key}"));

    private static string Connection(string account, int[] ports) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{account};"
        + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/{account};TableEndpoint=http://127.0.0.1:{ports[2]}/{account};";

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"kreis{number}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
