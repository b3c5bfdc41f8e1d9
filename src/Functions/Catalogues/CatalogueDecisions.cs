namespace Produktreport.Functions.Catalogues;

/// <summary>
/// That a catalogue waits for a person's decision, because accepted deliveries would lose values by it, and what was decided: in
/// <c>protokoll/katalog-entscheidung.json</c>. A decision is about exactly one content of all catalogue files.
/// </summary>
internal sealed class CatalogueDecisions(IFileStore files)
{
    /// <summary>Where the decision lies.</summary>
    public static FilePath Path { get; } = FilePath.Of("katalog-entscheidung.json");

    /// <summary>The catalogue that waits, or was decided about last; null where none ever did.</summary>
    // One that is damaged is asked for again.
    public async Task<CatalogueDecision?> Read(CancellationToken cancellation = default) =>
        StoredJson.TryRead<CatalogueDecision>(await files.ReadAll(Area.AuditLog, Path, cancellation));

    /// <summary>
    /// Whether somebody decided that this catalogue is to be in force all the same; otherwise it waits from now on.
    /// </summary>
    public async Task<bool> Ask(string version, int deliveries, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (await Read(cancellation) is { } present && present.Version == version)
            return present.IsConfirmed;
        await Write(new CatalogueDecision(version, deliveries, now, IsConfirmed: false), cancellation);
        return false;
    }

    /// <summary>Decides that the catalogue that waits is to be in force.</summary>
    /// <returns>False where none waits.</returns>
    public async Task<bool> Confirm(CancellationToken cancellation = default)
    {
        if (await Read(cancellation) is not { IsConfirmed: false } waiting)
            return false;
        await Write(waiting with { IsConfirmed = true }, cancellation);
        return true;
    }

    /// <summary>Nothing waits any more: the files are others, or harmless now.</summary>
    public async Task Settle(CancellationToken cancellation = default)
    {
        if (await Read(cancellation) is { IsConfirmed: false })
            await files.Delete(Area.AuditLog, Path, cancellation);
    }

    private Task<bool> Write(CatalogueDecision decision, CancellationToken cancellation) =>
        files.Write(Area.AuditLog, Path, JsonSerializer.SerializeToUtf8Bytes(decision), WriteCondition.Always, cancellation);
}

/// <summary>A catalogue that takes values from accepted deliveries.</summary>
/// <param name="Version">Identifies the content of all its files.</param>
/// <param name="Deliveries">How many deliveries lose values.</param>
/// <param name="Since">When it was first seen.</param>
/// <param name="IsConfirmed">Whether somebody decided that it is to be in force all the same.</param>
public sealed record CatalogueDecision(
    [property: JsonPropertyName("fassung")] string Version,
    [property: JsonPropertyName("lieferungen")] int Deliveries,
    [property: JsonPropertyName("seit")] DateTimeOffset Since,
    [property: JsonPropertyName("bestaetigt")] bool IsConfirmed);
