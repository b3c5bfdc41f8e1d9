using Produktreport.Core.German;
using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Paper;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Pdf.Reports;

/// <summary>Numbers of rows as table cells.</summary>
internal static class Numbers
{
    /// <summary>A field as printed; deviations with their sign.</summary>
    public static string Text(ReportRow row, RowField field) => row[field] is not { } value
        ? GermanFormat.Missing
        : field switch
        {
            RowField.Deviation => GermanFormat.Signed(value, row.Decimals),
            RowField.DeviationPercent => row.Percent!.Shown,
            _ => GermanFormat.Number(value, row.Decimals),
        };

    /// <summary>Whether a footnote stands behind a field.</summary>
    public static bool HasRemark(ReportRow row, RowField field) => Remark(row, field) is not null;

    /// <summary>A field as a cell, with the mark of its footnote where it has one.</summary>
    public static RichText Cell(ReportRow row, RowField field, Footnotes footnotes)
    {
        var text = Coloured(row, field);
        return Remark(row, field) is { } remark ? footnotes.Mark(text, remark) : text;
    }

    /// <summary>A field as printed, a deviation in the colour of good or bad; its sign says the same.</summary>
    public static RichText Coloured(ReportRow row, RowField field) =>
        RichText.Empty.Coloured(Text(row, field), Colour(row, field));

    /// <summary>A deviation of a result, where higher is better, in full units.</summary>
    public static RichText Deviation(decimal? value) =>
        value is { } known ? Judged(GermanFormat.Signed(known, 0), known) : GermanFormat.Missing;

    /// <summary>A result's deviation in percent, in the colour of the deviation itself; „–“ beside a plan near zero.</summary>
    public static RichText Percent(Percentage? value, decimal? deviation) =>
        value is { IsMeaningful: true } known ? Judged(known.Signed, deviation ?? 0) : GermanFormat.Missing;

    private static RichText Judged(string text, decimal deviation) => RichText.Empty.Coloured(text, deviation switch
    {
        > 0 => ReportTypography.Good,
        < 0 => ReportTypography.Bad,
        _ => StyleSheet.Ink,
    });

    /// <summary>A number with its unit, for running text and lists.</summary>
    public static string WithUnit(decimal? value, int decimals, string unit) => value is not { } known
        ? GermanFormat.Missing
        : GermanFormat.WithUnit(GermanFormat.Number(known, decimals), unit, '\u00A0');

    /// <summary>The width of figures set below each other on their decimal commas, in points.</summary>
    public static double Width(IEnumerable<string> figures, double size)
    {
        var (before, after) = (0.0, 0.0);
        foreach (var text in figures)
        {
            var comma = text.IndexOf(',', StringComparison.Ordinal) is var index and >= 0 ? index : text.Length;
            before = Math.Max(before, Canvas.Measure(text.AsSpan(..comma), FontFace.Regular, size));
            after = Math.Max(after, Canvas.Measure(text.AsSpan(comma..), FontFace.Regular, size));
        }

        return before + after;
    }

    private static bool IsMeaningless(ReportRow row, RowField field) =>
        field == RowField.DeviationPercent && row.Percent is { IsMeaningful: false };

    private static string? Remark(ReportRow row, RowField field) =>
        row.Undefined.GetValueOrDefault(field)
        ?? row.Marks.GetValueOrDefault(field)
        ?? (IsMeaningless(row, field) ? PdfWords.PlanTooSmall : null)
        ?? (field == RowField.ForecastYear && row.ForecastBasis == ForecastBasis.Delivered ? PdfWords.Delivered : null);

    private static Colour Colour(ReportRow row, RowField field) => field is RowField.Deviation or RowField.DeviationPercent
        ? row.IsFavourable switch
        {
            true => ReportTypography.Good,
            false => ReportTypography.Bad,
            null => StyleSheet.Ink,
        }
        : StyleSheet.Ink;
}

/// <summary>A column of the overviews: what a row came to from January on.</summary>
/// <param name="Layout">How wide it is.</param>
/// <param name="Head">What stands above it.</param>
/// <param name="Cell">What stands in it.</param>
internal sealed record ToDateColumn(TableColumn Layout, string Head, Func<ReportRow, Footnotes, RichText> Cell)
{
    /// <summary>How many columns stand before that of the year before.</summary>
    public const int WithoutPrevious = 5;

    public static readonly ToDateColumn[] All =
    [
        Of(PdfWords.Actual, RowField.ActualToDate),
        Of(PdfWords.Plan, RowField.PlanToDate),
        Of(PdfWords.Deviation, RowField.Deviation),
        Of(PdfWords.Percent, RowField.DeviationPercent),
        new(TableColumn.Auto(), PdfWords.Status, (row, _) => StatusSymbol.Text(row.Status)),
        Of(PdfWords.Previous, RowField.PreviousToDate),
    ];

    private static ToDateColumn Of(string head, RowField field) =>
        new(TableColumn.Figures(), head, (row, footnotes) => Numbers.Cell(row, field, footnotes));
}
