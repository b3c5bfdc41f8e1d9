using System.Security.Cryptography;

namespace Produktreport.Functions.Web.Identity;

/// <summary>
/// The sessions that are open: an empty file each, <c>sitzungen/angemeldet/{account}/{session}</c>, which every process sees and
/// every restart leaves. A cookie whose session has no file lets nobody in, so that whoever kept a copy of it has nothing after
/// the sign-out.
/// </summary>
internal sealed class Sessions(IFileStore files, TimeProvider clock)
{
    /// <summary>How long a session lasts at most, however busy it is: a working day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    /// <summary>Sessions an account has at most; the oldest one ends when another begins.</summary>
    public const int MostOfAccount = 20;

    private const string Folder = "angemeldet/";
    private const int IdLength = 16;

    /// <summary>Begins a session, and forgets those of everybody that are over.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> Begin(string account, CancellationToken cancellation = default)
    {
        var known = await files.List(Area.SessionKeys, Folder, cancellation).ToListAsync(cancellation);
        var own = known.Where(file => file.Path.Text.StartsWith(FolderOf(account), StringComparison.Ordinal) && IsOpen(file));
        var surplus = own.OrderByDescending(file => file.ModifiedAt).Skip(MostOfAccount - 1);
        foreach (var file in known.Where(file => !IsOpen(file)).Concat(surplus))
            await files.Delete(Area.SessionKeys, file.Path, cancellation);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength));
        await files.Write(Area.SessionKeys, PathOf(account, id), Array.Empty<byte>(), WriteCondition.IfAbsent, cancellation);
        return id;
    }

    /// <summary>Whether a session is still open. One request to the storage.</summary>
    public async Task<bool> IsOpen(string account, string id, CancellationToken cancellation = default) =>
        await files.Find(Area.SessionKeys, PathOf(account, id), cancellation) is { } file && IsOpen(file);

    /// <summary>Ends a session at once, for every process.</summary>
    public Task End(string account, string id, CancellationToken cancellation = default) =>
        files.Delete(Area.SessionKeys, PathOf(account, id), cancellation);

    /// <summary>Ends every session of an account at once.</summary>
    /// <returns>How many were open.</returns>
    public async Task<int> EndAll(string account, CancellationToken cancellation = default)
    {
        var known = await files.List(Area.SessionKeys, FolderOf(account), cancellation).ToListAsync(cancellation);
        foreach (var file in known)
            await files.Delete(Area.SessionKeys, file.Path, cancellation);
        return known.Count(IsOpen);
    }

    private bool IsOpen(FileEntry file) => file.ModifiedAt + Longest > clock.GetUtcNow();

    private static FilePath PathOf(string account, string id) => FilePath.Of(FolderOf(account) + id);

    // Names of accounts can hold what names of files cannot, and differ in case.
    private static string FolderOf(string account) => $"{Folder}{Checksum.Of(account.ToUpperInvariant())[..IdLength]}/";
}
