using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// The page in Leichter Sprache, after page one of a product's own report: large type, one sentence a line, nothing else on it.
/// It stands in the file the public gets.
/// </summary>
internal static class PlainPage
{
    private static readonly TextStyle Sentence = new(13) { Colour = StyleSheet.Ink, LineSpacing = 1.4, SpaceAfter = 2 };

    public static void Compose(Flow flow, ProductReport report, int level)
    {
        if (report.Plain is not { } sentences || report is { IsSensitive: true, Edition: ReportEdition.Internal })
            return;
        flow.PageBreak();
        flow.Section(level, PdfWords.PlainLanguage);
        foreach (var sentence in sentences)
            flow.Paragraph(PrintedText.Of(sentence), Sentence);
        flow.PageBreak();
    }
}
