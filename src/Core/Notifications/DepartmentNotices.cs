using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Notifications;

/// <summary>What a department is told: rejected deliveries, and what is missing when a deadline is near or past.</summary>
public static class DepartmentNotices
{
    private const int MostFindings = 20;
    private const int MostMissing = 40;

    /// <summary>That a delivery was rejected, with its findings.</summary>
    public static Notice Rejected(Department department, ReceiptView receipt, Uri? portal)
    {
        var further = receipt.Findings.Length - MostFindings;
        return new Notice(
            $"abgelehnt {receipt.File} {receipt.Sha256}", NoticeKind.Daily, $"Nicht übernommen: {NameOf(receipt.File)}",
            [
                new LetterBlock.Heading($"Nicht übernommen: {NameOf(receipt.File)}"),
                new LetterBlock.Sentences(
                    $"Aus Ihrer Datei, eingegangen am {Arrival(receipt)}, wurde nichts übernommen; Werte aus anderen Dateien "
                    + "gelten weiter. Bitte korrigieren Sie diese Stellen und senden Sie die Datei noch einmal."),
                new LetterBlock.Points([.. receipt.Findings.Take(MostFindings).Select(Line)]),
                .. further > 0
                    ? new LetterBlock[] { new LetterBlock.Sentences($"{Further(further)} in der Quittung.") }
                    : [],
                .. PortalLink.To("Zur Quittung", portal, ["quittungen", .. receipt.File.Split('/')]),
            ],
            WhyOf(department));
    }

    /// <summary>What is missing for a period, with the template to fill in.</summary>
    /// <param name="department">Who owes it.</param>
    /// <param name="period">The period.</param>
    /// <param name="deadline">Its deadline.</param>
    /// <param name="due">For which day around the deadline it is a reminder, as days left.</param>
    /// <param name="daysLeft">Days left today; negative when overdue.</param>
    /// <param name="reports">The department's product reports of the period.</param>
    /// <param name="portal">The portal's address.</param>
    public static Notice Missing(
        Department department, Period period, DateOnly deadline, int due, int daysLeft, IReadOnlyList<ProductReport> reports,
        Uri? portal)
    {
        var name = GermanFormat.Name(period);
        var lines = reports.SelectMany(Lines).ToList();
        var count = reports.Sum(report => report.Missing.Length);
        return new Notice(
            string.Create(CultureInfo.InvariantCulture, $"erinnerung {department.Id} {period} {due}"), NoticeKind.Daily,
            $"{Left(daysLeft)}: Zahlen für {Article(period)} {name}",
            [
                new LetterBlock.Heading($"{name}: {(count == 1 ? "Ein Wert fehlt" : $"{count} Werte fehlen")} noch"),
                new LetterBlock.Sentences($"{Deadline(deadline, daysLeft)} Für {department.Name} fehlt noch:"),
                new LetterBlock.Points(lines.Count <= MostMissing
                    ? [.. lines]
                    : [.. lines.Take(MostMissing), $"und {lines.Count - MostMissing} weitere"]),
                new LetterBlock.Sentences(
                    "Die angehängte Vorlage hat eine Zeile je Zahl. Bitte tragen Sie die Werte ein und laden Sie die Datei im "
                    + "Portal hoch. Haben Sie inzwischen geliefert, ist nichts mehr zu tun."),
                .. PortalLink.To("Zu Ihren Lieferungen", portal, "lieferungen", department.Id.Text),
            ],
            WhyOf(department));
    }

    private static IEnumerable<string> Lines(ProductReport report) =>
        from figure in report.Missing
        group figure.Period by (figure.Level, figure.Name) into missing
        let level = report.Levels.FirstOrDefault(level => level.Number == missing.Key.Level)?.Name
        let place = level is { Length: > 0 } ? $"{missing.Key.Level} {level}" : $"{report.Product} {report.Name}"
        let periods = GermanFormat.Enumerate([.. missing.Distinct().Order().Select(GermanFormat.Name)])
        select $"{place}: {missing.Key.Name} ({periods})";

    private static string Line(FindingView finding)
    {
        // Most findings say where they are.
        var place = (finding.Line, finding.Column) switch
        {
            ({ } line, _) when finding.Text.Contains($"Zeile {line}", StringComparison.Ordinal) => "",
            ({ } line, { } column) => $"Zeile {line}, Spalte {column}: ",
            ({ } line, null) => $"Zeile {line}: ",
            _ => "",
        };
        return $"{place}{finding.Text} ({finding.Code})";
    }

    private static string Further(int count) => count == 1 ? "Ein weiterer Befund steht" : $"{count} weitere Befunde stehen";

    private static string Arrival(ReceiptView receipt) => BerlinTime.Text(BerlinTime.Parse(receipt.ReceivedAt));

    private static string NameOf(string file) => file[(file.LastIndexOf('/') + 1)..];

    private static string Article(Period period) => period.Kind == PeriodKind.Month ? "den Monat" : "das";

    private static string Left(int daysLeft) => daysLeft switch
    {
        > 1 => $"Noch {daysLeft} Tage",
        1 => "Noch ein Tag",
        0 => "Heute ist Meldeschluss",
        -1 => "Seit gestern überfällig",
        _ => $"Seit {-daysLeft} Tagen überfällig",
    };

    private static string Deadline(DateOnly deadline, int daysLeft) => daysLeft switch
    {
        > 0 => $"Meldeschluss ist am {GermanFormat.Date(deadline)}.",
        0 => $"Meldeschluss ist heute, am {GermanFormat.Date(deadline)}.",
        _ => $"Meldeschluss war am {GermanFormat.Date(deadline)}; die Berichte sind ohne diese Werte unvollständig.",
    };

    private static string WhyOf(Department department) =>
        $"Sie erhalten diese Nachricht, weil Ihre Adresse im Katalog als Kontakt von {department.Name} steht. Ändern kann das "
            + "das Controlling.";
}
