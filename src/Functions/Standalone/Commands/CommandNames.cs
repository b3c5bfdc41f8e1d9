using System.CommandLine;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary>What commands and options are called.</summary>
internal static class CommandNames
{
    /// <summary>The words that call a command (<c>katalog neu</c>); empty for the program itself.</summary>
    public static string Path(Command command) => string.Join(' ', Line(command).Reverse().Skip(1).Select(each => each.Name));

    /// <summary>All options that may follow a command: its own and those of commands above it that count for all below.</summary>
    public static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(Line(command).Skip(1).SelectMany(above => above.Options.Where(option => option.Recursive)));

    private static IEnumerable<Command> Line(Command command)
    {
        for (var current = command; current is not null; current = current.Parents.OfType<Command>().FirstOrDefault())
            yield return current;
    }
}
