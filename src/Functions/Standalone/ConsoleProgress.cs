using Produktreport.Core.Findings;
using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Standalone;

/// <summary>What a standalone run tells the person who started it, line by line.</summary>
internal sealed class ConsoleProgress(TextWriter output)
{
    // Of a year; all of them stand on its receipt.
    private const int MostErrors = 10;

    /// <summary>The data folder, and the day acted on.</summary>
    public void Started(string folder, DateOnly today, bool isNew)
    {
        output.WriteLine($"Produktreport · Daten in {folder} · Stand {GermanFormat.Date(today)}");
        if (isNew)
            output.WriteLine("  Datenordner neu angelegt aus dem Beispielkreis (beispiel/).");
    }

    /// <summary>What became of the catalogue.</summary>
    public void Catalogue(CatalogueOutcome outcome)
    {
        if (outcome.Years.Length == 0)
            output.WriteLine("✘ Kein Katalog gefunden: erwartet wird katalog/{jahr}/rahmen.yaml im Datenordner.");
        foreach (var year in outcome.Years)
        {
            output.WriteLine(year.IsValid
                ? $"✔ Katalog {year.Name}: {Count(year.Products, "Produkt", "Produkte")}{Remarks(year.Findings)}"
                : $"✘ Katalog {year.Name} ist fehlerhaft und gilt nicht{Remarks(year.Findings)} → "
                    + $"quittungen/katalog/{year.Name}.html");
            foreach (var error in year.Findings.Where(finding => finding.Severity == Severity.Error).Take(MostErrors))
                output.WriteLine($"    {error.File}{(error.Line is { } line ? $":{line}" : "")}: {error.Text}");
        }
    }

    /// <summary>The receipt of one upload.</summary>
    public void Received(Receipt receipt) => output.WriteLine(receipt.IsAccepted
        ? $"✔ {receipt.Delivery.File}: {Count(receipt.ValueCount, "Wert", "Werte")} übernommen{Remarks(receipt.Findings)}"
        : receipt.IsWithdrawn ? $"✔ {receipt.Delivery.File}: zurückgezogen"
        : $"✘ {receipt.Delivery.File}: abgelehnt{Remarks(receipt.Findings)} → quittungen/{receipt.Delivery.File}.html");

    /// <summary>What could not be done; everything else goes on.</summary>
    public void Fault(string what) => output.WriteLine($"✘ {what}");

    /// <summary>The reports made or left as they were.</summary>
    public void Rendered(IReadOnlyCollection<ReportOutcome> outcomes)
    {
        foreach (var failed in outcomes.OfType<ReportOutcome.Failed>())
            output.WriteLine($"✘ Bericht {failed.Job.Stem}: {failed.Reason}");
        foreach (var waiting in outcomes.OfType<ReportOutcome.Waiting>())
        {
            var parts = string.Join(", ", waiting.Parts);
            output.WriteLine($"✘ Bericht {waiting.Job.Stem}: wartet noch auf {parts}");
        }

        foreach (var period in outcomes.OfType<ReportOutcome.Written>().GroupBy(written => written.Job.Period)
            .OrderBy(group => group.Key))
            output.WriteLine(
                $"✔ Berichte {GermanFormat.Name(period.Key)}: {Count(period.Count(), "Bericht", "Berichte")} geschrieben");
        if (outcomes.Count == 0)
            output.WriteLine("✔ Alle fälligen Berichte sind aktuell.");
    }

    /// <summary>What became of messages.</summary>
    public void Sent(IReadOnlyCollection<Dispatched> messages)
    {
        var sent = messages.Count(each => each.Outcome is SendOutcome.Sent);
        if (sent > 0)
            output.WriteLine($"✔ {Count(sent, "Nachricht", "Nachrichten")} verschickt");
        foreach (var each in messages)
        {
            if (each.Outcome is SendOutcome.Never(var never))
                output.WriteLine($"✘ {each.Message.Title}: {never}");
            else if (each.Outcome is SendOutcome.Later(var later))
                output.WriteLine($"✘ {each.Message.Title}: {later} Wird noch einmal versucht.");
        }
    }

    /// <summary>The portal's address.</summary>
    public void Listening(string address) => output.WriteLine($"Portal: {address} – beenden mit Strg+C");

    private static string Remarks(IReadOnlyCollection<Finding> findings)
    {
        var parts = new[]
        {
            Part(findings, Severity.Error, many: "Fehler"),
            Part(findings, Severity.Warning, many: "Warnungen"),
            Part(findings, Severity.Hint, many: "Hinweise"),
        };
        var text = GermanFormat.Enumerate([.. parts.Where(part => part.Length > 0)]);
        return text.Length == 0 ? "" : $" ({text})";
    }

    private static string Part(IEnumerable<Finding> findings, Severity severity, string many) =>
        findings.Count(finding => finding.Severity == severity) is var count
            and > 0 ? Count(count, severity.GermanName(), many) : "";

    private static string Count(int count, string one, string many) =>
        $"{GermanFormat.Number(count, 0)} {(count == 1 ? one : many)}";
}
