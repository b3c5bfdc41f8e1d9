namespace Produktreport.Functions.Storage.Azure;

/// <summary>
/// The figures of every product as they were last read. They are used as long as the rows of all files are the same. Every
/// change of a file writes its row before it touches a value, and again when it is done. Figures are kept only where the rows
/// were the same, and none of them changing, before and after reading. One set is kept, and one is read at a time.
/// </summary>
/// <param name="rows">Reads the rows of all files.</param>
/// <param name="read">Reads the figures.</param>
internal sealed class LastFigures(Func<CancellationToken, Task<List<DeliveryRow>>> rows,
    Func<CancellationToken, Task<FigureSet>> read) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Known? last;

    private sealed record Known(string State, FigureSet Figures);

    /// <summary>The figures as they stand, the same object while nothing has changed.</summary>
    public async Task<FigureSet> Get(CancellationToken cancellation)
    {
        if (Find(await State(cancellation)) is { } known)
            return known;
        await reading.WaitAsync(cancellation);
        try
        {
            var before = await State(cancellation);
            if (Find(before) is { } readMeanwhile)
                return readMeanwhile;
            last = null;
            var figures = await read(cancellation);
            if (before is not null && await State(cancellation) == before)
                last = new Known(before, figures);
            return figures;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private FigureSet? Find(string? state) => last is { } known && known.State == state ? known.Figures : null;

    // Null while a file is being changed: its values then become others without a trace in its row.
    private async Task<string?> State(CancellationToken cancellation)
    {
        var present = await rows(cancellation);
        return present.Any(row => row.IsChanging) ? null : string.Join('\n', present.Select(row => $"{row.Path} {row.Version}"));
    }
}
