using System.CommandLine;
using System.CommandLine.Parsing;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary>Finds what is wrong with a call and says it in German; the library's own sentences are English.</summary>
internal static class Misuse
{
    private const string Dashes = "--";

    /// <summary>All faults of a call; empty where it is understood or asks for help.</summary>
    public static IReadOnlyList<string> Of(ParseResult call)
    {
        if (call.Action is HelpText)
            return [];
        var command = call.CommandResult.Command;
        // Alone: the word after an option that nobody knows may be meant as its value, and its absence is no fault of another.
        return Unknown(call, command) is { Count: > 0 } unknown
            ? unknown
            : [.. Words(call, command), .. Options(call, command), .. Arguments(call, command)];
    }

    /// <summary>Where help is found.</summary>
    public static string WayOut(ParseResult call) =>
        call.CommandResult.Command is RootCommand
            ? "Mit --help werden alle Optionen und Befehle gezeigt."
            : $"Mit „{CommandNames.Path(call.CommandResult.Command)} --help“ wird die Hilfe dazu gezeigt.";

    private static List<string> Unknown(ParseResult call, Command command)
    {
        var options = CommandNames.Options(command).ToList();
        var tokens = call.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToList();
        bool IsKnown(string name) => options.Exists(option => option.Name == name || option.Aliases.Contains(name));
        return
        [
            .. tokens.Where(token => token.Type switch
                {
                    TokenType.Directive => true,
                    TokenType.Option => !IsKnown(token.Value),
                    TokenType.Argument => token.Value.StartsWith(Dashes, StringComparison.Ordinal) && !IsKnown(Name(token)),
                    _ => false,
                })
                .Select(token => Unknown(token.Value, Name(token), options.Select(option => option.Name), command)),
            // An option before its command's name.
            .. options.Select(option => option.Name).Intersect(call.UnmatchedTokens, StringComparer.Ordinal)
                .Where(name => tokens.Exists(token => token.Value == name))
                .Select(name => $"{name} gehört hinter „{CommandNames.Path(command)}“."),
        ];
    }

    private static IEnumerable<string> Words(ParseResult call, Command command)
    {
        var commands = command.Subcommands.Select(each => each.Name).ToList();
        var known = commands.Concat(CommandNames.Options(command).Select(option => option.Name));
        foreach (var word in call.UnmatchedTokens)
            yield return Unknown(word, word, known, command);
        if (command.Action is null)
            yield return $"Nach „{CommandNames.Path(command)}“ fehlt, was zu tun ist: {string.Join(", ", commands)}.";
    }

    private static IEnumerable<string> Options(ParseResult call, Command command)
    {
        foreach (var option in CommandNames.Options(command))
        {
            var given = call.GetResult(option);
            if (given is null or { Implicit: true })
            {
                if (option.Required)
                    yield return $"{option.Name} fehlt. {Expected(option)}";
            }
            else if (given.IdentifierTokenCount > 1)
            {
                yield return $"{option.Name} ist mehrfach angegeben.";
            }
            else if (option is IExpecting
                && (given.Tokens is [] || given.Tokens[0].Value.StartsWith(Dashes, StringComparison.Ordinal)))
            {
                yield return $"Nach {option.Name} fehlt der Wert. {Expected(option)}";
            }
            else
            {
                foreach (var fault in given.Errors)
                    yield return fault.Message;
            }
        }
    }

    private static IEnumerable<string> Arguments(ParseResult call, Command command) => command.Arguments.SelectMany(argument =>
        call.GetResult(argument) is { Tokens.Count: > 0 } given
            ? given.Errors.Select(fault => fault.Message)
            : [$"{argument.Name} fehlt. {Expected(argument)}"]);

    private static string Unknown(string word, string name, IEnumerable<string> known, Command command)
    {
        var place = command is RootCommand ? "" : $" bei „{CommandNames.Path(command)}“";
        var meant = known.Select(candidate => (candidate, Distance: Distance(name, candidate)))
            .Where(each => each.Distance > 0 && each.Distance <= Math.Max(1, name.Length / 3))
            .OrderBy(each => each.Distance)
            .Select(each => $" Meinten Sie „{each.candidate}“?")
            .FirstOrDefault("");
        return $"Unbekannte Angabe „{word}“{place}.{meant}";
    }

    // A word of twice the length is meant for something else, and a whole page in its place would take long to compare.
    private static int Distance(string word, string candidate) =>
        word.Length > 2 * candidate.Length ? int.MaxValue : EditDistance.Between(word.ToLowerInvariant(), candidate);

    private static string Expected(Symbol symbol) => $"Erwartet wird {((IExpecting)symbol).Expected}.";

    private static string Name(Token token) => token.Value.Split('=', ':')[0];
}
