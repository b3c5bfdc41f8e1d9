using System.Text;
using Produktreport.Functions.Hosting;

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
    case Command.Run run:
        return await RunStandalone(run.Options);
    default:
        return ExitCodes.Failure;
}

static async Task<int> RunStandalone(StandaloneOptions options)
{
    try
    {
        return await Standalone.Run(options, Console.Out);
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException or AggregateException or Azure.RequestFailedException)
    {
        // The folder, a file, the storage account or the port: for the person at the console, who cannot use a stack trace.
        await Console.Error.WriteLineAsync($"Produktreport kann nicht weiterarbeiten: {failure.Message}");
        return ExitCodes.Failure;
    }
}
