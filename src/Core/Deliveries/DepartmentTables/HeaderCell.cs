using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.DepartmentTables;

/// <summary>What one cell of the header means. Closed: consumed by <c>switch</c>.</summary>
/// <param name="Index">The column, from 0.</param>
/// <param name="Text">The header's text without blanks around it.</param>
internal abstract record HeaderCell(int Index, string Text)
{
    /// <summary>The column says of each row, for example, its product.</summary>
    public sealed record OfField(int Index, string Text, RowDimension Field) : HeaderCell(Index, Text);

    /// <summary>
    /// A column of values: <c>Wert</c>, a figure, a period, or several of these together (<c>Erträge Plan 2026 (T€)</c>). What
    /// the header leaves open (null) stands in the row.
    /// </summary>
    /// <param name="Index">The column, from 0.</param>
    /// <param name="Text">The header's text.</param>
    /// <param name="Figure">The figure's id, name or synonym as written.</param>
    /// <param name="Period">The period.</param>
    /// <param name="Scenario">Ist, Plan or Prognose.</param>
    /// <param name="Unit">The unit written behind the name; empty where none is.</param>
    /// <param name="Factor">1000 for <c>T€</c>, else 1.</param>
    public sealed record OfValues(int Index, string Text, string? Figure, Period? Period, Scenario? Scenario, string Unit,
        Factor Factor)
        : HeaderCell(Index, Text)
    {
        /// <summary>
        /// What the header says of time where that is no period yet: <c>Q1</c> without year, a date; else null.
        /// </summary>
        public PeriodReading? Unsettled { get; init; }
    }

    /// <summary>A known column that is for people only: names, units, the last value in a template.</summary>
    public sealed record Information(int Index, string Text) : HeaderCell(Index, Text);

    /// <summary>The total of the columns to the left: checked against them, and left out.</summary>
    public sealed record Total(int Index, string Text) : HeaderCell(Index, Text);

    /// <summary>How far values beside it lie apart, as <c>Abweichung</c>: checked against them, and left out.</summary>
    /// <param name="Index">The column, from 0.</param>
    /// <param name="Text">The header's text.</param>
    /// <param name="Factor">1000 for <c>T€</c>, else 1.</param>
    public sealed record Derived(int Index, string Text, Factor Factor) : HeaderCell(Index, Text);

    /// <summary>Nothing known; also a blank header.</summary>
    public sealed record Unknown(int Index, string Text) : HeaderCell(Index, Text);
}
