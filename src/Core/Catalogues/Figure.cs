using System.Collections.Immutable;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues;

/// <summary>Which way a figure improves (<c>richtung</c>).</summary>
public enum Direction
{
    /// <summary><c>neutral</c>: a deviation is neither good nor bad; the status is by size alone.</summary>
    Neutral,

    /// <summary><c>hoeher_besser</c>.</summary>
    HigherIsBetter,

    /// <summary><c>niedriger_besser</c>: costs, school-grade satisfaction (1 = best).</summary>
    LowerIsBetter,
}

/// <summary>What base figures and key figures have in common.</summary>
public abstract record Figure
{
    /// <summary>The short name, unique within its level.</summary>
    public required FigureId Id { get; init; }

    /// <summary>The full name as the form prints it: „Ergebnis je 1.000 Einwohner“.</summary>
    public required string Name { get; init; }

    /// <summary>The unit as printed (<c>€</c>, <c>Stellen</c>, <c>h</c>); empty for plain counts.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Decimal places shown, 0 to 6. Values are never rounded before they are shown.</summary>
    public int Decimals { get; init; }

    /// <summary>Which way the figure improves.</summary>
    public Direction Direction { get; init; } = Direction.Neutral;

    /// <summary>Hauptgrundzahl or Hauptkennzahl: printed underlined (the form's footnote) and shown on page one.</summary>
    public bool IsMain { get; init; }

    /// <summary>Status tolerances of this figure; null = the county's.</summary>
    public StatusTolerance? Tolerance { get; init; }

    /// <summary>
    /// <c>schutzbeduerftig</c>: the base figure of the same level whose count protects this one. Below the county's minimum
    /// count the figure is suppressed in the public edition. Null = not sensitive.
    /// </summary>
    public FigureId? SensitiveBy { get; init; }

    /// <summary>What other counties know the figure by (<c>vergleichbar</c>); null = it is not compared.</summary>
    public SharedFigure? Shared { get; init; }

    /// <summary>The formula; null for a base figure that is only ever delivered.</summary>
    public Formula? Formula { get; init; }
}

/// <summary>What makes a figure comparable with that of other counties.</summary>
/// <param name="Id">The id all counties use for it (<c>vergleichbar</c>), within the product of the Produktrahmen.</param>
/// <param name="Caveat">What hinders the comparison, such as another way of delivering the service; null = nothing.</param>
public sealed record SharedFigure(FigureId Id, string? Caveat);

/// <summary>A Grundzahl: delivered by a department, or computed by its formula where it is not delivered.</summary>
public sealed record BaseFigure : Figure
{
    /// <summary>Other names under which files may send the figure (<c>synonyme</c>).</summary>
    public ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>How shorter periods combine to longer ones (<c>jahreswert</c>).</summary>
    public RollUpRule RollUp { get; init; } = RollUpRule.Sum;

    /// <summary>
    /// The figure whose values weigh this one (<c>gewichtet: antworten</c>); null unless <see cref="RollUp"/> is weighted.
    /// </summary>
    public FigureId? WeightedBy { get; init; }

    /// <summary>How often the figure is delivered (<c>erfassung</c>); default quarterly.</summary>
    public PeriodKind Frequency { get; init; } = PeriodKind.Quarter;

    /// <summary>Whether deliveries count from January to the end of the period (<c>kumuliert: true</c>).</summary>
    public bool IsCumulative { get; init; }

    /// <summary>Lowest plausible value (<c>von</c>); null = none.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Highest plausible value (<c>bis</c>); null = none.</summary>
    public decimal? Maximum { get; init; }
}

/// <summary>A Kennzahl: always computed from base figures by its <see cref="Figure.Formula"/>, which is never null.</summary>
public sealed record KeyFigure : Figure;

/// <summary>How the values of shorter periods make the value of a longer one (<c>jahreswert</c>).</summary>
public enum RollUpRule
{
    /// <summary><c>summe</c>: the parts add up.</summary>
    Sum,

    /// <summary><c>mittelwert</c>: the plain mean of the parts (Stellen; a rate per month).</summary>
    Mean,

    /// <summary><c>gewichtet: x</c>: the mean weighted by another figure of the same level.</summary>
    Weighted,

    /// <summary><c>stichtag</c>: the value of the last part.</summary>
    PointInTime,
}

/// <summary>
/// How far from the target a figure may be. Green when within <paramref name="GreenPercent"/> % or
/// <paramref name="GreenAmount"/>, yellow within <paramref name="YellowPercent"/> %, red beyond.
/// </summary>
/// <param name="GreenPercent">Percent of the target, not negative.</param>
/// <param name="GreenAmount">Euro; applies to figures in € only. Null = no absolute tolerance.</param>
/// <param name="YellowPercent">Percent of the target, at least <paramref name="GreenPercent"/>.</param>
public sealed record StatusTolerance(decimal GreenPercent, decimal? GreenAmount, decimal YellowPercent)
{
    /// <summary>The default of the domain: 5 % or 10.000 €, then 10 %.</summary>
    public static StatusTolerance Default { get; } = new(5m, 10_000m, 10m);
}
