using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Web.Portal.Accounts;

/// <summary>The pages on which Administration says who may come in.</summary>
internal static class AccountPages
{
    /// <summary>Adds the routes.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/zugaenge", (AccountView view, HttpContext context) => view.ShowAll(context));
        routes.MapPost("/zugaenge", Create);
        routes.MapGet("/zugaenge/{name}", (string name, AccountView view, HttpContext context) => view.ShowOne(name, context));
        routes.MapPost("/zugaenge/{name}", Change);
    }

    private static Task<IResult> Create(
        [FromForm(Name = "name")] string? name,
        [FromForm(Name = "rolle")] string? role,
        [FromForm(Name = "amt")] StringValues? departments,
        [FromForm(Name = "formular")] string? token,
        Visitor visitor,
        AccountDesk desk,
        AccountView view,
        HttpContext context) =>
        Answer(async () =>
        {
            var outcome = await desk.Create(visitor, name?.Trim() ?? "", role, departments ?? default);
            return outcome is AccountOutcome.Done(_, not null)
                ? await view.ShowOne(name!.Trim(), context, outcome)
                : await view.ShowAll(context, outcome);
        }, outcome => view.ShowAll(context, outcome));

    private static Task<IResult> Change(
        string name,
        [FromForm(Name = "was")] string? what,
        [FromForm(Name = "rolle")] string? role,
        [FromForm(Name = "amt")] StringValues? departments,
        [FromForm(Name = "formular")] string? token,
        Visitor visitor,
        AccountDesk desk,
        AccountView view,
        HttpContext context) =>
        Answer(async () => await view.ShowOne(name, context, what switch
        {
            "aendern" => await desk.Change(visitor, name, role, departments ?? default),
            "sperren" => await desk.Block(visitor, name, isBlocked: true),
            "entsperren" => await desk.Block(visitor, name, isBlocked: false),
            "kennwort" => await desk.RenewSecret(visitor, name),
            _ => new AccountOutcome.Refused("Die Auswahl war nicht zu verstehen; bitte laden Sie die Seite neu."),
        }), outcome => view.ShowAll(context, outcome));

    // A file that cannot be written is told of, and is as it was.
    private static async Task<IResult> Answer(Func<Task<IResult>> work, Func<AccountOutcome, Task<IResult>> show)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or InvalidDataException)
        {
            return await show(new AccountOutcome.Refused(
                $"{AccessFile.Name} lässt sich nicht ändern. Nichts wurde geändert; Zugänge verwaltet hier, wer auf dem Rechner "
                + "„zugang …“ aufrufen darf."));
        }
    }
}
