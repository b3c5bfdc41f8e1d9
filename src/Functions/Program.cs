using Produktreport.Functions.FunctionApp;
using Produktreport.Functions.Standalone.Commands;

Console.OutputEncoding = Encoding.UTF8;

return FunctionAppProgram.IsStartedByHost(args) ? await FunctionAppProgram.Run(args) : await CommandLine.Run(args);
