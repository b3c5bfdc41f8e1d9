using Produktreport.Functions.Notifications;
using Produktreport.Functions.Web;

namespace Produktreport.Functions.FunctionApp;

/// <summary>The portal and the API behind the HTTP functions: built once, and the same as standalone.</summary>
internal sealed class WebPipeline
{
    private readonly IHttpContextAccessor accessor;
    private readonly RequestDelegate whole;

    /// <summary>Builds the pipeline.</summary>
    public WebPipeline(IServiceProvider services, IHttpContextAccessor accessor)
    {
        this.accessor = accessor;
        var app = new ApplicationBuilder(services);
        app.UseProduktreportWeb();
        app.UseEndpoints(routes =>
        {
            routes.MapProduktreport();
            routes.MapMessages();
        });
        whole = app.Build();
    }

    /// <summary>Answers a request.</summary>
    public Task Answer(HttpContext context)
    {
        // The worker's own routing has found the function; ours would be skipped where an endpoint is set.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        // A function runs in the flow of its invocation, where Kestrel has set nothing.
        accessor.HttpContext = context;
        return whole(context);
    }
}
