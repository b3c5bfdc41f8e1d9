using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Catalogues.Reading.FormulaSyntax;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Gives the figures of a year their formulas.</summary>
internal sealed class FormulaReading
{
    private readonly FrameDraft frame;
    private readonly FindingList findings;

    /// <summary>Standard figures whose formula is wrong wherever they stand: reported once.</summary>
    private readonly HashSet<FigureId> faultyStandard = [];

    private FormulaReading(FrameDraft frame, FindingList findings) => (this.frame, this.findings) = (frame, findings);

    /// <summary>The standard figures and the products, complete; where there are findings they are of no use.</summary>
    public static (StandardFigures Standard, ImmutableArray<Product> Products) Resolve(
        FrameDraft frame, IEnumerable<ProductDraft> drafts, FindingList findings)
    {
        var reading = new FormulaReading(frame, findings);
        var standard = reading.Standard();
        return (new StandardFigures(standard.BaseFigures, standard.KeyFigures), [.. drafts.Select(reading.Product)]);
    }

    /// <summary>The standard as a product that has no number: names of the level itself stay without one.</summary>
    private Product Standard()
    {
        var template = new Product
        {
            Number = default,
            Name = "",
            Hierarchy = new(new("", ""), new("", ""), new("", "")),
            Department = default,
            BaseFigures = [.. frame.Standard.BaseFigures.Select(draft => (BaseFigure)draft.Figure)],
            KeyFigures = [.. frame.Standard.KeyFigures.Select(draft => (KeyFigure)draft.Figure)],
        };
        var product = Unique(template) ? (Product)WithFormulas(template, template, frame.Standard) : template;
        if (Unique(template))
            CheckCycles(product, [frame.Standard]);
        return product;
    }

    private Product Product(ProductDraft draft)
    {
        var bare = draft.Product;
        if (!bare.Levels.All(Unique))
            return bare; // duplicates are reported; what a name means is open until they are gone
        var own = (Product)WithFormulas(bare, bare, draft.Levels[0]);
        var product =
            own with
            {
                Services = [
                .. bare.Services.Select((service, index) => (Service)WithFormulas(bare, service, draft.Levels[index + 1]))]
            };
        CheckCycles(product, draft.Levels);
        return product;
    }

    private static bool Unique(Level level) => level.Figures.DistinctBy(figure => figure.Id).Count() == level.Figures.Count();

    private Level WithFormulas(Product product, Level level, LevelDraft draft)
    {
        var scope = new FormulaScope(product, level, frame.Frame.ReferenceFigures);
        return level with
        {
            BaseFigures = [.. draft.BaseFigures.Select(figure => (BaseFigure)WithFormula(figure, scope))],
            KeyFigures = [.. draft.KeyFigures.Select(figure => (KeyFigure)WithFormula(figure, scope))],
        };
    }

    private Figure WithFormula(FigureDraft draft, FormulaScope scope)
    {
        var id = draft.Figure.Id;
        if (draft.FormulaText is null || (draft.IsStandard && faultyStandard.Contains(id)))
            return draft.Figure;
        var before = findings.Total;
        var formula = FormulaResolver.Resolve(Site(draft, scope.Level), scope, findings);
        if (draft.IsStandard && scope.Level.LevelNumber == default && findings.Total > before)
            faultyStandard.Add(id);
        return draft.Figure with { Formula = formula };
    }

    private void CheckCycles(Product product, IReadOnlyList<LevelDraft> levels)
    {
        var before = findings.Total;
        CheckEachCycle(product, levels);
        if (findings.Total > before || FormulaCycles.TooLongChain(product) is not { } end)
            return;
        var site = Site(DraftOf(end, product, levels), product.FindLevel(end.Level)!);
        findings.Add(CatalogueFindings.FormulaChain(site, FormulaCycles.LongestChain));
    }

    private void CheckEachCycle(Product product, IReadOnlyList<LevelDraft> levels)
    {
        foreach (var cycle in FormulaCycles.Of(product))
        {
            var drafts = cycle.Select(step => DraftOf(step, product, levels)).ToList();
            if (drafts.TrueForAll(draft => draft.IsStandard && faultyStandard.Contains(draft.Figure.Id)))
                continue;
            var level = cycle[0].Level;
            var isOfOneLevel = cycle.All(step => step.Level == level);
            var shown = string.Join(" → ", cycle.Select(step => isOfOneLevel ? step.Figure.Text : step.ToString()));
            findings.Add(CatalogueFindings.FormulaCycle(Site(drafts[0], product.FindLevel(level)!), shown));
            if (product.LevelNumber == default)
                faultyStandard.UnionWith(cycle.Select(step => step.Figure));
        }
    }

    private static FigureDraft DraftOf(FigureAddress address, Product product, IReadOnlyList<LevelDraft> levels) =>
        levels[product.Levels.Index().First(level => level.Item.LevelNumber == address.Level).Index]
            .Figures.First(draft => draft.Figure.Id == address.Figure);

    private static FormulaSite Site(FigureDraft draft, Level level) =>
        new(draft.Section.At("formel"), level.LevelNumber, draft.Figure.Id, draft.FormulaText ?? "");
}
