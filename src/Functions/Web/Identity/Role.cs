namespace Produktreport.Functions.Web.Identity;

/// <summary>What a visitor is to the program; a higher one may all a lower one may.</summary>
public enum Role
{
    /// <summary>Nobody signed in.</summary>
    Anonymous,

    /// <summary>Leser: reads released reports.</summary>
    Reader,

    /// <summary>Fachamt: also uploads for its own departments and sees their deliveries and drafts.</summary>
    Department,

    /// <summary>Controlling: sees everything and releases reports.</summary>
    Controlling,

    /// <summary>Administration: also reads the audit log.</summary>
    Administration,
}

/// <summary>The German words of the roles, as <c>zugang.json</c>, app roles and pages write them.</summary>
internal static class Roles
{
    /// <summary>All roles somebody can be given.</summary>
    public static IReadOnlyList<Role> Assignable { get; } = [Role.Reader, Role.Department, Role.Controlling, Role.Administration];

    /// <summary>
    /// The word in files and commands: <c>leser</c>, <c>fachamt</c>, <c>controlling</c>, <c>administration</c>.
    /// </summary>
    public static string Word(this Role role) => role.GermanName().ToLowerInvariant();

    /// <summary>The name on pages.</summary>
    public static string GermanName(this Role role) => role switch
    {
        Role.Reader => "Leser",
        Role.Department => "Fachamt",
        Role.Controlling => "Controlling",
        Role.Administration => "Administration",
        _ => "ohne Anmeldung",
    };

    /// <summary>The role of a word, in any case; null for any other text.</summary>
    public static Role? Parse(string? word)
    {
        foreach (var role in Assignable)
        {
            if (string.Equals(role.Word(), word, StringComparison.OrdinalIgnoreCase))
                return role;
        }

        return null;
    }
}
