namespace Produktreport.Functions.Web.Api;

/// <summary>What the API's description says of a route.</summary>
internal static class ApiRoutes
{
    /// <summary>Names a route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="id">The id of the operation.</param>
    /// <param name="tag">The group it is listed in.</param>
    /// <param name="summary">What it does, in German.</param>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string id, string tag, string summary) =>
        route.WithName(id).WithTags(tag).WithSummary(summary);

    /// <summary>The statuses of the errors a route answers with.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder route, params int[] statuses) =>
        statuses.Aggregate(route, (described, status) => described.ProducesProblem(status));
}
