using Produktreport.Core.Pdf;

namespace Produktreport.Functions.Reports;

/// <summary>
/// A report's two files, <c>{stem}.pdf</c> and <c>.json</c>. The JSON comes last, on condition that it is still the one the
/// writer read: of two at once one is refused and begins again. So whoever wrote the PDF last wrote the JSON last as well, or is
/// about to write both anew. Where it died before that, the PDF is not the JSON's, which <see cref="IsWhole"/> tells.
/// </summary>
internal sealed class ReportPairs(IFileStore files)
{
    private readonly VersionCache<FilePath, bool> compared = new();

    /// <summary>Writes both files.</summary>
    /// <param name="stem">Their name without ending.</param>
    /// <param name="report">The report.</param>
    /// <param name="former">The version of the JSON that is replaced; null for none.</param>
    /// <param name="cancellation">Stops between the two.</param>
    /// <returns>False where another writer was quicker: begin again with reading, figures included.</returns>
    public async Task<bool> Write(string stem, ReportDocument report, string? former, CancellationToken cancellation = default)
    {
        await files.WriteIfChanged(Area.Reports, FilePath.Of(stem + ".pdf"), report.Pdf(), cancellation);
        // Also where the bytes are the same: whoever read them meanwhile must not pair them with a PDF of its own.
        var condition = former is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(former);
        return await files.Write(Area.Reports, FilePath.Of(stem + ".json"), report.Json(), condition, cancellation);
    }

    /// <summary>Whether the PDF was made of exactly the JSON beside it. Each pair is read once.</summary>
    /// <param name="json">The JSON's entry.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="pdf">The PDF's entry; null where there is none.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<bool> IsWhole(FileEntry json, ReadOnlyMemory<byte> content, FileEntry? pdf,
        CancellationToken cancellation = default)
    {
        if (pdf is null)
            return false;
        return await compared.Get(pdf.Path, VersionOf(pdf, json), () => Compare(pdf.Path, json, content), cancellation);
    }

    private async Task<Versioned<bool>?> Compare(FilePath pdf, FileEntry json, ReadOnlyMemory<byte> content)
    {
        await using var file = await files.Open(Area.Reports, pdf);
        return file is null
            ? null
            : new(VersionOf(file.Entry, json), ReportAttachments.AreOfOneReport(await file.ReadAll(), content.Span));
    }

    private static string VersionOf(FileEntry pdf, FileEntry json) => $"{pdf.Version} {json.Version}";
}
