using System.Globalization;
using Produktreport.Core.German;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Core.Reports;

/// <summary>
/// All figures of some reports as one table, a row each, for people who go on with them in a spreadsheet: numbers with the places
/// the reports print, and the delivered cells they rest on. XLSX and CSV have its columns, JSON its rows in full.
/// </summary>
internal static class ReportTable
{
    private const int Narrow = 10;
    private const int Wide = 34;
    private const int Amount = 16;

    /// <summary>From left to right.</summary>
    public static IReadOnlyList<ReportTableColumn> Columns { get; } =
    [
        new("Periode", Narrow, value => ReportTableCell.Of(value.Report.Period.ToString())),
        new("Produkt", Narrow, value => ReportTableCell.Of(value.Report.Product.Text)),
        new("Produktbezeichnung", Wide, value => ReportTableCell.Of(value.Report.Name)),
        new("Ebene", Narrow, value => ReportTableCell.Of(value.Row.Level.Text)),
        new("Ebene Bezeichnung", Wide, value => ReportTableCell.Of(value.LevelName)),
        new("Kennung", Amount, value => ReportTableCell.Of(value.Row.Id.Text)),
        new("Bezeichnung", Wide, value => ReportTableCell.Of(value.Row.Name)),
        new("Einheit", Narrow, value => ReportTableCell.Of(value.Row.Unit)),
        .. Enum.GetValues<RowField>().Select(
            field => new ReportTableColumn(ReportWords.Of(field), Amount, value => ReportTableCell.Of(value.Row, field))),
        new(ReportWords.StatusColumn, Narrow, value => ReportTableCell.Of(value.Row.Status.GermanName())),
        new("Typ", Narrow, value => ReportTableCell.Of(ReportWords.Of(value.Row.Type))),
        new("Hauptzahl", Narrow, value => ReportTableCell.Of(ReportWords.YesNo(value.Row.IsMain))),
        new("Amt", Wide, value => ReportTableCell.Of(value.Report.Head.DepartmentName)),
        new("Stand", Amount, value => ReportTableCell.Of(ReportWords.Of(value.Report.State))),
        new("Version", Narrow, value => ReportTableCell.Of(value.Report.Version.ToString(CultureInfo.InvariantCulture))),
        new("Hinweise", Wide, value => ReportTableCell.Of(value.Remarks)),
        new("Datei", Wide, value => ReportTableCell.Of(value.First?.File)),
        new("Blatt", Narrow, value => ReportTableCell.Of(value.First?.Sheet)),
        new("Zeile", Narrow, value => ReportTableCell.Of(value.First?.Line.ToString(CultureInfo.InvariantCulture))),
        new("Spalte", Narrow, value => ReportTableCell.Of(value.First?.Column)),
        new("Gelieferter Text", Amount, value => ReportTableCell.Of(value.First?.Text)),
        new("Weitere Zellen", Wide, value => ReportTableCell.Of(value.Others)),
    ];

    /// <summary>The rows of the reports, in their order.</summary>
    public static IEnumerable<ReportTableRow> RowsOf(IEnumerable<ProductReport> reports) =>
        from report in reports
        from row in report.Rows
        select new ReportTableRow(report, row);
}

/// <summary>A column of the table of values.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Width">Its width in a spreadsheet, in characters.</param>
/// <param name="Cell">The cell of a row.</param>
internal sealed record ReportTableColumn(string Name, int Width, Func<ReportTableRow, ReportTableCell> Cell);

/// <summary>A figure of a report, as a row of the table.</summary>
/// <param name="Report">The report.</param>
/// <param name="Row">The figure with its values.</param>
internal sealed record ReportTableRow(ProductReport Report, ReportRow Row)
{
    /// <summary>The name of the product or service the figure belongs to.</summary>
    public string LevelName => Report.LevelOf(Row.Level).Name;

    /// <summary>The first of the delivered cells; null where there is none, or it is not published.</summary>
    public CellOrigin? First => Row.Origins.FirstOrDefault();

    /// <summary>The other cells: „buero-landrat/2026-q3.csv, Zeile 5, Spalte F“, with bars between them.</summary>
    public string Others => string.Join(" | ", Row.Origins.Skip(1).Select(Place));

    /// <summary>Why values are missing, or are not what they seem.</summary>
    public string Remarks => string.Join(
        " | ", Row.Undefined.Concat(Row.Marks).Select(entry => $"{ReportWords.Of(entry.Key)}: {entry.Value}"));

    private static string Place(CellOrigin origin)
    {
        var sheet = origin.Sheet is null ? "" : $", Blatt „{origin.Sheet}“";
        return $"{origin.File}{sheet}, Zeile {origin.Line}, Spalte {origin.Column}";
    }
}

/// <summary>A cell of the table.</summary>
/// <param name="Text">As CSV has it: of a number the printed places with a decimal comma, without marks between
/// thousands.</param>
/// <param name="Number">The exact value as a spreadsheet computes with it, of a percentage a hundredth; null for text.</param>
/// <param name="Format">How a spreadsheet shows the number (ECMA-376 part 1, 18.8.31); empty for text.</param>
internal readonly record struct ReportTableCell(string Text, decimal? Number = null, string Format = "")
{
    private const int LongestUnit = 60;

    public static ReportTableCell Of(string? text) => new(text ?? "");

    /// <summary>A value of a figure; an empty cell where the report shows none.</summary>
    public static ReportTableCell Of(ReportRow row, RowField field) => (field, row[field]) switch
    {
        (_, null) => default(ReportTableCell) with { Text = "" },
        (RowField.DeviationPercent, { } value) => row.Percent!.IsMeaningful
            ? new ReportTableCell(Printed(value, row.PercentDecimals), value / 100, Signed(Places(row.PercentDecimals) + "%"))
            : Of(""),
        (RowField.Deviation, { } value) when IsPercent(row) =>
            new ReportTableCell(Printed(value, row.Decimals), value / 100, Signed(FormatOf(row))),
        (RowField.Deviation, { } value) => new ReportTableCell(Printed(value, row.Decimals), value, Signed(FormatOf(row))),
        (_, { } value) => new ReportTableCell(Printed(value, row.Decimals), IsPercent(row) ? value / 100 : value, FormatOf(row)),
    };

    private static bool IsPercent(ReportRow row) => row.Unit == "%";

    private static string Printed(decimal value, int decimals) =>
        GermanFormat.Round(value, decimals).ToString("F" + decimals, CultureInfo.InvariantCulture).Replace('.', ',');

    private static string FormatOf(ReportRow row)
    {
        var unit = string.Concat(row.Unit.Where(c => c != '"' && !char.IsControl(c)).Take(LongestUnit));
        return Places(row.Decimals) + (IsPercent(row) ? "%" : unit.Length == 0 ? "" : $"\"\u00A0{unit}\"");
    }

    private static string Places(int decimals) => decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);

    private static string Signed(string format) => $"+{format};-{format};{format}";
}
