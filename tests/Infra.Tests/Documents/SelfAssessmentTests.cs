using System.Text.RegularExpressions;

namespace Produktreport.Infra.Tests.Documents;

/// <summary>
/// The self-assessment by ASVS 5.0 in docs/sicherheit.md: every requirement of levels 1 and 2 has its row, and every test it
/// names exists.
/// </summary>
public sealed partial class SelfAssessmentTests
{
    // Of each section, how many requirements are of level 1 or 2; in ASVS 5.0.0 those of level 3 stand last.
    private const string Sections = """
        1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3
        6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4
        10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4
        13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
        """;

    private static readonly List<string[]> Rows =
    [
        .. File.ReadLines(Repository.At("docs", "sicherheit.md")).Where(line => NumberedRow().IsMatch(line))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static readonly List<string> All =
    [
        .. Sections.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(section => section.Split(':'))
            .SelectMany(section => Enumerable.Range(1, int.Parse(section[1], null)).Select(number => $"{section[0]}.{number}")),
    ];

    [Fact]
    public void EveryRequirementOfLevelsOneAndTwo_HasItsRow_InOrder() => Assert.Equal(All, Rows.SelectMany(row => Span(row[0])));

    [Fact]
    public void EveryRow_SaysHowItStands_AndWhy()
    {
        Assert.All(Rows, row => Assert.Contains(row[1], (string[])["ja", "teilweise", "nein", "entfällt"]));
        Assert.All(Rows, row => Assert.EndsWith(".", row[2], StringComparison.Ordinal));
    }

    [Fact]
    public void TheSummary_CountsTheRows()
    {
        var text = File.ReadAllText(Repository.At("docs", "sicherheit.md"));
        foreach (var state in Rows.GroupBy(row => row[1], row => Span(row[0]).Count(), StringComparer.Ordinal))
            Assert.Contains($"{state.Sum()} {state.Key}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryTestThatIsNamed_Exists()
    {
        var sources = Directory.EnumerateFiles(Repository.At("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var named = Rows.SelectMany(row => Code().Matches(row[3])).Select(match => match.Groups["text"].Value)
            .Distinct().ToList();
        Assert.True(named.Count > 60, $"{named.Count} tests are named.");
        Assert.DoesNotContain(named, name => !sources.Any(source => Has(source, name)));
    }

    [Fact]
    public void AClassOrAMethodThatIsNotThere_IsSeen()
    {
        const string Source = "public sealed class ATests\n{\n    [Fact]\n    public void B_IsC() { }\n}";
        Assert.True(Has(Source, "ATests") && Has(Source, "ATests.B_IsC"));
        Assert.False(Has(Source, "BTests") || Has(Source, "ATests.B_IsD") || Has(Source, "ATests.B_Is"));
    }

    private static bool Has(string source, string name) =>
        name.Split('.') is [var type, .. var method]
        && Regex.IsMatch(source, $@"\bclass {type}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
        && method.All(each => Regex.IsMatch(source, $@"(Task|void) {each}\(", RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static IEnumerable<string> Span(string cell) => cell.Split('–') is [var first, var last]
        ? All.SkipWhile(number => number != first).TakeWhile(number => number != last).Append(last)
        : [cell];

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NumberedRow();

    [GeneratedRegex("`(?<text>[A-Za-z_.]+)`", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Code();
}
