using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Deliveries.Proposals;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>The worked examples of the manual's chapter on profiles: file, profile and the sums the chapter states.</summary>
public sealed partial class ManualProfileTests
{
    private static readonly string Manual = File.ReadAllText(Repository.At("docs", "handbuch.md"));

    public static TheoryData<string, string, string, string> Examples() =>
        [.. ExampleForm().Matches(Manual).Select(match => new TheoryDataRow<string, string, string, string>(
            match.Groups["file"].Value, match.Groups["content"].Value, match.Groups["profile"].Value,
            match.Groups["sums"].Value))];

    [Fact]
    public void Chapter_HasThreeExamples() => Assert.Equal(3, Examples().Count);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_GivesTheSumsTheChapterStates(string file, string content, string profile, string sums)
    {
        List<CatalogueFile> files = [.. Catalogue(), new CatalogueFile("2026/profile/p.yaml", Encoding.UTF8.GetBytes(profile))];
        Assert.Equal(Stated(sums), SumsOf(Example.Read(content, file, CatalogueReader.Read(files).Catalogues).Delivery!));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Proposal_ReadsTheSameOfTheFile_AsTheProfileOfTheChapter(string file, string content, string profile, string sums)
    {
        Assert.NotEmpty(profile);
        var present = Catalogue().ToList();
        var proposal = ProfileProposal.Of(Encoding.UTF8.GetBytes(content), file[(file.LastIndexOf('/') + 1)..], present, 2026);
        var catalogues = CatalogueReader.Read([.. present, proposal.File!]).Catalogues;
        Assert.False(proposal.Findings.HasErrors(), string.Join('\n', proposal.Findings.Select(finding => finding.Text)));
        Assert.Equal(Stated(sums), SumsOf(Example.Read(content, file, catalogues).Delivery!));
    }

    [Fact]
    public void ProfileOfTheExampleCounty_IsTheOneTheChapterShows() => Assert.Contains(
        "```yaml\n" + File.ReadAllText(Repository.At("beispiel", "katalog", "2026", "profile", "sachkonten.yaml")) + "```",
        Manual, StringComparison.Ordinal);

    /// <summary>The catalogue of the example county without its profiles.</summary>
    private static IEnumerable<CatalogueFile> Catalogue()
    {
        var folder = Repository.At("beispiel", "katalog");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => new CatalogueFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file)))
            .Where(file => !file.Path.Contains("/profile/", StringComparison.Ordinal));
    }

    private static List<string> Stated(string sums) => [.. Sum().Matches(sums)
        .Select(match => $"{match.Groups["what"].Value} = {Number(match.Groups["sum"].Value)}").Order(StringComparer.Ordinal)];

    private static string Number(string german) =>
        decimal.Parse(german.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture)
            .ToString("0.##", CultureInfo.InvariantCulture);

    private static List<string> SumsOf(AcceptedDelivery delivery) => [.. delivery.Values
        .GroupBy(value => (value.Address.Figure, value.Period, value.Scenario))
        .Select(series => string.Create(CultureInfo.InvariantCulture,
            $"{series.Key.Figure} {series.Key.Period} {(series.Key.Scenario == Periods.Scenario.Plan ? "Plan" : "Ist")} = "
                + $"{series.Sum(value => value.Value):0.##}"))
        .Order(StringComparer.Ordinal)];

    [GeneratedRegex(
        "<!-- eingang/(?<file>\\S+): [^\\n]+ -->\\n```csv\\n(?<content>[^`]*)```\\n\\n<!-- katalog/2026/profile/\\S+: "
            + "angenommen -->\\n"
        + "```yaml\\n(?<profile>[^`]*)```\\n\\nGelesen wird: (?<sums>[^#<]*)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ExampleForm();

    [GeneratedRegex("`(?<what>[a-z]+ [0-9]{4} (Ist|Plan)) = (?<sum>[0-9.,]+)`",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Sum();
}
