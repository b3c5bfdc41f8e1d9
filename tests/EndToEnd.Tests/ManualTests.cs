using System.Text.Json;
using System.Text.RegularExpressions;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Standalone.Commands;

namespace Produktreport.EndToEnd.Tests;

/// <summary>The manual's examples and the documents' commands, tried out.</summary>
public sealed partial class ManualTests(ExampleCountyRun county) : IClassFixture<ExampleCountyRun>
{
    private const string Call = "dotnet run --project src/Functions";

    public static TheoryData<string, string> Commands { get; } =
    [
        .. ((string[])["README.md", "docs/handbuch.md", "docs/betrieb.md"]).SelectMany(document =>
            File.ReadLines(Repository.At(document.Split('/'))).Where(line => line.StartsWith(Call, StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Select(line => (document, line))),
    ];

    [Fact]
    public async Task EveryExampleOfTheManual_GetsTheReceiptTheManualSays()
    {
        using var copy = new TemporaryCopy(county.Data);
        var examples = Examples().ToList();
        Assert.True(examples.Count >= 8);
        foreach (var example in examples)
            await File.WriteAllTextAsync(Path.Combine(copy.Folder, example.Path), example.Content,
                TestContext.Current.CancellationToken);
        await ExampleCountyRun.Once(copy.Folder);
        Assert.Equal(examples.Select(example => $"{example.Path}: {example.Says}"),
            examples.Select(example => $"{example.Path}: {Outcome(copy.Folder, example.Path)}"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task CommandsOfTheDocuments_Work(string document, string command)
    {
        Assert.NotEmpty(document);
        string[] arguments = [.. command[Call.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => word == "--")];
        Assert.Empty(CommandLine.FaultsOf(arguments));
        if (!arguments.Contains("--once") && !arguments.Contains("--help") && arguments is not ["katalog", ..]
            and not ["zugang", "liste", ..])
            return; // Serves until it is stopped, or asks: ServiceTests and the portal's tests run those.
        using var copy = new TemporaryCopy(county.Data);
        var given = arguments.Contains("--help")
            ? arguments
            : [.. arguments.TakeWhile(word => word != "--data"), "--data", copy.Folder];
        var run = await ProgramRun.Of(given);
        Assert.True(run.ExitCode == (arguments.Contains("--once") ? ExitCodes.InputRejected : ExitCodes.Success),
            run.Output + run.Errors);
    }

    private static string Outcome(string data, string path)
    {
        if (path.StartsWith("katalog/", StringComparison.Ordinal))
            return Status(Path.Combine(data, "quittungen", "katalog", path.Split('/')[1] + ".json")).Status;
        var (status, values) = Status(Path.Combine(data, "quittungen", path["eingang/".Length..] + ".json"));
        return status == "angenommen" ? $"{status}, {values} Werte" : status;
    }

    private static (string Status, int Values) Status(string receipt)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(receipt));
        return (json.RootElement.GetProperty("status").GetString()!, json.RootElement.GetProperty("werte").GetInt32());
    }

    private static IEnumerable<(string Path, string Says, string Content)> Examples() =>
        ExampleBlocks().Matches(File.ReadAllText(Repository.At("docs", "handbuch.md")))
            .Select(match => (match.Groups["path"].Value, match.Groups["says"].Value, match.Groups["content"].Value));

    [GeneratedRegex("<!-- (?<path>\\S+): (?<says>[^\\n]+) -->\\n```\\w+\\n(?<content>.*?)```",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex ExampleBlocks();
}
