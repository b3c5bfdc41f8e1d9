using System.CommandLine;
using System.CommandLine.Invocation;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary>Prints the help of the program or of one command, in German.</summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    private const string Program = "Produktreport";

    private const string Ending =
        """
        Ohne Befehl wird der Datenordner eingelesen und das Portal gestartet, das auf neue Dateien wartet; fehlt der
        Ordner, wird er aus beispiel/ angelegt. Aus dem Quelltext heißt der Anfang jedes Aufrufs
        „dotnet run --project src/Functions --“ statt „Produktreport“.
        Was zu einem Befehl gehört, zeigt er mit --help, zum Beispiel: Produktreport katalog aus-word --help

        Rückgabewerte:
          0   alles in Ordnung
          2   eine Datei wurde abgelehnt oder der Katalog ist fehlerhaft
          3   ein Bericht konnte nicht erstellt werden
          64  falscher Aufruf
          1   anderer Fehler
        """;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return ExitCodes.Success;
    }

    private static void Write(Command command, TextWriter output)
    {
        output.WriteLine($"{Called(command)} – {command.Description}");
        var calls = Calls(command).Select(each => Call(Usage(each)));
        Section("Aufruf", (command is RootCommand ? calls.Append(Call("BEFEHL")) : calls).Select(call => (call, "")));
        Section("Befehle", command.Subcommands.SelectMany(Calls).Select(each => (Usage(each), each.Description!)));
        Section("Angaben", command.Arguments.Select(argument => (Label(argument), argument.Description!)));
        Section("Optionen", CommandNames.Options(command).Select(option => (Label(option), option.Description!)));
        if (command is RootCommand)
            output.WriteLine($"\n{Ending}");

        void Section(string title, IEnumerable<(string Label, string Description)> rows)
        {
            var all = rows.ToList();
            if (all.Count == 0)
                return;
            var width = all.Max(row => row.Label.Length);
            output.WriteLine($"\n{title}:");
            foreach (var (label, description) in all)
                output.WriteLine($"  {label.PadRight(width)}  {description}".TrimEnd());
        }
    }

    private static string Call(string usage) => usage.Length == 0 ? $"{Program} [Optionen]" : $"{Program} {usage} [Optionen]";

    private static string Called(Command command) => command is RootCommand ? Program : CommandNames.Path(command);

    // What can be called: a command that does something, or those below one that only holds them together.
    private static IEnumerable<Command> Calls(Command command) =>
        command.Action is null ? command.Subcommands.SelectMany(Calls) : [command];

    private static string Usage(Command command) => string.Join(
        ' ',
        [
            CommandNames.Path(command),
            .. command.Arguments.Select(Label),
            .. command.Options.Where(option => option.Required).Select(Label),
        ]);

    private static string Label(Argument argument) =>
        argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "…" : argument.Name;

    private static string Label(Option option) =>
        option.Arity.MaximumNumberOfValues > 0
            ? $"{option.Name} {option.HelpName}"
            : string.Join(", ", [option.Name, .. option.Aliases]);
}
