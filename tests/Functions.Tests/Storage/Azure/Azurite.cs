using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Produktreport.Functions.Tests.Storage.Azure.Azurite))]

namespace Produktreport.Functions.Tests.Storage.Azure;

/// <summary>
/// Azure Storage on this machine: started once a test run, on free ports, in memory, killed at the end. Each test takes an account of its
/// own, so that tests do not see each other.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    // Azurite takes any account it is told of at its start; the key is the one Microsoft publishes for development storage.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const int AccountCount = 200;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly int[] ports = FreePorts(3);
    private Process? process;
    private int taken;

    /// <summary>A connection to an account nobody else uses.</summary>
    public string NewAccount() => Connection(
        Interlocked.Increment(ref taken) is var number && number <= AccountCount ? Name(number) : throw new InvalidOperationException("All accounts are taken."),
        ports);

    /// <summary>The same account as seen through other ports: blob, queue, table.</summary>
    public string Through(string connection, IReadOnlyList<int> others) =>
        ports.Zip(others).Aggregate(connection, (text, pair) => text.Replace($":{pair.First}/", $":{pair.Second}/", StringComparison.Ordinal));

    /// <summary>The ports of the blob, queue and table service.</summary>
    public IReadOnlyList<int> Ports => ports;

    public async ValueTask InitializeAsync()
    {
        var accounts = string.Join(';', Enumerable.Range(1, AccountCount).Select(number => $"{Name(number)}:{Key}"));
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Repository.At("tests", "Azurite", "node_modules", "azurite", "dist", "src", "azurite.js"),
                "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry", "--disableProductStyleUrl",
                "--blobPort", Text(ports[0]), "--queuePort", Text(ports[1]), "--tablePort", Text(ports[2]),
            },
            Environment = { ["AZURITE_ACCOUNTS"] = accounts },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!await AllAnswer())
        {
            Assert.False(process.HasExited, "Azurite did not start: run npm ci in tests/Azurite.");
            Assert.True(clock.Elapsed < StartLimit, "Azurite did not answer in time.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process?.Kill(entireProcessTree: true);
        await (process?.WaitForExitAsync() ?? Task.CompletedTask);
        process?.Dispose();
    }

    private static string Connection(string account, int[] ports) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{ports[0]}/{account};"
        + $"QueueEndpoint=http://127.0.0.1:{ports[1]}/{account};TableEndpoint=http://127.0.0.1:{ports[2]}/{account};";

    private async Task<bool> AllAnswer() => (await Task.WhenAll(ports.Select(Answers))).All(answers => answers);

    private static async Task<bool> Answers(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var free = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return free;
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"kreis{number}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
