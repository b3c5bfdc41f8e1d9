using System.Text.RegularExpressions;

namespace Produktreport.EndToEnd.Tests.Installation;

/// <summary>The commands that docs/betrieb.md tells an administrator to type.</summary>
internal static partial class OperationsManual
{
    /// <summary>All blocks of commands, each a list of lines; lines that go on (<c>\</c>) are joined.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Blocks { get; } =
    [
        .. Fences().Matches(File.ReadAllText(Repository.At("docs", "betrieb.md")))
            .Select(match => match.Groups["lines"].Value.Replace(" \\\n", " ", StringComparison.Ordinal)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];

    /// <summary>The one block in which a word stands.</summary>
    public static IReadOnlyList<string> Block(string word) =>
        Blocks.Single(block => block.Any(line => line.Contains(word, StringComparison.Ordinal)));

    [GeneratedRegex("^```sh\\n(?<lines>.*?)^```", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        5000)]
    private static partial Regex Fences();
}
