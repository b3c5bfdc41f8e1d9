using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// Reads the reference figures of a year: typed in, or from files of the statistical offices in <c>rahmendaten/</c>.
/// </summary>
internal sealed class ReferenceReading
{
    private const int MostNamed = 8;
    private const string Population = "einwohner";
    private static readonly string[] People = ["bevölk", "bevoelk", "einwohn", "population", "inhabitant"];

    /// <summary>People of one kind alone, and what is no number of people.</summary>
    private static readonly string[] OtherThanPeople =
        ["dichte", "veränder", "veraender", "beweg", "gewinn", "saldo", "anteil", "quote", "ausländ", "auslaend", "weiblich",
            "männlich", "maennlich", "erwerb", "beschäftig", "beschaeftig", "wander", "density", "change"];

    /// <summary>Names of variables that leave it to the statistic what is counted.</summary>
    private static readonly string[] Plain =
        ["", "Anzahl", "Insgesamt", "Wert", "Number", "Person", "Personen", "Persons", "Personen insgesamt"];
    private readonly Section frame;
    private readonly IReadOnlyList<CatalogueFile> tables;
    private readonly FindingList findings;
    private readonly Dictionary<string, ReferenceFile?> files = new(StringComparer.Ordinal);

    private ReferenceReading(Section frame, IReadOnlyList<CatalogueFile> tables, FindingList findings) =>
        (this.frame, this.tables, this.findings) = (frame, tables, findings);

    /// <summary>The figures; those of a file once for each Stichtag it has.</summary>
    public static ImmutableArray<ReferenceFigure> Of(Section frame, IReadOnlyList<CatalogueFile> tables, FindingList findings)
    {
        var reading = new ReferenceReading(frame, tables, findings);
        var known = new List<ReferenceFigure>();
        foreach (var entry in frame.Children("rahmendaten"))
        {
            if (entry.Id("id") is not { } id)
                continue;
            if (Words.Reserved.Contains(id.Text))
                findings.Add(CatalogueFindings.ReservedId(entry.At("id"), id.Text));
            foreach (var figure in entry.Map.Find("datei") is null ? reading.Typed(entry, id) : reading.FromFile(entry, id))
                reading.Add(entry, figure, known);
        }

        if (frame.Map.Find("rahmendaten") is YamlList
            && !frame.Children("rahmendaten").Any(entry => entry.Id("id")?.Text == Population))
            findings.Add(CatalogueFindings.NoPopulation(frame.At("rahmendaten")));
        findings.AddRange(tables.Where(table => !reading.files.ContainsKey(table.Path))
            .Select(table => CatalogueFindings.OtherFile(new(table.Path, null))));
        return [.. known];
    }

    private void Add(Section entry, ReferenceFigure figure, List<ReferenceFigure> known)
    {
        if (figure.AsOf != DateOnly.MinValue && known.Any(other => other.Id == figure.Id && other.AsOf == figure.AsOf))
            findings.Add(CatalogueFindings.DuplicateReference(entry.At("id"), figure.Id.Text, figure.AsOf));
        if (known.Any(other => other.Id == figure.Id && (other.Name != figure.Name || other.Unit != figure.Unit)))
            findings.Add(CatalogueFindings.ReferenceDiffers(entry.At("id"), figure.Id.Text));
        known.Add(figure);
    }

    private IEnumerable<ReferenceFigure> Typed(Section entry, FigureId id)
    {
        foreach (var key in (string[])["wert", "stichtag", "quelle"])
        {
            if (entry.Map.Entries.All(each => each.Key != key))
                findings.Add(CatalogueFindings.MissingKey(entry.Place, key, CatalogueFormat.ReferenceFigure.Name));
            else if (entry.Map.Find(key) is null or { IsBlank: true })
                findings.Add(CatalogueFindings.BlankValue(entry.At(key), key, CatalogueFormat.ReferenceFigure.Name));
        }

        var asOf = Scalars.Date(entry.Text("stichtag") ?? "") ?? DateOnly.MinValue;
        yield return new ReferenceFigure(
            id, entry.Text("bezeichnung") ?? "", entry.Number("wert") ?? 0, asOf, entry.Text("quelle") ?? "",
            entry.Text("einheit") ?? "");
    }

    private IEnumerable<ReferenceFigure> FromFile(Section entry, FigureId id)
    {
        if (entry.Map.Find("wert") is not null || entry.Map.Find("stichtag") is not null)
            findings.Add(CatalogueFindings.ReferenceTwofold(entry.At("datei"), id.Text));
        if (entry.Form("datei", TextForms.DataFile) is not { } name || FileOf(entry, name) is not { } file)
            return [];
        if ((entry.Form("region", TextForms.CountyKey) ?? frame.Form("schluessel", TextForms.CountyKey)) is not { } region)
        {
            findings.Add(CatalogueFindings.RegionUnknown(entry.At("datei"), name));
            return [];
        }

        var variable = entry.Text("merkmal");
        var found = file.Of(region, variable, [.. entry.Texts("auspraegungen").Select(category => category.Text)]).ToList();
        if (Fault(entry, name, file, found, region) is { } fault)
        {
            findings.Add(fault);
            return [];
        }

        if (found.MaxBy(each => each.AsOf) is { Value: null } latest)
            findings.Add(CatalogueFindings.LatestUnknown(entry.At("datei"), name, latest.Time, latest.Text));
        if (id.Text == Population && !IsOfPeople(found[0]))
            findings.Add(CatalogueFindings.NoPeople(entry.At("datei"), name, found[0].VariableName));
        var unit = entry.Text("einheit");
        return found.Where(each => each.Value is not null).Select(each => new ReferenceFigure(
            id, entry.Text("bezeichnung") ?? each.VariableName, unit == each.Unit ? each.Stated!.Value : each.Value!.Value,
            each.AsOf!.Value, entry.Text("quelle") ?? $"{each.Statistic}, {name}, Zeile {each.Line}", unit ?? each.PlainUnit));
    }

    private static bool IsOfPeople(ReferenceFile.Observation found)
    {
        var said = Plain.Contains(found.VariableName.Trim(), StringComparer.OrdinalIgnoreCase)
            ? $"{found.VariableName} {found.Statistic} {found.Unit}" : found.VariableName;
        return People.Concat(said == found.VariableName ? [] : ["person"])
                .Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase))
            && !OtherThanPeople.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private ReferenceFile? FileOf(Section entry, string name)
    {
        var path = $"{frame.File.Split('/')[0]}/rahmendaten/{name}";
        if (files.TryGetValue(path, out var known))
            return known;
        if (tables.FirstOrDefault(table => table.Path == path) is not { } table)
        {
            findings.Add(CatalogueFindings.ReferenceFileMissing(entry.At("datei"), name, [.. tables.Select(each => each.Path)]));
            return null;
        }

        var (file, refusal) = ReferenceFile.Read(table.Content);
        if (refusal is not null)
            findings.Add(CatalogueFindings.NoReferenceFile(entry.At("datei"), name, refusal));
        return files[path] = file;
    }

    private static Finding? Fault(
        Section entry, string name, ReferenceFile file, List<ReferenceFile.Observation> found, string region)
    {
        var place = entry.At("datei");
        var ofRegion = file.Observations.Where(each => each.IsOf(region)).ToList();
        if (ofRegion.Count == 0)
            return CatalogueFindings.RegionMissing(place, name, region);
        if (found.Count == 0)
            return CatalogueFindings.VariableMissing(place, name, region, Offered(ofRegion, region));
        if (found.Find(each => each.AsOf is null) is { } timeless)
            return CatalogueFindings.NoDay(place, name, timeless.Line, timeless.Time);
        if (found.GroupBy(each => each.AsOf).FirstOrDefault(day => day.Count() > 1) is { } several)
        {
            return CatalogueFindings.SeveralValues(
                place, name, several.First().Time,
                $"Zeilen {GermanFormat.Enumerate([.. several.Take(5).Select(each => $"{each.Line}")])}",
                Offered([.. several], region));
        }

        if (found.Find(each => each.IsAmbiguous) is { } unclear)
            return CatalogueFindings.NumberUnclear(place, name, unclear.Line, unclear.Text);
        var isOfPeople = entry.Id("id")?.Text == Population;
        if (found.Find(each => each.Value is { } value
            && (isOfPeople ? each.PlainUnit is "" or "Personen" && (value <= 0 || value % 1 != 0)
                : each.Unit.Length > 0 && UnitText.Plain(each.Unit).Length == 0 && value % 1 != 0))
            is { } part)
            return CatalogueFindings.NoCount(place, name, part.Line, part.Text);
        if (found.TrueForAll(each => each.Value is null))
            return CatalogueFindings.NoValue(place, name, found[^1].Line, found[^1].Text);
        if (entry.Text("einheit") is { } unit)
            return found.Find(each => each.PlainUnit != unit && each.Unit != unit) is { } other
                ? CatalogueFindings.OtherUnit(entry.At("einheit"), name, other.Line, other.Unit, unit) : null;
        return isOfPeople && found.Find(each => each.PlainUnit is not ("" or "Personen")) is { } thing
            ? CatalogueFindings.OtherUnit(place, name, thing.Line, thing.Unit, "Anzahl")
            : null;
    }

    /// <summary>What there is to choose from: variables and the categories beside the region.</summary>
    private static string Offered(IReadOnlyList<ReferenceFile.Observation> rows, string region)
    {
        var variables = rows.Select(each => $"{each.Variable} ({each.VariableName})").Distinct().Take(MostNamed).ToList();
        var categories = rows.SelectMany(each => each.CategoriesBeside(region)).Distinct().Take(MostNamed).ToList();
        return $"merkmal: {GermanFormat.Enumerate(variables)}"
            + (categories.Count > 0 ? $"; auspraegungen: {GermanFormat.Enumerate(categories)}" : "");
    }
}
