using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;
using Produktreport.Functions.Web.Portal.Frame;

namespace Produktreport.Functions.Web.Portal.Deliveries;

/// <summary>Entering values without a file.</summary>
internal static class EntryPages
{
    /// <summary>Adds the routes.</summary>
    public static void MapEntryPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lieferungen/{amt}/eingabe/{periode}", Choose);
        routes.MapGet("/lieferungen/{amt}/eingabe/{periode}/{produkt}", Show);
        routes.MapPost("/lieferungen/{amt}/eingabe/{periode}/{produkt}", Send).RequireRateLimiting(RateLimits.Uploads);
    }

    /// <summary>The page of a form.</summary>
    public static string Address(EntryForm form) =>
        $"/lieferungen/{form.Department.Id}/eingabe/{form.Period}/{form.Product.Number}";

    private static async Task<IResult> Choose(string amt, string periode, EntryDesk desk, HttpContext context)
    {
        if (await Load(desk, amt, periode, product: null, context) is not { } forms)
            return PortalPages.NotFound(context);
        return forms is [var only]
            ? TypedResults.LocalRedirect(Address(only))
            : PortalPages.Page<EntryChoicePage>(new
            {
                Frame = PageFrame.Of(context),
                Department = await Department(amt, periode, context),
                Period = PeriodText.Parse(periode),
                Forms = forms,
            });
    }

    private static async Task<IResult> Show(string amt, string periode, string produkt, EntryDesk desk, HttpContext context) =>
        await Load(desk, amt, periode, produkt, context) is [var form] ? Page(form, context) : PortalPages.NotFound(context);

    [SteadyBody]
    private static async Task<IResult> Send(
        string amt, string periode, string produkt, IFormCollection posted, Visitor visitor, EntryDesk desk, HttpContext context)
    {
        if (await Load(desk, amt, periode, produkt, context) is not [var form])
            return PortalPages.NotFound(context);
        return await desk.Run(visitor, form, posted, posted["aktion"] != "senden", context.RequestAborted) switch
        {
            EntryOutcome.Shown shown => Page(shown.Form, context),
            EntryOutcome.Sent sent => TypedResults.LocalRedirect(
                $"/lieferungen/{amt}?quittung={Uri.EscapeDataString(sent.Path.Name)}#quittung"),
            EntryOutcome.NotTaken { Outcome: var why } => PortalPages.ErrorPage(
                context, DeliveriesApi.ProblemOf(why), Address(form)),
            _ => PortalPages.NotFound(context),
        };
    }

    private static RazorComponentResult<EntryPage> Page(EntryForm form, HttpContext context) =>
        PortalPages.Page<EntryPage>(new { Frame = PageFrame.Of(context), Form = form });

    private static async Task<Department> Department(string amt, string periode, HttpContext context) =>
        (await context.RequestServices.GetRequiredService<PublishedCatalogues>().Load(context.RequestAborted))
        .ByYear[PeriodText.Parse(periode).Year].Find(DepartmentId.Of(amt))!;

    private static async Task<IReadOnlyList<EntryForm>?> Load(
        EntryDesk desk, string amt, string periode, string? product, HttpContext context)
    {
        if (!DepartmentId.TryParse(amt, out var department)
            || !PeriodText.TryParse(periode, out var period) || period.ToString() != periode)
            return null;
        if (product is null)
            return await desk.Load(department, period, cancellation: context.RequestAborted);
        return ProductNumber.TryParse(product, out var number)
            ? await desk.Load(department, period, number, context.RequestAborted)
            : null;
    }
}
