using Produktreport.Functions.Web.Audit;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Web.Portal.Operation;

/// <summary>The page on which Administration sees what the program gave up on, and has it tried again.</summary>
internal static class GivenUpPages
{
    public static void MapGivenUpPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stoerungen", (GivenUpWork givenUp, CancellationToken cancellation) => Show(null, givenUp, cancellation));
        routes.MapPost("/stoerungen", Decide);
    }

    private static async Task<IResult> Decide(
        [FromForm(Name = "wiederholen")] string? repeated,
        [FromForm(Name = "verwerfen")] string? dismissed,
        Visitor visitor,
        GivenUpWork givenUp,
        AuditLog audit,
        CancellationToken cancellation)
    {
        var message = (repeated, dismissed) switch
        {
            ({ Length: > 0 } id, null) => await givenUp.Repeat(id, given => audit.Append(visitor, AuditEntry.Repeated, given))
                ? givenUp.HasQueue
                    ? "Wird noch einmal versucht. Misslingt es wieder, steht es nach fünf Versuchen wieder hier."
                    : "Ist noch einmal versucht. Misslang es wieder, steht es weiter hier."
                : Gone,
            (null, { Length: > 0 } id) => await givenUp.Dismiss(id, given => audit.Append(visitor, AuditEntry.Dismissed, given))
                ? "Verworfen."
                : Gone,
            _ => "Die Auswahl war nicht zu verstehen; bitte laden Sie die Seite neu.",
        };
        return await Show(message, givenUp, cancellation);
    }

    private const string Gone = "Diese Störung gibt es nicht mehr: Jemand hat sie schon wiederholt oder verworfen.";

    private static async Task<IResult> Show(string? message, GivenUpWork givenUp, CancellationToken cancellation) =>
        PortalPages.Page<GivenUpPage>(new
        {
            Messages = await givenUp.List(cancellation),
            HasQueue = givenUp.HasQueue,
            Message = message,
        });
}
