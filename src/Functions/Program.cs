using System.Text;
using Produktreport.Functions.CatalogueAuthoring;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Storage.Folder;

Console.OutputEncoding = Encoding.UTF8;

if (ProgramSettings.IsStartedByHost)
{
    await CustomHandler.Run();
    return ExitCodes.Failure; // With 0 the host would never start it again.
}

switch (CommandLine.Parse(args))
{
    case Command.Help:
        Console.WriteLine(CommandLine.HelpText);
        return ExitCodes.Success;
    case Command.Misuse misuse:
        await Console.Error.WriteLineAsync(misuse.Message);
        return ExitCodes.WrongUsage;
    case Command.Author author:
        return await Guarded(() => new CatalogueDesk(new FolderFileStore(author.Asked.Data), Console.Out).Run(author.Asked));
    case Command.Run run:
        return await Guarded(() => RunStandalone(run.Options));
    default:
        return ExitCodes.Failure;
}

static async Task<int> RunStandalone(StandaloneOptions options)
{
    using var stop = new StopSignal();
    try
    {
        return await Standalone.Run(options, Console.Out, stop.Token);
    }
    catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
    {
        // What was not finished is found again at the next start. A service that was told to stop did well; a run that was to finish did not.
        return options.Once ? ExitCodes.Failure : ExitCodes.Success;
    }
}

static async Task<int> Guarded(Func<Task<int>> work)
{
    try
    {
        return await work();
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
    {
        // The folder, a file or the port: for the person at the console, who cannot use a stack trace.
        await Console.Error.WriteLineAsync($"Produktreport kann nicht weiterarbeiten: {failure.Message}");
        return ExitCodes.Failure;
    }
}
