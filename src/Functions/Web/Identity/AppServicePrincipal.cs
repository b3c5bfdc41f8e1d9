namespace Produktreport.Functions.Web.Identity;

/// <summary>
/// The principal App Service authentication puts into <c>X-MS-CLIENT-PRINCIPAL</c>: Base64 of JSON with <c>claims</c>,
/// <c>name_typ</c> and <c>role_typ</c>. Of a program, which has no name, its application ID counts. App roles of Entra ID:
/// <c>leser</c>, <c>controlling</c>, <c>administration</c>, and <c>fachamt:{amt}</c> for each department.
/// </summary>
internal static class AppServicePrincipal
{
    private const int LongestHeader = 64 * 1024;

    /// <summary>The visitor; null where the header is missing, malformed or gives no role. Never throws.</summary>
    public static Visitor? Read(string? header)
    {
        if (header is not { Length: > 0 and <= LongestHeader })
            return null;
        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            return Of(principal.RootElement);
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException
            or KeyNotFoundException)
        {
            return null;
        }
    }

    private static Visitor? Of(JsonElement principal)
    {
        var claims = principal.GetProperty("claims").EnumerateArray()
            .Select(claim =>
                (Type: claim.GetProperty("typ").GetString() ?? "", Value: claim.GetProperty("val").GetString() ?? ""))
            .ToList();
        var nameType = Text(principal, "name_typ") ?? "name";
        var roleType = Text(principal, "role_typ") ?? "roles";
        // A token of version 2 names a program as azp, one of version 1 as appid.
        var name = ((string[])[nameType, "preferred_username", "azp", "appid"])
            .Select(type => claims.Find(claim => claim.Type == type).Value).FirstOrDefault(value => value is not null);
        var words = claims.Where(claim => claim.Type == roleType || claim.Type == "roles")
            .Select(claim => claim.Value.ToLowerInvariant()).ToList();
        ImmutableArray<DepartmentId> departments =
        [
            .. words.Where(word => word.StartsWith("fachamt:", StringComparison.Ordinal))
                .Select(word => DepartmentId.TryParse(word["fachamt:".Length..], out var id) ? id : default)
                .Where(id => id != default).Distinct(),
        ];
        var role = words.Select(word => Roles.Parse(word) ?? Role.Anonymous)
            .Append(departments.IsEmpty ? Role.Anonymous : Role.Department).Max();
        // „fachamt“ without a department is nobody's department.
        if (role == Role.Department && departments.IsEmpty)
            role = Role.Reader;
        return string.IsNullOrWhiteSpace(name) || role == Role.Anonymous ? null : new Visitor(name, role, departments);
    }

    private static string? Text(JsonElement principal, string property) =>
        principal.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
