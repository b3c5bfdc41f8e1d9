using Produktreport.Core.Reports;
using Produktreport.Functions.Web.Audit;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Opens the files behind downloads.</summary>
internal sealed class ReportDownloads(
    StoredReports stored, KeptFiles kept, VisibleReports visibleReports, AuditLog audit, TimeProvider clock)
{
    /// <summary>The file a visitor gets for a report, null where there is none. Whoever sends a draft notes it.</summary>
    /// <param name="visitor">Who asks.</param>
    /// <param name="job">For which report.</param>
    /// <param name="version">Which version; null for the one the visitor sees.</param>
    /// <param name="ending">In which form.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ReportDownload?> Open(
        Visitor visitor, ReportJob job, int? version, string ending, CancellationToken cancellation)
    {
        var found = version is { } number
            ? visibleReports.FindVersion(visitor, job, number, cancellation)
            : visibleReports.Find(visitor, job, cancellation);
        if (await found is not { } report
            || await kept.Open(Area.Reports, report.File(ending == ".csv" ? ".json" : ending), cancellation) is not { } file)
            return null;
        return ending == ".csv" ? await AsCsv(report, file, cancellation) : new ReportDownload(report, file.Entry, file.Content);
    }

    /// <summary>Adds a line to the audit log: drafts were read.</summary>
    /// <param name="visitor">By whom.</param>
    /// <param name="file">Under which name.</param>
    /// <param name="detail">Which drafts.</param>
    public Task NoteRead(Visitor visitor, string file, string detail) =>
        audit.Note(AuditEntry.Now(clock, visitor, AuditEntry.DraftRead, file, detail));

    /// <summary>The same where a draft was opened as a page; nothing where it is none.</summary>
    public Task NoteOpened(Visitor visitor, VisibleReport report) => report.IsDraft
        ? NoteRead(visitor, report.Summary.Job.Stem, $"Version {report.Summary.Version}, als Seite")
        : Task.CompletedTask;

    private async Task<ReportDownload?> AsCsv(VisibleReport report, OpenFile file, CancellationToken cancellation)
    {
        await using var source = file;
        var json = await file.ReadAll(cancellation);
        var csv = report.Summary.Job.Product is null
            ? ReportCsv.Write(await stored.ReadParts(ReportJson.ReadCombined(json), report.IsPublic, cancellation))
            : ReportCsv.Write(ReportJson.ReadProduct(json));
        return new ReportDownload(report, file.Entry, new MemoryStream(csv, writable: false));
    }
}

/// <summary>A file ready to be sent.</summary>
/// <param name="Report">Of which report.</param>
/// <param name="Entry">Its version and time.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ReportDownload(VisibleReport Report, FileEntry Entry, Stream Content);
