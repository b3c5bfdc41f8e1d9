namespace Produktreport.Functions.Deliveries;

/// <summary>
/// The arrivals that notes tell of, in the order of the notes: the same for the same notes, whoever wrote them.
/// </summary>
internal sealed class Arrivals
{
    private readonly Dictionary<string, ArrivalNote> latest = new(StringComparer.Ordinal);
    private readonly HashSet<DateTimeOffset> taken = [];

    /// <summary>The last arrival; the earliest time there is where nothing has arrived.</summary>
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The latest time that stands in a note; the earliest there is where nothing has arrived.</summary>
    public DateTimeOffset LastNoted { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Adds a note. Of two processes that note the same content at once, the first one's counts.</summary>
    public void Add(ArrivalNote note)
    {
        var isDecision = note.Withdrawal is not null;
        if (note.Withdrawal is { IsUndone: true })
            note = note with { Withdrawal = null };
        if (Of(note.File, note.Sha256) is { } present)
        {
            if (isDecision)
                latest[note.File] = present with { Withdrawal = note.Withdrawal };
            return;
        }

        if (note.At > LastNoted)
            LastNoted = note.At;
        // Blob Storage tells seconds only: what arrived within one counts in the order in which it was seen.
        while (!taken.Add(note.At))
            note = note with { At = note.At.AddMilliseconds(1) };
        latest[note.File] = note;
        if (note.At > Last)
            Last = note.At;
    }

    /// <summary>The note of a content; null where it is not the last one seen under its path.</summary>
    public ArrivalNote? Of(string file, string sha256) => Latest(file) is { } note && note.Sha256 == sha256 ? note : null;

    /// <summary>The contents that somebody took back, of those last seen under their paths.</summary>
    public IReadOnlySet<(string File, string Sha256)> Withdrawn => latest.Values.Where(note => note.Withdrawal is not null)
        .Select(note => (note.File, note.Sha256)).ToHashSet();

    /// <summary>The note of the last content seen under a path; null where there was none.</summary>
    public ArrivalNote? Latest(string file) => latest.GetValueOrDefault(file);
}
