using System.Reflection;
using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Architecture;

/// <summary>
/// One word for one thing: <c>docs/glossar.md</c> names the terms of the field, and the code has exactly these names. A row of
/// its tables is German term, English name, meaning; the name is that of a type or of a member (<c>Figure.IsMain</c>).
/// </summary>
public sealed partial class GlossaryTests
{
    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly List<Type> CoreTypes =
        [.. typeof(Periods.Period).Assembly.GetTypes().Where(type => !type.IsNested && !type.Name.StartsWith('<'))];

    private static readonly List<(string Term, string Name)> Rows = [.. Read()];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void NameOfTheGlossary_IsThatOfOneTypeOrMember(string name)
    {
        var parts = name.Split('.');
        var type = Assert.Single(CoreTypes, type => type.Name == parts[0]);
        Assert.True(parts.Length == 1 || type.GetMember(parts[1], Members).Length > 0, $"{parts[0]} has no {parts[^1]}.");
    }

    [Fact]
    public void NoName_StandsForTwoTerms() => Assert.Empty(Twice(Rows.Select(row => row.Name)));

    [Fact]
    public void NoTerm_HasTwoRows() => Assert.Empty(Twice(Rows.Select(row => row.Term)));

    [Fact]
    public void NoTwoTypesOfCore_HaveTheSameName() => Assert.Empty(Twice(CoreTypes.Select(type => type.Name)));

    [Fact]
    public void Glossary_IsRead() => Assert.True(Rows.Count >= 60, $"Only {Rows.Count} rows of the glossary are understood.");

    private static IEnumerable<string> Twice(IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    private static IEnumerable<(string Term, string Name)> Read() =>
        from line in File.ReadLines(Repository.At("docs", "glossar.md")).TakeWhile(line => line != "## The program")
        let row = Row().Match(line)
        where row.Success
        from name in Name().Matches(row.Groups["names"].Value)
        select ($"{row.Groups["term"].Value} {name.Groups["name"].Value}", name.Groups["name"].Value);

    [GeneratedRegex(
        @"^\| (?<term>[^|]+) \| (?<names>`[^|]+`) \| [^|]+ \|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
