using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Pdf.Charts;
using Produktreport.Core.Pdf.Layout.Texts;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// The Ampel in a line of text: a symbol that differs by shape as well as by colour, and its word, which is what is read aloud.
/// </summary>
internal static class StatusSymbol
{
    /// <summary>Symbol and word.</summary>
    public static RichText Text(Status status) => RichText.Empty.Draw(Drawing(status)).Plain("\u00A0" + status.GermanName());

    private static InlineDrawing Drawing(Status status) => status switch
    {
        Status.Green => Symbols.Circle(),
        Status.Yellow => Symbols.Triangle(),
        Status.Red => Symbols.Diamond(),
        _ => Symbols.Ring(),
    };
}
