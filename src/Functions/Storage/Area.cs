
namespace Produktreport.Functions.Storage;

/// <summary>A container of Blob Storage, or the folder of the same name standalone.</summary>
internal enum Area
{
    /// <summary><c>katalog</c>: the catalogue files as the county edits them.</summary>
    Catalogue,

    /// <summary><c>eingang</c>: uploads, never changed by the program.</summary>
    Inbox,

    /// <summary><c>quittungen</c>: one receipt an upload, as JSON and HTML.</summary>
    Receipts,

    /// <summary><c>berichte</c>: the reports.</summary>
    Reports,

    /// <summary>
    /// <c>vergleich</c>: what other counties and the statistical offices publish, never changed by the program.
    /// </summary>
    Comparison,

    /// <summary><c>katalog-inkraft</c>: of each year the last catalogue that was valid as a whole, one file a year.</summary>
    PublishedCatalogue,

    /// <summary><c>protokoll</c>: the audit log, a file a month, or several where one is full.</summary>
    AuditLog,

    /// <summary>
    /// <c>sitzungen</c>: the keys that sign cookies and forms, shared by all instances, and the sessions that are open;
    /// standalone a private folder.
    /// </summary>
    SessionKeys,

    /// <summary>
    /// <c>postausgang</c>: messages that wait to be sent or were given up on, and the book of what was sent.
    /// </summary>
    Outbox,
}

/// <summary>The names users and other programs know.</summary>
internal static class Areas
{
    private const int UploadSpare = 15;

    /// <summary>The name of the container or folder.</summary>
    public static string FolderName(this Area area) => area switch
    {
        Area.Catalogue => "katalog",
        Area.Inbox => "eingang",
        Area.Receipts => "quittungen",
        Area.Reports => "berichte",
        Area.Comparison => "vergleich",
        Area.PublishedCatalogue => "katalog-inkraft",
        Area.AuditLog => "protokoll",
        Area.SessionKeys => "sitzungen",
        Area.Outbox => "postausgang",
        _ => throw new ArgumentOutOfRangeException(nameof(area)),
    };

    /// <summary>Bytes that names in an area must leave free: a receipt is called like its upload with an ending more.</summary>
    public static int Spare(this Area area) => area is Area.Inbox or Area.Comparison ? UploadSpare : 0;

    /// <summary>Whether foreign text can name a file of an area, and which.</summary>
    public static bool TryPath(this Area area, string? text, out FilePath path) =>
        FilePath.TryParse(text, out path, area.Spare());
}
