using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Functions.Hosting;

namespace Produktreport.Functions.Web.Identity;

/// <summary>What <c>zugang …</c> on the command line asks for.</summary>
/// <param name="Verb"><c>anlegen</c>, <c>liste</c> or <c>entfernen</c>.</param>
/// <param name="Name">Whose access; empty for the list.</param>
/// <param name="Role">For a new access.</param>
/// <param name="Departments">For a new Fachamt.</param>
/// <param name="Data">The data folder.</param>
public sealed record AccessCommand(string Verb, string Name, Role Role, ImmutableArray<string> Departments, string Data)
{
    /// <summary>The command's word.</summary>
    public const string Word = "zugang";

    private const int ShortestSecret = 12;
    private const string Usage = "Erwartet wird: zugang anlegen NAME --rolle ROLLE [--amt AMT,AMT] · zugang liste · zugang entfernen NAME; je mit [--data ORDNER].";

    /// <summary>What the arguments after the word ask for; never throws.</summary>
    public static Command Parse(IReadOnlyList<string> arguments)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["--data"] = new StandaloneOptions().Data };
        var words = new List<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            if (!arguments[index].StartsWith("--", StringComparison.Ordinal))
                words.Add(arguments[index]);
            else if (arguments[index] is "--rolle" or "--amt" or "--data" && index + 1 < arguments.Count)
                options[arguments[index]] = arguments[++index];
            else
                return new Command.Misuse($"„{arguments[index]}“ passt nicht. {Usage}");
        }

        return words switch
        {
            ["liste"] => Of("liste", "", Role.Anonymous, []),
            ["entfernen", var name] => Of("entfernen", name, Role.Anonymous, []),
            ["anlegen", var name] => New(name),
            _ => new Command.Misuse(Usage),
        };

        Command Of(string verb, string name, Role role, ImmutableArray<string> departments) =>
            new Command.Access(new AccessCommand(verb, name, role, departments, options["--data"]));

        Command New(string name)
        {
            ImmutableArray<string> departments = [.. options.GetValueOrDefault("--amt", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            if (!Access.IsName(name))
                return new Command.Misuse($"„{name}“ kann kein Name sein: 1 bis 60 Buchstaben, Ziffern oder . - _ @");
            if (Roles.Parse(options.GetValueOrDefault("--rolle")) is not { } role)
                return new Command.Misuse($"--rolle fehlt oder ist unbekannt. Möglich sind {string.Join(", ", Roles.Assignable.Select(each => each.Word()))}.");
            if (departments.FirstOrDefault(text => !DepartmentId.TryParse(text, out _)) is { } bad)
                return new Command.Misuse($"„{bad}“ ist kein Kurzname eines Amts (Kleinbuchstaben, Ziffern, Bindestrich).");
            return role == Role.Department == departments.IsEmpty
                ? new Command.Misuse(role == Role.Department ? "Ein Fachamt braucht --amt mit mindestens einem Amt." : "--amt gibt es nur für die Rolle fachamt.")
                : Of("anlegen", name, role, departments);
        }
    }

    /// <summary>Does it.</summary>
    /// <param name="input">Where a secret of one's own is read from; an empty line asks for a made one.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <returns>The exit code.</returns>
    public int Run(TextReader input, TextWriter output)
    {
        var path = Path.Combine(Data, AccessFile.Name);
        if (!Directory.Exists(Data))
        {
            output.WriteLine($"Den Datenordner „{Data}“ gibt es noch nicht. Starten Sie das Programm zuerst einmal mit --data {Data}.");
            return ExitCodes.WrongUsage;
        }

        try
        {
            var file = File.Exists(path) ? AccessFile.Read(File.ReadAllBytes(path)) : AccessFile.Empty;
            return Verb switch
            {
                "liste" => List(file, File.Exists(path), output),
                "entfernen" => Remove(file, path, output),
                _ => Create(file, path, input, output),
            };
        }
        catch (InvalidDataException faulty)
        {
            output.WriteLine(faulty.Message);
            return ExitCodes.Failure;
        }
    }

    private static int List(AccessFile file, bool exists, TextWriter output)
    {
        foreach (var access in file.Accesses)
            output.WriteLine($"{access.Name}: {access.RoleWord}{(access.DepartmentTexts.IsDefaultOrEmpty ? "" : " " + string.Join(", ", access.DepartmentTexts))}");
        if (file.Accesses.IsEmpty)
        {
            output.WriteLine(exists
                ? $"Es gibt keine Zugänge, {AccessFile.Name} ist leer: Niemand kann sich anmelden."
                : "Es gibt keine Zugänge. Das Portal ist dann nur auf diesem Rechner erreichbar.");
        }

        return ExitCodes.Success;
    }

    private int Remove(AccessFile file, string path, TextWriter output)
    {
        if (file.Find(Name) is not { } access)
        {
            output.WriteLine($"Einen Zugang „{Name}“ gibt es nicht.");
            return ExitCodes.WrongUsage;
        }

        Write(path, file with { Accesses = file.Accesses.Remove(access) });
        output.WriteLine($"Der Zugang „{access.Name}“ ist entfernt und gilt ab sofort nicht mehr.");
        return ExitCodes.Success;
    }

    private int Create(AccessFile file, string path, TextReader input, TextWriter output)
    {
        output.Write($"Kennwort für „{Name}“ (mindestens {ShortestSecret} Zeichen; leer = eines erzeugen): ");
        var typed = input.ReadLine() ?? "";
        output.WriteLine();
        if (typed.Length is > 0 and < ShortestSecret)
        {
            output.WriteLine($"Das Kennwort ist zu kurz: mindestens {ShortestSecret} Zeichen.");
            return ExitCodes.WrongUsage;
        }

        var isFirst = !File.Exists(path);
        var secret = typed.Length == 0 ? Secret.Create() : typed;
        var access = new Access(Name, Role.Word(), Departments, Secret.Hash(secret));
        var others = file.Accesses.Where(other => !string.Equals(other.Name, Name, StringComparison.OrdinalIgnoreCase));
        Write(path, file with { Accesses = [.. others, access] });
        output.WriteLine($"Der Zugang „{Name}“ ({Role.GermanName()}) ist angelegt.");
        if (typed.Length == 0)
            output.WriteLine($"Kennwort (wird nur jetzt angezeigt): {secret}");
        if (isFirst)
            output.WriteLine("Das ist der erste Zugang. Läuft das Programm schon, starten Sie es bitte neu: Bis dahin kommt an diesem Rechner jeder ohne Anmeldung hinein.");
        output.WriteLine($"Programme senden: Authorization: Bearer {Name}:KENNWORT");
        return ExitCodes.Success;
    }

    // Beside it, then in its place: a crash must not lose everybody's access.
    private static void Write(string path, AccessFile file)
    {
        var unfinished = path + ".neu";
        File.WriteAllBytes(unfinished, file.Write());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(unfinished, path, overwrite: true);
    }
}
