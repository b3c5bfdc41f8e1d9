using System.Text.RegularExpressions;
using Produktreport.Core.Periods;

namespace Produktreport.Functions.Tests.Architecture;

/// <summary>One word for one thing, in the program as in Core: the last two tables of <c>docs/glossar.md</c>.</summary>
public sealed partial class GlossaryTests
{
    // Each folder with pages has Razor's _Imports.
    private static readonly List<Type> Written =
        [.. typeof(Functions.Storage.IFileStore).Assembly.GetTypes().Concat(typeof(Period).Assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Produktreport", StringComparison.Ordinal) == true
                && type.Name != "_Imports" && !type.Name.Contains('<', StringComparison.Ordinal))];

    private static readonly List<string> Types = [.. Written.Select(type => type.Name.Split('`')[0]).Distinct()];

    private static readonly List<string> Lines =
        [.. File.ReadLines(Repository.At("docs", "glossar.md")).SkipWhile(line => line != "## The program")];

    public static TheoryData<string> Names =>
        [.. Lines.Select(line => Named().Match(line)).Where(row => row.Success).Select(row => row.Groups["name"].Value)];

    public static TheoryData<string, string> Unused =>
        new(Lines.Select(line => Avoided().Match(line)).Where(row => row.Success && row.Groups["not"].Value != "not")
            .Select(row => (row.Groups["not"].Value, row.Groups["except"].Value)));

    [Theory]
    [MemberData(nameof(Names))]
    public void NameOfTheGlossary_IsThatOfAType(string name) => Assert.Contains(name, Types);

    [Theory]
    [MemberData(nameof(Unused))]
    public void WordThatIsNotUsed_IsInNoTypesName(string word, string except)
    {
        var whole = new Regex($"{word}(?![a-z])", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(Types, type => whole.IsMatch(type) && !except.Contains($"`{type}`", StringComparison.Ordinal));
    }

    [Fact]
    public void NoTwoTypesOfTheProgramAndCore_HaveTheSameName() => Assert.Empty(
        Written.Where(type => !type.IsNested).GroupBy(type => type.Name)
            .Where(types => types.Count() > 1).Select(types => string.Join(", ", types)));

    [Fact]
    public void Tables_AreRead() => Assert.Equal((18, 11), (Names.Count, Unused.Count));

    [GeneratedRegex(
        @"^\| [^|]+ \| `(?<name>\w+)` \| [^|]+ \|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^\| (?<not>[A-Za-z]+) \| [A-Za-z]+ \| [^|]+ \|(?<except>[^|]*)\|$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Avoided();
}
