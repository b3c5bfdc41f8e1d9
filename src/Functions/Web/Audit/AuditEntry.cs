using System.Text.Encodings.Web;

namespace Produktreport.Functions.Web.Audit;

/// <summary>One line of the audit log.</summary>
/// <param name="At">When, Berlin time with offset.</param>
/// <param name="By">Who; empty for nobody signed in.</param>
/// <param name="Role">As what.</param>
/// <param name="Action">What was done: one of the words below; <see cref="AuditWords"/> says each in German.</param>
/// <param name="Object">To which file or report.</param>
/// <param name="Detail">What else there is to know, such as a SHA-256; null otherwise.</param>
public sealed record AuditEntry(
    [property: JsonPropertyName("zeit")] string At,
    [property: JsonPropertyName("wer")] string By,
    [property: JsonPropertyName("rolle")] string Role,
    [property: JsonPropertyName("was")] string Action,
    [property: JsonPropertyName("objekt")] string Object,
    [property: JsonPropertyName("zusatz")] string? Detail)
{
    /// <summary>A file was delivered.</summary>
    public const string Uploaded = "upload";

    /// <summary>A draft was downloaded or opened.</summary>
    public const string DraftRead = "entwurf-gelesen";

    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "anmeldung";

    /// <summary>Somebody was not let in.</summary>
    public const string Refused = "anmeldung-abgelehnt";

    /// <summary>An access was created.</summary>
    public const string AccessCreated = "zugang-angelegt";

    /// <summary>An access got another role or other departments.</summary>
    public const string AccessChanged = "zugang-geaendert";

    /// <summary>An access was blocked.</summary>
    public const string AccessBlocked = "zugang-gesperrt";

    /// <summary>A blocked access was let in again.</summary>
    public const string AccessOpened = "zugang-entsperrt";

    /// <summary>An access got another secret.</summary>
    public const string SecretRenewed = "kennwort-erneuert";

    /// <summary>A catalogue that takes values from accepted deliveries was put in force.</summary>
    public const string CatalogueConfirmed = "katalog-bestaetigt";

    /// <summary>A report was released.</summary>
    public const string Released = "freigabe";

    /// <summary>A report was proposed to be released.</summary>
    public const string Proposed = "freigabe-vorgeschlagen";

    /// <summary>A release was withdrawn.</summary>
    public const string Withdrawn = "freigabe-zurueckgenommen";

    /// <summary>A file that did not count was replaced by another of its name; where it is kept stands beside it.</summary>
    public const string Replaced = "ersetzt";

    /// <summary>A delivery was taken back; why stands beside it.</summary>
    public const string TakenBack = "zurueckgezogen";

    /// <summary>What was given up on was tried again.</summary>
    public const string Repeated = "stoerung-wiederholt";

    /// <summary>What was given up on was dismissed.</summary>
    public const string Dismissed = "stoerung-verworfen";

    // No relaxed escaping: the names in it are foreign text, and a line must stay a line.
    private static readonly JsonSerializerOptions Line = new()
    { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>An entry of this moment.</summary>
    public static AuditEntry Now(TimeProvider clock, Visitor visitor, string action, string subject,
        string? detail = null) =>
        new(BerlinTime.Iso(clock.GetUtcNow()), visitor.Name, visitor.Role.Word(), action, subject, detail);

    /// <summary>The month whose file it belongs to.</summary>
    [JsonIgnore]
    public string Month => At[..7];

    /// <summary>The line with its end.</summary>
    public byte[] ToLine() => StoredJson.Line(this, Line);
}
