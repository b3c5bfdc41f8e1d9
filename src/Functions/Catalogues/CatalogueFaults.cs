namespace Produktreport.Functions.Catalogues;

/// <summary>
/// Which years' files are not in force as they lie there, in <c>protokoll/katalog-stand.json</c>: so little that every page can
/// say it. What is wrong stands on the years' receipts.
/// </summary>
internal sealed class CatalogueFaults(IFileStore files, TimeProvider clock)
{
    // Every page asks. What this process publishes it knows at once; another's is news soon enough.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private volatile Known? last;

    private static FilePath Path { get; } = FilePath.Of("katalog-stand.json");

    /// <summary>The years that are not in force as they lie there, as of the last seconds.</summary>
    public async Task<ImmutableArray<CatalogueFault>> Read(CancellationToken cancellation = default) =>
        last is { } known && clock.GetElapsedTime(known.At) < Remembered
            ? known.Years
            : Remember(Parse(await files.ReadAll(Area.AuditLog, Path, cancellation)));

    /// <summary>Keeps what a publication found; nothing is written where nothing is new.</summary>
    public async Task Keep(IEnumerable<CatalogueFault> years, CancellationToken cancellation = default)
    {
        ImmutableArray<CatalogueFault> found = [.. years];
        if (!Parse(await files.ReadAll(Area.AuditLog, Path, cancellation)).SequenceEqual(found))
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(new CatalogueFaultList(found));
            await files.Write(Area.AuditLog, Path, json, WriteCondition.Always, cancellation);
        }

        Remember(found);
    }

    private ImmutableArray<CatalogueFault> Remember(ImmutableArray<CatalogueFault> years)
    {
        last = new Known(years, clock.GetTimestamp());
        return years;
    }

    // What is damaged the next publication says again.
    private static ImmutableArray<CatalogueFault> Parse(byte[]? json) =>
        StoredJson.TryRead<CatalogueFaultList>(json)?.Years ?? [];

    private sealed record Known(ImmutableArray<CatalogueFault> Years, long At);
}

/// <summary>The years that are not in force as they lie there.</summary>
internal sealed record CatalogueFaultList([property: JsonPropertyName("jahre")] ImmutableArray<CatalogueFault> Years);

/// <summary>A year whose files are not in force.</summary>
/// <param name="Year">The year: the name of its folder.</param>
/// <param name="Errors">How many errors its receipt names.</param>
/// <param name="Waits">Whether it is right as such, and waits for a decision because accepted deliveries would lose
/// values.</param>
public sealed record CatalogueFault(
    [property: JsonPropertyName("jahr")] string Year,
    [property: JsonPropertyName("fehler")] int Errors,
    [property: JsonPropertyName("wartet")] bool Waits);
