namespace Produktreport.Functions.Standalone;

/// <summary>
/// That no other program works on a data folder. The operating system holds it, and lets it go however the program ends.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const string Name = ".produktreport.sperre";

    private readonly FileStream held;

    private FolderLock(FileStream held) => this.held = held;

    /// <summary>Takes a folder; null where another program has it.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static FolderLock? TryTake(string folder)
    {
        var file = Path.Combine(folder, Name);
        try
        {
            return new FolderLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    public void Dispose() => held.Dispose();
}
