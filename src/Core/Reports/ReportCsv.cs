using System.Globalization;
using Produktreport.Core.German;
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
    public static byte[] Write(IEnumerable<ProductReport> reports) =>
        CsvText.File(ReportTable.RowsOf(reports).Select(Cells).Prepend(ReportWords.CsvHeader));

    private static IEnumerable<string> Cells(ReportTableRow each) =>
    [
        each.Report.Period.ToString(),
        each.Report.Product.Text,
        each.Row.Level.Text,
        each.LevelName,
        each.Row.Id.Text,
        each.Row.Name,
        ReportWords.Of(each.Row.Type),
        ReportWords.YesNo(each.Row.IsMain),
        each.Row.Unit,
        .. Fields.Select(field => Number(each.Row[field])),
        each.Row.Status.GermanName(),
        each.Remarks,
        string.Join(" | ", each.Row.Origins.Select(ReportWords.Of)),
    ];

    private static string Number(decimal? value) => value is not { } known ? ""
        : GermanFormat.WithoutZeros(known).ToString(CultureInfo.InvariantCulture).Replace('.', ',');
}
