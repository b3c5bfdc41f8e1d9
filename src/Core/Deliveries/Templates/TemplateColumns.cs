using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Templates;

/// <summary>A column of a template.</summary>
/// <param name="Name">Its header, which the reader knows.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="Width">Its width in Excel, in characters.</param>
/// <param name="Text">The cell of a row: text, or a number with a decimal point.</param>
internal sealed record TemplateColumn(string Name, TemplateCellKind Kind, int Width, Func<TemplateRow, string> Text);

/// <summary>What the cells of a template's column are.</summary>
internal enum TemplateCellKind
{
    /// <summary>A key or name, locked.</summary>
    Text,

    /// <summary>A known number, locked.</summary>
    Number,

    /// <summary>The value to fill in.</summary>
    Value,

    /// <summary>The remark to fill in.</summary>
    Remark,
}

/// <summary>The columns of a template, the same in CSV and XLSX.</summary>
internal static class TemplateColumns
{
    /// <summary>The line above the header that declares the number format.</summary>
    public const string Format = "Zahlenformat: 1.234,56";

    /// <summary>
    /// From left to right: which value it is, the value, what to hold it against; what only programs need stands last.
    /// </summary>
    public static IReadOnlyList<TemplateColumn> All { get; } =
    [
        new("Produkt", TemplateCellKind.Text, 9, row => row.Product.Number.Text),
        new("Leistung", TemplateCellKind.Text, 9, row => row.Level == row.Product ? "" : row.Level.LevelNumber.Text),
        new("Leistungsbezeichnung", TemplateCellKind.Text, 24, row => row.Level == row.Product ? "" : row.Level.Name),
        new("Grundzahlbezeichnung", TemplateCellKind.Text, 30, row => row.Figure.Name),
        new("Einheit", TemplateCellKind.Text, 8, row => row.Figure.Unit),
        new("Periode", TemplateCellKind.Text, 9, row => row.Period.ToString()),
        new("Wert", TemplateCellKind.Value, 14, row => row.Value),
        new("Letzter Wert", TemplateCellKind.Number, 13, row => Number(row.Last?.Value)),
        new("Erwartet von", TemplateCellKind.Number, 13, row => Number(row.Expected.From)),
        new("Erwartet bis", TemplateCellKind.Number, 13, row => Number(row.Expected.To)),
        new("Bemerkung", TemplateCellKind.Remark, 40, row => row.Remark),
        new("Korrekturgrund", TemplateCellKind.Remark, 30, row => row.Reason),
        new("Letzte Periode", TemplateCellKind.Text, 13, row => row.Last?.Period.ToString() ?? ""),
        new("Produktbezeichnung", TemplateCellKind.Text, 28, row => row.Product.Name),
        new("Grundzahl", TemplateCellKind.Text, 18, row => row.Figure.Id.Text),
        new("Art", TemplateCellKind.Text, 6, row => row.Scenario == Scenario.Plan ? "Plan" : "Ist"),
        new("kumuliert", TemplateCellKind.Text, 10, row => row.IsCumulative ? "ja" : "nein"),
    ];

    /// <summary>How many columns stand before the value and say which one it is.</summary>
    public static int BeforeValue { get; } = IndexOf("Wert");

    /// <summary>The position of a column, from 0.</summary>
    public static int IndexOf(string name) => All.ToList().FindIndex(column => column.Name == name);

    /// <summary>The line above all: who, and for when.</summary>
    public static string Title(DeliveryTemplate template) =>
        $"Meldung {template.Department.Name}, {GermanFormat.Name(template.Period)}: "
        + (template.IsEntered
            ? "im Portal eingegeben"
            : "bitte nur die Spalten Wert, Bemerkung und (wo ein früherer Wert falsch war) Korrekturgrund ausfüllen");

    private static string Number(decimal? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
