using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Produktreport.Functions.Web.Portal.Frame;

/// <summary>Pages as answers.</summary>
internal static class PortalPages
{
    /// <summary>The error page „Nicht gefunden“.</summary>
    public static IResult NotFound => ErrorPage(Problems.NotFound, form: null);

    /// <summary>The page that tells a person what went wrong.</summary>
    public static IResult ErrorPage(Problem problem, string? form) => new RazorComponentResult<ProblemPage>(
        new { problem.German.Title, problem.German.Detail, Form = form })
    { StatusCode = problem.Status };

    /// <summary>A page with its parameters.</summary>
    public static RazorComponentResult<T> Page<T>(object parameters)
        where T : IComponent => new(parameters);
}
