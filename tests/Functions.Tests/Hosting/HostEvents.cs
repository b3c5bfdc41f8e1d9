using System.Text;
using Produktreport.Functions.Storage;
using Produktreport.Tests.Host;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>What happens in a county, as the host is told of it, and passes it on.</summary>
internal static class HostEvents
{
    /// <summary>A file of the inbox was written or went, whatever its name.</summary>
    public static Task<InvocationResult> Uploaded(this FunctionsHost host, string path, CancellationToken cancellation) =>
        host.Blob(nameof(IngestFigures), Area.Inbox.FolderName(), path, cancellation);

    /// <summary>A file of the catalogue was written or went.</summary>
    public static Task<InvocationResult> CatalogueChanged(this FunctionsHost host, string path, CancellationToken cancellation) =>
        host.Blob(nameof(PublishCatalogue), Area.Catalogue.FolderName(), path, cancellation);

    /// <summary>The night of a day.</summary>
    public static Task<InvocationResult> Daily(this FunctionsHost host, CancellationToken cancellation, bool isPastDue = false) =>
        host.Timer(nameof(AssembleReports), isPastDue, cancellation);

    /// <summary>A message of the report queue.</summary>
    public static Task<InvocationResult> Job(this FunctionsHost host, string message, CancellationToken cancellation,
        int tries = 1, DateTimeOffset? sentAt = null) =>
        host.Queue(nameof(RenderReport), message, tries, sentAt ?? DateTimeOffset.UtcNow, cancellation);

    /// <summary>A job of the report queue.</summary>
    public static Task<InvocationResult> Job(this FunctionsHost host, TakenJob taken, CancellationToken cancellation,
        int tries = 1) =>
        host.Job(ReportJobText.Write(taken.Job, taken.Waits), cancellation, tries, taken.SentAt);

    /// <summary>A request from outside by somebody signed in, with what the platform writes into it.</summary>
    public static Task<HttpResponseMessage> Forward(
        this FunctionsHost host, HttpMethod method, string path, CancellationToken cancellation, string role = "controlling")
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("DISGUISED-HOST", "kreis.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("CLIENT-IP", "203.0.113.7:40001");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""
            {"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"name","val":"Eva Beispiel"},{"typ":"roles","val":"{{role}}"}]}
            """)));
        return host.Http(request, cancellation);
    }
}
