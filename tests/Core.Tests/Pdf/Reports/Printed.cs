using Produktreport.Core.Pdf.Inspection;
using Produktreport.Core.Pdf.Reports;
using Produktreport.Core.Reports;

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
}
