using System.Collections.Frozen;

namespace Produktreport.Functions.Deliveries;

/// <summary>What lies in the inbox, by its name: only what departments mean to send is a delivery.</summary>
internal static class InboxNames
{
    private static readonly string[] Endings = [".csv", ".xlsx", ".txt", ".tsv"];

    // Transfers that are not finished, copies kept by editors, what desktops leave behind.
    private static readonly FrozenSet<string> Unfinished = Set(
        ".filepart", ".part", ".partial", ".crdownload", ".download", ".opdownload",
        ".tmp", ".temp", ".swp", ".bak", ".old", ".orig", ".lock", ".lnk", ".url");

    private static readonly FrozenSet<string> OfDesktops = Set("desktop.ini", "thumbs.db", "ehthumbs.db");

    /// <summary>The endings under which deliveries are taken.</summary>
    public static IReadOnlyList<string> Taken => Endings;

    /// <summary>
    /// What is added to the name of a file that another replaced: it is kept beside it and passed over. At most 15 bytes.
    /// </summary>
    /// <param name="sha256">The SHA-256 of its content.</param>
    public static string Replaced(string sha256) => $".{sha256[..8]}.old";

    /// <summary>Whether a name has an ending under which deliveries are taken.</summary>
    public static bool IsTaken(string name) => Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether what has such a name is nothing anybody means to send: passed over without a receipt.</summary>
    /// <param name="name">The last part of its path.</param>
    public static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || name.EndsWith('~')
        || (name.StartsWith('~') && name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase))
        || Unfinished.Contains(Path.GetExtension(name)) || OfDesktops.Contains(name);

    /// <summary>What departments sent, ordered by path.</summary>
    public static IAsyncEnumerable<FileEntry> ListUploads(
        this IFileStore files, string prefix = "", CancellationToken cancellation = default) =>
        files.List(Area.Inbox, prefix, cancellation).Where(entry => !IsPassedOver(entry.Path.Name));

    /// <summary>
    /// What departments may mean to send and cannot be read as a file; a folder only where it is called like a delivery.
    /// </summary>
    public static IAsyncEnumerable<UnnamableFile> ListStrays(
        this IFileStore files, string prefix = "", CancellationToken cancellation = default) =>
        files.ListStrays(Area.Inbox, prefix, cancellation);

    /// <summary>The same in another area that people put files into.</summary>
    public static IAsyncEnumerable<UnnamableFile> ListStrays(
        this IFileStore files, Area area, string prefix = "", CancellationToken cancellation = default) =>
        files.ListUnnamable(area, prefix, cancellation).Where(stray =>
            stray.Name.TrimEnd('/').Split('/')[^1] is var name && !IsPassedOver(name)
            && (stray.Fault != UnnamableFault.Folder || IsTaken(name)));

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
