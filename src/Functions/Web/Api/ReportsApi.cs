using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Web.Api;

/// <summary>Reports over HTTP: the list, and each file (<c>/api/v1/berichte</c>).</summary>
public static class ReportsApi
{
    /// <summary>Adds the routes.</summary>
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/berichte", List);
        routes.MapMethods("/api/v1/berichte/{periode}/{datei}", [HttpMethods.Get, HttpMethods.Head], Download);
    }

    private static async Task<Ok<IReadOnlyList<ReportEntry>>> List(ReportIndex index, CancellationToken cancellation) =>
        TypedResults.Ok(await index.List(cancellation));

    // FileStreamHttpResult answers Range, If-None-Match and If-Modified-Since itself, and disposes the stream.
    private static async Task<Results<FileStreamHttpResult, NotFound>> Download(
        string periode, string datei, IFileStore files, CancellationToken cancellation)
    {
        if (!FilePath.TryParse($"{periode}/{datei}", out var path)
            || ContentTypeOf(datei) is not { } type
            || await files.Open(Area.Reports, path, cancellation) is not { } file)
            return TypedResults.NotFound();
        return TypedResults.Stream(
            file.Content,
            type,
            fileDownloadName: null,
            file.Entry.ModifiedAt,
            new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{file.Entry.Version.Trim('"')}\""),
            enableRangeProcessing: true);
    }

    private static string? ContentTypeOf(string file) => Path.GetExtension(file) switch
    {
        ".pdf" => "application/pdf",
        ".json" => "application/json; charset=utf-8",
        _ => null,
    };
}
