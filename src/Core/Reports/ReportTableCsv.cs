using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tables.Csv;

namespace Produktreport.Core.Reports;

/// <summary>
/// The table of values as CSV: UTF-8 with BOM, semicolon, CRLF, decimal comma. No text becomes a formula, as in
/// <see cref="ReportCsv"/>, whose values are exact.
/// </summary>
public static class ReportTableCsv
{
    /// <summary>The figures of these reports, in their order.</summary>
    public static byte[] Write(IEnumerable<ProductReport> reports) => CsvText.File(
        ReportTable.RowsOf(reports).Select(row => ReportTable.Columns.Select(column => column.Cell(row).Text))
            .Prepend(ReportTable.Columns.Select(column => column.Name)));
}
