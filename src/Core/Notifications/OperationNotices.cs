using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Notifications;

/// <summary>How far a period is, for the weekly summary.</summary>
/// <param name="Period">The period.</param>
/// <param name="Deadline">Its deadline.</param>
/// <param name="DaysLeft">Days left; negative when overdue.</param>
/// <param name="Open">Who has not delivered everything: department and number of missing values.</param>
/// <param name="Drafts">How many product reports are not released.</param>
/// <param name="Reports">How many there are.</param>
public sealed record PeriodProgress(
    Period Period, DateOnly Deadline, int DaysLeft, ImmutableArray<(string Department, int Missing)> Open, int Drafts,
    int Reports);

/// <summary>What Administration and Controlling are told.</summary>
public static class OperationNotices
{
    private const int MostFindings = 20;
    private const string WhyAdministration =
        "Sie erhalten diese Nachricht, weil Ihre Adresse im Katalog unter benachrichtigung als administration steht.";

    /// <summary>That the program gave up on something.</summary>
    /// <param name="id">What names it.</param>
    /// <param name="what">What it is: „Bericht 1111, 3. Quartal 2026“.</param>
    /// <param name="since">Since when; null where unknown.</param>
    /// <param name="portal">The portal's address.</param>
    public static Notice GivenUp(string id, string what, DateTimeOffset? since, Uri? portal) => new(
        $"stoerung {id}", NoticeKind.Daily, $"Störung: {what}",
        [
            new LetterBlock.Heading($"Störung: {what}"),
            new LetterBlock.Sentences(
                $"Das Programm hat{(since is { } time ? $" am {BerlinTime.Text(time)}" : "")} nach mehreren Versuchen "
                    + "aufgegeben. Auf der Seite „Störungen“ können Sie es noch einmal versuchen lassen oder verwerfen."),
            .. PortalLink.To("Zu den Störungen", portal, "stoerungen"),
        ],
        WhyAdministration);

    /// <summary>That a catalogue is faulty and not in force.</summary>
    /// <param name="year">The year.</param>
    /// <param name="receipt">Its receipt.</param>
    public static Notice FaultyCatalogue(string year, ReceiptView receipt)
    {
        var errors = receipt.Findings.Where(finding => finding.Severity == Severity.Error.Word()).ToList();
        return new Notice(
            $"katalog {year} {receipt.Sha256}", NoticeKind.Daily, $"Katalog {year} ist fehlerhaft und gilt nicht",
            [
                new LetterBlock.Heading($"Katalog {year} ist fehlerhaft"),
                new LetterBlock.Sentences(
                    "Die Änderung gilt nicht; die letzte gültige Fassung bleibt in Kraft, bis diese Stellen berichtigt sind."),
                new LetterBlock.Points(
                [
                    .. errors.Take(MostFindings).Select(finding =>
                        $"{finding.File}{(finding.Line is { } line ? $", Zeile {line}" : "")}: {finding.Text} ({finding.Code})"),
                    .. errors.Count > MostFindings
                        ? [$"und {errors.Count - MostFindings} weitere Fehler"]
                        : Array.Empty<string>(),
                ]),
            ],
            WhyAdministration);
    }

    /// <summary>The week's summary.</summary>
    /// <param name="day">The day it is made on.</param>
    /// <param name="periods">The periods somebody can deliver or release for.</param>
    /// <param name="rejected">Deliveries that are rejected now: their files.</param>
    /// <param name="portal">The portal's address.</param>
    public static Notice Weekly(
        DateOnly day, IReadOnlyList<PeriodProgress> periods, IReadOnlyList<string> rejected, Uri? portal) => new(
        string.Create(CultureInfo.InvariantCulture, $"woche {day:yyyy-MM-dd}"), NoticeKind.Single,
        $"Wochenübersicht Produktberichte, {GermanFormat.Date(day)}",
        [
            .. periods.SelectMany(Blocks),
            new LetterBlock.Heading("Abgelehnte Dateien"),
            rejected.Count == 0
                ? new LetterBlock.Sentences("Keine: Alle Dateien sind übernommen.")
                : new LetterBlock.Points([.. rejected]),
            .. PortalLink.To("Zu den Fristen", portal, "fristen"),
        ],
        "Sie erhalten diese Nachricht, weil Ihre Adresse im Katalog unter benachrichtigung als controlling steht.");

    /// <summary>A message that shows that messages arrive.</summary>
    /// <param name="by">Who asked for it.</param>
    /// <param name="at">When.</param>
    public static Notice Trial(string by, DateTimeOffset at) => new(
        string.Create(CultureInfo.InvariantCulture, $"test {by} {at.UtcTicks}"), NoticeKind.Single,
        "Testnachricht von Produktreport",
        [
            new LetterBlock.Sentences(
                $"Diese Testnachricht hat {by} am {BerlinTime.Text(at)} angefordert. Sie ist angekommen: Der Versand "
                    + "funktioniert."),
        ],
        "Sie erhalten diese Nachricht, weil sie im Portal auf der Seite „Nachrichten“ angefordert wurde.");

    private static IEnumerable<LetterBlock> Blocks(PeriodProgress period)
    {
        yield return new LetterBlock.Heading(GermanFormat.Name(period.Period));
        yield return new LetterBlock.Sentences(
            $"Meldeschluss {GermanFormat.Date(period.Deadline)} ({Left(period.DaysLeft)}). "
            + (period.Reports == 0 ? "Berichte gibt es noch keine. "
                : $"Freigegeben sind {period.Reports - period.Drafts} von {period.Reports} Produktberichten. ")
            + (period.Open.IsEmpty ? "Alle Ämter haben geliefert." : "Es fehlen noch Zahlen von:"));
        if (!period.Open.IsEmpty)
        {
            yield return new LetterBlock.Points(
                [.. period.Open.Select(open =>
                    $"{open.Department}: {(open.Missing == 1 ? "1 Wert" : $"{open.Missing} Werte")}")]);
        }
    }

    private static string Left(int daysLeft) => daysLeft switch
    {
        > 1 => $"in {daysLeft} Tagen",
        1 => "morgen",
        0 => "heute",
        -1 => "gestern",
        _ => $"vor {-daysLeft} Tagen",
    };
}
