using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Reads an import profile.</summary>
internal static class ProfileReading
{
    /// <summary>The profile; null where it has no name, pattern or product column.</summary>
    public static ImportProfile? Of(Section section, FindingList findings)
    {
        if (section.Form("profil", TextForms.ProfileName) is not { } name
            || section.Form("gilt_fuer", TextForms.PathPattern) is not { } pattern
            || section.Text("produkt") is not { } product)
        {
            return null;
        }

        var profile = new ImportProfile
        {
            Name = name,
            AppliesTo = pattern,
            ProductColumn = product,
            ServiceColumn = section.Text("leistung"),
            PeriodColumn = section.Text("periode"),
            Encoding = section.Text("kodierung"),
            Separator = Mark(section, "trennzeichen"),
            DecimalMark = Mark(section, "dezimalzeichen"),
            ThousandsMark = section.RawText("tausenderzeichen"),
            HeaderLine = section.Whole("kopfzeile"),
            Sheet = section.Text("blatt"),
            Values = [.. section.Children("werte").Select(Value).OfType<ProfileValue>()],
            Ignored = [.. section.Children("ignoriere").Select(entry => Condition(entry)).OfType<RowCondition>()],
            TotalRow = section.Child("summenzeile") is { } total ? Condition(total) : null,
            Checks = [.. section.Children("pruefe").Select(Check)],
            UnknownProducts = section.Word("unbekannte_produkte", Words.UnknownProducts, UnknownProducts.Error),
            Creation = section.Child("anlegen") is { } creation ? Columns(creation) : null,
        };
        findings.AddRange(CheckMeaning(section, profile));
        return profile;
    }

    /// <summary>Every figure a profile fills exists somewhere in the year.</summary>
    public static IEnumerable<Finding> CheckFigures(Section section, IReadOnlyCollection<string> known)
    {
        foreach (var entry in section.Children("werte"))
        {
            if (entry.Id("grundzahl") is { } id && !known.Contains(id.Text))
                yield return CatalogueFindings.UnknownBaseFigure(entry.At("grundzahl"), "grundzahl", id.Text, "diesem Jahr", known.Order(StringComparer.Ordinal).ToList());
        }
    }

    /// <summary>The first folder of a profile's pattern is a department's, where it is not a pattern itself.</summary>
    public static IEnumerable<Finding> CheckFolder(Section section, IReadOnlyList<string> departments)
    {
        var folder = section.Form("gilt_fuer", TextForms.PathPattern)?.Split('/') is [var first, _, ..] ? first : null;
        if (folder is not null && folder.IndexOfAny(['*', '?']) < 0 && !departments.Contains(folder))
            yield return CatalogueFindings.ProfileOfNoDepartment(section.At("gilt_fuer"), folder, departments);
    }

    private static char? Mark(Section section, string key) => section.RawText(key) is [var mark] ? mark : null;

    private static ProfileValue? Value(Section entry) =>
        entry.Text("spalte") is { } column && entry.Id("grundzahl") is { } figure
            ? new ProfileValue(
                column, figure, entry.Form("periode", TextForms.Period) is { } period ? TextForms.ParsePeriod(period) : null,
                entry.Word("art", Words.Scenarios, Scenario.Actual), entry.Number("faktor") ?? 1, Condition(entry))
            : null;

    private static RowCondition? Condition(Section entry) =>
        entry.Child("wenn") is { } columns
            ? new RowCondition(
                [.. columns.Map.Entries.Select(pair => new ColumnPattern(pair.Key, (pair.Value as YamlScalar)?.Text ?? ""))])
            : null;

    private static RowCheck Check(Section entry) => new(
        entry.Text("text") ?? "", entry.Text("links") ?? "", [.. entry.Texts("rechts").Select(column => column.Text)]);

    private static ProductColumns Columns(Section entry)
    {
        var (group, area) = (entry.Child("produktgruppe"), entry.Child("produktbereich"));
        return new ProductColumns(
            entry.Text("bezeichnung") ?? "", group?.Text("nummer"), group?.Text("bezeichnung"), area?.Text("nummer"),
                area?.Text("bezeichnung"));
    }

    private static IEnumerable<Finding> CheckMeaning(Section section, ImportProfile profile)
    {
        var seen = new HashSet<(string, FigureId, Period?, Scenario)>();
        foreach (var entry in section.Children("werte"))
        {
            if (Value(entry) is not { } value)
                continue;
            if (value.Period is null && profile.PeriodColumn is null && entry.Map.Find("periode") is null)
                yield return CatalogueFindings.PeriodMissing(entry.At("spalte"), value.Column);
            if (value.Factor == 0)
                yield return CatalogueFindings.ZeroFactor(entry.At("faktor"), "faktor");
            if (value.When is null && !seen.Add((value.Column, value.Figure, value.Period, value.Scenario)))
                yield return CatalogueFindings.ValueColumnTwice(entry.At("spalte"), value.Column);
        }

        if (profile.DecimalMark is { } mark && profile.ThousandsMark == mark.ToString())
            yield return CatalogueFindings.MarksEqual(section.At("tausenderzeichen"), mark.ToString());
        if (profile.UnknownProducts == UnknownProducts.Create && profile.Creation is null)
            yield return CatalogueFindings.CreationMissing(section.At("unbekannte_produkte"));
        if (profile.UnknownProducts != UnknownProducts.Create && profile.Creation is not null)
            yield return CatalogueFindings.CreationUnused(section.At("anlegen"));
    }
}
