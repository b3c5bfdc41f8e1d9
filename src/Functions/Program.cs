using System.Text;
using Produktreport.Functions.Hosting;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Standalone.Commands;

Console.OutputEncoding = Encoding.UTF8;

if (!ProgramSettings.IsStartedByHost)
    return await CommandLine.Run(args);

await CustomHandler.Run();
return ExitCodes.Failure; // With 0 the host would never start it again.
