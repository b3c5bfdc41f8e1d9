namespace Produktreport.Functions.Catalogues;

/// <summary>
/// The catalogue in force today, for what every page shows of the county. A page must appear, and say what is wrong, while the
/// storage does not answer: it then shows what was last known, or nothing.
/// </summary>
internal sealed class CountyInForce(PublishedCatalogues published, Calendar calendar, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private volatile Known? last;

    private sealed record Known(Catalogue? Catalogue, DateTimeOffset At);

    /// <summary>The catalogue as it was at most half a minute ago; null where there is none, or none is known yet.</summary>
    public async Task<Catalogue?> Find()
    {
        if (last is { } known && clock.GetUtcNow() - known.At < Kept)
            return known.Catalogue;
        var reading = Read();
        await ((Task)reading).WaitAsync(Patience, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return reading.IsCompletedSuccessfully ? await reading : last?.Catalogue;
    }

    private async Task<Catalogue?> Read()
    {
        var catalogue = (await published.InForce()).Catalogues.For(calendar.Today.Year);
        last = new Known(catalogue, clock.GetUtcNow());
        return catalogue;
    }
}
