using Produktreport.Core.Catalogues;

namespace Produktreport.Core.KeyFigures.Assessing;

/// <summary>Ampel. Never shown by colour alone.</summary>
public enum Status
{
    /// <summary>Grau: not assessable, because actual or target is missing or undefined.</summary>
    Grey,

    /// <summary>Grün: at least as good as the target, or within the tolerance.</summary>
    Green,

    /// <summary>Gelb: worse than the target by more than the green tolerance, within the yellow one.</summary>
    Yellow,

    /// <summary>Rot: worse than that.</summary>
    Red,
}

/// <summary>The German words of the Ampel.</summary>
public static class Statuses
{
    /// <summary>grau, grün, gelb or rot.</summary>
    public static string GermanName(this Status status) => status switch
    {
        Status.Green => "grün",
        Status.Yellow => "gelb",
        Status.Red => "rot",
        _ => "grau",
    };

    /// <summary>The word JSON and addresses write: grau, gruen, gelb or rot (<c>docs/bericht-json.md</c>).</summary>
    public static string Word(this Status status) => status == Status.Green ? "gruen" : status.GermanName();
}

/// <summary>How far from its target a figure may be.</summary>
public static class StatusAssessment
{
    /// <summary>
    /// The status of a value against its target. Only a deviation to the unfavourable side counts, for neutral figures either
    /// side. Any deviation from a target of zero is beyond every percentage.
    /// </summary>
    /// <param name="actual">The value; null = grey.</param>
    /// <param name="target">The target; null = grey.</param>
    /// <param name="direction">Which side is unfavourable.</param>
    /// <param name="tolerance">The tolerances; its amount must be null where it does not apply, see <see cref="For"/>.</param>
    public static Status Assess(decimal? actual, decimal? target, Direction direction, StatusTolerance tolerance)
    {
        if (actual is not { } value || target is not { } goal)
            return Status.Grey;
        var worse = direction switch
        {
            Direction.HigherIsBetter => goal - value,
            Direction.LowerIsBetter => value - goal,
            _ => Math.Abs(value - goal),
        };
        return worse <= 0 || IsWithin(worse, tolerance.GreenPercent, goal) || worse <= tolerance.GreenAmount ? Status.Green
            : IsWithin(worse, tolerance.YellowPercent, goal) ? Status.Yellow
            : Status.Red;
    }

    /// <summary>
    /// The tolerances of a figure. The county's amount in euro holds for base figures in € only: 10.000 € are nothing beside a
    /// budget, but any deviation of „Ergebnis je 1.000 Einwohner“ would be green. A key figure in € may have an amount of its
    /// own.
    /// </summary>
    public static StatusTolerance For(Figure figure, StatusTolerance county)
    {
        var tolerance = figure.Tolerance ?? county;
        var amountHolds = figure.Unit == "€" && (figure is BaseFigure || figure.Tolerance is not null);
        return amountHolds ? tolerance : tolerance with { GreenAmount = null };
    }

    private static bool IsWithin(decimal worse, decimal percent, decimal target) => worse * 100 <= percent * Math.Abs(target);
}
