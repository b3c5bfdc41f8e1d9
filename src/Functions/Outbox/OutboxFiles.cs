namespace Produktreport.Functions.Outbox;

/// <summary>
/// What is to be sent lies in <c>postausgang/wartet/</c>, what was given up on in <c>postausgang/aufgegeben/</c>. The book of
/// what has been told has a file a month. A message leaves <c>wartet</c> only after the book has it or <c>aufgegeben</c> does,
/// so that a crash at any point loses none. At worst it is sent again, under the same name.
/// </summary>
internal sealed partial class OutboxFiles(IFileStore files, Calendar calendar, TimeProvider clock, ILogger<OutboxFiles> log)
{
    /// <summary>How long the book remembers: nothing older is told any more.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(60);

    private const string Waiting = "wartet/";
    private const string GivenUp = "aufgegeben/";
    private const string Book = "gesagt-";
    private static readonly FilePath BeginningPath = FilePath.Of("beginn.json");

    /// <summary>
    /// Since when messages are sent: the first time anybody asks. What was before, nobody is told of.
    /// </summary>
    public async Task<Beginning> Begin(CancellationToken cancellation = default)
    {
        var now = JsonSerializer.SerializeToUtf8Bytes(new Beginning(clock.GetUtcNow(), calendar.Today));
        await files.Write(Area.Outbox, BeginningPath, now, WriteCondition.IfAbsent, cancellation);
        return (await FindBeginning(cancellation))!;
    }

    /// <summary>The same; null where nothing was sent yet.</summary>
    public async Task<Beginning?> FindBeginning(CancellationToken cancellation = default) =>
        await files.ReadAll(Area.Outbox, BeginningPath, cancellation) is { } json
            ? JsonSerializer.Deserialize<Beginning>(json)
            : null;

    /// <summary>What has been told, waits to be told or was given up on: nobody is told it again.</summary>
    public async Task<HashSet<string>> Told(CancellationToken cancellation = default)
    {
        var told = await Sent(cancellation);
        foreach (var waiting in (await List(Waiting, cancellation)).Concat(await List(GivenUp, cancellation)))
            told.UnionWith(waiting.Message.Covers);
        return told;
    }

    /// <summary>Puts a message into the outbox; nothing where it is there already.</summary>
    public Task Put(Outgoing message, CancellationToken cancellation = default) =>
        files.Write(Area.Outbox, PathOf(Waiting, message.Id), message.Write(), WriteCondition.IfAbsent, cancellation);

    /// <summary>
    /// What waits, oldest first. What a crash left behind, sent or given up on already, is cleared away.
    /// </summary>
    public async Task<IReadOnlyList<StoredMessage>> ListWaiting(CancellationToken cancellation = default)
    {
        var waiting = await List(Waiting, cancellation);
        if (waiting.Count == 0)
            return waiting;
        var sent = await Sent(cancellation);
        var givenUp = (await List(GivenUp, cancellation)).Select(stored => stored.Message.Id).ToHashSet();
        var open = new List<StoredMessage>();
        foreach (var stored in waiting)
        {
            if (givenUp.Contains(stored.Message.Id) || sent.IsSupersetOf(stored.Message.Covers))
                await files.Delete(Area.Outbox, PathOf(Waiting, stored.Message.Id), cancellation);
            else
                open.Add(stored);
        }

        return open;
    }

    /// <summary>What was given up on, oldest first.</summary>
    public async Task<IReadOnlyList<Outgoing>> ListGivenUp(CancellationToken cancellation = default) =>
        [.. (await List(GivenUp, cancellation)).Select(stored => stored.Message)];

    /// <summary>
    /// Takes a message to send it: notes the try and the time of the next one first, so that one that ends the program is not
    /// tried for ever.
    /// </summary>
    /// <returns>As it is noted; null where another process has it.</returns>
    public async Task<Outgoing?> Take(StoredMessage stored, TimeSpan pause, CancellationToken cancellation = default)
    {
        var message = stored.Message;
        var taken = message with { Tries = message.Tries + 1, NextAt = clock.GetUtcNow() + pause };
        var condition = WriteCondition.IfVersion(stored.Version);
        return await files.Write(Area.Outbox, PathOf(Waiting, message.Id), taken.Write(), condition, cancellation) ? taken : null;
    }

    /// <summary>It was sent.</summary>
    public async Task Settle(Outgoing message)
    {
        await Enter(message);
        await files.Delete(Area.Outbox, PathOf(Waiting, message.Id));
    }

    /// <summary>It could not be sent now.</summary>
    public Task Postpone(Outgoing message, string fault) => files.Write(
        Area.Outbox, PathOf(Waiting, message.Id), (message with { Fault = fault }).Write(), WriteCondition.Always);

    /// <summary>It cannot be sent.</summary>
    public async Task GiveUp(Outgoing message, string fault)
    {
        var given = (message with { Fault = fault }).Write();
        await files.Write(Area.Outbox, PathOf(GivenUp, message.Id), given, WriteCondition.Always);
        await files.Delete(Area.Outbox, PathOf(Waiting, message.Id));
    }

    /// <summary>Has a message that was given up on sent once more.</summary>
    public async Task Repeat(Outgoing message)
    {
        var again = (message with { Tries = 0, NextAt = null, CreatedAt = clock.GetUtcNow() }).Write();
        await files.Delete(Area.Outbox, PathOf(Waiting, message.Id));
        await files.Write(Area.Outbox, PathOf(Waiting, message.Id), again, WriteCondition.Always);
        await files.Delete(Area.Outbox, PathOf(GivenUp, message.Id));
    }

    /// <summary>Forgets a message that was given up on: what it says is not told.</summary>
    public async Task Dismiss(Outgoing message)
    {
        await Enter(message);
        await files.Delete(Area.Outbox, PathOf(GivenUp, message.Id));
    }

    private Task Enter(Outgoing message)
    {
        var at = BerlinTime.Iso(clock.GetUtcNow());
        var lines = message.Covers.SelectMany(key => StoredJson.Line(new BookLine(key, message.Id, at)));
        return files.AppendTo(Area.Outbox, $"{Book}{BerlinTime.Day(clock.GetUtcNow()):yyyy-MM}", lines.ToArray());
    }

    private async Task<HashSet<string>> Sent(CancellationToken cancellation)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var today = BerlinTime.Day(clock.GetUtcNow());
        for (var month = BerlinTime.Day(clock.GetUtcNow() - Remembered); ; month = month.AddMonths(1))
        {
            var lines = await files.ReadLines(Area.Outbox, $"{Book}{month:yyyy-MM}", cancellation);
            // A line that a crash cut off is none: what it stood for is told again.
            told.UnionWith(StoredJson.ReadLines<BookLine>(lines).Select(line => line.Key));
            if ((month.Year, month.Month) == (today.Year, today.Month))
                return told;
        }
    }

    private async Task<List<StoredMessage>> List(string folder, CancellationToken cancellation)
    {
        var found = new List<StoredMessage>();
        await foreach (var entry in files.List(Area.Outbox, folder, cancellation))
        {
            await using var file = await files.Open(Area.Outbox, entry.Path, cancellation);
            if (file is null)
                continue;
            try
            {
                found.Add(new StoredMessage(Outgoing.Read(await file.ReadAll(cancellation)), file.Entry.Version));
            }
            catch (JsonException damage)
            {
                Damaged(log, damage, entry.Path.Text);
            }
        }

        return [.. found.OrderBy(stored => stored.Message.CreatedAt).ThenBy(stored => stored.Message.Id, StringComparer.Ordinal)];
    }

    private static FilePath PathOf(string folder, string id) => FilePath.Of($"{folder}{id}.json");

    [LoggerMessage(3401, LogLevel.Error, "The message '{File}' of the outbox cannot be read and is passed over.")]
    private static partial void Damaged(ILogger log, Exception damage, string file);
}

/// <summary>A message as it lies in the outbox.</summary>
/// <param name="Message">The message.</param>
/// <param name="Version">The version of its file.</param>
internal sealed record StoredMessage(Outgoing Message, string Version);

/// <summary>Since when messages are sent.</summary>
/// <param name="Since">The time.</param>
/// <param name="Day">The calendar day.</param>
internal sealed record Beginning(
    [property: JsonPropertyName("seit")] DateTimeOffset Since, [property: JsonPropertyName("tag")] DateOnly Day);

/// <summary>A line of the book: that something was told.</summary>
/// <param name="Key">What and whom.</param>
/// <param name="Id">With which message.</param>
/// <param name="At">When, Berlin time.</param>
internal sealed record BookLine(
    [property: JsonPropertyName("was")] string Key,
    [property: JsonPropertyName("nachricht")] string Id,
    [property: JsonPropertyName("am")] string At);
