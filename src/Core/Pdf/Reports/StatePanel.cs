using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Reports;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>The panel beside the title: draft or released, complete or not, and since when.</summary>
internal static class StatePanel
{
    public static void Compose(BlockBuilder target, ReportState state, string completeness, bool isComplete, DateOnly deadline)
    {
        var colour = state == ReportState.Draft ? ReportTypography.Draft : ReportTypography.Good;
        target.Callout(colour, panel =>
        {
            panel.Paragraph(RichText.Empty.Coloured(PdfWords.State(state), colour), ReportTypography.Badge);
            panel.Paragraph(PdfWords.StateText(state), ReportTypography.BadgeText);
            panel.Paragraph(
                isComplete ? RichText.FromString(completeness) : RichText.Empty.With(new TextRun(completeness) { Bold = true, Colour = ReportTypography.Bad }),
                ReportTypography.BadgeText);
            panel.Paragraph(PdfWords.DeadlineWas(GermanFormat.Date(deadline)), ReportTypography.BadgeText);
        });
    }
}
