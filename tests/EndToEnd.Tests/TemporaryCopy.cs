namespace Produktreport.EndToEnd.Tests;

/// <summary>A copy of a data folder that a test may change; times of arrival are kept.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("produktreport-");

    public TemporaryCopy(string source)
    {
        Folder = Path.Combine(temporary.FullName, "daten");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(file));
        }
    }

    public string Folder { get; }

    public void Dispose() => temporary.Delete(recursive: true);
}
