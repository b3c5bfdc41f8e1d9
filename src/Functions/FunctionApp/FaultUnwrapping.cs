using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Produktreport.Functions.FunctionApp;

/// <summary>
/// Tells the host what a function failed of. The worker calls internal functions by reflection and wraps what they throw, so that
/// all of them would be told to have failed of „one or more errors“.
/// </summary>
internal sealed class FaultUnwrapping : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (AggregateException wrapped) when (wrapped.InnerExceptions is [var fault])
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }
}
