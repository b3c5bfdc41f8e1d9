using Produktreport.Core.Pdf.Inspection;
using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Reports;
using Produktreport.Core.Tests.Reports;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>Reports as PDF bytes.</summary>
internal static class Printed
{
    public static byte[] Product(ProductReport report, PageInspection? inspection = null)
    {
        using var target = new MemoryStream();
        ProductReportPdf.Write(report, target, inspection);
        return target.ToArray();
    }

    public static byte[] Combined(CombinedReport report, IReadOnlyList<ProductReport> products, PageInspection? inspection = null)
    {
        using var target = new MemoryStream();
        CombinedReportPdf.Write(report, products, target, inspection);
        return target.ToArray();
    }

    /// <summary>The combined report over reports that need no county behind them.</summary>
    public static CombinedReport Over(IReadOnlyList<ProductReport> products) =>
        ReportAssembly.Combined(new SampleCounty().Calculator(), products[0].Period, products, ExampleCounty.Options);
}
