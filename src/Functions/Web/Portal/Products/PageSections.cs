using Produktreport.Core.Reports.Words;

namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>A section of a product's page: the name links lead to, and its heading.</summary>
/// <param name="Id">The name in addresses.</param>
/// <param name="Title">The heading.</param>
internal sealed record PageSection(string Id, string Title);

/// <summary>Which sections the page of a report has: those its PDF has, in the order of reading.</summary>
internal static class PageSections
{
    /// <summary>The word of an address for all sections.</summary>
    public const string All = "alle";

    /// <summary>The figures of a level.</summary>
    public static string OfLevel(ReportLevel level) => $"ebene-{level.Number}";

    /// <summary>The sections of a report; those with nothing to say are not there.</summary>
    public static ImmutableArray<PageSection> Of(ProductReport report)
    {
        IEnumerable<(bool Has, PageSection Section)> all =
        [
            (report.Missing.Length > 0, new("fehlt", "Nicht gelieferte Zahlen")),
            .. report.Levels.Take(1).Select(level => (true, new PageSection(OfLevel(level), "Zahlen des Produkts"))),
            (!ServiceDeviation.Of(report).IsEmpty, new("leistungen", "Abweichung vom Plan nach Leistungen")),
            .. report.Levels.Skip(1).Select(level => (true, new PageSection(OfLevel(level), $"{level.Number} {level.Name}"))),
            (report.Goals.Length > 0, new("ziele", "Ziele")),
            (report.Charts.Length > 0, new("verlauf", "Verlauf der Hauptzahlen")),
            (report.Developments.Length > 0, new("entwicklung", "Hauptkennzahlen gegenüber dem Vorjahr")),
            (true, new("erlaeuterungen", "Erläuterungen")),
            (report.FiveYears is not null, new("jahre", "Fünfjahresvergleich")),
            (report.Comparison is not null, new("vergleich", ComparisonWords.Title)),
            (report.Changes is not null, new("aenderungen", $"Änderungen gegenüber Version {report.Changes?.FormerVersion}")),
            (IsPlain(report), new("leicht", "Das Wichtigste in Leichter Sprache")),
            (report.Description is not null, new("beschreibung", "Produktbeschreibung")),
            (true, new("geschichte", "Freigaben und Hinweise")),
        ];
        return [.. all.Where(each => each.Has).Select(each => each.Section)];
    }

    /// <summary>Which are open where an address names none: what is missing, and the figures of the product.</summary>
    public static IEnumerable<string> OpenAtFirst(ProductReport report) => ["fehlt", OfLevel(report.Levels[0])];

    // As in print: what the public gets has it, and where one file is both.
    private static bool IsPlain(ProductReport report) =>
        report.Plain is not null && report is not { IsSensitive: true, Edition: ReportEdition.Internal };
}
