using Microsoft.Azure.Functions.Worker;
using Produktreport.Functions.FunctionApp;

namespace Produktreport;

/// <summary>The portal and the API. Who may do what is decided there, not by keys of the host.</summary>
internal sealed class Web(WebPipeline web)
{
    /// <summary>Writes the whole answer itself.</summary>
    [Function(nameof(Web))]
    public Task Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "delete", "options",
            Route = "{*path}")] HttpRequest request) =>
        web.Answer(request.HttpContext);
}
