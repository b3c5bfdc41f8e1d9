using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Produktreport.Functions.Web.Api;

/// <summary>Downloads: a report as PDF, JSON or CSV, and all reports of a period as ZIP.</summary>
internal static class DownloadApi
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/api/v1/berichte/{periode}.zip", reading, Archive)
            .Named("zeitraumHerunterladen", "Berichte", "Alle Berichte eines Zeitraums als ZIP")
            .WithDescription(
                "Die PDF- und JSON-Dateien aller Berichte des Zeitraums, die der Zugang sehen darf. Wird beim Senden erzeugt, "
                + "ohne Zwischenspeicher.")
            .Produces<Stream>(200, contentType: "application/zip").ProducesProblems(400, 401, 404);
        routes.MapMethods("/api/v1/berichte/{periode}/{datei}", reading, Download)
            .Named("berichtHerunterladen", "Berichte", "Einen Bericht als PDF, JSON oder CSV")
            .WithDescription(
                "`datei` ist die Produktkennziffer oder `gesamt` mit der Endung `.pdf`, `.json` oder `.csv`: die Version, die "
                    + "der "
                + "Zugang sieht. `3633.v2.pdf`, `gesamt.v2.json` und so fort ist die Version dieser Nummer; welche es gibt, sagt "
                + "`/versionen`. Kennt ETag, If-None-Match, If-Modified-Since und Range. Die CSV-Datei ist gegen Formeln in "
                + "Tabellenprogrammen gesichert.")
            .Produces<Stream>(200, contentType: "application/pdf", additionalContentTypes: ["application/json", "text/csv"])
            .Produces<Stream>(206, contentType: "application/pdf", additionalContentTypes: ["application/json", "text/csv"])
            .Produces(304).ProducesProblems(401, 404).Produces(416);
    }

    // The results answer Range, If-None-Match and If-Modified-Since themselves, and dispose a stream.
    [Resumable]
    private static async Task<IResult> Download(
        [FromRoute(Name = "periode")] string periodText, [FromRoute(Name = "datei")] string fileName, Visitor visitor,
        ReportDownloads downloads, HttpContext context)
    {
        if (ReportFile.Asked(periodText, fileName) is not var (job, version, ending)
            || TypeOf(ending) is not { } type
            || await downloads.Open(visitor, job, version, ending, context.RequestAborted) is not { } download)
            return ProblemAnswer.Of(context, Problems.NotFound);
        SetName(context.Response, download.Report.DownloadName(ending, version), isInline: ending == ".pdf");
        var mark = new EntityTagHeaderValue($"\"{download.Entry.Version.Trim('"')}{(ending == ".csv" ? "-csv" : "")}\"");
        // Parts count as read: whoever asks for the second byte onwards has the draft too.
        if (download.Report.IsDraft && IsSent(context.Request, mark))
            await downloads.NoteRead(visitor, $"{job.Period}/{fileName}", $"Version {download.Report.Summary.Version}");
        // What lies in memory is sent in one piece, without another copy.
        return download.Content is MemoryStream memory && memory.TryGetBuffer(out var bytes)
            ? TypedResults.Bytes(bytes, type, enableRangeProcessing: true, lastModified: download.Entry.ModifiedAt,
                entityTag: mark)
            : TypedResults.Stream(download.Content, type, lastModified: download.Entry.ModifiedAt, entityTag: mark,
                enableRangeProcessing: true);
    }

    private static async Task<IResult> Archive(
        [FromRoute(Name = "periode")] string periodText, Visitor visitor, VisibleReports visibleReports,
        ReportDownloads downloads, HttpContext context)
    {
        if (!PeriodText.TryParse(periodText, out var period) || period.ToString() != periodText)
            return ProblemAnswer.Of(context, Problems.BadPeriod);
        var reports = await visibleReports.List(visitor, period, cancellation: context.RequestAborted);
        if (reports.Count == 0)
            return ProblemAnswer.Of(context, Problems.NotFound);
        SetName(context.Response, $"Produktberichte {period}.zip", isInline: false);
        // The end of each entry, a few bytes, is written synchronously by the framework; everything else is not.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
        if (HttpMethods.IsHead(context.Request.Method))
            return TypedResults.Bytes([], "application/zip");
        if (reports.Count(report => report.IsDraft) is var drafts and > 0)
            await downloads.NoteRead(visitor, $"{period}.zip", $"Entwürfe: {drafts}");
        return TypedResults.Stream(target => Write(reports, downloads, visitor, target, context.RequestAborted),
            "application/zip");
    }

    // Neither HEAD nor „not modified“ has a body. Beside another condition, If-None-Match alone does not decide.
    private static bool IsSent(HttpRequest request, EntityTagHeaderValue mark) =>
        HttpMethods.IsGet(request.Method)
        && (request.Headers.IfMatch.Count > 0 || request.Headers.IfModifiedSince.Count > 0
            || request.Headers.IfUnmodifiedSince.Count > 0
            || !request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(mark, useStrongComparison: false)
            || tag.Equals(EntityTagHeaderValue.Any)));

    private static async Task Write(
        IEnumerable<VisibleReport> reports, ReportDownloads downloads, Visitor visitor, Stream target,
        CancellationToken cancellation)
    {
        var archive = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null,
            cancellation);
        await using (archive)
        {
            foreach (var report in reports)
            {
                foreach (var ending in (string[])[".pdf", ".json"])
                {
                    if (await downloads.Open(visitor, report.Summary.Job, version: null, ending, cancellation) is { } download)
                        await Add(archive, download, ending, cancellation);
                }
            }
        }
    }

    private static async Task Add(ZipArchive archive, ReportDownload download, string ending, CancellationToken cancellation)
    {
        await using var content = download.Content;
        // A PDF is compressed already.
        var entry = archive.CreateEntry(download.Report.DownloadName(ending),
            ending == ".pdf" ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        entry.LastWriteTime = download.Entry.ModifiedAt;
        await using var inArchive = await entry.OpenAsync(cancellation);
        await content.CopyToAsync(inArchive, cancellation);
    }

    private static void SetName(HttpResponse response, string name, bool isInline)
    {
        var disposition = new ContentDispositionHeaderValue(isInline ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        // The policy of pages would keep a browser's own PDF viewer from working.
        response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
    }

    private static string? TypeOf(string ending) => ending switch
    {
        ".pdf" => "application/pdf",
        ".json" => "application/json; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8; header=present",
        _ => null,
    };
}
