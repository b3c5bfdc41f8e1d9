using Microsoft.AspNetCore.OpenApi;
using Produktreport.Functions.Web.Api;

namespace Produktreport.Functions.Web.Portal.Reference;

/// <summary>How other programs use the API.</summary>
internal static class ReferencePages
{
    public static void MapReference(this IEndpointRouteBuilder routes) => routes.MapGet("/schnittstelle", Reference);

    private static async Task<IResult> Reference(
        [FromKeyedServices(OpenApiSetup.Document)] IOpenApiDocumentProvider documents, HttpContext context) =>
        PortalPages.Page<ApiPage>(new
        {
            Document = await documents.GetOpenApiDocumentAsync(context.RequestAborted),
            Address = $"{context.Request.Scheme}://{context.Request.Host}",
        });
}
