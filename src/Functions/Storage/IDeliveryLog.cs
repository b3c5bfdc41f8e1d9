namespace Produktreport.Functions.Storage;

/// <summary>
/// Which uploads were judged, and by what. An upload is entered when all of its consequences are stored, so that whatever broke
/// off before is found by its missing entry. Two implementations: Table Storage and memory.
/// </summary>
internal interface IDeliveryLog
{
    /// <summary>Enters a judgement in place of the file's former one.</summary>
    Task Enter(Judgement judgement, CancellationToken cancellation = default);

    /// <summary>Strikes out a file that is gone; no error where there is none.</summary>
    Task Remove(string file, CancellationToken cancellation = default);

    /// <summary>The judgement of a file; null where there is none.</summary>
    Task<Judgement?> Find(string file, CancellationToken cancellation = default);

    /// <summary>The judgement of every file.</summary>
    Task<ImmutableArray<Judgement>> List(CancellationToken cancellation = default);
}

/// <summary>That an upload was judged.</summary>
/// <param name="Stamp">Which upload.</param>
/// <param name="Version">The version of the file that was read (<see cref="FileEntry.Version"/>); empty where that could not be.
/// </param>
/// <param name="IsAccepted">Whether its values were taken.</param>
/// <param name="Basis">What it was judged by: the catalogue in force and the deliveries known before. Opaque.</param>
/// <param name="IsOvertaken">Whether it was accepted, but none of its values was current any more.</param>
internal sealed record Judgement(DeliveryStamp Stamp, string Version, bool IsAccepted, string Basis, bool IsOvertaken = false)
{
    /// <summary>Whether its values were not taken because somebody took it back.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Whether its values were not taken for what it is.</summary>
    public bool IsRejected => !IsAccepted && !IsWithdrawn;

    /// <summary>Whether the file could be read; otherwise every run tries again.</summary>
    public bool IsRead => Version.Length > 0;
}
