using System.CommandLine;
using Produktreport.Functions.Hosting;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary><c>zugang …</c>: who may come in.</summary>
internal static class AccessCommands
{
    /// <param name="data">The data folder.</param>
    /// <param name="input">Where a secret of one's own is read from; an empty line asks for a made one.</param>
    public static Command Create(Option<string?> data, TextReader input)
    {
        return new Command("zugang", "Zugänge zum Portal (ohne sie ist es nur auf diesem Rechner erreichbar)")
        {
            New(), Listing(), SigningOut(), Blocking(), Unblocking(), Removal(),
        };

        Command New()
        {
            var name = Values.AccessName.Argument("NAME", "wer hineindarf: eine Person oder ein Programm");
            var role = Values.Role.Option("--rolle", $"was der Zugang darf: {Values.RoleWords}");
            role.Required = true;
            var departments = Values.Departments.Option("--amt", "nur für die Rolle fachamt: die Ämter, für die sie gilt");
            var add = new Command("anlegen", "Zugang anlegen oder ersetzen") { name, role, departments };
            add.SetAction((call, stop) => Add(
                call,
                call.GetValue(data)!,
                call.GetValue(name)!,
                call.GetValue(role)!.Value,
                call.GetValue(departments) ?? [],
                input,
                stop));
            return add;
        }

        Command Listing()
        {
            var list = new Command("liste", "alle Zugänge anzeigen");
            list.SetAction(call => List(call.InvocationConfiguration.Output, call.GetValue(data)!));
            return list;
        }

        Option<string?> Storage() =>
            Values.Account.Option("--storage", "wo die Sitzungen liegen, wenn das Programm mit --storage läuft");

        Command SigningOut()
        {
            var name = Values.AccessName.Argument("NAME", "wer abgemeldet wird; der Zugang bleibt");
            var storage = Storage();
            var signOut = new Command("abmelden", "alle Sitzungen eines Zugangs sofort beenden, auf allen Geräten")
                { name, storage };
            signOut.SetAction((call, stop) =>
                SignOut(call, call.GetValue(data)!, call.GetValue(storage), call.GetValue(name)!, stop));
            return signOut;
        }

        Command Blocking()
        {
            var name = Values.AccessName.Argument("NAME", "wessen Zugang ruht");
            var storage = Storage();
            var block = new Command("sperren", "Zugang sperren und seine Sitzungen sofort beenden; das Kennwort bleibt")
                { name, storage };
            block.SetAction((call, stop) =>
                Block(call, call.GetValue(data)!, call.GetValue(storage), call.GetValue(name)!, stop));
            return block;
        }

        Command Unblocking()
        {
            var name = Values.AccessName.Argument("NAME", "wessen Zugang wieder gilt");
            var unblock = new Command("entsperren", "gesperrten Zugang wieder zulassen, mit dem Kennwort von vorher") { name };
            unblock.SetAction(call => Unblock(call, call.GetValue(data)!, call.GetValue(name)!));
            return unblock;
        }

        Command Removal()
        {
            var name = Values.AccessName.Argument("NAME", "wessen Zugang endet");
            var remove = new Command("entfernen", "Zugang entfernen; er gilt ab sofort nicht mehr") { name };
            remove.SetAction(call => Remove(call, call.GetValue(data)!, call.GetValue(name)!));
            return remove;
        }
    }

    private static async Task<int> Add(
        ParseResult call,
        string data,
        string name,
        Role role,
        ImmutableArray<DepartmentId> departments,
        TextReader input,
        CancellationToken stop)
    {
        var output = call.InvocationConfiguration.Output;
        if (Access.Refusal(role, departments) is { } refusal)
            return Refused(call, refusal);
        if (!Directory.Exists(data))
            return Refused(call, NoFolder(data));
        await output.WriteAsync($"Kennwort für „{name}“ (mindestens {Secret.ShortestLength} Zeichen; leer = eines erzeugen): ");
        var typed = await ReadLine(input, stop);
        await output.WriteLineAsync();
        if (typed.Length is > 0 and < Secret.ShortestLength)
            return Refused(call, $"Das Kennwort ist zu kurz: mindestens {Secret.ShortestLength} Zeichen.");

        var accesses = new StoredAccesses(data);
        var isFirst = !accesses.Exist;
        var secret = typed.Length == 0 ? Secret.Create() : typed;
        accesses.Add(name, role, departments, secret);
        await output.WriteLineAsync($"Der Zugang „{name}“ ({role.GermanName()}) ist angelegt.");
        if (typed.Length == 0)
            await output.WriteLineAsync($"Kennwort (wird nur jetzt angezeigt): {secret}");
        if (isFirst)
        {
            await output.WriteLineAsync(
                "Das ist der erste Zugang. Läuft das Programm schon, starten Sie es bitte neu: Bis dahin kommt an diesem "
                    + "Rechner jeder ohne "
                + "Anmeldung hinein.");
        }

        await output.WriteLineAsync($"Programme senden: Authorization: Bearer {name}:KENNWORT");
        return ExitCodes.Success;
    }

    private static int List(TextWriter output, string data)
    {
        var accesses = new StoredAccesses(data);
        var file = accesses.Read();
        foreach (var access in file.Accesses)
        {
            var departments = access.DepartmentTexts.IsDefaultOrEmpty ? "" : " " + string.Join(", ", access.DepartmentTexts);
            output.WriteLine($"{access.Name}: {access.RoleWord}{departments}{(access.IsBlocked ? " (gesperrt)" : "")}");
        }

        if (file.Accesses.IsEmpty)
        {
            output.WriteLine(accesses.Exist
                ? $"Es gibt keine Zugänge, {AccessFile.Name} ist leer: Niemand kann sich anmelden."
                : "Es gibt keine Zugänge. Das Portal ist dann nur auf diesem Rechner erreichbar.");
        }

        return ExitCodes.Success;
    }

    private static async Task<int> SignOut(ParseResult call, string data, string? storage, string name, CancellationToken stop)
    {
        var files = ProgramParts.FilesOf(data, storage);
        using var open = files as IDisposable;
        var ended = await new Sessions(files, TimeProvider.System).EndAll(name, stop);
        await call.InvocationConfiguration.Output.WriteLineAsync($"Beendete Sitzungen von „{name}“: {ended}.");
        return ExitCodes.Success;
    }

    private static async Task<int> Block(ParseResult call, string data, string? storage, string name, CancellationToken stop)
    {
        if (new StoredAccesses(data).Block(name, isBlocked: true) is not { } blocked)
            return Refused(call, NoAccess(name));
        await call.InvocationConfiguration.Output.WriteLineAsync(
            $"Der Zugang „{blocked.Name}“ ist gesperrt und gilt ab sofort nicht mehr.");
        return await SignOut(call, data, storage, name, stop);
    }

    private static int Unblock(ParseResult call, string data, string name)
    {
        if (new StoredAccesses(data).Block(name, isBlocked: false) is not { } open)
            return Refused(call, NoAccess(name));
        call.InvocationConfiguration.Output.WriteLine($"Der Zugang „{open.Name}“ gilt wieder.");
        return ExitCodes.Success;
    }

    private static int Remove(ParseResult call, string data, string name)
    {
        if (new StoredAccesses(data).Remove(name) is not { } removed)
            return Refused(call, NoAccess(name));
        call.InvocationConfiguration.Output.WriteLine($"Der Zugang „{removed.Name}“ ist entfernt und gilt ab sofort nicht mehr.");
        return ExitCodes.Success;
    }

    private static int Refused(ParseResult call, string why)
    {
        call.InvocationConfiguration.Error.WriteLine(why);
        return ExitCodes.WrongUsage;
    }

    private static string NoAccess(string name) => $"Einen Zugang „{name}“ gibt es nicht.";

    private static string NoFolder(string data) =>
        $"Den Datenordner „{data}“ gibt es noch nicht. Starten Sie das Programm zuerst einmal mit --data {data}.";

    // The console reads until the line ends and hears no stop; the program need not wait for it.
    private static async Task<string> ReadLine(TextReader input, CancellationToken stop) =>
        await Task.Run(async () => await input.ReadLineAsync(stop), stop).WaitAsync(stop) ?? "";
}
