using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Comparisons.Files;

/// <summary>
/// Figures of counties from a flat file of the statistical offices. The file knows no shared ids: the catalogue says which of its
/// values are which figure (<c>vergleich: statistik</c>).
/// </summary>
internal static class FlatStatistics
{
    private const int MostOffered = 8;

    /// <summary>The figures that the file brings by the catalogue's entries for it.</summary>
    public static ImmutableArray<OpenFigure> Read(
        ReferenceFile file, string name, IReadOnlyList<SharedStatistic> entries, FindingList findings)
    {
        if (entries.Count == 0)
            findings.Add(ComparisonFindings.UnmappedStatistic(name));
        return [.. entries.SelectMany(entry => Read(file, name, entry, findings))];
    }

    private static List<OpenFigure> Read(ReferenceFile file, string name, SharedStatistic entry, FindingList findings)
    {
        var found = new Dictionary<(RegionKey, int), OpenFigure>();
        foreach (var each in file.Observations)
        {
            if (!IsMeant(each, entry) || each.Value is not { } value || each.AsOf is not { } day
                || RegionOf(each, entry) is not { } region)
                continue;
            var figure = new OpenFigure
            {
                Region = region,
                Year = day.Year,
                Product = entry.Product,
                Figure = entry.Figure,
                Name = each.VariableName,
                Value = value,
                Unit = each.PlainUnit,
                Provenance = $"{each.Statistic}, {name}",
                Licence = entry.Licence,
            };
            if (!found.TryAdd((region, day.Year), figure))
                findings.Add(ComparisonFindings.StatisticTwice(region.Text, day.Year, each.Line, entry.Figure.Text));
        }

        if (found.Count == 0)
            findings.Add(ComparisonFindings.StatisticMissing(entry.Figure.Text, Offered(file)));
        return [.. found.Values];
    }

    private static bool IsMeant(ReferenceFile.Observation each, SharedStatistic entry) =>
        entry.Variable is null || each.Variable.Equals(entry.Variable, StringComparison.OrdinalIgnoreCase);

    // Beside the categories asked for there must be nothing but the key of a county: a Land or the whole of Germany is no peer.
    private static RegionKey? RegionOf(ReferenceFile.Observation each, SharedStatistic entry)
    {
        var others = each.Codes.Where(code => !entry.Categories.Contains(code, StringComparer.OrdinalIgnoreCase)).ToList();
        return others.Count == 1 && each.Codes.Length == entry.Categories.Length + 1
            && RegionKey.TryParse(WithZero(others[0]), out var region) && region.IsCounty ? region : null;
    }

    // Excel takes the zero before a key away.
    private static string WithZero(string code) => code.Length is 4 or 7 or 11 ? $"0{code}" : code;

    private static string Offered(ReferenceFile file)
    {
        List<string> variables = [
            .. file.Observations.Select(each => $"{each.Variable} ({each.VariableName})").Distinct().Take(MostOffered)];
        return variables.Count == 0 ? "keine Werte" : GermanFormat.Enumerate(variables);
    }
}
