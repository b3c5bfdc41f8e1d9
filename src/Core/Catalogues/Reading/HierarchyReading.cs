using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// Reads Hauptproduktbereich, Produktbereich and Produktgruppe, and holds those of all products against each other.
/// </summary>
internal static class HierarchyReading
{
    private static readonly (string Key, string Name)[] Steps =
        [("hauptproduktbereich", "Hauptproduktbereich"), ("produktbereich", "Produktbereich"),
            ("produktgruppe", "Produktgruppe")];

    /// <summary>
    /// The hierarchy of a product; a step left out has what the number itself says of it, and no name.
    /// </summary>
    public static ProductHierarchy Of(Section section, ProductNumber number)
    {
        var steps = Steps.Select(
            (step, index) => Of(section.Child(step.Key), ProductHierarchy.LeadingPart(number.Text, index + 1))).ToList();
        return new ProductHierarchy(steps[0], steps[1], steps[2]);
    }

    /// <summary>Same number, same name and same parent in all products; numbers that begin with their parent's.</summary>
    public static IEnumerable<Finding> Check(IEnumerable<ProductDraft> products)
    {
        var known = new Dictionary<(int Step, string Number), (HierarchyStep Step, string Parent, string File)>();
        foreach (var draft in products)
        {
            var hierarchy = draft.Product.Hierarchy;
            HierarchyStep[] steps = [hierarchy.MainArea, hierarchy.Area, hierarchy.Group];
            for (var index = 0; index < steps.Length; index++)
            {
                foreach (var finding in CheckStep(draft.Section, index, steps[index], index == 0 ? "" : steps[index - 1].Number,
                    known))
                    yield return finding;
            }

            if (!draft.Product.Number.Text.StartsWith(hierarchy.Group.Number, StringComparison.Ordinal))
                yield return CatalogueFindings.HierarchyPrefix(draft.Section.At("produkt"), "Die Produktnummer",
                    draft.Product.Number.Text, hierarchy.Group.Number);
        }
    }

    private static HierarchyStep Of(Section? section, string otherwise) =>
        new(section?.NumberText("nummer") ?? otherwise, section?.Text("bezeichnung") ?? "");

    private static IEnumerable<Finding> CheckStep(
        Section section, int index, HierarchyStep step, string parent,
        Dictionary<(int Step, string Number), (HierarchyStep Step, string Parent, string File)> known)
    {
        var place = section.At(Steps[index].Key);
        var isNew = known.TryAdd((index, step.Number), (step, parent, section.File));
        if (isNew && !step.Number.StartsWith(parent, StringComparison.Ordinal))
            yield return CatalogueFindings.HierarchyPrefix(place, Steps[index].Name, step.Number, parent);
        var other = known[(index, step.Number)];
        if (other.Parent != parent)
            yield return CatalogueFindings.HierarchyParentDiffers(place, Steps[index].Name, step.Number, parent, other.Parent,
                other.File);
        if (other.Step.Name.Length == 0)
            known[(index, step.Number)] = (step, other.Parent, section.File);
        else if (step.Name.Length > 0 && other.Step.Name != step.Name)
            yield return CatalogueFindings.HierarchyNameDiffers(place, Steps[index].Name, step.Number, step.Name, other.Step.Name,
                other.File);
    }
}
