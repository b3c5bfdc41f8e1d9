using Microsoft.AspNetCore.Mvc;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Web.Portal;

/// <summary>The page on which Administration sees what the program gave up on, and has it tried again.</summary>
public static class FaultPages
{
    /// <summary>Adds the routes.</summary>
    public static void MapFaultPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stoerungen", (FaultDesk desk, HttpContext context) => Show(null, desk, context));
        routes.MapPost("/stoerungen", Decide);
    }

    private static async Task<IResult> Decide(
        [FromForm] string? wiederholen, [FromForm] string? verwerfen, [FromForm] string? formular, Visitor visitor, FaultDesk desk, HttpContext context)
    {
        var message = (wiederholen, verwerfen) switch
        {
            ({ Length: > 0 } id, null) => await desk.Repeat(visitor, id) ? "Wird noch einmal versucht. Misslingt es wieder, steht es nach fünf Versuchen wieder hier." : Gone,
            (null, { Length: > 0 } id) => await desk.Dismiss(visitor, id) ? "Verworfen." : Gone,
            _ => "Die Auswahl war nicht zu verstehen; bitte laden Sie die Seite neu.",
        };
        return await Show(message, desk, context);
    }

    private const string Gone = "Diese Störung gibt es nicht mehr: Jemand hat sie schon wiederholt oder verworfen.";

    private static async Task<IResult> Show(string? message, FaultDesk desk, HttpContext context) => PortalRoutes.Page<StoerungenSeite>(new
    {
        Rahmen = PageFrame.Of(context),
        Messages = await desk.List(context.RequestAborted),
        Message = message,
    });
}
