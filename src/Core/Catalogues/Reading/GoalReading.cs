using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Reads the goals of a product and finds the figures that measure them.</summary>
internal static class GoalReading
{
    /// <summary>The goals whose figure exists.</summary>
    public static ImmutableArray<Goal> Of(Section section, Product product, FindingList findings)
    {
        var goals = ImmutableArray.CreateBuilder<Goal>();
        var ids = new HashSet<FigureId>();
        foreach (var entry in section.Children("ziele"))
        {
            if (entry.Id("id") is { } duplicate && !ids.Add(duplicate))
                findings.Add(CatalogueFindings.DuplicateGoal(entry.At("id"), duplicate.Text));
            if (entry.Form("misst", TextForms.Target) is not { } target)
                continue;
            if (Measure(target, product) is not { } measure)
                findings.Add(CatalogueFindings.GoalUnresolved(entry.At("misst"), target, [.. Targets(product)]));
            else if (entry.Id("id") is { } id)
                goals.Add(Goal(entry, id, measure.Level, measure.Figure));
        }

        return goals.ToImmutable();
    }

    private static (LevelNumber Level, FigureId Figure)? Measure(string target, Product product)
    {
        var dot = target.LastIndexOf('.');
        var figure = FigureId.Of(target[(dot + 1)..]);
        var level = dot < 0 ? product.LevelNumber : LevelNumber.Of(target[..dot]);
        return product.FindLevel(level)?.Find(figure) is null ? null : (level, figure);
    }

    private static IEnumerable<string> Targets(Product product) =>
        product.Levels.SelectMany(
            level => level.Figures.Select(figure => level is Product ? figure.Id.Text : $"{level.LevelNumber}.{figure.Id}"));

    private static Goal Goal(Section entry, FigureId id, LevelNumber level, FigureId figure) => new()
    {
        Id = id,
        Text = entry.Text("text") ?? "",
        Level = level,
        Figure = figure,
        Comparison = entry.Word("vergleich", Words.Comparisons, Comparison.AtLeast),
        Target = entry.Number("ziel"),
        Span = entry.Word("zeitraum", Words.PeriodKinds, PeriodKind.Year),
    };
}
