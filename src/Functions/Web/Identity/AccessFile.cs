namespace Produktreport.Functions.Web.Identity;

/// <summary><c>zugang.json</c> in the data folder: who may come in, standalone.</summary>
/// <param name="IsPublic"><c>oeffentlich</c>: whether released reports are read in their public edition without sign-in.</param>
/// <param name="Accesses"><c>zugaenge</c>.</param>
internal sealed record AccessFile(
    [property: JsonPropertyName("oeffentlich")] bool IsPublic,
    [property: JsonPropertyName("zugaenge")] ImmutableArray<Access> Accesses)
{
    /// <summary>The file's name in the data folder.</summary>
    public const string Name = "zugang.json";

    private static readonly JsonSerializerOptions Form = new(StoredJson.Indented)
    { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Nobody.</summary>
    public static AccessFile Empty { get; } = new(false, []);

    /// <summary>Whether somebody of Administration can come in.</summary>
    [JsonIgnore]
    public bool HasAdministrator =>
        Accesses.Any(access => !access.IsBlocked && Roles.Parse(access.RoleWord) == Role.Administration);

    /// <summary>Whom a name means; names are compared without regard to case.</summary>
    public Access? Find(string name) =>
        Accesses.FirstOrDefault(access => string.Equals(access.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="InvalidDataException">It is not such a file; the message says what is wrong, in German.</exception>
    public static AccessFile Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<AccessFile>(json, Form) ?? Empty;
            var accesses = file.Accesses.IsDefault ? [] : file.Accesses;
            if (accesses.FirstOrDefault(access => !access.IsValid) is { } faulty)
                throw new InvalidDataException(
                    $"{Name}: Der Zugang „{faulty.Name}“ ist unvollständig oder fehlerhaft (Rolle, Ämter oder Geheimnis).");
            return file with { Accesses = accesses };
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{Name} ist kein gültiges JSON dieser Form (Zeile {fault.LineNumber + 1}).", fault);
        }
    }

    /// <summary>The file's bytes.</summary>
    public byte[] Write() => StoredJson.Line(this, Form);
}

/// <summary>One who may come in: a person who signs in, or a program with a key.</summary>
/// <param name="Name">The name, also in the audit log.</param>
/// <param name="RoleWord"><c>leser</c>, <c>fachamt</c>, <c>controlling</c> or <c>administration</c>.</param>
/// <param name="DepartmentTexts">For a Fachamt: its departments.</param>
/// <param name="KeptSecret">The hashed secret, see <see cref="Secret"/>.</param>
/// <param name="IsBlocked">Whether nobody comes in with it for now.</param>
public sealed record Access(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("rolle")] string RoleWord,
    [property: JsonPropertyName("aemter")] ImmutableArray<string> DepartmentTexts,
    [property: JsonPropertyName("geheimnis")] string KeptSecret,
    [property: JsonPropertyName("gesperrt"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    bool IsBlocked = false)
{
    /// <summary>Whether a name can be used: 1 to 60 letters, digits, <c>. - _ @</c>.</summary>
    public static bool IsName(string? text) => text is { Length: > 0 and <= 60 }
        && text.All(c => char.IsLetterOrDigit(c) || ".-_@".Contains(c, StringComparison.Ordinal));

    /// <summary>Why a role cannot be given with these departments, in German; null where it can.</summary>
    public static string? Refusal(Role role, ImmutableArray<DepartmentId> departments) =>
        (role == Role.Department, departments.IsEmpty) switch
        {
            (true, true) => "Ein Fachamt braucht --amt mit mindestens einem Amt.",
            (false, false) => "--amt gibt es nur für die Rolle fachamt.",
            _ => null,
        };

    /// <summary>Whether all fields are as they must be.</summary>
    [JsonIgnore]
    public bool IsValid =>
        IsName(Name)
        && Roles.Parse(RoleWord) is { } role
        && Secret.IsKept(KeptSecret)
        && (DepartmentTexts.IsDefaultOrEmpty
            ? role != Role.Department
            : DepartmentTexts.All(text => DepartmentId.TryParse(text, out _)));

    /// <summary>The visitor this lets in.</summary>
    public Visitor ToVisitor() => new(
        Name, Roles.Parse(RoleWord)!.Value, DepartmentTexts.IsDefault ? [] : [.. DepartmentTexts.Select(DepartmentId.Of)]);
}
