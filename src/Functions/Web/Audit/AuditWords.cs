using Produktreport.Core.Tables.Csv;

namespace Produktreport.Functions.Web.Audit;

/// <summary>The audit log in words that people read.</summary>
internal static class AuditWords
{
    private static readonly string[] Columns = ["Zeit", "Wer", "Rolle", "Was", "Objekt", "Zusatz", "Satz"];

    /// <summary>What was done, as a filter names it; the word itself for one that this version does not know.</summary>
    public static string Name(string action) => action switch
    {
        AuditEntry.Uploaded => "Datei geliefert",
        AuditEntry.Replaced => "Datei ersetzt",
        AuditEntry.TakenBack => "Lieferung zurückgezogen",
        AuditEntry.DraftRead => "Entwurf gelesen",
        AuditEntry.SignedIn => "Angemeldet",
        AuditEntry.Refused => "Anmeldung abgelehnt",
        AuditEntry.Released => "Freigegeben",
        AuditEntry.Proposed => "Zur Freigabe vorgeschlagen",
        AuditEntry.Withdrawn => "Freigabe zurückgenommen",
        AuditEntry.Repeated => "Störung wiederholt",
        AuditEntry.Dismissed => "Störung verworfen",
        AuditEntry.AccessCreated => "Zugang angelegt",
        AuditEntry.AccessChanged => "Zugang geändert",
        AuditEntry.AccessBlocked => "Zugang gesperrt",
        AuditEntry.AccessOpened => "Zugang entsperrt",
        AuditEntry.SecretRenewed => "Kennwort erneuert",
        AuditEntry.CatalogueConfirmed => "Katalog in Kraft gesetzt",
        _ => action,
    };

    /// <summary>A line as a sentence.</summary>
    public static string Sentence(AuditEntry entry) => Predicate(entry) is { } predicate
        ? $"{(entry.By.Length == 0 ? "Jemand ohne Anmeldung" : entry.By)} {predicate}."
        : $"{entry.By}: {entry.Action} {entry.Object} {entry.Detail}".Trim();

    /// <summary>Lines as CSV, in the order in which they are given.</summary>
    public static byte[] Csv(IEnumerable<AuditEntry> entries)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, Columns);
        foreach (var entry in entries)
            CsvText.AppendLine(text,
                [entry.At, entry.By, entry.Role, entry.Action, entry.Object, entry.Detail ?? "", Sentence(entry)]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>When it was, as pages say it.</summary>
    public static string Time(AuditEntry entry) =>
        BerlinTime.Text(BerlinTime.Parse(entry.At));

    private static string? Predicate(AuditEntry entry)
    {
        var detail = string.IsNullOrEmpty(entry.Detail) ? "" : $" ({entry.Detail})";
        return entry.Action switch
        {
            AuditEntry.Uploaded => $"hat die Datei {entry.Object} geliefert",
            AuditEntry.Replaced => $"hat die Datei {entry.Object} ersetzt; die frühere heißt {entry.Detail}",
            AuditEntry.TakenBack => $"hat die Lieferung {entry.Object} zurückgezogen{detail}",
            AuditEntry.DraftRead => $"hat {Draft(entry.Object)} gelesen{detail}",
            AuditEntry.SignedIn => $"hat sich angemeldet, von {entry.Object}",
            AuditEntry.Refused => $"wurde nicht hereingelassen, von {entry.Object}",
            AuditEntry.Released => $"hat {Report(entry.Object)} freigegeben{detail}",
            AuditEntry.Proposed => $"hat {Report(entry.Object)} zur Freigabe vorgeschlagen{detail}",
            AuditEntry.Withdrawn => $"hat die Freigabe für {Report(entry.Object)} zurückgenommen{detail}",
            AuditEntry.Repeated => $"hat eine Störung wiederholt: {entry.Object}{detail}",
            AuditEntry.Dismissed => $"hat eine Störung verworfen: {entry.Object}{detail}",
            AuditEntry.AccessCreated => $"hat den Zugang „{entry.Object}“ angelegt{detail}",
            AuditEntry.AccessChanged => $"hat den Zugang „{entry.Object}“ geändert{detail}",
            AuditEntry.AccessBlocked => $"hat den Zugang „{entry.Object}“ gesperrt",
            AuditEntry.AccessOpened => $"hat den Zugang „{entry.Object}“ entsperrt",
            AuditEntry.SecretRenewed => $"hat dem Zugang „{entry.Object}“ ein neues Kennwort gegeben",
            AuditEntry.CatalogueConfirmed => $"hat den geänderten Katalog in Kraft gesetzt{detail}",
            _ => null,
        };
    }

    // „2026-Q3/1111.pdf“, „2026-Q3.zip“.
    private static string Draft(string subject) => subject.EndsWith(".zip", StringComparison.Ordinal)
        ? $"Entwürfe von {Period(subject[..^4])}"
        : $"den Entwurf von {Report(subject)}";

    // „2026-Q3/1111“ as people say it; as it stands where it is none.
    private static string Report(string subject) =>
        subject.Split('/') is [var period, var name]
            ? name.StartsWith("gesamt", StringComparison.Ordinal)
                ? $"Gesamtbericht{name["gesamt".Length..]}, {Period(period)}"
                : $"Bericht {name}, {Period(period)}"
            : subject;

    private static string Period(string text) =>
        PeriodText.TryParse(text, out var period) ? GermanFormat.Name(period) : text;
}
