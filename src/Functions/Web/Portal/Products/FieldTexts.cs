using Produktreport.Core.Reports.Words;

namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>The values of a figure as the tables of this room write them.</summary>
internal static class FieldTexts
{
    /// <summary>The head of a column.</summary>
    public static string Heading(RowField field) => field switch
    {
        RowField.ActualToDate => "Ist seit Jan.",
        RowField.PlanToDate => "Plan seit Jan.",
        RowField.DeviationPercent => "in %",
        RowField.PreviousToDate => "Vorjahr seit Jan.",
        _ => ReportWords.Of(field),
    };

    /// <summary>A value as printed; a deviation with its sign.</summary>
    public static string Number(ReportRow row, RowField field) => field switch
    {
        RowField.DeviationPercent => row.Percent?.Shown ?? GermanFormat.Missing,
        RowField.Deviation =>
            row.Deviation is { } deviation ? GermanFormat.Signed(deviation, row.Decimals) : GermanFormat.Missing,
        _ => row[field] is { } value ? GermanFormat.Number(value, row.Decimals) : GermanFormat.Missing,
    };

    /// <summary>The class of a deviation to the better or worse; null for any other value.</summary>
    public static string? Favour(ReportRow row, RowField field) =>
        field is RowField.Deviation or RowField.DeviationPercent ? Texts.Favour(row.IsFavourable) : null;

    /// <summary>What a pointer is told over a value.</summary>
    public static string Title(ReportRow row, RowField field) =>
        row.Undefined.GetValueOrDefault(field) ?? row.Marks.GetValueOrDefault(field) ?? "Warum dieser Wert?";

    /// <summary>A value as it is read out.</summary>
    public static string Label(ReportRow row, RowField field)
    {
        var reason = row.Undefined.TryGetValue(field, out var text) ? $" ({text})" : "";
        return $"{row.Name}, {ReportWords.Of(field)}: {Number(row, field)}{reason} – Warum dieser Wert?";
    }

    /// <summary>The value a question of a whole line is about: the deviation, where there is one.</summary>
    public static RowField MostTelling(ReportRow row) => row.Deviation is not null ? RowField.Deviation : RowField.ActualToDate;
}
