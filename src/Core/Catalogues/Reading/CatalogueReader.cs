using System.Collections.Immutable;
using Produktreport.Core.Catalogues.Findings;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Catalogues.Reading;

/// <summary>What reading the catalogue files gave.</summary>
/// <param name="Catalogues">The years without any error.</param>
/// <param name="Findings">
/// Everything found, by file and line; a year with an error is not in <paramref name="Catalogues"/>.
/// </param>
public sealed record CatalogueReading(CatalogueSet Catalogues, ImmutableArray<Finding> Findings);

/// <summary>Reads the catalogue container: all years, all faults at once.</summary>
public static class CatalogueReader
{
    private const string UnknownPredecessorCode = "PR-2068";

    /// <summary>Reads the files with the default limits.</summary>
    public static CatalogueReading Read(IEnumerable<CatalogueFile> files) => Read(files, CatalogueReaderOptions.Default);

    /// <summary>Reads the files. Never throws because of what is in them; the result does not depend on their order.</summary>
    internal static CatalogueReading Read(IEnumerable<CatalogueFile> files, CatalogueReaderOptions options)
    {
        var findings = new FindingList();
        var faultyYears = new HashSet<int>();
        var known = Sort(files, findings, faultyYears);
        var years = known.GroupBy(entry => entry.Year).OrderBy(group => group.Key)
            .Select(group => YearReader.Read(group.Key, [.. group.Select(entry => (entry.File, entry.Kind))], options)).ToList();
        var catalogues = years.Where(year => !faultyYears.Contains(year.Year)).Select(year => year.Catalogue).OfType<Catalogue>()
            .ToList();
        findings.AddRange(years.SelectMany(year => year.Findings).Concat(UnknownPredecessors(years)));
        var faulty = findings.Where(finding => finding is { Severity: Severity.Error, Code: UnknownPredecessorCode })
            .Select(finding => YearOf(finding.File!)).ToHashSet();
        return new CatalogueReading(
            CatalogueSet.Of(catalogues.Where(catalogue => !faulty.Contains(catalogue.Year))), InOrder(findings));
    }

    private static List<(int Year, CatalogueFile File, CatalogueFileKind Kind)> Sort(
        IEnumerable<CatalogueFile> files, FindingList findings, HashSet<int> faultyYears)
    {
        var known = new List<(int Year, CatalogueFile File, CatalogueFileKind Kind)>();
        var paths = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var place = new CataloguePlace(file.Path, null);
            var fault = !paths.Add(file.Path) ? CatalogueFindings.FileTwice(place) : KindOf(file.Path) is null ? Misplaced(place)
                : null;
            if (fault is not null)
                findings.Add(fault);
            else
                known.Add((YearOf(file.Path)!.Value, file, KindOf(file.Path)!.Value));
            if (fault is { Severity: Severity.Error } && YearOf(file.Path) is { } year)
                faultyYears.Add(year);
        }

        return known;
    }

    private static Finding Misplaced(CataloguePlace place) =>
        place.File.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || place.File.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            ? CatalogueFindings.WrongPath(place)
            : CatalogueFindings.OtherFile(place);

    private static CatalogueFileKind? KindOf(string path) => YearOf(path) is null ? null : path.Split('/') switch
    {
        [_, "rahmen.yaml"] => CatalogueFileKind.Frame,
        [_, _] when CatalogueFile.IsPicturePath(path) => CatalogueFileKind.Picture,
        [_, _, _] when CatalogueFile.IsTablePath(path) => CatalogueFileKind.Table,
        [_, "produkte", var file] when file.EndsWith(".yaml", StringComparison.Ordinal) && file.Length > 5 =>
            CatalogueFileKind.Product,
        [_, "profile", var file] when file.EndsWith(".yaml", StringComparison.Ordinal) && file.Length > 5 =>
            CatalogueFileKind.Profile,
        _ => null,
    };

    private static int? YearOf(string path) => path.Split('/') is [var folder, _, ..] ? PeriodText.YearOf(folder) : null;

    private static IEnumerable<Finding> UnknownPredecessors(List<YearReading> years) =>
        from year in years
        let previous = years.Find(other => other.Year == year.Year - 1)?.Catalogue
        where year.Catalogue is not null && previous is not null
        from finding in PredecessorReading.CheckKnown(year.Catalogue!, previous, number => year.Sections[number])
        select finding;

    private static ImmutableArray<Finding> InOrder(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line ?? 0)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal)
            .ThenBy(finding => finding.Text, StringComparer.Ordinal).Distinct()];
}

/// <summary>Limits that keep a hostile or broken catalogue file from costing memory or time.</summary>
internal sealed record CatalogueReaderOptions
{
    public static CatalogueReaderOptions Default { get; } = new();

    /// <summary>The largest file read, in bytes; default 1 MiB (the form of one product takes about 6 KiB).</summary>
    public int MaximumFileSize { get; init; } = 1024 * 1024;

    /// <summary>The deepest nesting of lists and mappings; default 12 (the format itself needs 6).</summary>
    public int MaximumDepth { get; init; } = 12;
}
