using Produktreport.Core.KeyFigures.Assessing;
using Produktreport.Core.Reports.Words;

namespace Produktreport.Functions.Web.Reports;

/// <summary>Something of a product's report that a search can find.</summary>
/// <param name="Kind">What it is, as people call it: „Produkt“, „Kennzahl“, „Ziel“.</param>
/// <param name="Title">What it is called, or what it says.</param>
/// <param name="Level">The service it belongs to; empty for the product itself.</param>
/// <param name="Anchor">Where it stands on the product's page, without <c>#</c>.</param>
/// <param name="Words">What is compared, folded, with a blank before it.</param>
/// <param name="Value">Its value; null where it has none.</param>
public sealed record Findable(string Kind, string Title, string Level, string Anchor, string Words, FoundValue? Value)
{
    private const int LongestText = 200;
    private const int LongestCompared = 2_000;

    /// <summary>All of a report: product, services, figures, goals, explanations.</summary>
    internal static ImmutableArray<Findable> Of(ProductReport report)
    {
        var names = report.Levels.ToDictionary(level => level.Number, level => level.Kind == LevelKind.Product
            ? "" : $"{level.Number} {level.Name}");
        return
        [
            .. report.Levels.Select(level => Of(ReportWords.Of(level.Kind), $"{level.Number} {level.Name}", "",
                AnchorOf(level.Number))),
            .. report.Rows.Select(row => Of(ReportWords.Of(row.Type), row.Name, names.GetValueOrDefault(row.Level, ""),
                AnchorOf(row.Level)) with
            { Value = FoundValue.Of(row) }),
            .. report.Goals.Select(goal => Of("Ziel", goal.Text, names.GetValueOrDefault(goal.Level, ""), "ziele")),
            .. report.Explanations.Select(text => Of("Erläuterung", $"{text.Name}: {text.Text}",
                names.GetValueOrDefault(text.Level, ""), "erlaeuterungen")),
        ];
    }

    private static Findable Of(string kind, string title, string level, string anchor) => new(
        kind,
        title.Length > LongestText ? title[..LongestText].TrimEnd() + "…" : title,
        level,
        anchor,
        " " + Folding.Of(title.Length > LongestCompared ? title[..LongestCompared] : title),
        null);

    private static string AnchorOf(LevelNumber level) => $"ebene-{level}";
}

/// <summary>A figure's value as a hit shows it, from January to the end of the period.</summary>
/// <param name="Actual">Ist; null where undefined.</param>
/// <param name="Plan">Plan; null where undefined.</param>
/// <param name="Decimals">Decimal places shown.</param>
/// <param name="Unit">The unit; empty for counts.</param>
/// <param name="Status">The Ampel.</param>
public sealed record FoundValue(decimal? Actual, decimal? Plan, int Decimals, string Unit, Status Status)
{
    internal static FoundValue Of(ReportRow row) => new(row.ActualToDate, row.PlanToDate, row.Decimals, row.Unit, row.Status);
}
