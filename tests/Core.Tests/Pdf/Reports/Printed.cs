using Produktreport.Core.Pdf;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tests.Reports;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>Reports as PDF bytes.</summary>
internal static class Printed
{
    public static byte[] Product(ProductReport report, PageInspection? inspection = null)
    {
        using var target = new MemoryStream();
        ProductReportPdf.Write(report, ExampleCounty.Catalogues.For(report.Period.Year)?.Logo, target, inspection);
        return target.ToArray();
    }

    public static byte[] Combined(CombinedReport report, IReadOnlyList<ProductReport> products, PageInspection? inspection = null)
    {
        using var target = new MemoryStream();
        CombinedReportPdf.Write(report, products, ExampleCounty.Catalogues.For(report.Period.Year)?.Logo, target, inspection);
        return target.ToArray();
    }
}
