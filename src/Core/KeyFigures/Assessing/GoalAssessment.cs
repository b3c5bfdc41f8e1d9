using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Values;
using Produktreport.Core.Periods;

namespace Produktreport.Core.KeyFigures.Assessing;

/// <summary>How a Ziel stands at the end of a report's period.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Span">The quarter, half-year or year the target is for.</param>
/// <param name="Actual">The figure's value for that span, or for the part of it that has passed.</param>
/// <param name="Degree">
/// Zielerreichungsgrad in percent: for „mindestens“ actual ÷ target, for „höchstens“ target ÷ actual, × 100; where one of them is
/// not positive 100 less the unfavourable deviation in percent of |target|. Null where not assessable or the target is zero.
/// </param>
/// <param name="IsAchieved">Whether the target is met; null where not assessable or still open.</param>
/// <param name="Status">Ampel by the figure's tolerances; grey where not assessable.</param>
/// <param name="Note">What a reader must know beside the numbers, in German: „Zeitraum läuft noch …“; null where nothing.</param>
public sealed record GoalAssessment(
    Goal Goal, Period Span, CalculatedValue Actual, decimal? Degree, bool? IsAchieved, Status Status, string? Note)
{
    /// <summary>Whether the span was not over yet at the end of the report's period.</summary>
    public bool IsRunning { get; init; }

    /// <summary>
    /// What the status was measured against: the target, for a running sum its share by months; null where blank.
    /// </summary>
    public decimal? MeasuredAgainst { get; init; }
}
