using System.Collections.Immutable;
using Produktreport.Core.Catalogues;

namespace Produktreport.Functions.Web.Identity;

/// <summary>Reads and changes <c>zugang.json</c> in a data folder.</summary>
public sealed class StoredAccesses(string data)
{
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
        var file = Read();
        var texts = departments.Select(department => department.ToString());
        var access = new Access(name, role.Word(), [.. texts], Secret.Hash(secret));
        var others = file.Accesses.Where(other => !string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase));
        Write(file with { Accesses = [.. others, access] });
    }

    /// <summary>Removes an access, which ends at once.</summary>
    /// <returns>What was removed; null where there is none of this name.</returns>
    /// <exception cref="InvalidDataException">The file is faulty; it stays as it is.</exception>
    public Access? Remove(string name)
    {
        var file = Read();
        if (file.Find(name) is not { } access)
            return null;
        Write(file with { Accesses = file.Accesses.Remove(access) });
        return access;
    }

    // Beside it, then in its place: a crash must not lose everybody's access.
    private void Write(AccessFile file)
    {
        var unfinished = path + ".neu";
        File.WriteAllBytes(unfinished, file.Write());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(unfinished, path, overwrite: true);
    }
}
