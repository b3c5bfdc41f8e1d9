namespace Produktreport.Functions.Reports;

/// <summary>All releases of one report.</summary>
/// <param name="Releases">Oldest first, those that were withdrawn among them.</param>
public sealed record ReleaseHistory([property: JsonPropertyName("freigaben")] ImmutableArray<Release> Releases)
{
    /// <summary>Never released.</summary>
    public static ReleaseHistory None { get; } = new([]);

    /// <summary>What waits for a second person; null for nothing.</summary>
    [JsonPropertyName("vorschlag"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReleaseProposal? Proposal { get; init; }

    /// <summary>Those that nobody withdrew, oldest first: what readers can have.</summary>
    [JsonIgnore]
    public IEnumerable<Release> Standing => Releases.Where(release => release.Withdrawal is null);

    /// <summary>The last one that stands; null for none.</summary>
    [JsonIgnore]
    public Release? Latest => Standing.LastOrDefault();

    /// <summary>Whether exactly this version with this content was released, and still is.</summary>
    public bool Covers(int version, string fingerprint) =>
        Standing.Any(release => release.Version == version && release.Fingerprint == fingerprint);

    /// <summary>Whether a version was released, and still is.</summary>
    public bool Stands(int version) => Standing.Any(release => release.Version == version);

    /// <summary>The state of a version with this content.</summary>
    public ReportState StateOf(int version, string fingerprint) =>
        Covers(version, fingerprint) ? ReportState.Released : ReportState.Draft;

    /// <summary>What became of a version last: its release, withdrawn or not; null where it never was released.</summary>
    public Release? LastOf(int version) => Releases.LastOrDefault(release => release.Version == version);

    /// <summary>
    /// Since when readers get a release: since it was released, or since the last one after it was withdrawn.
    /// </summary>
    public DateTimeOffset InForceSince(Release release) =>
        Releases.SkipWhile(each => each != release).Select(each => each.Withdrawal?.At ?? release.At)
            .Select(BerlinTime.Parse).Max();

    /// <summary>With another release; null where that version is released already.</summary>
    public ReleaseHistory? With(Release release) =>
        Covers(release.Version, release.Fingerprint) ? null : new ReleaseHistory(Releases.Add(release));

    /// <summary>With the last release withdrawn; null where another version is the last one.</summary>
    public ReleaseHistory? Without(int version, ReleaseWithdrawal withdrawal) =>
        Latest is { } latest && latest.Version == version
            ? this with { Releases = Releases.Replace(latest, latest with { Withdrawal = withdrawal }) }
            : null;
}

/// <summary>One release.</summary>
/// <param name="Version">The released version.</param>
/// <param name="Fingerprint">What it shows, see <see cref="Core.Reports.ReportFingerprint"/>.</param>
/// <param name="By">Who released it.</param>
/// <param name="At">When, in Berlin time with offset.</param>
public sealed record Release(
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("fingerabdruck")] string Fingerprint,
    [property: JsonPropertyName("von")] string By,
    [property: JsonPropertyName("am")] string At)
{
    /// <summary>What was noted with it, for colleagues; null for nothing.</summary>
    [JsonPropertyName("vermerk"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>Who proposed it, where two persons are needed; null otherwise.</summary>
    [JsonPropertyName("vorgeschlagenVon"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProposedBy { get; init; }

    /// <summary>That it counts no more; null where it stands.</summary>
    [JsonPropertyName("ruecknahme"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReleaseWithdrawal? Withdrawal { get; init; }
}

/// <summary>That a release counts no more.</summary>
/// <param name="By">Who withdrew it.</param>
/// <param name="At">When, in Berlin time with offset.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseWithdrawal(
    [property: JsonPropertyName("von")] string By,
    [property: JsonPropertyName("am")] string At,
    [property: JsonPropertyName("grund")] string Reason);

/// <summary>That somebody wants a version released, where a second person has to agree.</summary>
/// <param name="Version">The version.</param>
/// <param name="Fingerprint">What it shows.</param>
/// <param name="By">Who proposes it.</param>
/// <param name="At">When, in Berlin time with offset.</param>
public sealed record ReleaseProposal(
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("fingerabdruck")] string Fingerprint,
    [property: JsonPropertyName("von")] string By,
    [property: JsonPropertyName("am")] string At)
{
    /// <summary>What was noted with it; null for nothing.</summary>
    [JsonPropertyName("vermerk"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>Whether it is about exactly this.</summary>
    public bool IsAbout(int version, string fingerprint) => Version == version && Fingerprint == fingerprint;
}
