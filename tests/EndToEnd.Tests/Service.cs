using System.Diagnostics;

namespace Produktreport.EndToEnd.Tests;

/// <summary>The program in watch mode, in a process of its own.</summary>
internal sealed class Service : IDisposable
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly System.Text.StringBuilder said = new();
    private readonly Lock reading = new();

    private Service(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static Service Start(string data, params string[] more) =>
        Start(ProgramRun.StartInfo(["--data", data, "--today", ExampleCountyRun.Today, "--urls", "http://127.0.0.1:0", .. more]));

    public static Service Start(ProcessStartInfo start) => new(Process.Start(start)!);

    /// <summary>What it has said so far.</summary>
    public string Said()
    {
        lock (reading)
            return said.ToString();
    }

    public Task Says(string text, TimeSpan patience) => Until(() => Said().Contains(text, StringComparison.Ordinal), patience);

    public async Task Until(Func<bool> holds, TimeSpan patience)
    {
        for (var waiting = Stopwatch.StartNew(); !holds(); await Task.Delay(10, TestContext.Current.CancellationToken))
            Assert.True(waiting.Elapsed < patience && !process.HasExited, $"It never came to that: {Said()}");
    }

    /// <summary>Sends SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Allowed);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (reading)
            said.AppendLine(line);
    }
}
