using System.Globalization;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Findings;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Deliveries.Ledgers;

/// <summary>Holds the years and the Art that headers name against what the profile reads their columns as.</summary>
internal static partial class HeaderMeanings
{
    /// <summary>Adds a warning for every value column whose header names another year or Art alone.</summary>
    public static void Check(ImportProfile profile, ProfileColumns header, FindingList findings)
    {
        foreach (var value in profile.Values.DistinctBy(value => (value.Column, value.Period, value.Scenario)))
        {
            var column = header[value.Column];
            if (header.NameOf(column) is not { } name || (YearFits(name, value) && ArtFits(name, value)))
                continue;
            var read = value.Period is { } period ? $"{value.Scenario.GermanName()} {period}" : value.Scenario.GermanName();
            findings.Add(DeliveryFindings.HeaderContradicts(new CellPlace(header.Line, column), name, read));
        }
    }

    /// <summary>The years a header names.</summary>
    public static IReadOnlyList<int> YearsIn(string name) =>
        [.. Year().Matches(name).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];

    private static bool YearFits(string name, ProfileValue value) => YearsIn(name) is var years
        && (value.Period is not { } period || years.Count == 0 || years.Contains(period.Year));

    private static bool ArtFits(string name, ProfileValue value)
    {
        var said = name.Split([' ', '-', '/', '(', ')', '.'])
            .Where(word => !word.Equals("Soll", StringComparison.OrdinalIgnoreCase)) // Soll und Haben
            .Select(word => Scenarios.Parse(word)).OfType<Scenario>().ToList();
        return said.Count == 0 || said.Contains(value.Scenario);
    }

    [GeneratedRegex(@"\b(19|20)\d\d\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Year();
}
