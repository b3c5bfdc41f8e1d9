using System.Text.Json.Serialization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Reports.Contents;

/// <summary>A goal of the form with its target, what was reached, and how that is judged.</summary>
public sealed record ReportGoal
{
    /// <summary>The goal's id.</summary>
    [JsonPropertyName("id")]
    public required FigureId Id { get; init; }

    /// <summary>The sentence with target and span filled in.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>The target; null where the form leaves it blank.</summary>
    [JsonPropertyName("ziel")]
    public decimal? Target { get; init; }

    /// <summary>The figure's value over <see cref="Span"/>; null where undefined.</summary>
    [JsonPropertyName("ist")]
    public decimal? Actual { get; init; }

    /// <summary>
    /// What the running span is expected to bring, which is what the goal is judged by; null where it is judged by the Ist.
    /// </summary>
    [JsonPropertyName("erwartet")]
    public decimal? Expected { get; init; }

    /// <summary>Whether the target was reached; null where that cannot be said (yet).</summary>
    [JsonPropertyName("erreicht")]
    public bool? IsReached { get; init; }

    /// <summary>The Ampel of the goal.</summary>
    [JsonPropertyName("ampel")]
    public Status Status { get; init; } = Status.Grey;

    /// <summary>Degree of achievement in percent; null where not assessable.</summary>
    [JsonPropertyName("erreichungProzent")]
    public decimal? AchievementPercent { get; init; }

    /// <summary>At least or at most.</summary>
    [JsonPropertyName("vergleich")]
    public required Comparison Comparison { get; init; }

    /// <summary>The period the target is for.</summary>
    [JsonPropertyName("zeitraum")]
    public required Period Span { get; init; }

    /// <summary>The level of the measuring figure.</summary>
    [JsonPropertyName("ebene")]
    public required LevelNumber Level { get; init; }

    /// <summary>The measuring figure.</summary>
    [JsonPropertyName("kennung")]
    public required FigureId Figure { get; init; }

    /// <summary>The unit of target and actual.</summary>
    [JsonPropertyName("einheit")]
    public string Unit { get; init; } = "";

    /// <summary>Decimal places shown.</summary>
    [JsonPropertyName("dezimalstellen")]
    public int Decimals { get; init; }

    /// <summary>What a reader must know beside the numbers, such as why the goal is grey; null otherwise.</summary>
    [JsonPropertyName("bemerkung")]
    public string? Remark { get; init; }
}
