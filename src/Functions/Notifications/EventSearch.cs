using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Notifications;

/// <summary>
/// What programs are to be told, as CloudEvents 1.0 (docs/ereignisse): what happened and where to look, never a figure. Each is
/// about a state, named by its content, so that it does not matter in which order they arrive.
/// </summary>
internal sealed class EventSearch(
    IFileStore files, IDeliveryLog log, ReportShelf shelf, ReportReleases releases, TimeProvider clock)
{
    /// <summary>Looks for it.</summary>
    /// <param name="rules">Who is told.</param>
    /// <param name="since">Since when.</param>
    /// <param name="told">What has been told already.</param>
    public async Task<IReadOnlyList<Outgoing.Event>> Find(NotificationRules rules, Beginning since, IReadOnlySet<string> told)
    {
        if (rules.Targets.IsEmpty)
            return [];
        List<Happening> happenings =
        [
            .. await Deliveries(since.Since), .. await Reports(since.Since), .. await Withdrawals(since.Since),
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
            new
            {
                datei = judgement.Stamp.File,
                sha256 = judgement.Stamp.Sha256,
                status = ReceiptStatus.Of(judgement.IsAccepted, judgement.IsWithdrawn),
            }));

    // What Controlling sees: the newest version of each report, draft or not; no figure of it is told.
    private async Task<IEnumerable<Happening>> Reports(DateTimeOffset since)
    {
        var written = await files.List(Area.Reports).ToDictionaryAsync(file => file.Path.Text, StringComparer.Ordinal);
        var again = await ReleasedAgain(since);
        return
        [
            .. from report in await shelf.List(new Visitor("", Role.Controlling, []))
               let file = written.GetValueOrDefault(report.File(".json").Text)
               let released = report.IsDraft ? null : again.GetValueOrDefault((report.Summary.Job, report.Summary.Version))
               where (file is not null && file.ModifiedAt >= since) || released is not null
               select new Happening(
                   report.IsDraft ? "report.written" : "report.released", $"{report.Summary.Period}/{report.Summary.Job.Name}",
                   released is null ? file!.ModifiedAt : BerlinTime.Parse(released),
                   DataOf(report.Summary, released)),
        ];
    }

    private static object DataOf(ReportSummary report, string? again)
    {
        var (period, product) = (report.Period.ToString(), report.Job.Product?.Text);
        return again is null
            ? new { periode = period, produkt = product, version = report.Version, vollstaendig = report.IsComplete }
            : new
            {
                periode = period,
                produkt = product,
                version = report.Version,
                vollstaendig = report.IsComplete,
                erneut = again,
            };
    }

    // The same version as was told before: only the time says that it is news.
    private async Task<Dictionary<(ReportJob, int), string>> ReleasedAgain(DateTimeOffset since)
    {
        var again = new Dictionary<(ReportJob, int), string>();
        await foreach (var (job, history) in releases.ReadSince(since))
        {
            foreach (var release in history.Standing)
            {
                if (history.Releases.Any(other => other.Version == release.Version && other.Withdrawal is not null)
                    && BerlinTime.Parse(release.At) >= since)
                    again[(job, release.Version)] = release.At;
            }
        }

        return again;
    }

    // A version can be withdrawn more than once: the time makes each a happening of its own.
    private async Task<List<Happening>> Withdrawals(DateTimeOffset since)
    {
        var withdrawn = new List<Happening>();
        await foreach (var (job, history) in releases.ReadSince(since))
        {
            foreach (var release in history.Releases)
            {
                if (release.Withdrawal is { } withdrawal && BerlinTime.Parse(withdrawal.At) is var at && at >= since)
                    withdrawn.Add(new Happening(
                        "report.withdrawn", $"{job.Period}/{job.Name}", at,
                        new
                        {
                            periode = job.Period.ToString(),
                            produkt = job.Product?.Text,
                            version = release.Version,
                            zurueckgenommen = withdrawal.At,
                        }));
            }
        }

        return withdrawn;
    }

    private async Task<List<Happening>> Catalogues(DateTimeOffset since)
    {
        var published = new List<Happening>();
        await foreach (var file in files.List(Area.PublishedCatalogue))
        {
            if (file.ModifiedAt >= since && await files.ReadAll(Area.PublishedCatalogue, file.Path) is { } content)
                published.Add(new Happening(
                    "catalogue.published", Path.GetFileNameWithoutExtension(file.Path.Name), file.ModifiedAt,
                    new
                    {
                        jahr = Path.GetFileNameWithoutExtension(file.Path.Name),
                        sha256 = Checksum.Of(content),
                    }));
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
}
