using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Answers;

/// <summary>Answers with a <see cref="Problem"/> in the caller's language.</summary>
internal static class ProblemAnswer
{
    /// <summary>The problem document (RFC 9457).</summary>
    public static ProblemHttpResult Of(HttpContext context, Problem problem)
    {
        context.Response.Headers.ContentLanguage = PrefersEnglish(context.Request) ? "en" : "de";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        var text = PrefersEnglish(context.Request) ? problem.English : problem.German;
        return TypedResults.Problem(text.Detail, statusCode: problem.Status, title: text.Title,
            type: $"/schnittstelle#{problem.Code}");
    }

    /// <summary>The problem document for work there is no place for just now, with the time after which to try again.</summary>
    public static ProblemHttpResult Busy(HttpContext context)
    {
        TooManyRequests.SetRetryAfter(context.Response, WorkLimit.RetryAfter);
        return Of(context, Problems.Busy);
    }

    /// <summary>Whether a caller wants English rather than German; German where nothing is said.</summary>
    public static bool PrefersEnglish(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList([request.Headers.AcceptLanguage.ToString()], out var languages))
            return false;
        var best = languages.Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(language => Is(language, "de") || Is(language, "en"));
        return best is not null && Is(best, "en");
    }

    private static bool Is(string language, string wanted) =>
        language.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            || language.StartsWith(wanted + "-", StringComparison.OrdinalIgnoreCase);
}
