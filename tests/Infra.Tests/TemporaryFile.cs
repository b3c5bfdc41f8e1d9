namespace Produktreport.Infra.Tests;

/// <summary>A file in a folder of its own, gone afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("infra-");
    private readonly string name;

    public TemporaryFile(string name, string content)
    {
        this.name = name;
        File.WriteAllText(Path, content);
    }

    public string Folder => folder.FullName;

    public string Path => System.IO.Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
