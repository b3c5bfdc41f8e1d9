using System.Text;
using Produktreport.Functions.Hosting;

Console.OutputEncoding = Encoding.UTF8;

switch (CommandLine.Parse(args))
{
    case Command.Help:
        Console.WriteLine(CommandLine.HelpText);
        return ExitCodes.Success;
    case Command.Misuse misuse:
        await Console.Error.WriteLineAsync(misuse.Message);
        return ExitCodes.WrongUsage;
    case Command.Access access:
        return access.Asked.Run(Console.In, Console.Out);
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
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
    {
        // The folder, a file or the port: for the person at the console, who cannot use a stack trace.
        await Console.Error.WriteLineAsync($"Produktreport kann nicht weiterarbeiten: {failure.Message}");
        return ExitCodes.Failure;
    }
}
