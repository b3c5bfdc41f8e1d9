using System.Text;
using Produktreport.Functions.CatalogueAuthoring;
using Produktreport.Functions.FunctionApp;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage.Local;

Console.OutputEncoding = Encoding.UTF8;

if (FunctionAppProgram.IsStartedByHost(args))
    return await FunctionAppProgram.Run(args);

switch (CommandLine.Parse(args))
{
    case Command.Help:
        Console.WriteLine(CommandLine.HelpText);
        return ExitCodes.Success;
    case Command.Misuse misuse:
        await Console.Error.WriteLineAsync(misuse.Message);
        return ExitCodes.WrongUsage;
    case Command.Author author:
        return await Guarded(stop => new CatalogueDesk(new FolderFileStore(author.Asked.Data), Console.Out).Run(author.Asked, stop));
    case Command.Access access:
        return access.Asked.Run(Console.In, Console.Out);
    case Command.Run run:
        return await Guarded(
            stop => StandaloneProgram.Run(run.Options, Console.Out, stop), whenStopped: run.Options.Once ? ExitCodes.Failure : ExitCodes.Success);
    default:
        return ExitCodes.Failure;
}

static async Task<int> Guarded(Func<CancellationToken, Task<int>> work, int whenStopped = ExitCodes.Failure)
{
    using var stop = new StopSignal();
    try
    {
        return await work(stop.Token);
    }
    catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
    {
        // What was not finished is found again at the next start. A service that was told to stop did well; a run that was to finish did not.
        return whenStopped;
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException or AggregateException or Azure.RequestFailedException)
    {
        // The folder, a file, the storage account or the port: for the person at the console, who cannot use a stack trace.
        await Console.Error.WriteLineAsync($"Produktreport kann nicht weiterarbeiten: {failure.Message}");
        return ExitCodes.Failure;
    }
}
