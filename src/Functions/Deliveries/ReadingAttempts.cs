namespace Produktreport.Functions.Deliveries;

/// <summary>
/// Reading that was begun, in <c>protokoll/lesen/{sha256}.json</c> while it lasts: a file that ended the program twice, as by
/// taking all memory, is set aside, so that everything else goes on. Only files that can grow while they are read are noted.
/// </summary>
internal sealed class ReadingAttempts(IFileStore files, TimeProvider clock)
{
    /// <summary>As often a file may end the program.</summary>
    public const int MostDeaths = 2;

    private const string Folder = "lesen/";
    private const long HarmlessBytes = 256 << 10;

    /// <summary>Notes that a file is about to be read.</summary>
    /// <returns>False where it is set aside and is not to be read.</returns>
    public async Task<bool> Begin(FileEntry file, string sha256, CancellationToken cancellation = default)
    {
        if (IsHarmless(file))
            return true;
        var present = await Find(sha256, cancellation);
        if (present?.Deaths >= MostDeaths)
            return false;
        await Write(new Attempt(file.Path.Text, sha256, (present?.Deaths ?? 0) + 1, clock.GetUtcNow()), cancellation);
        return true;
    }

    /// <summary>The file was read, or its reading was broken off in order.</summary>
    public async Task End(FileEntry file, string sha256)
    {
        if (!IsHarmless(file))
            await files.Delete(Area.AuditLog, PathOf(sha256), CancellationToken.None);
    }

    /// <summary>Sets a file aside at once: the memory did not suffice for it.</summary>
    public Task SetAside(FileEntry file, string sha256) =>
        Write(new Attempt(file.Path.Text, sha256, MostDeaths, clock.GetUtcNow()), CancellationToken.None);

    /// <summary>What is set aside and was not dismissed.</summary>
    public async Task<ImmutableArray<Attempt>> List(CancellationToken cancellation = default)
    {
        var found = ImmutableArray.CreateBuilder<Attempt>();
        await foreach (var entry in files.List(Area.AuditLog, Folder, cancellation))
        {
            if (Parse(await files.ReadAll(Area.AuditLog, entry.Path, cancellation)) is { Deaths: MostDeaths } attempt)
                found.Add(attempt);
        }

        return found.ToImmutable();
    }

    /// <summary>The attempt of a content; null where it is not set aside.</summary>
    public async Task<Attempt?> SetAside(string sha256, CancellationToken cancellation = default) =>
        IsHash(sha256) && await Find(sha256, cancellation) is { Deaths: MostDeaths } attempt ? attempt : null;

    /// <summary>Allows a file that is set aside one more try.</summary>
    public Task Allow(Attempt attempt) => Write(attempt with { Deaths = MostDeaths - 1 }, CancellationToken.None);

    /// <summary>Leaves a file aside without showing it any longer.</summary>
    public Task Dismiss(Attempt attempt) => Write(attempt with { Deaths = MostDeaths + 1 }, CancellationToken.None);

    // Text is read row by row. Packed files unfold to any size.
    private static bool IsHarmless(FileEntry file) =>
        file.Length <= HarmlessBytes && InboxNames.IsTaken(file.Path.Name)
        && !file.Path.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    private async Task<Attempt?> Find(string sha256, CancellationToken cancellation) =>
        Parse(await files.ReadAll(Area.AuditLog, PathOf(sha256), cancellation));

    private Task<bool> Write(Attempt attempt, CancellationToken cancellation) => files.Write(
        Area.AuditLog, PathOf(attempt.Sha256), JsonSerializer.SerializeToUtf8Bytes(attempt), WriteCondition.Always, cancellation);

    // One that is damaged is none: the file gets its tries again.
    private static Attempt? Parse(byte[]? json) => StoredJson.TryRead<Attempt>(json);

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static FilePath PathOf(string sha256) => FilePath.Of($"{Folder}{sha256}.json");
}

/// <summary>Reading of a file that was begun and has not ended.</summary>
/// <param name="File">The path below the inbox.</param>
/// <param name="Sha256">Its content.</param>
/// <param name="Deaths">How often it may have ended the program.</param>
/// <param name="Since">When it was last begun.</param>
internal sealed record Attempt(
    [property: JsonPropertyName("datei")] string File,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("abgebrochen")] int Deaths,
    [property: JsonPropertyName("seit")] DateTimeOffset Since);
