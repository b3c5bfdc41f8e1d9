using System.Globalization;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Notifications;

/// <summary>A version of a report that somebody may see.</summary>
/// <param name="Period">The period.</param>
/// <param name="Product">The product's number; null for the combined report.</param>
/// <param name="Name">The product's name, or „Gesamtbericht“.</param>
/// <param name="Version">From 1.</param>
/// <param name="State">Entwurf or freigegeben.</param>
/// <param name="IsComplete">Whether all figures due are there.</param>
/// <param name="IsPublic">Whether it is the public edition.</param>
public sealed record ToldReport(
    Period Period, string? Product, string Name, int Version, ReportState State, bool IsComplete, bool IsPublic)
{
    /// <summary>The portal's file name without ending: <c>1111</c>, <c>gesamt</c>.</summary>
    public string FileName => Product ?? "gesamt";

    /// <summary>The report in words: „Produktbericht 1111 Büro Landrat, 3. Quartal 2026“.</summary>
    public string Title => $"{(Product is null ? Name : $"Produktbericht {Product} {Name}")}, {GermanFormat.Name(Period)}";
}

/// <summary>What a distribution list is told.</summary>
public static class ReportNotices
{
    /// <summary>That there is a version of a report.</summary>
    /// <param name="report">The version that the recipient may see.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="portal">The portal's address.</param>
    /// <param name="pdf">The report itself, where it comes with the message.</param>
    public static Notice New(ToldReport report, string list, Uri? portal, MailAttachment? pdf)
    {
        var isDraft = report.State == ReportState.Draft;
        return new Notice(
            string.Create(CultureInfo.InvariantCulture,
                $"bericht {report.Period} {report.FileName} {report.Version} {(isDraft ? "entwurf" : "freigegeben")}"),
            NoticeKind.List,
            $"{(isDraft ? "Neuer Entwurf" : "Freigegeben")}: {report.Title}",
            [
                new LetterBlock.Heading(report.Title),
                new LetterBlock.Sentences(Sentence(report) + (pdf is null ? "" : " Der Bericht hängt als PDF an.")),
                .. PortalLink.To("Bericht öffnen (PDF)", portal, "api", "v1", "berichte", report.Period.ToString(),
                    $"{report.FileName}.pdf"),
            ],
            $"Sie erhalten diese Nachricht, weil Ihre Adresse im Verteiler „{list}“ steht. Abbestellen können Sie sie mit einer "
            + "Antwort an den Absender.")
        {
            Attachments = pdf is null ? [] : [pdf],
        };
    }

    /// <summary>What there is to say about it beside its title: „Dieser Bericht ist freigegeben (Version 2).“</summary>
    public static string Sentence(ToldReport report) =>
        (report.State == ReportState.Draft
            ? $"Von diesem Bericht gibt es einen neuen Entwurf (Version {report.Version}); er ist noch nicht freigegeben."
            : $"Dieser Bericht ist freigegeben (Version {report.Version}).")
        + (report.IsPublic ? " Sie lesen die öffentliche Fassung." : "")
        + (report.IsComplete ? "" : " Es fehlen noch Zahlen; der Bericht sagt, welche.");
}
