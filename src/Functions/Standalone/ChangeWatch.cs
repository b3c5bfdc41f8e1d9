using System.Threading.Channels;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Standalone;

/// <summary>
/// Starts a run when something changes below <c>katalog/</c>, <c>eingang/</c> or <c>vergleich/</c>, every few seconds in case the
/// file system told nothing (network drives often do not, a storage account never does), and daily before office hours, when
/// periods become due.
/// </summary>
internal sealed partial class ChangeWatch(
    Workday workday, ReportMaking reportMaking, IFileStore files, TimeProvider clock, ILogger<ChangeWatch> log) : LastingWork
{
    // What goes on changing is looked at one by one then.
    private const int MostLooks = 10;
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenMessages = TimeSpan.FromMinutes(1);

    // Before office hours, Europe/Berlin.
    private static readonly TimeOnly DailyAt = new(5, 0);

    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private string? known;
    private DateTimeOffset nextDaily;
    private DateTimeOffset nextMessages;

    protected override async Task Work(CancellationToken stopping)
    {
        using var catalogue = Watch(Area.Catalogue);
        using var inbox = Watch(Area.Inbox);
        using var comparison = Watch(Area.Comparison);
        nextDaily = NextDaily();
        nextMessages = clock.GetUtcNow() + BetweenMessages;
        await Try(async stop => known = await Snapshot(stop), stopping);
        while (!stopping.IsCancellationRequested)
        {
            await WaitForChange(stopping);
            await Try(Look, stopping);
        }
    }

    private async Task Look(CancellationToken stopping)
    {
        var isDaily = clock.GetUtcNow() >= nextDaily;
        var present = await Settled(stopping);
        if (!isDaily && present == known)
        {
            await reportMaking.RenderWaiting(stopping);
            await SendMessages(stopping);
            return;
        }

        // What a run could not do, the next look tries again.
        if ((await workday.Run(stopping)).Faults.IsEmpty)
            known = present;
        if (isDaily)
            nextDaily = NextDaily();
    }

    private async Task SendMessages(CancellationToken stopping)
    {
        if (clock.GetUtcNow() < nextMessages)
            return;
        await workday.SendMessages(stopping);
        nextMessages = clock.GetUtcNow() + BetweenMessages;
    }

    private FileSystemWatcher? Watch(Area area)
    {
        if (files is not FolderFileStore folders)
            return null;
        var folder = Directory.CreateDirectory(folders.FolderOf(area)).FullName;
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => changes.Writer.TryWrite(true);
        watcher.Created += (_, _) => changes.Writer.TryWrite(true);
        watcher.Deleted += (_, _) => changes.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private async Task WaitForChange(CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(Fallback, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        try
        {
            await changes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nothing was told; look all the same.
        }
    }

    private async Task<string> Settled(CancellationToken stopping)
    {
        var before = await Snapshot(stopping);
        for (var look = 1; ; look++)
        {
            await Task.Delay(GrowingFiles.Quiet, clock, stopping);
            var after = await Snapshot(stopping);
            if (after == before || look == MostLooks)
                return after;
            before = after;
        }
    }

    private async Task<string> Snapshot(CancellationToken stopping)
    {
        var entries = new List<string>();
        foreach (var area in (Area[])[Area.Catalogue, Area.Inbox, Area.Comparison])
        {
            await foreach (var entry in files.List(area, "", stopping))
                entries.Add($"{area}/{entry.Path} {entry.Version}");
        }

        // A decision on the catalogue can come from the command line.
        if (await files.Find(Area.AuditLog, CatalogueDecisions.Path, stopping) is { } decision)
            entries.Add($"{decision.Path} {decision.Version}");
        return string.Join('\n', entries);
    }

    // A look that fails, as while the storage does not answer, is logged and done again; it must not end the program.
    private async Task Try(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            RunFailed(log, failure);
        }
    }

    private DateTimeOffset NextDaily()
    {
        var now = clock.GetUtcNow();
        var today = BerlinTime.At(BerlinTime.Day(now).ToDateTime(DailyAt));
        return today > now ? today : BerlinTime.At(BerlinTime.Day(now).AddDays(1).ToDateTime(DailyAt));
    }

    [LoggerMessage(1001, LogLevel.Error, "A run failed; it is tried again.")]
    private static partial void RunFailed(ILogger log, Exception failure);
}
