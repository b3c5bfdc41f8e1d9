namespace Produktreport.Infra.Tests;

/// <summary>The program's source files, without what builds make of them.</summary>
internal static class ProgramSource
{
    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file));

    public static bool IsBuilt(string file) =>
        file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
