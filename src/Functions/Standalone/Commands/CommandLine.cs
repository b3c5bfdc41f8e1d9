using System.CommandLine;
using System.CommandLine.Help;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary>The program as a person calls it: words in, an answer and an exit code out.</summary>
internal static class CommandLine
{
    // Neither @file nor -abc for -a -b -c: nobody here expects a file's name or an access's to mean something else.
    private static readonly ParserConfiguration Plain = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Does what the words ask for, at the console.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> Run(IReadOnlyList<string> words) => Run(words, Console.In, Console.Out, Console.Error);

    /// <summary>Does what the words ask for.</summary>
    /// <param name="words">What the person typed after the program's name.</param>
    /// <param name="input">Where a secret is read from.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="error">Where it goes if nothing could be done.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(IReadOnlyList<string> words, TextReader input, TextWriter output, TextWriter error)
    {
        var call = Parse(words, input);
        if (Misuse.Of(call) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
                await error.WriteLineAsync(fault);
            await error.WriteLineAsync(Misuse.WayOut(call));
            return ExitCodes.WrongUsage;
        }

        var surroundings = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await Guarded(stop => call.InvokeAsync(surroundings, stop), error);
    }

    /// <summary>How the words are understood; nothing is done.</summary>
    public static ParseResult Parse(IReadOnlyList<string> words) => Parse(words, TextReader.Null);

    /// <summary>What is wrong with a call, in German, one sentence or two a fault; empty where it is understood.</summary>
    public static IReadOnlyList<string> FaultsOf(IReadOnlyList<string> words) => Misuse.Of(Parse(words));

    /// <summary>The options of a call without a command's name, as far as they are understood.</summary>
    public static StandaloneOptions OptionsOf(IReadOnlyList<string> words) => RunCommand.OptionsOf(Parse(words));

    private static ParseResult Parse(IReadOnlyList<string> words, TextReader input)
    {
        var data = Values.Folder.Option("--data", "Datenordner (Vorgabe: daten im aktuellen Ordner)");
        data.Recursive = true;
        data.DefaultValueFactory = _ => StandaloneOptions.DefaultData;
        var root = new RunCommand(data);
        root.Subcommands.Add(CatalogueCommands.Create(data));
        root.Subcommands.Add(ComparisonCommands.Create(data));
        root.Subcommands.Add(AccessCommands.Create(data, input));
        root.Options.Add(new HelpOption("--help", "-h", "-?")
        {
            Description = "diese Hilfe; nach einem Befehl die Hilfe dazu",
            Action = new HelpText(),
        });
        return root.Parse(words, Plain);
    }

    private static async Task<int> Guarded(Func<CancellationToken, Task<int>> work, TextWriter error)
    {
        using var stop = new StopSignal();
        try
        {
            return await work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return ExitCodes.Failure; // What was not finished is found again at the next start.
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException
            or InvalidDataException or AggregateException or Azure.RequestFailedException)
        {
            // The folder, a file, the storage account or the port: for the person at the console, who cannot use a stack trace.
            await error.WriteLineAsync($"Produktreport kann nicht weiterarbeiten: {failure.Message}");
            return ExitCodes.Failure;
        }
    }
}
