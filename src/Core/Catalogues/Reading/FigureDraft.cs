using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>A figure as its file gives it, its formula still text.</summary>
/// <param name="Figure">The figure; its formula is null.</param>
/// <param name="Section">Where it stands.</param>
/// <param name="FormulaText">The formula; null where there is none.</param>
internal sealed record FigureDraft(Figure Figure, Section Section, string? FormulaText)
{
    public bool IsStandard { get; init; }
}

internal static class FigureReading
{
    /// <summary>The base figures under <c>grundzahlen</c> that have an id.</summary>
    public static IEnumerable<FigureDraft> BaseFigures(Section section) => Figures(section.Children("grundzahlen"), BaseFigure);

    /// <summary>The key figures under <c>kennzahlen</c> that have an id.</summary>
    public static IEnumerable<FigureDraft> KeyFigures(Section section) => Figures(section.Children("kennzahlen"), KeyFigure);

    /// <summary>The tolerances of a section, with the county's for what it leaves out; checks their order.</summary>
    public static StatusTolerance Tolerance(Section section, StatusTolerance otherwise, FindingList findings)
    {
        var tolerance = Tolerance(section, otherwise);
        if (tolerance.YellowPercent < tolerance.GreenPercent)
            findings.Add(CatalogueFindings.ToleranceOrder(section.Place, tolerance.GreenPercent, tolerance.YellowPercent));
        return tolerance;
    }

    private static StatusTolerance Tolerance(Section section, StatusTolerance otherwise) => new(
        section.Number("gruen_prozent") ?? otherwise.GreenPercent,
        section.Number("gruen_betrag") ?? otherwise.GreenAmount,
        section.Number("gelb_prozent") ?? otherwise.YellowPercent);

    private static IEnumerable<FigureDraft> Figures(IEnumerable<Section> sections, Func<Section, FigureId, Figure> read) =>
        from section in sections
        let id = section.Id("id")
        where id is not null
        select new FigureDraft(Headed(read(section, id.Value), section), section, section.Text("formel"));

    /// <summary>The figure with what base and key figures have in common.</summary>
    private static Figure Headed(Figure figure, Section section) => figure with
    {
        Name = section.Text("bezeichnung") ?? figure.Id.Text,
        Unit = section.Text("einheit") ?? "",
        Decimals = section.Whole("dezimalstellen") ?? 0,
        Direction = section.Word("richtung", Words.Directions, Direction.Neutral),
        IsMain = section.Flag("haupt"),
        SensitiveBy = section.Id("schutzbeduerftig"),
        Shared = section.Id("vergleichbar") is { } shared ? new SharedFigure(shared, section.Text("vergleichshinweis")) : null,
    };

    private static KeyFigure KeyFigure(Section section, FigureId id) => new() { Id = id, Name = "" };

    private static BaseFigure BaseFigure(Section section, FigureId id)
    {
        var rollUp = section.Form("jahreswert", TextForms.RollUp) ?? "summe";
        var weight = TextForms.WeightOf(rollUp);
        return new BaseFigure
        {
            Id = id,
            Name = "",
            Synonyms = [.. section.Texts("synonyme").Select(synonym => synonym.Text.Trim())],
            RollUp = weight is not null ? RollUpRule.Weighted : Rule(rollUp),
            WeightedBy = weight is null ? null : FigureId.Of(weight),
            Frequency = section.Word("erfassung", Words.PeriodKinds, Periods.PeriodKind.Quarter),
            IsCumulative = section.Flag("kumuliert"),
            Minimum = section.Number("von"),
            Maximum = section.Number("bis"),
        };
    }

    private static RollUpRule Rule(string word) => word switch
    {
        "mittelwert" => RollUpRule.Mean,
        "stichtag" => RollUpRule.PointInTime,
        _ => RollUpRule.Sum,
    };
}
