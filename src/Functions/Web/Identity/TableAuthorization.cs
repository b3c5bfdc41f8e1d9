using Microsoft.AspNetCore.Authorization;

namespace Produktreport.Functions.Web.Identity;

/// <summary>The one requirement every endpoint has: a row of <see cref="AccessTable"/> that lets the visitor in.</summary>
internal sealed class TableRequirement : IAuthorizationRequirement;

/// <summary>Looks the called route up in <see cref="AccessTable"/>; without a row nobody gets in.</summary>
internal sealed class TableAuthorization(AccessBook book) : AuthorizationHandler<TableRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, TableRequirement requirement)
    {
        if (context.Resource is not HttpContext http)
            return Task.CompletedTask;
        // No route was found, or not with this method: nothing is behind it but the answer 404 or 405.
        if (http.GetEndpoint() is not RouteEndpoint endpoint
            || (AccessTable.Find(http.Request.Method, RouteOf(endpoint)) is { } row
                && AccessTable.Allows(row, Visitor.Of(context.User), DepartmentOf(http), () => book.IsPublic)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    /// <summary>A route as the table writes it, with its leading slash.</summary>
    public static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static DepartmentId? DepartmentOf(HttpContext http) =>
        DepartmentId.TryParse(http.GetRouteValue("amt") as string, out var id) ? id : null;
}
