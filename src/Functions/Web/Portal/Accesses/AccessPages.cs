using Microsoft.Extensions.Primitives;

namespace Produktreport.Functions.Web.Portal.Accesses;

/// <summary>The pages on which Administration says who may come in.</summary>
internal static class AccessPages
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/zugaenge", (AccessView view, CancellationToken cancellation) => view.ShowAll(cancellation));
        routes.MapPost("/zugaenge", Create);
        routes.MapGet("/zugaenge/{name}", (string name, AccessView view, CancellationToken cancellation) =>
            view.ShowOne(name, cancellation));
        routes.MapPost("/zugaenge/{name}", Change);
    }

    private static Task<IResult> Create(
        [FromForm(Name = "name")] string? name,
        [FromForm(Name = "rolle")] string? role,
        [FromForm(Name = "amt")] StringValues? departments,
        Visitor visitor,
        AccessDesk desk,
        AccessView view,
        CancellationToken cancellation) =>
        Answer(async () =>
        {
            var outcome = await desk.Create(visitor, name?.Trim() ?? "", role, departments ?? default);
            return outcome is AccessOutcome.Done(_, not null)
                ? await view.ShowOne(name!.Trim(), cancellation, outcome)
                : await view.ShowAll(cancellation, outcome);
        }, outcome => view.ShowAll(cancellation, outcome));

    private static Task<IResult> Change(
        string name,
        [FromForm(Name = "was")] string? what,
        [FromForm(Name = "rolle")] string? role,
        [FromForm(Name = "amt")] StringValues? departments,
        Visitor visitor,
        AccessDesk desk,
        AccessView view,
        CancellationToken cancellation) =>
        Answer(async () => await view.ShowOne(name, cancellation, what switch
        {
            "aendern" => await desk.Change(visitor, name, role, departments ?? default),
            "sperren" => await desk.Block(visitor, name, isBlocked: true),
            "entsperren" => await desk.Block(visitor, name, isBlocked: false),
            "kennwort" => await desk.RenewSecret(visitor, name),
            _ => new AccessOutcome.Refused("Die Auswahl war nicht zu verstehen; bitte laden Sie die Seite neu."),
        }), outcome => view.ShowAll(cancellation, outcome));

    // A file that cannot be written is told of, and is as it was.
    private static async Task<IResult> Answer(Func<Task<IResult>> work, Func<AccessOutcome, Task<IResult>> show)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or InvalidDataException)
        {
            return await show(new AccessOutcome.Refused(
                $"{AccessFile.Name} lässt sich nicht ändern. Nichts wurde geändert; Zugänge verwaltet hier, wer auf dem Rechner "
                + "„zugang …“ aufrufen darf."));
        }
    }
}
