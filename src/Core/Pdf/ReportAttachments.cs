using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Pdf.Writing;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf;

/// <summary>The data a PDF carries along: the report as JSON, its figures with provenance as CSV.</summary>
public static class ReportAttachments
{
    /// <summary>Whether a report's PDF was made of exactly this JSON: it names the JSON's checksum with the attachment.</summary>
    public static bool AreOfOneReport(ReadOnlySpan<byte> pdf, ReadOnlySpan<byte> json) =>
        pdf.IndexOf(Attachment.CheckSumOf(json)) >= 0;

    internal static IReadOnlyList<Attachment> Of(ProductReport report) =>
        Files(report.Product.Text, ReportJson.Write(report), ReportCsv.Write(report), report.AsOf);

    internal static IReadOnlyList<Attachment> Of(CombinedReport report, IEnumerable<ProductReport> products) =>
        Files("gesamt", ReportJson.Write(report), ReportCsv.Write(products), report.AsOf);

    /// <summary>The beginning of the day; the clock time of a report means nothing.</summary>
    internal static DateTimeOffset Date(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static Attachment[] Files(string name, byte[] json, byte[] csv, DateOnly asOf) =>
    [
        new Attachment($"{name}.json", "application/json", json, Date(asOf), PdfWords.JsonFile),
        new Attachment($"{name}.csv", "text/csv", csv, Date(asOf), PdfWords.CsvFile),
    ];
}
