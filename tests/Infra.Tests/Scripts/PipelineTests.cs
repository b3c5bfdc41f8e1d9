using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Produktreport.Infra.Tests.Scripts;

public sealed partial class PipelineTests
{
    public static TheoryData<string> Workflows { get; } =
        [.. Directory.EnumerateFiles(Repository.At(".github", "workflows"), "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_ArePinnedByTheirCommit_AndNameTheVersion(string file)
    {
        var text = File.ReadAllText(Repository.At(".github", "workflows", file));
        var uses = Uses().Matches(text).Select(match => match.Groups["what"].Value.Trim()).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, what => Assert.Matches(what.StartsWith("./", StringComparison.Ordinal) ? "^\\./\\.github/workflows/[a-z]+\\.yml$" : "^[\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d", what));
        Assert.All(uses.Where(what => what.StartsWith("./", StringComparison.Ordinal)), what => Assert.True(File.Exists(Repository.At(what)), what));
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

    [Fact]
    public void GitLab_KnowsItsStagesAndJobs()
    {
        var pipeline = Yaml(Repository.At(".gitlab-ci.yml"));
        var stages = ((YamlSequenceNode)Child(pipeline, "stages")!).Select(stage => stage.ToString()).ToList();
        var jobs = pipeline.Where(entry => entry.Key.ToString() is not ("stages" or "default")).ToDictionary(entry => entry.Key.ToString(), entry => (YamlMappingNode)entry.Value, StringComparer.Ordinal);
        YamlNode? Given(YamlMappingNode job, string key) => Child(job, key) ?? (Child(job, "extends") is { } parent ? Given(jobs[parent.ToString()], key) : null);
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
        var files = RepositoryFiles().Matches(File.ReadAllText(Repository.At(pipeline))).Select(match => match.Value.TrimStart('.', '/')).Distinct(StringComparer.Ordinal).ToList();
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

    private static YamlMappingNode Yaml(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(file);
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)Child(node, key)!;

    private static YamlNode? Child(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    [GeneratedRegex("uses: (?<what>.+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Uses();

    [GeneratedRegex("(?<![\\w/])(\\./test\\.sh|infra/[\\w-]+\\.(sh|cs))", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex RepositoryFiles();
}
