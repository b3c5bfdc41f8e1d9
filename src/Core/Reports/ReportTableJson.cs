using System.Collections.Immutable;
using System.Text.Json;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Json;

namespace Produktreport.Core.Reports;

/// <summary>The table of values as JSON: exact numbers, each with the places it is printed with.</summary>
public static class ReportTableJson
{
    /// <summary>The figures of these reports, in their order.</summary>
    public static byte[] Write(IEnumerable<ProductReport> reports)
    {
        ImmutableArray<ReportedValue> values = [.. ReportTable.RowsOf(reports).Select(Value)];
        return ReportJson.Write(
            writer => JsonSerializer.Serialize(writer, values, ReportJsonContext.Default.ImmutableArrayReportedValue));
    }

    private static ReportedValue Value(ReportTableRow value) => new(
        value.Report.Period, value.Report.Product, value.Report.Name, value.Report.Head.Department, value.Report.State,
        value.Report.Version, value.LevelName, value.Row);
}
