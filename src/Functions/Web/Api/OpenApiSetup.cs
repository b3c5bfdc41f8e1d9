using Microsoft.OpenApi;

namespace Produktreport.Functions.Web.Api;

/// <summary>The description of the API for programs: OpenAPI 3.1 at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiSetup
{
    /// <summary>The document's name.</summary>
    public const string Document = "v1";

    private const string Key = "schluessel";

    /// <summary>Registers the document.</summary>
    public static void AddProduktreportOpenApi(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddOperationTransformer(OpenApiOperations.Complete);
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    });

    /// <summary>That a key is needed.</summary>
    public static OpenApiSecurityRequirement KeyRequirement(OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(Key, document)] = [] };

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Produktreport",
            Version = Document,
            Description =
                "Produktberichte lesen, Zahlen liefern, Berichte freigeben. Fehler kommen als application/problem+json auf "
                    + "Deutsch oder Englisch (Accept-Language). Zahlen sind exakt; gerundet wird erst bei der Anzeige.",
        };
        // The address is wherever the program runs; the document is the same everywhere.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        ApiFields.Describe(document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal));
        document.Components.Parameters = OpenApiOperations.Shared;
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Key] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description =
                    "`Authorization: Bearer ZUGANG`. ZUGANG ist auf eigenem Rechner `NAME:KENNWORT` (angelegt mit dem Befehl "
                        + "`zugang anlegen`), in Azure ein Zugriffstoken von Microsoft Entra ID.",
            },
        };
        document.Security = [KeyRequirement(document)];
    }
}
