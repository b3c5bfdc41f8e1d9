using System.Text.RegularExpressions;

namespace Produktreport.Core.Tests.Architecture;

/// <summary>What no source file of Core may contain: a clock, the environment, the file system, installed culture data.</summary>
public sealed partial class SourceTests
{
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

    [GeneratedRegex(
        @"\b(DateTime(Offset)?\.(Now|UtcNow|Today)|Guid\.NewGuid|Environment\.\w|File\.\w|Directory\.\w|Random\.Shared|CurrentCulture|Console\.|TimeZoneInfo\.Local)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Impure();
}
