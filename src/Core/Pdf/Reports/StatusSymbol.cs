using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Pdf.Charts;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The Ampel in a line of text: a symbol that differs by shape as well as by colour, and its word.</summary>
internal static class StatusSymbol
{
    /// <summary>Symbol and word.</summary>
    public static RichText Text(Status status) => RichText.Empty.Draw(Drawing(status)).Plain("\u00A0" + ReportWords.Of(status));

    private static InlineDrawing Drawing(Status status)
    {
        var alt = PdfWords.StatusAlt(status);
        return status switch
        {
            Status.Green => Symbols.Circle(alt),
            Status.Yellow => Symbols.Triangle(alt),
            Status.Red => Symbols.Diamond(alt),
            _ => Symbols.Ring(alt),
        };
    }
}
