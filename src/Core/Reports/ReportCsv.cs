using System.Globalization;
using System.Text;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;
using Produktreport.Core.Tables.Csv;

namespace Produktreport.Core.Reports;

/// <summary>
/// All figures of a report with their provenance, for spreadsheets: UTF-8 with BOM, semicolon, CRLF, German decimal comma, exact
/// values. A cell that a spreadsheet would take for a formula (beginning with <c>= + - @</c>, tab or CR, and no number) is
/// preceded by an apostrophe (OWASP, CSV injection).
/// </summary>
public static class ReportCsv
{
    private static readonly RowField[] Fields = Enum.GetValues<RowField>();

    /// <summary>The figures of one product.</summary>
    public static byte[] Write(ProductReport report) => Write([report]);

    /// <summary>The figures of several products, in their order.</summary>
    public static byte[] Write(IEnumerable<ProductReport> reports)
    {
        var text = new StringBuilder();
        CsvText.AppendLine(text, ReportWords.CsvHeader);
        foreach (var report in reports)
        {
            foreach (var row in report.Rows)
                CsvText.AppendLine(text, Cells(report, row));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<string> Cells(ProductReport report, ReportRow row) =>
    [
        report.Period.ToString(),
        report.Product.Text,
        row.Level.Text,
        report.Levels.First(level => level.Number == row.Level).Name,
        row.Id.Text,
        row.Name,
        ReportWords.Of(row.Type),
        ReportWords.YesNo(row.IsMain),
        row.Unit,
        .. Fields.Select(field => Number(row[field])),
        row.Status.GermanName(),
        string.Join(" | ", row.Undefined.Concat(row.Marks).Select(entry => $"{ReportWords.Of(entry.Key)}: {entry.Value}")),
        string.Join(" | ", row.Origins.Select(ReportWords.Of)),
    ];

    private static string Number(decimal? value) => value is not { } known
        ? ""
        : (known / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture).Replace('.', ',');
}
