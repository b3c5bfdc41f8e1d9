using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Pages;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Writing;

namespace Produktreport.Core.Tests.Pdf;

/// <summary>One section without head and foot.</summary>
internal static class TestDocument
{
    public static byte[] Write(Action<Flow> compose, PageInspection? inspection = null)
    {
        using var target = new MemoryStream();
        PdfDocument.Write(
            target, new DocumentInfo("Probe", SampleDocument.Date), document => document.Section(new PageSetup(), compose),
            new DocumentOptions { Inspection = inspection });
        return target.ToArray();
    }

    public static string Text(Action<Flow> compose) => PdfTool.Run("pdftotext", Write(compose), "{file}", "-");
}
