using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Architecture;

/// <summary>What no source file may contain.</summary>
public sealed partial class SourceTests
{
    private const int LongestLine = 130;

    [Fact]
    public void NoLine_IsLongerThan130Characters() => Assert.Empty(TooLong());

    // A clock, the environment, the file system, installed culture data.
    [Fact]
    public void Core_ReadsNoClockNoEnvironmentNoFile()
    {
        var found = Directory.EnumerateFiles(Repository.At("src", "Core"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, index)))
            .Where(place => Impure().IsMatch(place.line.Split("//")[0]))
            .Select(place => $"{Path.GetFileName(place.file)}:{place.index + 1}: {place.line.Trim()}");
        Assert.Empty(found);
    }

    // It composes nothing where globalization is invariant.
    [Fact]
    public void NoSource_ReliesOnTheFrameworksNormalization() => Assert.Empty(
        from file in Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
        where File.ReadAllText(file).Contains("NormalizationForm", StringComparison.Ordinal)
        select file);

    private static IEnumerable<string> TooLong() =>
        from pattern in (string[])["src/*.cs", "tests/*.cs", "src/*.razor", "infra/*.sh", "infra/*.bash", "*.sh"]
        let at = pattern.LastIndexOf('/') + 1
        from file in Directory.EnumerateFiles(
            Repository.At(pattern[..at]), pattern[at..], at > 0 ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        from line in Code(File.ReadLines(file)).Index()
        where line.Item.Length > LongestLine
        select $"{path}:{line.Index + 1}";

    // Text between three quotes is data with lines of its own: a script, a file somebody sends.
    private static IEnumerable<string> Code(IEnumerable<string> lines)
    {
        var isText = false;
        foreach (var line in lines)
        {
            var quotes = line.Split("\"\"\"").Length - 1;
            yield return isText || quotes > 0 ? "" : line;
            isText ^= quotes % 2 == 1;
        }
    }

    [GeneratedRegex(
        @"\b(DateTime(Offset)?\.(Now|UtcNow|Today)|Guid\.NewGuid|Environment\.\w|File\.\w"
            + @"|Directory\.\w|Random\.Shared|CurrentCulture|Console\.|TimeZoneInfo\.Local)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Impure();
}
