namespace Produktreport.Core.Periods;

/// <summary>What a figure speaks of: what was, what was planned, what is expected.</summary>
public enum Scenario
{
    /// <summary>Ist.</summary>
    Actual,

    /// <summary>Plan (Ansatz).</summary>
    Plan,

    /// <summary>Prognose (Hochrechnung).</summary>
    Forecast,
}

/// <summary>The German words of the three scenarios.</summary>
public static class Scenarios
{
    /// <summary>Ist, Plan or Prognose, as departments write it.</summary>
    public static string GermanName(this Scenario scenario) => scenario switch
    {
        Scenario.Actual => "Ist",
        Scenario.Plan => "Plan",
        _ => "Prognose",
    };

    /// <summary>
    /// The scenario a department's word names, in any case: Ist; Plan, Ansatz; Prognose, Hochrechnung. Null for any other.
    /// </summary>
    public static Scenario? Parse(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        return word.Length <= lower.Length && word.ToLowerInvariant(lower) is var length and > 0
            ? lower[..length] switch
            {
                "ist" => Scenario.Actual,
                "plan" or "ansatz" or "soll" or "planansatz" or "hh-ansatz" or "haushaltsansatz" => Scenario.Plan,
                "prognose" or "hochrechnung" or "forecast" => Scenario.Forecast,
                _ => null,
            }
            : null;
    }
}
