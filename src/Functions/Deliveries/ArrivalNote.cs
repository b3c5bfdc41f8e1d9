namespace Produktreport.Functions.Deliveries;

/// <summary>A line of the book of arrivals: when a content was first seen under a path.</summary>
/// <param name="File">The path below the inbox.</param>
/// <param name="Sha256">The SHA-256 of the bytes.</param>
/// <param name="At">The arrival, UTC, whole milliseconds.</param>
/// <param name="Dated">The time the file itself bore, UTC, whole milliseconds.</param>
internal sealed record ArrivalNote(
    [property: JsonPropertyName("datei")] string File,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("eingegangen")] DateTimeOffset At,
    [property: JsonPropertyName("dateizeit")] DateTimeOffset Dated)
{
    /// <summary>That somebody took the content back, or sent it again after that; null where neither was.</summary>
    [JsonPropertyName("zurueckgezogen")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WithdrawalNote? Withdrawal { get; init; }

    /// <summary>The note as a line.</summary>
    public byte[] ToLine() => StoredJson.Line(this);

    /// <summary>The notes of lines. One that was cut off, as by a loss of power, is none: its content is noted again.</summary>
    public static IEnumerable<ArrivalNote> Read(byte[] lines) =>
        StoredJson.ReadLines<ArrivalNote>(lines).Where(note => note is { File: not null, Sha256: not null });
}

/// <summary>A person's decision that a delivery does not count, though its file stays where it is.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why, in the person's words; empty where the decision is undone.</param>
/// <param name="IsUndone">Whether the same content was sent again, so that it counts as before.</param>
internal sealed record WithdrawalNote(
    [property: JsonPropertyName("zeit")] DateTimeOffset At,
    [property: JsonPropertyName("von")] string By,
    [property: JsonPropertyName("grund")] string Reason,
    [property: JsonPropertyName("aufgehoben")] bool IsUndone = false);
