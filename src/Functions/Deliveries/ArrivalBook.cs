namespace Produktreport.Functions.Deliveries;

/// <summary>
/// When each content arrived, as noted when it was first seen, in <c>protokoll/eingang-{jahr}-{monat}.jsonl</c>. A note is never
/// changed, and no two contents arrived at the same time. Without notes, as in a folder that was only copied, the times of the
/// files decide (docs/decisions/0027).
/// </summary>
internal sealed class ArrivalBook(IFileStore files, Calendar calendar, TimeProvider clock) : IDisposable
{
    private const string Name = "eingang-";
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private List<Part> parts = [];
    private Arrivals known = new();

    /// <summary>
    /// When a content arrived; noted where it is seen for the first time, or again after another under the same path.
    /// </summary>
    /// <param name="file">The entry its bytes belong to.</param>
    /// <param name="sha256">The SHA-256 of the bytes.</param>
    /// <param name="cancellation">Stops before it is noted.</param>
    /// <exception cref="IOException">The book cannot be read or written.</exception>
    public Task<ArrivalNote> Of(FileEntry file, string sha256, CancellationToken cancellation = default) => WithBook(
        async () =>
        {
            if (known.Of(file.Path.Text, sha256) is { } noted)
                return noted;
            var dated = Floor(file.ModifiedAt);
            var arrival = IsBelieved(dated) ? dated : Later(Floor(clock.GetUtcNow()));
            await Append(new ArrivalNote(file.Path.Text, sha256, arrival, dated), arrival, cancellation);
            // Another process may have been quicker.
            return known.Of(file.Path.Text, sha256) ?? throw new IOException($"The arrival of '{file.Path}' was not noted.");
        },
        cancellation);

    /// <summary>
    /// Files in the order of their arrival. Those not seen yet come as their times say, where these are believed. The others
    /// come after them. A correction comes after what it corrects: <c>q3-korrektur.csv</c> after <c>q3.csv</c>.
    /// </summary>
    public Task<IReadOnlyList<FileEntry>> InOrder(IEnumerable<FileEntry> entries, CancellationToken cancellation = default)
    {
        return WithBook(() => Task.FromResult<IReadOnlyList<FileEntry>>(
            [
                .. entries.OrderBy(ArrivalOf).ThenBy(entry => Floor(entry.ModifiedAt))
                    .ThenBy(entry => entry.Path.Text, NameOrder.Instance),
            ]), cancellation);

        DateTimeOffset ArrivalOf(FileEntry entry) => Floor(entry.ModifiedAt) switch
        {
            var dated when known.Latest(entry.Path.Text) is { } note && note.Dated == dated => note.At,
            var dated when IsBelieved(dated) => dated,
            _ => DateTimeOffset.MaxValue,
        };
    }

    /// <summary>
    /// Notes that somebody took the content under a path back, or sent it again after that. Noted twice it is the same.
    /// </summary>
    /// <returns>False where the content is not the last one seen there.</returns>
    /// <exception cref="IOException">The book cannot be read or written.</exception>
    public Task<bool> Decide(
        FilePath path, string sha256, WithdrawalNote decision, CancellationToken cancellation = default) => WithBook(
        async () =>
        {
            if (known.Of(path.Text, sha256) is not { } note)
                return false;
            if ((note.Withdrawal is null) != decision.IsUndone)
                await Append(note with { Withdrawal = decision }, decision.At, cancellation);
            return true;
        },
        cancellation);

    /// <summary>The contents that were taken back, as far as the book was read.</summary>
    public IReadOnlySet<(string File, string Sha256)> Withdrawn => known.Withdrawn;

    /// <summary>The same, from the book as it stands.</summary>
    public Task<IReadOnlySet<(string File, string Sha256)>> ReadWithdrawn(CancellationToken cancellation = default) =>
        WithBook(() => Task.FromResult(known.Withdrawn), cancellation);

    /// <summary>When a content would arrive that came now: after all others. Nothing is noted.</summary>
    public DateTimeOffset Next() => Later(Floor(clock.GetUtcNow()));

    /// <summary>Whether anything was ever read under a path.</summary>
    public Task<bool> Knows(FilePath path, CancellationToken cancellation = default) =>
        WithBook(() => Task.FromResult(known.Latest(path.Text) is not null), cancellation);

    /// <summary>Whether a file bore a time that had not come when it was noted.</summary>
    public bool IsDatedInFuture(ArrivalNote note) => !files.SetsTimes && note.Dated > note.At;

    public void Dispose() => gate.Dispose();

    // A person can copy a file with an old time, or with one of a clock that is wrong: after what was seen before, it came after
    // it.
    private bool IsBelieved(DateTimeOffset dated) => files.SetsTimes || (dated >= known.LastNoted && dated <= LatestPossible());

    // The end of the day acted on, which a trial may give.
    private DateTimeOffset LatestPossible()
    {
        var (now, dayEnd) = (clock.GetUtcNow(), BerlinTime.At(calendar.Today.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        return now > dayEnd ? now : dayEnd;
    }

    // Also where the clock was put back.
    private DateTimeOffset Later(DateTimeOffset now) => now > known.Last ? now : known.Last + Step;

    private static DateTimeOffset Floor(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % Step.Ticks), TimeSpan.Zero);

    // One at a time, in the book as it stands.
    private async Task<T> WithBook<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            await Refresh(cancellation);
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task Append(ArrivalNote note, DateTimeOffset at, CancellationToken cancellation)
    {
        await files.AppendTo(Area.AuditLog, $"{Name}{BerlinTime.Day(at):yyyy-MM}", note.ToLine(), cancellation);
        await Refresh(cancellation);
    }

    // What was added since: the book is only ever added to. Where anything else has happened to it, it is read anew.
    private async Task Refresh(CancellationToken cancellation)
    {
        var present = await files.ListLogs(Area.AuditLog, Name, cancellation);
        if (present.Select(part => (part.Path, part.Version)).SequenceEqual(parts.Select(part => (part.Path, part.Version))))
            return;
        var isGrown = present.Count >= parts.Count
            && parts.Zip(present).All(pair => pair.First.Path == pair.Second.Path
                && (pair.First == parts[^1] || pair.First.Version == pair.Second.Version));
        var (read, arrivals) = isGrown ? (parts.ToList(), known) : ([], new Arrivals());
        var last = isGrown && read.Count > 0 ? read[^1] : null;
        if (last is not null)
            read.RemoveAt(read.Count - 1);
        foreach (var entry in present.Skip(read.Count))
        {
            var (part, notes) = await Read(entry.Path, last, cancellation);
            foreach (var note in notes)
                arrivals.Add(note);
            read.Add(part);
            last = null;
        }

        (parts, known) = (read, arrivals);
    }

    private async Task<(Part Part, IEnumerable<ArrivalNote> Notes)> Read(
        FilePath path, Part? former, CancellationToken cancellation)
    {
        await using var file = await files.Open(Area.AuditLog, path, cancellation)
            ?? throw new IOException($"'{path}' is gone while it is read.");
        file.Content.Position = Math.Min(former?.Length ?? 0, file.Entry.Length);
        var added = new byte[file.Entry.Length - file.Content.Position];
        await file.Content.ReadExactlyAsync(added, cancellation);
        return (new Part(path, file.Entry.Version, file.Entry.Length), ArrivalNote.Read(added));
    }

    private sealed record Part(FilePath Path, string Version, long Length);
}
