using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>The figures of a level, the county's standard ones merged in, formulas still text.</summary>
/// <param name="Name">What messages call the level: „Leistung 11112“.</param>
/// <param name="BaseFigures">Standard first, one with the same id in the standard one's place.</param>
/// <param name="KeyFigures">The level's own, or the standard ones where it lists none.</param>
internal sealed record LevelDraft(string Name, ImmutableArray<FigureDraft> BaseFigures, ImmutableArray<FigureDraft> KeyFigures)
{
    public IEnumerable<FigureDraft> Figures => BaseFigures.Concat(KeyFigures);

    /// <summary>Reads a level's lists onto the standard.</summary>
    public static LevelDraft Of(string name, Section section, FrameDraft frame, FindingList findings)
    {
        var own = FigureReading.BaseFigures(section).Select(draft => Complete(draft, frame.Frame.Tolerance, findings)).ToList();
        var keys = FigureReading.KeyFigures(section).Select(draft => Complete(draft, frame.Frame.Tolerance, findings)).ToList();
        findings.AddRange(CheckIds(name, own, keys, frame));
        var standard = frame.Standard.BaseFigures.Select(draft => own.Find(replacing => replacing.Figure.Id == draft.Figure.Id)
            ?? draft);
        var added = own.Where(draft => frame.Standard.BaseFigures.All(present => present.Figure.Id != draft.Figure.Id));
        var level = new LevelDraft(name, [.. standard.Concat(added)],
            section.Map.Find("kennzahlen") is YamlList ? [.. keys] : frame.Standard.KeyFigures);
        findings.AddRange(level.CheckMeaning());
        return level;
    }

    /// <summary>
    /// The level where the standard figures are not compared: one of a service is not the product's, which others know by the
    /// same id.
    /// </summary>
    public LevelDraft WithoutSharedStandard() =>
        this with { BaseFigures = [.. BaseFigures.Select(NotShared)], KeyFigures = [.. KeyFigures.Select(NotShared)] };

    private static FigureDraft NotShared(FigureDraft draft) =>
        draft is { IsStandard: true, Figure.Shared: not null } ? draft with { Figure = draft.Figure with { Shared = null } }
            : draft;

    /// <summary>The county's standard itself, as a level that has no place yet.</summary>
    public static LevelDraft Standard(Section? section, StatusTolerance tolerance, FindingList findings)
    {
        if (section is null)
            return new LevelDraft("den Standardzahlen", [], []);
        var standard = new LevelDraft(
            "den Standardzahlen",
            [.. FigureReading.BaseFigures(section)
                .Select(draft => Complete(draft, tolerance, findings) with { IsStandard = true })],
            [.. FigureReading.KeyFigures(section)
                .Select(draft => Complete(draft, tolerance, findings) with { IsStandard = true })]);
        findings.AddRange(standard.CheckMeaning());
        return standard;
    }

    /// <summary>Duplicates and clashes among ids, without those that replace a standard figure on purpose.</summary>
    public static IEnumerable<Finding> CheckIds(
        string name, IReadOnlyList<FigureDraft> own, IReadOnlyList<FigureDraft> keys, FrameDraft frame)
    {
        var seen = new HashSet<FigureId>();
        foreach (var draft in own.Concat(keys))
        {
            var id = draft.Figure.Id;
            var clashesWithStandard = draft.Figure is Catalogues.KeyFigure
                && frame.Standard.BaseFigures.Any(standard => standard.Figure.Id == id);
            if (!seen.Add(id) || clashesWithStandard)
                yield return CatalogueFindings.DuplicateFigure(draft.Section.At("id"), name, id.Text);
            if (frame.Frame.ReferenceFigures.Any(reference => reference.Id == id))
                yield return CatalogueFindings.ClashWithReference(draft.Section.At("id"), id.Text);
            if (Words.Reserved.Contains(id.Text))
                yield return CatalogueFindings.ReservedId(draft.Section.At("id"), id.Text);
        }
    }

    private static FigureDraft Complete(FigureDraft draft, StatusTolerance county, FindingList findings)
    {
        if (draft.Figure is BaseFigure { Minimum: { } minimum, Maximum: { } maximum } && minimum > maximum)
            findings.Add(CatalogueFindings.EmptyRange(draft.Section.At("von"), minimum, maximum));
        return draft.Section.Child("ampel") is { } tolerance
            ? draft with { Figure = draft.Figure with { Tolerance = FigureReading.Tolerance(tolerance, county, findings) } }
            : draft;
    }

    private IEnumerable<Finding> CheckMeaning()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var draft in Figures)
        {
            foreach (var name in Names(draft.Figure).Distinct(StringComparer.OrdinalIgnoreCase).Where(name => !names.Add(name)))
                yield return CatalogueFindings.DuplicateFigureName(draft.Section.At("bezeichnung"), Name, name);
            if (UnknownBaseFigure(draft, "schutzbeduerftig", draft.Figure.SensitiveBy) is { } sensitive)
                yield return sensitive;
            if (UnknownBaseFigure(draft, "jahreswert", (draft.Figure as BaseFigure)?.WeightedBy) is { } weight)
                yield return weight;
            if (draft.Figure is BaseFigure weighed && weighed.WeightedBy == weighed.Id)
                yield return CatalogueFindings.WeighsItself(draft.Section.At("jahreswert"), weighed.Id.Text);
        }
    }

    private static IEnumerable<string> Names(Figure figure) =>
        figure is BaseFigure { Synonyms: var synonyms } ? synonyms.Prepend(figure.Name) : [figure.Name];

    private Finding? UnknownBaseFigure(FigureDraft draft, string key, FigureId? id) =>
        id is { } wanted && BaseFigures.All(present => present.Figure.Id != wanted)
            ? CatalogueFindings.UnknownBaseFigure(
                draft.Section.At(key), key, wanted.Text, Name, [.. BaseFigures.Select(present => present.Figure.Id.Text)])
            : null;
}
