using System.Security.Cryptography;

namespace Produktreport.EndToEnd.Tests;

/// <summary>
/// The example county, processed once by the program in a process of its own; shared by the tests that only read it.
/// </summary>
public sealed class ExampleCountyRun : IAsyncLifetime
{
    public const string Today = "2026-11-22";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    public string Data => Path.Combine(folder.FullName, "daten");

    internal ProgramRun Run { get; private set; } = null!;

    public string At(params string[] parts) => Path.Combine([Data, .. parts]);

    public async ValueTask InitializeAsync() => Run = await Once(Data);

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal static Task<ProgramRun> Once(string data) => ProgramRun.Of("--once", "--data", data, "--today", Today);

    /// <summary>Every file below a folder with the hash of its bytes.</summary>
    public static SortedDictionary<string, string> Hashes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file),
            file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);
}
