using Produktreport.Functions.Web.Portal.Accesses;
using Produktreport.Functions.Web.Portal.Catalogues;
using Produktreport.Functions.Web.Portal.Deliveries;
using Produktreport.Functions.Web.Portal.Operation;
using Produktreport.Functions.Web.Portal.Origins;
using Produktreport.Functions.Web.Portal.Overview;
using Produktreport.Functions.Web.Portal.Products;
using Produktreport.Functions.Web.Portal.PublicFace;
using Produktreport.Functions.Web.Portal.Reference;
using Produktreport.Functions.Web.Portal.Releases;
using Produktreport.Functions.Web.Portal.Search;
using Produktreport.Functions.Web.Portal.SigningIn;

namespace Produktreport.Functions.Web.Portal;

/// <summary>The pages people open in a browser.</summary>
internal static class PortalRoutes
{
    public static void MapPortal(this IEndpointRouteBuilder builder)
    {
        var routes = builder.MapGroup("").ExcludeFromDescription();
        routes.MapOverview();
        routes.MapSearch();
        routes.MapFace();
        routes.MapOpenData();
        routes.MapEmbedded();
        routes.MapProducts();
        routes.MapWhy();
        routes.MapSources();
        routes.MapDeliveryPages();
        routes.MapEntryPages();
        routes.MapDeadlines();
        routes.MapReleasePages();
        routes.MapVersions();
        routes.MapCatalogue();
        routes.MapAuditLogPages();
        routes.MapAccounts();
        routes.MapGivenUpPages();
        routes.MapReference();
        routes.MapSignIn(builder.ServiceProvider.GetRequiredService<AccessMode>());
    }
}
