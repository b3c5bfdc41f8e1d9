using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Produktreport.Infra.Tests.Scripts;

public sealed partial class PipelineTests
{
    public static TheoryData<string> Workflows { get; } =
        [.. Directory.EnumerateFiles(Repository.At(".github", "workflows"), "*.yml").Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_ArePinnedByTheirCommit_AndNameTheVersion(string file)
    {
        var text = File.ReadAllText(Repository.At(".github", "workflows", file));
        var uses = Uses().Matches(text).Select(match => match.Groups["what"].Value.Trim()).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses,
            what => Assert.Matches(what.StartsWith("./", StringComparison.Ordinal)
            ? "^\\./\\.github/workflows/[a-z]+\\.yml$"
            : "^[\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d", what));
        Assert.All(uses.Where(what => what.StartsWith("./", StringComparison.Ordinal)),
            what => Assert.True(File.Exists(Repository.At(what)), what));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Jobs_NeedJobsThatExist_AndHaveNoMoreRightsThanTheyUse(string file)
    {
        var workflow = Yaml(Repository.At(".github", "workflows", file));
        Assert.Equal("read", Map(workflow, "permissions").Single().Value.ToString());
        var jobs = Map(workflow, "jobs");
        foreach (var (name, job) in jobs.Select(job => (job.Key.ToString(), (YamlMappingNode)job.Value)))
        {
            if (Child(job, "needs") is { } needed)
                Assert.True(jobs.Children.ContainsKey(needed), $"{name} needs {needed}");
            Assert.True(Child(job, "uses") is not null || Child(job, "timeout-minutes") is not null, $"{name} may run forever");
            if (Child(job, "permissions") is YamlMappingNode rights)
                Assert.Equal(["contents: read", "id-token: write"], rights.Select(right => $"{right.Key}: {right.Value}"));
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task GitHubsParser_FindsNothingWrong(string file) =>
        Assert.Equal("", await Parse(Repository.At(".github", "workflows", file)));

    [Fact]
    public async Task GitHubsParser_SeesAFault()
    {
        using var broken = new TemporaryFile("broken.yml",
            File.ReadAllText(Repository.At(".github", "workflows", "einspielen.yml"))
            .Replace("inputs.umgebung", "input.umgebung", StringComparison.Ordinal));
        Assert.Contains("Unrecognized named-value: 'input'", await Parse(broken.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main", "pruefen paket einspielen-dev")]
    [InlineData("prod", "pruefen paket einspielen-prod")]
    [InlineData("anderer", "pruefen paket")]
    public async Task GitLabsSchema_IsKept_AndABranchDeploysOnlyWhereItMay(string branch, string jobs)
    {
        using var pipeline = new TemporaryFile(".gitlab-ci.yml", File.ReadAllText(Repository.At(".gitlab-ci.yml")));
        var run = await GitLab(pipeline, branch);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal(jobs,
            string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(line => !line.StartsWith("name ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split(' ')[0])));
    }

    [Theory]
    [InlineData("interruptible: true", "interuptible: true", "'interuptible' property is not expected")]
    [InlineData("needs: [paket]", "needs: [pakt]", "needs: [pakt]")]
    public async Task GitLabsSchema_SeesAFault(string right, string wrong, string message)
    {
        using var broken = new TemporaryFile(".gitlab-ci.yml",
            File.ReadAllText(Repository.At(".gitlab-ci.yml")).Replace(right, wrong, StringComparison.Ordinal));
        var run = await GitLab(broken);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(message, run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".github/workflows/pruefen.yml", "run")]
    [InlineData(".github/workflows/einspielen.yml", "run")]
    [InlineData(".gitlab-ci.yml", "script")]
    [InlineData(".gitlab-ci.yml", "before_script")]
    public async Task CommandsOfPipelines_AreCleanForShellcheck(string pipeline, string key)
    {
        var commands = Values(Yaml(Repository.At(pipeline)), key).ToList();
        Assert.NotEmpty(commands);
        // What a pipeline is started with could otherwise become part of a command.
        Assert.DoesNotContain(commands, command => command.Contains("${{", StringComparison.Ordinal));
        using var script = new TemporaryFile("befehle.sh",
            string.Join('\n', ["#!/usr/bin/env bash", "set -euo pipefail", .. commands.Select(command => $"( {command} )"), ""]));
        Assert.Equal("", (await Tool.Run("shellcheck", script.Path)).Output);
    }

    [Theory]
    [InlineData(".github/workflows/pruefen.yml", "run")]
    [InlineData(".gitlab-ci.yml", "script")]
    public void Pipelines_TestAndPackAsPeopleDo(string pipeline, string key)
    {
        var commands = Values(Yaml(Repository.At(pipeline)), key).ToList();
        Assert.Single(commands, "./test.sh");
        Assert.Single(commands, "infra/packen.sh");
        // What cannot be checked is a failure there, and a word at a desk without a network.
        Assert.Single(commands, "infra/pakete-pruefen.sh --streng");
        Assert.DoesNotContain(commands, command => command.Contains("dotnet publish", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".github/workflows/einspielen.yml")]
    [InlineData(".gitlab-ci.yml")]
    public void Pipelines_DeployThePackageThatWasTested(string pipeline)
    {
        // The machine that deploys cannot build.
        var calls = File.ReadLines(Repository.At(pipeline))
            .Where(line => line.Contains("infra/deploy.sh", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.Contains("--package artifacts/produktreport.zip", call, StringComparison.Ordinal));
    }

    [Fact]
    public void GitLab_KnowsItsStagesAndJobs()
    {
        var pipeline = Yaml(Repository.At(".gitlab-ci.yml"));
        var stages = ((YamlSequenceNode)Child(pipeline, "stages")!).Select(stage => stage.ToString()).ToList();
        var jobs = pipeline.Where(entry => entry.Key.ToString() is not ("stages" or "default"))
            .ToDictionary(entry => entry.Key.ToString(), entry => (YamlMappingNode)entry.Value, StringComparer.Ordinal);
        YamlNode? Given(YamlMappingNode job, string key) =>
            Child(job, key) ?? (Child(job, "extends") is { } parent ? Given(jobs[parent.ToString()], key) : null);
        foreach (var (name, job) in jobs.Where(job => !job.Key.StartsWith('.')))
        {
            Assert.Contains(Given(job, "stage")!.ToString(), stages);
            Assert.NotNull(Given(job, "script"));
            Assert.NotNull(Given(job, "image"));
            if (Given(job, "needs") is YamlSequenceNode needed)
                Assert.All(needed, need => Assert.True(jobs.ContainsKey(need.ToString()), $"{name} needs {need}"));
        }
    }

    [Theory]
    [InlineData(".github/workflows/pruefen.yml")]
    [InlineData(".github/workflows/einspielen.yml")]
    [InlineData(".gitlab-ci.yml")]
    public void FilesThatAreRun_Exist(string pipeline)
    {
        var files = RepositoryFiles().Matches(File.ReadAllText(Repository.At(pipeline)))
            .Select(match => match.Value.TrimStart('.', '/')).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(Repository.At(file)), file));
    }

    [Theory]
    [InlineData(".github/workflows/einspielen.yml")]
    [InlineData(".gitlab-ci.yml")]
    public void NoSecret_IsKept(string pipeline)
    {
        var text = File.ReadAllText(Repository.At(pipeline));
        Assert.DoesNotContain("secrets.", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("password", text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> Parse(string workflow) =>
        (await Tool.Run("node", Repository.At("tests", "Pipelines", "pruefe.mjs"), workflow)) is { ExitCode: 0 } run
        ? run.Output
        : throw new InvalidOperationException("The parser of workflows does not run.");

    private static Task<Tool> GitLab(TemporaryFile pipeline, string branch = "main") => Tool.Run(
        "node", Repository.At("tests", "Pipelines", "node_modules", "gitlab-ci-local", "src", "index.js"), "--cwd",
        Path.GetRelativePath(Repository.Root, pipeline.Folder), "--list", "--variable", $"CI_COMMIT_BRANCH={branch}",
        "--variable", "CI_DEFAULT_BRANCH=main");

    // The texts under a key, wherever it stands; lists one by one.
    private static IEnumerable<string> Values(YamlNode node, string key) => node switch
    {
        YamlMappingNode map =>
            map.SelectMany(entry => entry.Key.ToString() == key ? Texts(entry.Value) : Values(entry.Value, key)),
        YamlSequenceNode list => list.SelectMany(item => Values(item, key)),
        _ => [],
    };

    private static IEnumerable<string> Texts(YamlNode node) =>
        node is YamlSequenceNode list ? list.Select(item => item.ToString()) : [node.ToString()];

    private static YamlMappingNode Yaml(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(file);
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)Child(node, key)!;

    private static YamlNode? Child(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    [GeneratedRegex("uses: (?<what>.+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Uses();

    [GeneratedRegex("(?<![\\w/])(\\./test\\.sh|infra/[\\w-]+\\.(sh|cs))", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex RepositoryFiles();
}
