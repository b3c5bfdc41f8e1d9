using System.Text.RegularExpressions;

namespace Produktreport.Infra.Tests.Documents;

public sealed partial class LinkTests
{
    public static TheoryData<string> Documents { get; } =
    [
        .. new[] { "README.md", "CHANGELOG.md", "beispiel/README.md" }
            .Concat(Directory.EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file)))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryLink_LeadsToAFile_AndToAHeadingInIt(string document)
    {
        var folder = Path.GetDirectoryName(Repository.At(document))!;
        var broken = Targets(File.ReadAllText(Repository.At(document)))
            .Where(target => !target.Contains("://", StringComparison.Ordinal)
                && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !Resolves(Repository.At(document), folder, target));
        Assert.Empty(broken);
    }

    [Fact]
    public void ABrokenLink_IsSeen()
    {
        var readme = Repository.At("README.md");
        Assert.True(Resolves(readme, Repository.Root, "docs"));
        Assert.False(Resolves(readme, Repository.Root, "docs/gibt-es-nicht.md"));
        Assert.False(Resolves(readme, Repository.Root, "#gibt-es-nicht"));
        Assert.Equal(["a.md", "b.png"], Targets("[x](a.md) und ![Bild](b.png), `[kein](c.md)`\n```\n[auch](d.md)\n```\n"));
    }

    private static IEnumerable<string> Targets(string markdown) =>
        Links().Matches(Code().Replace(markdown, "")).Select(match => match.Groups["target"].Value);

    private static bool Resolves(string document, string folder, string target)
    {
        var (path, heading) = target.Split('#') is [var first, var second] ? (first, second) : (target, "");
        var file = path.Length == 0 ? document : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(path)));
        return Path.Exists(file) && (heading.Length == 0 || Headings(file).Contains(heading, StringComparer.Ordinal));
    }

    // As GitHub makes them: lower case, blanks to hyphens, punctuation gone.
    private static IEnumerable<string> Headings(string file) =>
        File.ReadLines(file).Where(line => line.StartsWith('#')).Select(line => string.Concat(
            line.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')
                .Select(c => c == ' ' ? '-' : c)));

    [GeneratedRegex("\\]\\((?<target>[^)\\s]+)\\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Links();

    [GeneratedRegex("^```.*?^```|`[^`\\n]*`", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        5000)]
    private static partial Regex Code();
}
