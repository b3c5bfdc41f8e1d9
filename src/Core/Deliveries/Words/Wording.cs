using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>How messages name values.</summary>
internal static class Wording
{
    /// <summary>
    /// <c>11112 sprechstunden (3. Quartal 2026, Ist)</c>. A sum also says what it is, of which rows, and its largest cell,
    /// behind which the place belongs: <c>… = −350, Summe der Zeilen 2–3, × −1, am größten „350,00“</c>.
    /// </summary>
    public static string Of(DeliveredValue value) =>
        $"{value.Address.Level} {OfSeries(value)}"
        + (IsSum(value)
            ? $" = {GermanFormat.Exact(value.Value!.Value)}, {value.Cell.Rule}, am größten {CellFindings.Quote(value.Cell.Text)}"
            : "");

    /// <summary>What was found: the cell's text; the amount where several rows add up to it.</summary>
    public static string Found(DeliveredValue value) => IsSum(value) ? GermanFormat.Exact(value.Value!.Value) : value.Cell.Text;

    private static bool IsSum(DeliveredValue value) =>
        value.Value is not null && value.Cell.IsSum;

    /// <summary><c>aufwendungen (Jahr 2026, Ist)</c>.</summary>
    public static string OfSeries(DeliveredValue value) =>
        $"{value.Address.Figure} ({GermanFormat.Name(value.Period)}, {value.Scenario.GermanName()})";

    /// <summary>The cell of a value.</summary>
    public static CellPlace PlaceOf(DeliveredValue value) =>
        new(value.Cell.Line, ColumnLetters.Parse(value.Cell.Column)) { Sheet = value.Cell.Sheet };
}
