using Produktreport.Core.Notifications;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Web.Reports;

/// <summary>The version of a report that a visitor sees.</summary>
/// <param name="Summary">What it says about itself.</param>
/// <param name="Stem">Its files without their ending: <c>2026-Q3/1111</c>, <c>2026-Q3/1111.v2</c> or
/// <c>2026-Q3/1111.v2.oeffentlich</c>.</param>
public sealed record VisibleReport(ReportSummary Summary, string Stem)
{
    /// <summary>Whether it is what the public reads.</summary>
    public bool IsPublic => Stem.EndsWith(ReportFile.PublicEnding, StringComparison.Ordinal);

    /// <summary>Whether it is a draft, whose download the audit log records.</summary>
    public bool IsDraft => Summary.State == ReportState.Draft;

    /// <summary>What people and feed readers are told of it.</summary>
    public ToldReport Told => new(
        Summary.Period, Summary.Job.Product?.Text, Summary.Name, Summary.Version, Summary.State, Summary.IsComplete, IsPublic);

    /// <summary>The path of one of its files.</summary>
    /// <param name="ending"><c>.pdf</c> or <c>.json</c>.</param>
    public FilePath File(string ending) => FilePath.Of(Stem + ending);

    /// <summary>
    /// A name under which people find a downloaded file again: <c>Produktbericht 1111 Büro Landrat 2026-Q3 (Entwurf).pdf</c>.
    /// </summary>
    public string DownloadName(string ending)
    {
        var title = Summary.Job.Product is { } product ? $"Produktbericht {product} {Summary.Name}" : "Gesamtbericht";
        var safe = string.Concat(
            title.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim();
        return $"{(safe.Length > 120 ? safe[..120].TrimEnd() : safe)} {Summary.Period}{(IsDraft ? " (Entwurf)" : "")}{ending}";
    }
}

/// <summary>The last released version of a report that a visitor sees.</summary>
/// <param name="Visible">The version.</param>
/// <param name="At">When it was released.</param>
internal sealed record ReleasedReport(VisibleReport Visible, DateTimeOffset At);
