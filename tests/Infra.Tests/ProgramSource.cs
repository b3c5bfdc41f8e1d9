namespace Produktreport.Infra.Tests;

/// <summary>The program's source files, without what builds make of them.</summary>
internal static class ProgramSource
{
    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file));

    /// <summary>The file of a name, wherever it stands.</summary>
    public static string Named(string name) => Files().Single(file => Path.GetFileName(file) == name);

    public static bool IsBuilt(string file) =>
        file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
}
