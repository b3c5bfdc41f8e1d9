using Produktreport.Core.Notifications;

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
    /// <param name="ending">The file's ending.</param>
    /// <param name="version">The version that was asked for by its number; null where none was.</param>
    public string DownloadName(string ending, int? version = null)
    {
        var title = Summary.Job.Product is { } product ? $"Produktbericht {product} {Summary.Name}" : "Gesamtbericht";
        var safe = string.Concat(
            title.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim();
        var asked = version is { } number ? $" Version {number}" : "";
        return $"{(safe.Length > 120 ? safe[..120].TrimEnd() : safe)} "
            + $"{Summary.Period}{asked}{(IsDraft ? " (Entwurf)" : "")}{ending}";
    }
}

/// <summary>The version of a report that a visitor sees, with its files as they lie there; null for one that does not.</summary>
internal sealed record WrittenReport(VisibleReport Visible, FileEntry? Json, FileEntry? Pdf);

/// <summary>The last released version of a report that a visitor sees.</summary>
/// <param name="Visible">The version.</param>
/// <param name="At">When it was released.</param>
internal sealed record ReleasedReport(VisibleReport Visible, DateTimeOffset At);

/// <summary>A version of a report in the list of versions.</summary>
/// <param name="Report">The version.</param>
/// <param name="Release">Its last release, withdrawn or not; null where it never was released.</param>
/// <param name="IsInForce">Whether it is the one that readers see.</param>
public sealed record ListedVersion(VisibleReport Report, Release? Release, bool IsInForce)
{
    /// <summary>Whether it was released and is no more.</summary>
    public bool IsWithdrawn => Release?.Withdrawal is not null;

    /// <summary>What it is, as the API writes it.</summary>
    public string StateWord => IsWithdrawn ? "zurueckgenommen" : Report.Summary.State.Word();

    /// <summary>The address of its files on this server, without ending.</summary>
    public string Address =>
        $"/api/v1/berichte/{Report.Summary.Job.Stem}.v{Report.Summary.Version}";
}
