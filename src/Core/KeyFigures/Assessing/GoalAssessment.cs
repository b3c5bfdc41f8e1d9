using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Assessing;

/// <summary>How a Ziel stands at the end of a report's period.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Span">The quarter, half-year or year the target is for.</param>
/// <param name="Actual">The figure's value for that span, or for the part of it that has passed.</param>
/// <param name="Degree">Zielerreichungsgrad in percent, of what the goal is judged by. For „mindestens“ it is value ÷ target ×
/// 100, for „höchstens“ target ÷ value × 100. Where one of them is not positive, it is 100 less the unfavourable deviation in
/// percent of |target|. Null where not assessable or the target is zero.</param>
/// <param name="IsAchieved">Whether the target is met; null where not assessable or still open.</param>
/// <param name="Status">Green where the value the goal is judged by meets the target; else yellow or red by the figure's
/// tolerances; grey where not assessable.</param>
/// <param name="Note">What a reader must know beside the numbers, in German: „Zeitraum läuft noch …“; null where nothing.</param>
public sealed record GoalAssessment(
    Goal Goal, Period Span, CalculatedValue Actual, decimal? Degree, bool? IsAchieved, Status Status, string? Note)
{
    /// <summary>
    /// What the whole of a running span is expected to bring; null where the goal is judged by <see cref="Actual"/>.
    /// </summary>
    public decimal? Expected { get; init; }
}
