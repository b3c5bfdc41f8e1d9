using System.Diagnostics;
using System.Globalization;

namespace Produktreport.Tests.Support;

/// <summary>
/// Azure Storage on this machine, on free ports, in memory, killed at the end. Each test takes an account of its own, so that
/// tests do not see each other. Needs <c>npm ci</c> in tests/Azurite (test.sh does it).
/// </summary>
public sealed class Azurite : IDisposable
{
    // Azurite takes any account it is told of at its start; the key is the one Microsoft publishes for development storage.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const int AccountCount = 200;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly int[] ports = LocalPorts.Free(3);
    private readonly Process process;
    private int taken;

    public Azurite()
    {
        process = Process.Start(StartInfo(ports))!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!ports.All(LocalPorts.Answers))
        {
            if (process.HasExited || clock.Elapsed > StartLimit)
                throw new InvalidOperationException("Azurite did not start: run npm ci in tests/Azurite.");
            Thread.Sleep(50);
        }
    }

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

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(int[] ports) => new("node")
    {
        ArgumentList =
        {
            Repository.At("tests", "Azurite", "node_modules", "azurite", "dist", "src", "azurite.js"),
            "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry", "--disableProductStyleUrl",
            "--blobPort", Text(ports[0]), "--queuePort", Text(ports[1]), "--tablePort", Text(ports[2]),
        },
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
