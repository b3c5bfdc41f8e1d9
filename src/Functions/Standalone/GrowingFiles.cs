using Produktreport.Functions.Deliveries;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Standalone;

/// <summary>
/// Waits until files that are being copied into the inbox are there whole: size and time stay as they are for a short span. Blob
/// Storage shows whole files only.
/// </summary>
internal sealed class GrowingFiles(IFileStore files, TimeProvider clock)
{
    /// <summary>What has not changed for this long is taken as finished: Excel writes a file in several steps.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    // What was written longer ago is finished, or broken off for good. Clocks of network drives differ a little.
    private static readonly TimeSpan Young = TimeSpan.FromSeconds(3);

    // A copy that takes longer is read by the next run.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits as long as something grows; not at all where nothing was written just now.</summary>
    /// <returns>What still grows.</returns>
    public async Task<IReadOnlySet<FilePath>> Wait(CancellationToken cancellation)
    {
        if (files is not FolderFileStore)
            return new HashSet<FilePath>();
        var start = clock.GetTimestamp();
        var before = await YoungOnes(cancellation);
        while (before.Count > 0)
        {
            await Task.Delay(Quiet, clock, cancellation);
            var after = await YoungOnes(cancellation);
            before = after.Where(file => !before.TryGetValue(file.Key, out var version) || version != file.Value).ToDictionary();
            if (clock.GetElapsedTime(start) > Patience)
                break;
        }

        return before.Keys.ToHashSet();
    }

    private async Task<Dictionary<FilePath, string>> YoungOnes(CancellationToken cancellation) =>
        await files.ListUploads("", cancellation).Where(file => (clock.GetUtcNow() - file.ModifiedAt).Duration() < Young)
            .ToDictionaryAsync(file => file.Path, file => file.Version, cancellationToken: cancellation);
}
