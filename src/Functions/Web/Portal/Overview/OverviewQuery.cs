using Produktreport.Core.KeyFigures.Assessing;

namespace Produktreport.Functions.Web.Portal.Overview;

/// <summary>
/// Which products the overview shows, and in which order: its whole state, as it stands in the address. What it does not
/// understand it passes over.
/// </summary>
public sealed record OverviewQuery
{
    /// <summary>The word for reports in which values are missing.</summary>
    public const string Incomplete = "unvollstaendig";

    /// <summary>The word for all rows, however many.</summary>
    public const string Everything = "alle";

    /// <summary>The word for the other direction than the column's own.</summary>
    public const string Descending = "ab";

    /// <summary>The period: <c>2026-Q3</c>; null for the latest.</summary>
    [FromQuery(Name = "zeitraum")]
    public string? Period { get; init; }

    /// <summary>Only the periods of this year.</summary>
    [FromQuery(Name = "jahr")]
    public string? Year { get; init; }

    /// <summary>Only products of this Produktbereich: <c>11</c>.</summary>
    [FromQuery(Name = "bereich")]
    public string? Area { get; init; }

    /// <summary>Only products of this department.</summary>
    [FromQuery(Name = "amt")]
    public string? Department { get; init; }

    /// <summary>Only products with this Ampel: <c>rot</c>.</summary>
    [FromQuery(Name = "ampel")]
    public string? Status { get; init; }

    /// <summary><c>entwurf</c>, <c>freigegeben</c> or <see cref="Incomplete"/>.</summary>
    [FromQuery(Name = "stand")]
    public string? State { get; init; }

    /// <summary>By which column: a word of <see cref="OverviewOrder"/>.</summary>
    [FromQuery(Name = "sortierung")]
    public string? Order { get; init; }

    /// <summary><see cref="Descending"/> for the largest first.</summary>
    [FromQuery(Name = "richtung")]
    public string? Direction { get; init; }

    /// <summary><see cref="Everything"/> for all rows at once.</summary>
    [FromQuery(Name = "umfang")]
    public string? Extent { get; init; }

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => Given(Area) || Given(Department) || Given(Status) || Given(State);

    /// <summary>Whether the largest comes first.</summary>
    public bool IsDescending => Direction == Descending;

    /// <summary>Whether all rows are shown, however many.</summary>
    public bool IsEverything => Extent == Everything;

    /// <summary>The address of this view.</summary>
    public string Address
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("zeitraum", Period), ("jahr", Year), ("bereich", Area), ("amt", Department), ("ampel", Status), ("stand", State),
                ("sortierung", Order), ("richtung", Direction), ("umfang", Extent),
            ];
            var given = all.Where(entry => Given(entry.Value)).Select(entry =>
                $"{entry.Name}={Uri.EscapeDataString(entry.Value!)}");
            return "/?" + string.Join('&', given);
        }
    }

    /// <summary>Whether a product's report is among those asked for.</summary>
    public bool Matches(ReportSummary report) =>
        Fits(Area, report.Line!.Area.Number)
        && Fits(Department, report.Department?.Text)
        && Fits(Status, report.Status.Word())
        && (Fits(State, report.State.Word()) || (State == Incomplete && !report.IsComplete));

    private static bool Fits(string? asked, string? own) => !Given(asked) || asked == own;

    private static bool Given(string? value) => !string.IsNullOrEmpty(value);
}
