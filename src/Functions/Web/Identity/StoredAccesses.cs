namespace Produktreport.Functions.Web.Identity;

/// <summary>Reads and changes <c>zugang.json</c> in a data folder.</summary>
internal sealed class StoredAccesses(string data)
{
    // Who holds it changes the file; it stays, as a lock that is deleted can be held twice.
    private const string LockName = AccessFile.Name + ".sperre";

    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly string path = Path.Combine(data, AccessFile.Name);

    /// <summary>Whether there is a file: without one the portal serves this machine only.</summary>
    public bool Exist => File.Exists(path);

    /// <summary>The accesses as they are.</summary>
    /// <exception cref="InvalidDataException">The file is faulty; the message says why, in German.</exception>
    public AccessFile Read() => Exist ? AccessFile.Read(File.ReadAllBytes(path)) : AccessFile.Empty;

    /// <summary>Adds an access, in place of one of the same name.</summary>
    /// <param name="name">Whose access; see <see cref="Access.IsName"/>.</param>
    /// <param name="role">The role.</param>
    /// <param name="departments">The departments of a Fachamt; see <see cref="Access.Refusal"/>.</param>
    /// <param name="secret">The secret, as typed.</param>
    /// <exception cref="InvalidDataException">The file is faulty; it stays as it is.</exception>
    public void Add(string name, Role role, ImmutableArray<DepartmentId> departments, string secret)
    {
        using var held = Lock(Patience);
        var file = Read();
        var texts = departments.Select(department => department.ToString());
        var access = new Access(name, role.Word(), [.. texts], Secret.Hash(secret));
        var others = file.Accesses.Where(other => !string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase));
        Write(file with { Accesses = [.. others, access] });
    }

    /// <summary>Adds an access, unless there is one of the same name.</summary>
    /// <param name="access">The access.</param>
    /// <returns>False where the name is taken.</returns>
    /// <exception cref="InvalidDataException">The file is faulty; it stays as it is.</exception>
    public bool TryAdd(Access access)
    {
        using var held = Lock(Patience);
        var file = Read();
        if (file.Find(access.Name) is not null)
            return false;
        Write(file with { Accesses = file.Accesses.Add(access) }, PresentMode());
        return true;
    }

    /// <summary>Changes an access from the portal, which must stay open to somebody of Administration.</summary>
    /// <param name="name">Whose access.</param>
    /// <param name="change">Makes the access that is to be.</param>
    /// <exception cref="InvalidDataException">The file is faulty; it stays as it is.</exception>
    public AccessChange Change(string name, Func<Access, Access> change)
    {
        using var held = Lock(Patience);
        var file = Read();
        if (file.Find(name) is not { } access)
            return AccessChange.NoSuchName;
        var changed = file with { Accesses = file.Accesses.Replace(access, change(access)) };
        if (file.HasAdministrator && !changed.HasAdministrator)
            return AccessChange.LastAdministrator;
        Write(changed, PresentMode());
        return AccessChange.Done;
    }

    /// <summary>Removes an access, which ends at once.</summary>
    /// <returns>What was removed; null where there is none of this name.</returns>
    /// <exception cref="InvalidDataException">The file is faulty; it stays as it is.</exception>
    public Access? Remove(string name)
    {
        if (!Exist)
            return null;
        using var held = Lock(Patience);
        var file = Read();
        if (file.Find(name) is not { } access)
            return null;
        Write(file with { Accesses = file.Accesses.Remove(access) });
        return access;
    }

    /// <summary>Blocks an access or lets it in again; its secret stays.</summary>
    /// <returns>The access; null where there is none of this name.</returns>
    /// <exception cref="InvalidDataException">The file is faulty; it stays as it is.</exception>
    public Access? Block(string name, bool isBlocked)
    {
        if (!Exist)
            return null;
        using var held = Lock(Patience);
        var file = Read();
        if (file.Find(name) is not { } access)
            return null;
        Write(file with { Accesses = file.Accesses.Replace(access, access with { IsBlocked = isBlocked }) });
        return access;
    }

    /// <summary>
    /// Keeps the same secret in the form of today. Nothing happens where the file must not be written, or the access is not as it
    /// was.
    /// </summary>
    /// <param name="access">The access as it was read.</param>
    /// <param name="secret">Its secret, as typed.</param>
    /// <exception cref="InvalidDataException">The file is faulty; it stays as it is.</exception>
    /// <exception cref="IOException">It cannot be written; it stays as it is.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Renew(Access access, string secret)
    {
        // A link or a file without the right to write it is somebody else's, even where the folder would let it be replaced.
        if (new FileInfo(path) is not { Exists: true, IsReadOnly: false, LinkTarget: null })
            return;
        var kept = Secret.Hash(secret);
        // Somebody waits to come in: the next sign-in can do it as well.
        using var held = Lock(TimeSpan.Zero);
        var file = Read();
        if (file.Find(access.Name) is { } present && present.KeptSecret == access.KeptSecret)
        {
            Write(file with { Accesses = file.Accesses.Replace(present, present with { KeptSecret = kept }) }, PresentMode());
        }
    }

    // Whoever reads the file for a backup goes on reading it.
    private UnixFileMode PresentMode() =>
        OperatingSystem.IsWindows() || !Exist ? OwnersOnly : File.GetUnixFileMode(path);

    // Two that change the file at once would each lose what the other wrote. The lock ends with the process.
    private FileStream Lock(TimeSpan patience)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(data, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException busy) when (busy is not DirectoryNotFoundException && Environment.TickCount64 < until)
            {
                Thread.Sleep(20);
            }
        }
    }

    // Beside it, then in its place: a crash must not lose everybody's access.
    private void Write(AccessFile file, UnixFileMode mode = OwnersOnly)
    {
        var unfinished = path + ".neu";
        File.WriteAllBytes(unfinished, file.Write());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(unfinished, mode);
        File.Move(unfinished, path, overwrite: true);
    }
}

/// <summary>What became of a change.</summary>
internal enum AccessChange
{
    /// <summary>It is written.</summary>
    Done,

    /// <summary>There is no access of this name.</summary>
    NoSuchName,

    /// <summary>Nobody of Administration could come in any more.</summary>
    LastAdministrator,
}
