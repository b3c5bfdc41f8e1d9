using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Produktreport.Functions.FunctionApp;

/// <summary>
/// Ties what is logged to its invocation, under the name by which the worker looks for it. The worker's own scope has another
/// name as soon as OpenTelemetry is on, and the host then could not tell whose line it is.
/// </summary>
internal sealed class InvocationScope(ILogger<InvocationScope> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using (log.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal)
        { ["AzureFunctions_InvocationId"] = context.InvocationId }))
            await next(context);
    }
}
