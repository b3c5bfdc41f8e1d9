using System.CommandLine;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary>The kinds of values on the command line.</summary>
internal static class Values
{
    private const string DepartmentExpected = "der Kurzname eines Amts (Kleinbuchstaben, Ziffern, Bindestrich)";

    /// <summary>The words of all roles.</summary>
    public static string RoleWords { get; } = string.Join(", ", Roles.Assignable.Select(role => role.Word()));

    public static ValueKind<string> Folder { get; } = new("ORDNER", "ein Ordner", Text);

    public static ValueKind<string> File { get; } = new("DATEI", "eine Datei", Text);

    public static ValueKind<string> Account { get; } = new("KONTO", "ein Speicherkonto: Verbindungszeichenfolge oder Name", Text);

    public static ValueKind<string> Addresses { get; } = new(
        "ADRESSE", "eine Adresse wie http://localhost:7071", text => text.Split(';').All(IsHttpAddress) ? text : null);

    public static ValueKind<DateOnly?> Day { get; } = new(
        "JJJJ-MM-TT",
        "ein Kalendertag wie 2026-11-22",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && IsYear(day.Year)
            ? day
            : null);

    public static ValueKind<int?> Year { get; } = new(
        "JAHR",
        "ein Jahr wie 2027",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsYear(year) ? year : null);

    public static ValueKind<DepartmentId?> Department { get; } = new(
        "KENNUNG", DepartmentExpected, text => DepartmentId.TryParse(text, out var department) ? department : null);

    public static ValueKind<ImmutableArray<DepartmentId>?> Departments { get; } = new(
        "AMT,AMT", DepartmentExpected + ", mehrere mit Komma", ManyDepartments);

    public static ValueKind<Role?> Role { get; } = new("ROLLE", $"eine der Rollen {RoleWords}", Roles.Parse);

    public static ValueKind<string> AccessName { get; } = new(
        "NAME", "ein Name aus 1 bis 60 Buchstaben, Ziffern oder . - _ @", text => Access.IsName(text) ? text : null);

    /// <summary>An option without a value.</summary>
    public static Option<bool> Switch(string name, string description) =>
        new(name) { Arity = ArgumentArity.Zero, Description = description };

    /// <summary>One file or more.</summary>
    public static Argument<string[]> Files(string name, string description) =>
        new ManyFiles(name) { Arity = ArgumentArity.OneOrMore, Description = description };

    private static string? Text(string text) => text.Length > 0 ? text : null;

    private static bool IsYear(int year) => year is >= 1900 and <= 2199;

    // Kestrel takes http://*:80 and http://+:80 for "every address of this machine"; Uri does not.
    private static bool IsHttpAddress(string address) =>
        Uri.TryCreate(
            address.Replace("://*", "://localhost", StringComparison.Ordinal)
                .Replace("://+", "://localhost", StringComparison.Ordinal),
            UriKind.Absolute,
            out var uri)
        && uri.Scheme is "http" or "https";

    private static ImmutableArray<DepartmentId>? ManyDepartments(string text)
    {
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 && parts.All(part => DepartmentId.TryParse(part, out _))
            ? [.. parts.Select(DepartmentId.Of)]
            : null;
    }

    private sealed class ManyFiles(string name) : Argument<string[]>(name), IExpecting
    {
        public string Expected => "mindestens eine Datei";
    }
}
