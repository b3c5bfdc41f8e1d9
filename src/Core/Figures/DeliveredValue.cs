using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Figures;

/// <summary>One value of a base figure as one cell (or one group of ledger rows) of a delivery gave it.</summary>
/// <param name="Address">Which figure of which product or service.</param>
/// <param name="Period">The period it is for; with <paramref name="IsCumulative"/>, the period up to whose end it counts.</param>
/// <param name="Scenario">Ist, Plan or Prognose.</param>
/// <param name="Value">The exact value in the figure's unit. Signs are canonical: Erträge and Aufwendungen are positive. Zero
/// where the file said „nichts vorhanden“ (<c>-</c>). Null where it said unknown or blocked (<c>.</c>, <c>x</c>, <c>k.A.</c>).
/// A blank cell is no delivered value at all.</param>
/// <param name="IsCumulative">Whether the value counts from January to the end of <paramref name="Period"/>.</param>
/// <param name="Cell">Where in the file it stands.</param>
/// <param name="Remark">The Bemerkung of its row as it stands there; null where blank. <see cref="StoredValue.Explanation"/> is
/// what is printed.</param>
/// <param name="Reason">
/// The Korrekturgrund of its row: why the file gives another value than one before, never a cause of the amount. Null where
/// blank.
/// </param>
public sealed record DeliveredValue(
    FigureAddress Address, Period Period, Scenario Scenario, decimal? Value, bool IsCumulative, CellReference Cell,
        string? Remark, string? Reason = null);

/// <summary>Where in a file a value stands, as the clerk sees it in Excel.</summary>
/// <param name="Line">The line, from 1; of a sum that of its largest cell.</param>
/// <param name="Column">The column letter (<c>F</c>).</param>
/// <param name="Text">The raw text of the cell, unaltered; of a sum that of its largest cell.</param>
/// <param name="Rule">
/// What was applied to the raw text, in German, where it was more than reading a number: „Summe der Zeilen 4–17“, „× −1“. Null
/// otherwise.
/// </param>
/// <param name="Sheet">The sheet of the workbook; null where the file has only one.</param>
public readonly record struct CellReference(int Line, string Column, string Text, string? Rule = null, string? Sheet = null)
{
    /// <summary>How the rule of a value begins that several cells add up to.</summary>
    public const string SumOf = "Summe der ";

    /// <summary>Whether several cells add up to the value; the rule may name the first of many only.</summary>
    public bool IsSum => Rule?.StartsWith(SumOf, StringComparison.Ordinal) == true;
}
