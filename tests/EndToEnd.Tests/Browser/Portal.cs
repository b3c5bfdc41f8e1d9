using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using Produktreport.Functions.Storage;

namespace Produktreport.EndToEnd.Tests.Browser;

/// <summary>The real program in a process of its own over the example county, and Debian's Chromium.</summary>
public abstract class Portal : IAsyncLifetime
{
    private const int LongestWait = 60_000;

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-browser-");
    private readonly ConcurrentDictionary<IPage, ConcurrentQueue<string>> faults = new();
    private Process program = null!;
    private IPlaywright playwright = null!;

    /// <summary>The files as they stand in the storage below the program.</summary>
    internal abstract IFileStore Files { get; }

    public string Address { get; private set; } = "";

    public IBrowser Chromium { get; private set; } = null!;

    /// <summary>A data folder that does not exist yet and is deleted at the end.</summary>
    protected string Data => Path.Combine(folder.FullName, "daten");

    /// <summary>
    /// Brings the example county into the storage where the program does not do that itself; gives the arguments that name the
    /// storage.
    /// </summary>
    protected abstract Task<IReadOnlyList<string>> Prepare();

    public async ValueTask InitializeAsync()
    {
        Address = $"http://localhost:{LocalPorts.Free(1)[0]}";
        program = Process.Start(
            ProgramRun.StartInfo([.. await Prepare(), "--today", ExampleCountyRun.Today, "--urls", Address]))!;
        var isListening = new TaskCompletionSource();
        program.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("Portal:", StringComparison.Ordinal) ?? true)
                isListening.TrySetResult();
        };
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        await isListening.Task.WaitAsync(TestContext.Current.CancellationToken);
        playwright = await Playwright.CreateAsync();
        // As long as the pages themselves: the machine may be busy.
        Assertions.SetDefaultExpectTimeout(LongestWait);
        Chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags });
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Chromium.DisposeAsync();
        playwright.Dispose();
        program.Kill();
        await program.WaitForExitAsync(CancellationToken.None);
        program.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>A new page; script and style come under the program's own policy. To be closed by <see cref="Close"/>.</summary>
    public async Task<IPage> Open(string address, BrowserNewContextOptions? options = null)
    {
        var context = await Chromium.NewContextAsync(options ?? new());
        context.SetDefaultTimeout(LongestWait);
        // Not a script of the page: its policy stays in force.
        await context.AddInitScriptAsync(scriptPath: Repository.At("tests", "Browser", "node_modules", "axe-core", "axe.min.js"));
        var page = await context.NewPageAsync();
        var seen = faults.GetOrAdd(page, _ => []);
        page.PageError += (_, error) => seen.Enqueue($"script: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A download is no page: the browser breaks off showing it.
            if (request.Failure != "net::ERR_ABORTED")
                seen.Enqueue($"request: {request.Url} {request.Failure}");
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
                seen.Enqueue(message.Text);
        };
        await page.GotoAsync(Address + address);
        return page;
    }

    /// <summary>
    /// Closes a page; fails the test where its script failed, a request got no answer or the policy forbade something.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="broken">A part of the address of requests that the test itself leaves without an answer.</param>
    public async Task Close(IPage page, string? broken = null)
    {
        await page.Context.CloseAsync();
        Assert.True(faults.TryRemove(page, out var seen));
        Assert.DoesNotContain(seen, fault => broken is null || !fault.Contains(broken, StringComparison.Ordinal));
    }

    /// <summary>What axe-core finds on the page as it is now, with its style sheet: rule and element.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        // A click has done its work when the next page has begun; its heading may be there before its style.
        await page.WaitForLoadStateAsync(LoadState.Load);
        var result = await page.EvaluateAsync<JsonElement>(
            "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r => "
                + "r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`)))");
        return [.. result.EnumerateArray().Select(entry => entry.GetString()!)];
    }
}
