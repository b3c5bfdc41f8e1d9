using System.CommandLine;

namespace Produktreport.Functions.Standalone.Commands;

/// <summary>The call without a command's name: process, render and serve; with <c>--once</c>, process, render and exit.</summary>
internal sealed class RunCommand : RootCommand
{
    private readonly Option<string?> data;
    private readonly Option<bool> once = Values.Switch("--once", "einlesen, rechnen, fällige Berichte schreiben und beenden");
    private readonly Option<DateOnly?> today = Values.Day.Option(
        "--today", "Kalendertag, an dem gehandelt wird (Vorgabe: heute in Europe/Berlin)");

    private readonly Option<string?> urls = Values.Addresses.Option(
        "--urls", $"Adresse des Portals (Vorgabe: {StandaloneOptions.DefaultUrl})");

    private readonly Option<string?> storage = Values.Account.Option(
        "--storage", "Speicherkonto statt Datenordner: Verbindungszeichenfolge oder Name (Azure, Azurite)");

    private readonly Option<bool> rebuild = Values.Switch(
        "--rebuild", "mit --storage: alle Tabellen leeren und aus den Dateien neu aufbauen");

    public RunCommand(Option<string?> data)
        : base("Grund- und Kennzahlen einlesen, prüfen und als Produktberichte ausgeben")
    {
        this.data = data;
        // The library's own: --version, an English --help, and [suggest] for completion.
        Options.Clear();
        Directives.Clear();
        foreach (var option in (Option[])[data, once, today, urls, storage, rebuild])
            Options.Add(option);
        SetAction((call, stop) => Run(OptionsOf(call), call.InvocationConfiguration.Output, stop));
    }

    /// <summary>The options of a call.</summary>
    public static StandaloneOptions OptionsOf(ParseResult call) => ((RunCommand)call.RootCommandResult.Command).Read(call);

    private static async Task<int> Run(StandaloneOptions options, TextWriter output, CancellationToken stop)
    {
        try
        {
            return await StandaloneProgram.Run(options, output, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !options.Once)
        {
            return ExitCodes.Success; // A service that was told to stop did well; a run that was to finish did not.
        }
    }

    private StandaloneOptions Read(ParseResult call) => new()
    {
        Data = call.GetValue(data)!,
        Once = call.GetValue(once),
        Today = call.GetValue(today),
        Urls = call.GetValue(urls) ?? StandaloneOptions.DefaultUrl,
        Storage = call.GetValue(storage),
        Rebuild = call.GetValue(rebuild),
    };
}
