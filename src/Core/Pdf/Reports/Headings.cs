using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>
/// Headings that look the same at whatever level they stand: a product's sections are second level in its own report, third in
/// the combined one.
/// </summary>
internal static class Headings
{
    /// <summary>A section of a report.</summary>
    public static void Section(this BlockBuilder target, int level, string text, string? anchor = null) =>
        target.Add(new Heading(level, Spoken.Of(PrintedText.Of(text)))
        {
            Style = ReportTypography.Styles.Heading2,
            Anchor = anchor,
        });

    /// <summary>A part of a section.</summary>
    public static void Subsection(this BlockBuilder target, int level, string text) =>
        target.Add(new Heading(level, Spoken.Of(PrintedText.Of(text))) { Style = ReportTypography.Styles.Heading3 });

    /// <summary>A line above a table or chart that says what it shows; on its page, as the heading above it.</summary>
    public static void Caption(this BlockBuilder target, RichText text) =>
        target.Add(new Paragraph(text) { Style = ReportTypography.Styles.Small, KeepsWithNext = true });

    /// <summary>What underlined names and the asterisk mean, above the tables that have them.</summary>
    public static void FootnoteOfMainFigures(this BlockBuilder target) => target.Caption(PdfWords.UnderlinedFootnote);

    /// <summary>A part of a section that is a table or two; on one page, where they are short.</summary>
    public static void Titled(this BlockBuilder target, int level, string text, params IReadOnlyList<Table> tables)
    {
        const int shortTable = 10; // rows that take less than half a page
        const double afterTable = 6;
        if (tables.Sum(table => table.Rows.Count) > shortTable)
            Compose(target);
        else
            target.KeepTogether(Compose);

        void Compose(BlockBuilder blocks)
        {
            blocks.Subsection(level, text);
            foreach (var table in tables)
            {
                blocks.Table(table);
                blocks.Space(afterTable);
            }
        }
    }
}
