using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Messages;

/// <summary>How messages name values.</summary>
internal static class Wording
{
    /// <summary><c>11112 sprechstunden (3. Quartal 2026, Ist)</c>.</summary>
    public static string Of(DeliveredValue value) =>
        $"{value.Address.Level} {value.Address.Figure} ({GermanFormat.Name(value.Period)}, {value.Scenario.GermanName()})";

    /// <summary><c>aufwendungen (Jahr 2026, Ist)</c>.</summary>
    public static string OfSeries(DeliveredValue value) =>
        $"{value.Address.Figure} ({GermanFormat.Name(value.Period)}, {value.Scenario.GermanName()})";

    /// <summary>The cell of a value.</summary>
    public static CellPlace PlaceOf(DeliveredValue value) =>
        new(value.Cell.Line, ColumnLetters.Parse(value.Cell.Column)) { Sheet = value.Cell.Sheet };
}
