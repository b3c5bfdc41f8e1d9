using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Web.Answers;

namespace Produktreport.Functions.Web.Portal.Frame;

/// <summary>Pages as answers.</summary>
internal static class PortalPages
{
    /// <summary>The page that tells a person what went wrong.</summary>
    public static IResult ErrorPage(HttpContext context, Problem problem, string? form) =>
        new RazorComponentResult<ProblemPage>(
            new { Frame = PageFrame.Of(context), problem.German.Title, problem.German.Detail, Form = form })
        {
            StatusCode = problem.Status,
        };

    /// <summary>A page with its parameters.</summary>
    public static RazorComponentResult<T> Page<T>(object parameters)
        where T : Microsoft.AspNetCore.Components.IComponent => new(parameters);

    /// <summary>The error page „Nicht gefunden“.</summary>
    public static IResult NotFound(HttpContext context)
    {
        var text = Problems.NotFound.German;
        return new RazorComponentResult<ProblemPage>(new { Frame = PageFrame.Of(context), text.Title, text.Detail })
        { StatusCode = 404 };
    }
}
