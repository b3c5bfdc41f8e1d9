using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Values;

namespace Produktreport.Core.KeyFigures.Assessing;

/// <summary>Abweichung of the actual value from the plan.</summary>
/// <param name="Actual">Ist.</param>
/// <param name="Plan">Plan.</param>
/// <param name="Absolute">Ist − Plan in the figure's unit; null where either is undefined.</param>
/// <param name="Percent">(Ist − Plan) ÷ |Plan| × 100. So a minus means a lower value, for an Ergebnis a worse one, also where
/// the plan is negative. Null where either is undefined or the plan is zero.</param>
/// <param name="Reason">Why <paramref name="Percent"/> is null, in German; null where it is not.</param>
/// <param name="Status">Ampel against the plan.</param>
public sealed record PlanDeviation(
    CalculatedValue Actual, CalculatedValue Plan, decimal? Absolute, decimal? Percent, string? Reason, Status Status)
{
    /// <summary>The deviation of a figure's value from its plan.</summary>
    public static PlanDeviation Between(CalculatedValue actual, CalculatedValue plan, Figure figure, StatusTolerance county)
    {
        if (actual.Amount is not { } value || plan.Amount is not { } planned)
            return NotAssessable(actual, plan);
        try
        {
            var absolute = value - planned;
            var status = StatusAssessment.Assess(value, planned, figure.Direction, StatusAssessment.For(figure, county));
            return planned == 0
                ? new PlanDeviation(actual, plan, absolute, null, "Plan ist 0", status)
                : new PlanDeviation(actual, plan, absolute, absolute * 100 / Math.Abs(planned), null, status);
        }
        catch (OverflowException)
        {
            return new PlanDeviation(actual, plan, null, null, Reasons.Overflow.Reason.Text, Status.Grey);
        }
    }

    /// <summary>No deviation, because actual or plan is undefined.</summary>
    public static PlanDeviation NotAssessable(CalculatedValue actual, CalculatedValue plan) =>
        new(actual, plan, null, null, ReasonText("Ist", actual) ?? ReasonText("Plan", plan) ?? "nicht bewertbar", Status.Grey);

    private static string? ReasonText(string what, CalculatedValue value) =>
        value is CalculatedValue.Undefined undefined ? $"{what}: {undefined.Reason.Text}" : null;
}
