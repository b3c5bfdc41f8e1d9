using Produktreport.Core.German;
using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Reports;

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
            RowField.DeviationPercent => GermanFormat.Signed(value, 1),
            _ => GermanFormat.Number(value, row.Decimals),
        };

    /// <summary>A field as a cell, with the mark of its footnote where it has one.</summary>
    public static RichText Cell(ReportRow row, RowField field, Footnotes footnotes)
    {
        var text = RichText.Empty.Coloured(Text(row, field), Colour(row, field));
        return Remark(row, field) is { } remark ? footnotes.Mark(text, remark) : text;
    }

    /// <summary>A number with its unit, for running text and lists.</summary>
    public static string WithUnit(decimal? value, int decimals, string unit) => value is not { } known
        ? GermanFormat.Missing
        : unit.Length == 0 ? GermanFormat.Number(known, decimals) : $"{GermanFormat.Number(known, decimals)}\u00A0{unit}";

    private static string? Remark(ReportRow row, RowField field) =>
        row.Undefined.GetValueOrDefault(field)
        ?? row.Marks.GetValueOrDefault(field)
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
