using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Notifications;

/// <summary>
/// What programs are to be told, as CloudEvents 1.0 (docs/ereignisse): what happened and where to look, never a figure. Each is
/// about a state, named by its content, so that it does not matter in which order they arrive.
/// </summary>
internal sealed class EventSearch(
    IFileStore files, IDeliveryLog log, VisibleReports visibleReports, ReportReleases releases, TimeProvider clock)
{
    /// <summary>Looks for it.</summary>
    /// <param name="rules">Who is told.</param>
    /// <param name="since">Since when.</param>
    /// <param name="told">What has been told already.</param>
    public async Task<IReadOnlyList<Outgoing.Event>> Find(NotificationRules rules, Beginning since, IReadOnlySet<string> told)
    {
        if (rules.Targets.IsEmpty)
            return [];
        var recorded = await releases.ReadSince(since.Since).ToListAsync();
        List<Happening> happenings =
        [
            .. await Deliveries(since.Since), .. await Reports(since.Since, recorded), .. Withdrawals(since.Since, recorded),
            .. await Catalogues(since.Since),
        ];
        var source = rules.Portal?.AbsoluteUri.TrimEnd('/') ?? "urn:produktreport";
        return
        [
            .. from target in rules.Targets
               from happening in happenings
               where target.Kinds.IsEmpty || target.Kinds.Contains(happening.Kind)
               let key = $"{happening.Key} {target.Address}"
               where !told.Contains(key)
               select new Outgoing.Event(IdOf(key), target.Address.AbsoluteUri, [key], clock.GetUtcNow())
               {
                   Kind = happening.Kind,
                   MayBePrivate = target.MayBePrivate,
                   Body = BodyOf(happening, source),
               },
        ];
    }

    private async Task<IEnumerable<Happening>> Deliveries(DateTimeOffset since) =>
        (await log.List()).Where(judgement => judgement.Stamp.ReceivedAt >= since).Select(judgement => new Happening(
            "delivery.judged", judgement.Stamp.File, judgement.Stamp.ReceivedAt,
            new DeliveryFacts(
                judgement.Stamp.File, judgement.Stamp.Sha256, ReceiptStatus.Of(judgement.IsAccepted, judgement.IsWithdrawn))));

    // What Controlling sees: the newest version of each report, draft or not; no figure of it is told. Of a version that was told
    // before only the time says that it is news.
    private async Task<IEnumerable<Happening>> Reports(
        DateTimeOffset since, List<(ReportJob Job, ReleaseHistory History)> recorded)
    {
        var again =
            (from each in recorded
             from release in each.History.Standing
             where BerlinTime.Parse(release.At) >= since
                 && each.History.Releases.Any(other => other.Version == release.Version && other.Withdrawal is not null)
             group release.At by (each.Job, release.Version)).ToDictionary(each => each.Key, each => each.Last());
        return
            from report in await visibleReports.ListWritten(new Visitor("", Role.Controlling, []))
            let summary = report.Visible.Summary
            let released = report.Visible.IsDraft ? null : again.GetValueOrDefault((summary.Job, summary.Version))
            where report.Json?.ModifiedAt >= since || released is not null
            select new Happening(
                report.Visible.IsDraft ? "report.written" : "report.released", summary.Job.Stem,
                released is null ? report.Json!.ModifiedAt : BerlinTime.Parse(released),
                new ReportFacts(
                    summary.Period.ToString(), summary.Job.Product?.Text, summary.Version, summary.IsComplete, released));
    }

    // A version can be withdrawn more than once: the time makes each a happening of its own.
    private static IEnumerable<Happening> Withdrawals(
        DateTimeOffset since, List<(ReportJob Job, ReleaseHistory History)> recorded) =>
        from each in recorded
        from release in each.History.Releases
        where release.Withdrawal is { } withdrawal && BerlinTime.Parse(withdrawal.At) >= since
        select new Happening(
            "report.withdrawn", each.Job.Stem, BerlinTime.Parse(release.Withdrawal!.At),
            new WithdrawalFacts(
                each.Job.Period.ToString(), each.Job.Product?.Text, release.Version, release.Withdrawal.At));

    private async Task<List<Happening>> Catalogues(DateTimeOffset since)
    {
        var published = new List<Happening>();
        await foreach (var file in files.List(Area.PublishedCatalogue))
        {
            var year = Path.GetFileNameWithoutExtension(file.Path.Name);
            if (file.ModifiedAt >= since && await files.ReadAll(Area.PublishedCatalogue, file.Path) is { } content)
                published.Add(new Happening(
                    "catalogue.published", year, file.ModifiedAt, new CatalogueFacts(year, Checksum.Of(content))));
        }

        return published;
    }

    private static string BodyOf(Happening happening, string source) => JsonSerializer.Serialize(
        new
        {
            specversion = "1.0",
            id = IdOf(happening.Key),
            source,
            type = happening.Kind,
            subject = happening.Subject,
            time = BerlinTime.Iso(happening.At),
            datacontenttype = "application/json",
            data = happening.Data,
        },
        StoredJson.Readable);

    private static string IdOf(string key) => Checksum.Of(key)[..32];

    private sealed record Happening(string Kind, string Subject, DateTimeOffset At, object Data)
    {
        /// <summary>Names it by what it says.</summary>
        public string Key => $"{Kind} {Subject} {JsonSerializer.Serialize(Data, StoredJson.Readable)}";
    }

    private sealed record DeliveryFacts(
        [property: JsonPropertyName("datei")] string File,
        [property: JsonPropertyName("sha256")] string Sha256,
        [property: JsonPropertyName("status")] string Status);

    private sealed record ReportFacts(
        [property: JsonPropertyName("periode")] string Period,
        [property: JsonPropertyName("produkt")] string? Product,
        [property: JsonPropertyName("version")] int Version,
        [property: JsonPropertyName("vollstaendig")] bool IsComplete,
        [property: JsonPropertyName("erneut"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        string? ReleasedAgain);

    private sealed record WithdrawalFacts(
        [property: JsonPropertyName("periode")] string Period,
        [property: JsonPropertyName("produkt")] string? Product,
        [property: JsonPropertyName("version")] int Version,
        [property: JsonPropertyName("zurueckgenommen")] string WithdrawnAt);

    private sealed record CatalogueFacts(
        [property: JsonPropertyName("jahr")] string Year, [property: JsonPropertyName("sha256")] string Sha256);
}
