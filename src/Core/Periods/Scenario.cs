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
}
