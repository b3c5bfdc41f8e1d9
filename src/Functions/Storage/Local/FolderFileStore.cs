using System.IO.Enumeration;
using System.Runtime.CompilerServices;

namespace Produktreport.Functions.Storage.Local;

/// <summary>
/// Files in a folder with one sub-folder an area. Hidden files, links and Excel's lock files (<c>~$</c>) are not seen. A write
/// goes to a temporary file beside the target, which then takes its place: a crash leaves the old bytes or the new ones. Names
/// have composed characters (<see cref="Composition"/>), however macOS wrote them into the folder.
/// </summary>
/// <param name="root">The data folder; made where missing.</param>
internal sealed class FolderFileStore(string root) : IFileStore
{
    private const string TemporaryEnding = ".schreibt";

    // Five seconds for a file that somebody else holds alone.
    private const int MostTries = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static readonly EnumerationOptions AllFiles = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    private readonly string root = Path.GetFullPath(root);
    private readonly Lock writing = new();

    /// <summary>The folder of an area on this machine.</summary>
    public string FolderOf(Area area) => Path.Combine(root, area.FolderName());

    public bool SetsTimes => false;

    public async IAsyncEnumerable<FileEntry> List(
        Area area, string prefix = "", [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var entry in Entries(area, prefix))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<UnnamableFile> ListUnnamable(
        Area area, string prefix = "", [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var (name, file) in Seen(area, prefix, everything: true).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var fault = FaultOf(file);
            if (fault == UnnamableFault.Name && area.TryPath(name, out _))
                continue;
            // The beginning of 1601 stands for a name that this machine itself cannot find again.
            var modified = file.LastWriteTimeUtc > DateTime.UnixEpoch ? file.LastWriteTimeUtc : DateTime.UnixEpoch;
            yield return new UnnamableFile(
                name,
                new DateTimeOffset(modified, TimeSpan.Zero),
                _ => Task.FromResult<Stream?>(fault == UnnamableFault.Name ? TryOpen(file) : null),
                fault);
        }

        await Task.CompletedTask;
    }

    public Task<FileEntry?> Find(Area area, FilePath path, CancellationToken cancellation = default)
    {
        var file = new FileInfo(Full(area, path));
        return Task.FromResult(IsBehindLink(area, path) || IsDevice(file) ? null : TryEntry(path, file));
    }

    public async Task<OpenFile?> Open(Area area, FilePath path, CancellationToken cancellation = default)
    {
        var full = Full(area, path);
        if (IsBehindLink(area, path) || IsDevice(new FileInfo(full)))
            return null;
        try
        {
            var stream = await WhenFree(full, Reading, cancellation);
            return new OpenFile(Entry(path, stream.Length, File.GetLastWriteTimeUtc(stream.SafeFileHandle)), stream);
        }
        catch (Exception missing) when (
            missing is FileNotFoundException or DirectoryNotFoundException or PathTooLongException || IsNoFile(area, path))
        {
            return null;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new UnreadableFileException(new FileEntry(path, 0, LastWritten(full), Version: ""), failure);
        }
    }

    public Task<bool> Write(
        Area area, FilePath path, ReadOnlyMemory<byte> content, WriteCondition condition,
        CancellationToken cancellation = default)
    {
        var target = Full(area, path);
        lock (writing)
        {
            if (!Holds(condition, path, target))
                return Task.FromResult(false);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // Not the target's name with something appended, which could be too long.
            var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}{TemporaryEnding}");
            try
            {
                WriteThrough(temporary, content.Span);
                File.Move(temporary, target, overwrite: true);
            }
            catch
            {
                // On a full disk it would take what room is left.
                File.Delete(temporary);
                throw;
            }
        }

        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file has been held by others for five seconds.</exception>
    public async Task<bool> AppendLines(Area area, FilePath path, ReadOnlyMemory<byte> lines,
        CancellationToken cancellation = default)
    {
        var target = Full(area, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var file = await WhenFree(target, Appending, cancellation);
        var end = file.Length;
        try
        {
            await EndLine(file, cancellation);
            await file.WriteAsync(lines, cancellation);
        }
        catch
        {
            // Half a line, as on a full disk, would stand before the next.
            file.SetLength(end);
            throw;
        }

        return true;
    }

    public Task Delete(Area area, FilePath path, CancellationToken cancellation = default)
    {
        if (File.Exists(Full(area, path)))
            File.Delete(Full(area, path));
        return Task.CompletedTask;
    }

    /// <summary>Deletes what writes left unfinished that died; nobody else may write meanwhile.</summary>
    public void RemoveUnfinished()
    {
        var unfinished = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var ours = Enum.GetValues<Area>().Where(area => area is not (Area.Inbox or Area.Catalogue or Area.Comparison));
        foreach (var folder in ours.Select(FolderOf).Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, $".*{TemporaryEnding}", unfinished))
                File.Delete(file);
        }
    }

    private static UnnamableFault FaultOf(FileInfo file) =>
        file.LinkTarget is not null ? UnnamableFault.Link
        : Directory.Exists(file.FullName)
            ? IsClosed(file.FullName) ? UnnamableFault.ClosedFolder : UnnamableFault.Folder
        : IsDevice(file) ? UnnamableFault.Device
        : UnnamableFault.Name;

    // What lies in it is passed over without a word where everything below is listed.
    private static bool IsClosed(string folder)
    {
        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(folder).GetEnumerator();
            entries.MoveNext();
            return false;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            return failure is UnauthorizedAccessException;
        }
    }

    // The area's own folder may be a link: that is for whoever runs the program to say.
    private bool IsBehindLink(Area area, FilePath path)
    {
        var folder = FolderOf(area);
        return path.Text.Split('/').Any(part => new FileInfo(folder = Path.Combine(folder, part)).LinkTarget is not null);
    }

    // A pipe, a socket, a device has no length.
    private static bool IsDevice(FileInfo file)
    {
        try
        {
            return file.Exists && file.Length == 0 && !UnixFile.IsRegular(file.FullName);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    // The beginning of 1970 where its folder may not be looked into.
    private static DateTimeOffset LastWritten(string file)
    {
        try
        {
            return new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero);
        }
        catch (UnauthorizedAccessException)
        {
            return DateTimeOffset.UnixEpoch;
        }
    }

    private static FileStream? TryOpen(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }

    // Null where it went after it was listed.
    private static FileEntry? TryEntry(FilePath path, FileInfo file)
    {
        try
        {
            return file.Exists ? Entry(path, file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // A folder, or something within a file: in Blob Storage, where folders are but names, that is no file either.
    private bool IsNoFile(Area area, FilePath path)
    {
        var full = Full(area, path);
        return Directory.Exists(full) || Enumerable.Range(0, path.Text.Length)
            .Any(at => path.Text[at] == '/' && File.Exists(full[..^(path.Text.Length - at)]));
    }

    private IEnumerable<FileEntry> Entries(Area area, string prefix) => Seen(area, prefix)
        .Select(file => area.TryPath(file.Name, out var path) && !IsDevice(file.Info) ? TryEntry(path, file.Info) : null)
        .OfType<FileEntry>().OrderBy(entry => entry.Path);

    // Links are not followed. They and folders are seen only where everything is asked for.
    private List<(string Name, FileInfo Info)> Seen(Area area, string prefix, bool everything = false)
    {
        var folder = FolderOf(area);
        if (!Directory.Exists(folder))
            return [];
        var found = new FileSystemEnumerable<FileInfo>(
            folder, (ref FileSystemEntry entry) => new FileInfo(entry.ToFullPath()), AllFiles)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => IsLink(ref entry) ? everything
                : !entry.IsDirectory || (everything && (IsCalledLikeAFile(ref entry) || IsClosed(entry.ToFullPath()))),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        return
        [
            .. found.Where(file => IsSeen(file.Name))
                .Select(file => (Name: NameIn(folder, file), file))
                .OrderBy(file => !ReferenceEquals(Composition.Of(file.Name), file.Name))
                .Select(file => (Name: Composition.Of(file.Name), file.file))
                .DistinctBy(file => file.Name)
                .Where(file => file.Name.StartsWith(prefix, StringComparison.Ordinal)),
        ];
    }

    private static string NameIn(string folder, FileInfo file) =>
        Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsCalledLikeAFile(ref FileSystemEntry entry) => Path.HasExtension(entry.FileName);

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsSeen(string name) =>
        !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal)
            && !name.EndsWith(TemporaryEnding, StringComparison.Ordinal);

    private static FileEntry Entry(FilePath path, long length, DateTime modifiedUtc)
    {
        var version = string.Create(CultureInfo.InvariantCulture, $"{modifiedUtc.Ticks:x}-{length:x}");
        return new FileEntry(path, length, new DateTimeOffset(modifiedUtc, TimeSpan.Zero), version);
    }

    private static bool Holds(WriteCondition condition, FilePath path, string target) => condition switch
    {
        WriteCondition.OnlyIfAbsent => !File.Exists(target),
        WriteCondition.OnlyIfVersion expected => File.Exists(target)
            && Entry(path, new FileInfo(target).Length, File.GetLastWriteTimeUtc(target)).Version == expected.Version,
        _ => true,
    };

    private static readonly FileStreamOptions Reading = new()
    {
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 65536,
        Options = FileOptions.Asynchronous,
    };

    // Alone: a file is written from where its end was when it was opened, and of two writers at once one would overwrite the
    // other.
    private static readonly FileStreamOptions Appending = new()
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 0,
    };

    private static async Task<FileStream> WhenFree(string file, FileStreamOptions options, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(file, options);
            }
            catch (IOException) when (attempt < MostTries && File.Exists(file))
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    // Goes to the end, after a whole line: one that was cut off, as by a loss of power, must not take the next with it.
    private static async Task EndLine(FileStream file, CancellationToken cancellation)
    {
        if (file.Length == 0)
            return;
        var last = new byte[1];
        file.Seek(-1, SeekOrigin.End);
        await file.ReadExactlyAsync(last, cancellation);
        if (last[0] != '\n')
            file.WriteByte((byte)'\n');
    }

    private static void WriteThrough(string temporary, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private string Full(Area area, FilePath path)
    {
        var full = Path.Combine([FolderOf(area), .. path.Text.Split('/')]);
        return Ascii.IsValid(path.Text) || Path.Exists(full) ? full : path.Text.Split('/').Aggregate(FolderOf(area), Spelled);
    }

    // The entry of a folder with this name, however its characters are written there; the name itself where there is none.
    private static string Spelled(string folder, string name)
    {
        var full = Path.Combine(folder, name);
        return Ascii.IsValid(name) || Path.Exists(full) || !Directory.Exists(folder)
            ? full
            : Directory.EnumerateFileSystemEntries(folder)
                .FirstOrDefault(entry => Composition.Of(Path.GetFileName(entry)) == name) ?? full;
    }
}
