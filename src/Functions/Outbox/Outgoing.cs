namespace Produktreport.Functions.Outbox;

/// <summary>Something to be sent, as it lies in the outbox. Closed.</summary>
/// <param name="Id">Names it, and its file.</param>
/// <param name="To">The e-mail address or https address.</param>
/// <param name="Covers">What has been told once it is sent.</param>
/// <param name="CreatedAt">When it was put into the outbox.</param>
[JsonDerivedType(typeof(Mail), "mail")]
[JsonDerivedType(typeof(Event), "ereignis")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "art")]
internal abstract record Outgoing(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("an")] string To,
    [property: JsonPropertyName("umfasst")] ImmutableArray<string> Covers,
    [property: JsonPropertyName("seit")] DateTimeOffset CreatedAt)
{
    /// <summary>How often it was tried.</summary>
    [JsonPropertyName("versuche")]
    public int Tries { get; init; }

    /// <summary>When it is tried next; null = at once.</summary>
    [JsonPropertyName("naechster")]
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Why it could not be sent, in German; null where nothing was tried yet.</summary>
    [JsonPropertyName("fehler")]
    public string? Fault { get; init; }

    /// <summary>What it is, for people.</summary>
    [JsonIgnore]
    public abstract string Title { get; }

    /// <summary>Reads a file of the outbox.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Outgoing Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Outgoing>(json, StoredJson.Indented) ?? throw new JsonException("The file holds no message.");

    /// <summary>The file's bytes.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Indented);

    public sealed record Mail(string Id, string To, ImmutableArray<string> Covers, DateTimeOffset CreatedAt)
        : Outgoing(Id, To, Covers, CreatedAt)
    {
        /// <summary>Who it comes from.</summary>
        [JsonPropertyName("von")]
        public required string From { get; init; }

        /// <summary>Where answers go; null = to the sender.</summary>
        [JsonPropertyName("antwortAn")]
        public string? AnswersTo { get; init; }

        /// <summary>The distribution list; null for none.</summary>
        [JsonPropertyName("verteiler")]
        public string? List { get; init; }

        [JsonPropertyName("betreff")]
        public required string Subject { get; init; }

        /// <summary>As plain text.</summary>
        [JsonPropertyName("text")]
        public required string Plain { get; init; }

        /// <summary>As HTML.</summary>
        [JsonPropertyName("html")]
        public required string Html { get; init; }

        /// <summary>What comes with it.</summary>
        [JsonPropertyName("anhaenge")]
        public ImmutableArray<Enclosure> Enclosures { get; init; } = [];

        public override string Title => $"Nachricht „{Subject}“ an {To}";
    }

    /// <summary>An event for a program.</summary>
    public sealed record Event(string Id, string To, ImmutableArray<string> Covers, DateTimeOffset CreatedAt)
        : Outgoing(Id, To, Covers, CreatedAt)
    {
        /// <summary>Its kind: <c>report.released</c>.</summary>
        [JsonPropertyName("ereignis")]
        public required string Kind { get; init; }

        /// <summary>The CloudEvent as JSON.</summary>
        [JsonPropertyName("inhalt")]
        public required string Body { get; init; }

        /// <summary>Whether its address may be one of the county's own network.</summary>
        [JsonPropertyName("intern")]
        public bool MayBePrivate { get; init; }

        public override string Title => $"Ereignis {Kind} an {To}";
    }
}

/// <summary>A file that comes with a mail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Enclosure(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("typ")] string ContentType,
    [property: JsonPropertyName("inhalt")] byte[] Content);
