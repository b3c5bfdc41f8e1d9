using System.Collections.Immutable;
using System.Globalization;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>Reads an import profile.</summary>
internal static class ProfileReading
{
    private const string NoHeader = "keine";

    /// <summary>The profile; null where it has no name, pattern or product column.</summary>
    public static ImportProfile? Of(Section section, FindingList findings)
    {
        var origin = section.Child("produkt") is { } described ? Origins(described).FirstOrDefault() : null;
        findings.AddRange(CheckOrigin(section));
        if (section.Form("profil", TextForms.ProfileName) is not { } name
            || section.Form("gilt_fuer", TextForms.PathPattern) is not { } pattern
            || ((section.Text("produkt") ?? section.Child("produkt")?.Text("spalte")) is var product && product is null
                && origin is null))
        {
            return null;
        }

        var profile = new ImportProfile
        {
            Name = name,
            AppliesTo = pattern,
            ProductColumn = product,
            ProductPattern = section.Child("produkt") is { } cell ? PatternOf(cell) : null,
            Origin = origin,
            HasHeader = section.Text("kopfzeile") != NoHeader,
            IsComplete = section.Whole("buchungslos") == 0,
            ServiceColumn = section.Text("leistung"),
            PeriodColumns = PeriodColumnsOf(section),
            Encoding = section.Text("kodierung"),
            Separator = Mark(section, "trennzeichen"),
            DecimalMark = Mark(section, "dezimalzeichen"),
            Unit = section.Text("einheit"),
            ThousandsMark = section.RawText("tausenderzeichen"),
            HeaderLine = HeaderLines(section) is [.., var last] ? last : section.Whole("kopfzeile"),
            HeaderLines = Math.Max(1, HeaderLines(section).Count),
            FilledDown = [.. section.Texts("leer_wie_oben").Select(column => column.Text)],
            Sheet = section.Text("blatt"),
            Values = [.. section.Children("werte").Select(Value).OfType<ProfileValue>()],
            Ignored = [.. section.Children("ignoriere").Select(entry => Condition(entry)).OfType<RowCondition>()],
            TotalRow = section.Child("summenzeile") is { } total ? Condition(total) : null,
            Checks = [.. section.Children("pruefe").Select(Check)],
            UnknownProducts = section.Word("unbekannte_produkte", Words.UnknownProducts, UnknownProducts.Error),
            Creation = section.Child("anlegen") is { } creation ? Columns(creation) : null,
        };
        findings.AddRange(CheckMeaning(section, profile));
        findings.AddRange(CheckLetters(section, profile));
        findings.AddRange(CheckPeriodColumns(section));
        if (HeaderLines(section).Select((line, at) => line - at).Distinct().Count() > 1)
            findings.Add(CatalogueFindings.HeaderLinesApart(section.At("kopfzeile")));
        return profile;
    }

    private static List<int> HeaderLines(Section section) => [.. section.Texts("kopfzeile")
        .Select(line => int.TryParse(line.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(line => line > 0)];

    /// <summary>Every figure a profile fills exists somewhere in the year.</summary>
    public static IEnumerable<Finding> CheckFigures(Section section, IReadOnlyCollection<string> known)
    {
        foreach (var entry in section.Children("werte"))
        {
            if (entry.Id("grundzahl") is { } id && !known.Contains(id.Text))
                yield return CatalogueFindings.UnknownBaseFigure(entry.At("grundzahl"), "grundzahl", id.Text, "diesem Jahr",
                    known.Order(StringComparer.Ordinal).ToList());
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
                column, figure, entry.Form("periode", TextForms.Period) is { } period ? PeriodText.Canonical(period) : null,
                entry.Word("art", Words.Scenarios, Scenario.Actual), entry.Number("faktor") ?? 1, Condition(entry))
            {
                IsCumulative = entry.Flag("kumuliert"),
            }
            : null;

    /// <summary>One column, several whose names say which part they hold, or each part with its column.</summary>
    private static PeriodColumns PeriodColumnsOf(Section section)
    {
        if (section.Child("periode") is { } named)
            return new PeriodColumns(
                null, named.Text("jahr"), named.Text("halbjahr"), named.Text("quartal"), named.Text("monat"));
        var byKind = section.Texts("periode").Select(column => column.Text).Where(column => KindOf(column) is not null)
            .DistinctBy(KindOf).ToDictionary(column => KindOf(column)!.Value);
        return new PeriodColumns(section.Text("periode"), byKind.GetValueOrDefault(PeriodKind.Year),
            byKind.GetValueOrDefault(PeriodKind.HalfYear), byKind.GetValueOrDefault(PeriodKind.Quarter),
            byKind.GetValueOrDefault(PeriodKind.Month));
    }

    /// <summary>Which part of a period a column is named after; „Halbjahr“ has the word „Jahr“ in it.</summary>
    private static PeriodKind? KindOf(string column) =>
        Enum.GetValues<PeriodKind>().Where(kind => column.Contains(kind.GermanName(), StringComparison.OrdinalIgnoreCase))
            .Select(kind => (PeriodKind?)kind).FirstOrDefault();

    private static IEnumerable<Finding> CheckPeriodColumns(Section section)
    {
        var seen = new HashSet<PeriodKind>();
        foreach (var (column, place) in section.Texts("periode"))
        {
            if (KindOf(column) is not { } kind || !seen.Add(kind))
                yield return CatalogueFindings.PeriodColumnUnclear(place, column);
        }
    }

    private static RowCondition? Condition(Section entry) =>
        entry.Child("wenn") is { } columns
            ? new RowCondition(
                [.. columns.Map.Entries.Select(pair => new ColumnPattern(pair.Key, Patterns(pair.Value)))])
            : null;

    private static ImmutableArray<string> Patterns(YamlNode node) => node is YamlList list
        ? [.. list.Items.OfType<YamlScalar>().Select(item => item.Text)]
        : [(node as YamlScalar)?.Text ?? ""];

    private static IEnumerable<ProductOrigin> Origins(Section entry)
    {
        if (entry.Form("fest", TextForms.Number) is { } number)
            yield return new ProductOrigin(ProductOriginKind.Fixed, number);
        if (entry.Form("dateiname", TextForms.NamePattern) is { } file)
            yield return new ProductOrigin(ProductOriginKind.FileName, file);
        if (entry.Form("blatt", TextForms.NamePattern) is { } sheet)
            yield return new ProductOrigin(ProductOriginKind.SheetName, sheet);
    }

    private static ProductPattern? PatternOf(Section entry) =>
        entry.Form("muster", TextForms.CellPattern) is { } own ? new ProductPattern(own, IsHeading: false)
        : entry.Form("ueberschrift", TextForms.CellPattern) is { } above ? new ProductPattern(above, IsHeading: true)
        : null;

    private static RowCheck Check(Section entry) => new(
        entry.Text("text") ?? "", entry.Text("links") ?? "", [.. entry.Texts("rechts").Select(column => column.Text)]);

    private static ProductColumns Columns(Section entry)
    {
        var (group, area) = (entry.Child("produktgruppe"), entry.Child("produktbereich"));
        return new ProductColumns(
            entry.Text("bezeichnung"), group?.Text("nummer"), group?.Text("bezeichnung"), area?.Text("nummer"),
            area?.Text("bezeichnung"))
        {
            Digits = entry.Child("stellen") is { } digits
                ? [digits.Whole("hauptproduktbereich") ?? 1, digits.Whole("produktbereich") ?? 2,
                    digits.Whole("produktgruppe") ?? 3]
                : null,
        };
    }

    private static IEnumerable<Finding> CheckOrigin(Section section)
    {
        if (section.Child("produkt") is { } origin && (origin.Text("spalte") is null
            ? origin.Map.Entries.Length != 1 || PatternOf(origin) is not null
            : origin.Map.Entries.Length != 2 || PatternOf(origin) is null))
            yield return CatalogueFindings.OneOrigin(section.At("produkt"));
    }

    /// <summary>Without a header columns have letters only.</summary>
    private static IEnumerable<Finding> CheckLetters(Section section, ImportProfile profile)
    {
        foreach (var column in profile.HasHeader ? [] : profile.Columns.Where(column => ColumnLetters.Parse(column) < 0))
            yield return CatalogueFindings.ColumnWithoutHeader(section.At("kopfzeile"), column);
    }

    /// <summary>
    /// As what else a profile takes a value column: for numbers of products or accounts; null where it does not.
    /// </summary>
    private static string? KeyOf(ProfileValue value, ImportProfile profile)
    {
        bool Is(string? column) => value.Column.Equals(column, StringComparison.OrdinalIgnoreCase);
        return Is(profile.ProductColumn) ? "produkt"
            : Is(profile.ServiceColumn) ? "leistung"
            : profile.PeriodColumns.All.Any(Is) ? "periode"
            : (value.When?.Patterns ?? []).Any(each => Is(each.Column) && each.Patterns.Any(IsOfNumbers)) ? "wenn"
            : null;
    }

    /// <summary>Whether a pattern is one of account numbers: amounts do not begin alike.</summary>
    private static bool IsOfNumbers(string pattern) => pattern is [>= '1' and <= '9', .., '*' or '?'];

    private static IEnumerable<Finding> CheckMeaning(Section section, ImportProfile profile)
    {
        var seen = new HashSet<(string, FigureId, Period?, Scenario)>();
        foreach (var entry in section.Children("werte"))
        {
            if (Value(entry) is not { } value)
                continue;
            if (value.Period is null && !profile.PeriodColumns.All.Any() && entry.Map.Find("periode") is null)
                yield return CatalogueFindings.PeriodMissing(entry.At("spalte"), value.Column);
            if (value.Factor == 0)
                yield return CatalogueFindings.ZeroFactor(entry.At("faktor"), "faktor");
            if (KeyOf(value, profile) is { } key)
                yield return CatalogueFindings.KeyAsValue(entry.At("spalte"), value.Column, key);
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
