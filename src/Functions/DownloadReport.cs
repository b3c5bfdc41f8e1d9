using Microsoft.Azure.Functions.Worker;
using Produktreport.Functions.FunctionApp;

namespace Produktreport;

/// <summary>
/// Gives out a report file: the same answer as <see cref="Web"/>, as a function of its own so that downloads are counted apart.
/// </summary>
internal sealed class DownloadReport(WebPipeline web)
{
    /// <summary>Writes the whole answer itself.</summary>
    [Function(nameof(DownloadReport))]
    public Task Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head",
            Route = "api/v1/berichte/{periode}/{datei}")] HttpRequest request) =>
        web.Answer(request.HttpContext);
}
