namespace Produktreport.Infra.Tests.Bicep;

public sealed class CompilerTests(ArmTemplate template)
{
    [Fact]
    public void EveryFile_CompilesWithoutAWarning()
    {
        Assert.Equal("", template.Compilation.Diagnostics);
        Assert.Equal(0, template.Compilation.ExitCode);
        Assert.Equal(Files(Repository.At("infra")).Order(StringComparer.Ordinal),
            template.Compilation.Results.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryFile_IsFormatted()
    {
        using var copy = new TemporaryInfra();
        await BicepCompiler.FormatAll(copy.Folder);
        Assert.All(Files(copy.Folder), file => Assert.Equal(
            File.ReadAllText(Repository.At("infra", file + ".bicep")),
            File.ReadAllText(Path.Combine(copy.Folder, file + ".bicep"))));
    }

    [Fact]
    public async Task AFault_IsFound()
    {
        using var copy = new TemporaryInfra();
        await File.WriteAllTextAsync(Path.Combine(copy.Folder, "fehler.bicep"), "param unbenutzt string\n",
            TestContext.Current.CancellationToken);
        var compilation = await BicepCompiler.CompileAll(copy.Folder);
        Assert.Contains("fehler.bicep(1,7) : Error no-unused-params", compilation.Diagnostics, StringComparison.Ordinal);
        Assert.NotEqual(0, compilation.ExitCode);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.bicep", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)[..^".bicep".Length]);
}

/// <summary>A copy of <c>infra/</c> that a test may change.</summary>
internal sealed class TemporaryInfra : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("infra-");

    public TemporaryInfra()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("infra"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(Repository.At("infra"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder => temporary.FullName;

    public void Dispose() => temporary.Delete(recursive: true);
}
