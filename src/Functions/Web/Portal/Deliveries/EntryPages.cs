using Microsoft.AspNetCore.Http.HttpResults;
using Produktreport.Functions.Web.Api;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Web.Portal.Deliveries;

/// <summary>Entering values without a file.</summary>
internal static class EntryPages
{
    public static void MapEntryPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lieferungen/{amt}/eingabe/{periode}", Choose);
        routes.MapGet("/lieferungen/{amt}/eingabe/{periode}/{produkt}", Show);
        routes.MapPost("/lieferungen/{amt}/eingabe/{periode}/{produkt}", Send).RequireRateLimiting(RateLimits.Uploads);
    }

    /// <summary>The page of a form.</summary>
    public static string Address(EntryForm form) =>
        $"/lieferungen/{form.Department.Id}/eingabe/{form.Period}/{form.Product.Number}";

    private static async Task<IResult> Choose(string amt, string periode, EntryDesk desk, PublishedCatalogues catalogues,
        CancellationToken cancellation)
    {
        if (await Load(desk, amt, periode, product: null, cancellation) is not { } forms)
            return PortalPages.NotFound;
        var period = PeriodText.Parse(periode);
        return forms is [var only]
            ? TypedResults.LocalRedirect(Address(only))
            : PortalPages.Page<EntryChoicePage>(new
            {
                Department = (await catalogues.Load(cancellation)).ByYear[period.Year].Find(DepartmentId.Of(amt))!,
                Period = period,
                Forms = forms,
            });
    }

    private static async Task<IResult> Show(
        string amt, string periode, string produkt, EntryDesk desk, CancellationToken cancellation) =>
        await Load(desk, amt, periode, produkt, cancellation) is [var form] ? Page(form) : PortalPages.NotFound;

    [SteadyBody]
    private static async Task<IResult> Send(
        string amt, string periode, string produkt, IFormCollection posted, Visitor visitor, EntryDesk desk,
        CancellationToken cancellation)
    {
        if (await Load(desk, amt, periode, produkt, cancellation) is not [var form])
            return PortalPages.NotFound;
        return await desk.Run(visitor, form, posted, posted["aktion"] != "senden", cancellation) switch
        {
            EntryOutcome.Shown shown => Page(shown.Form),
            EntryOutcome.Sent sent => DeliveryPages.ToReceipt(amt, sent.Path.Name),
            EntryOutcome.NotTaken { Outcome: var why } => PortalPages.ErrorPage(DeliveriesApi.ProblemOf(why), Address(form)),
            _ => PortalPages.NotFound,
        };
    }

    private static RazorComponentResult<EntryPage> Page(EntryForm form) =>
        PortalPages.Page<EntryPage>(new { Form = form });

    private static async Task<IReadOnlyList<EntryForm>?> Load(
        EntryDesk desk, string amt, string periode, string? product, CancellationToken cancellation)
    {
        if (!DepartmentId.TryParse(amt, out var department)
            || !PeriodText.TryParse(periode, out var period) || period.ToString() != periode)
            return null;
        if (product is null)
            return await desk.Load(department, period, cancellation: cancellation);
        return ProductNumber.TryParse(product, out var number)
            ? await desk.Load(department, period, number, cancellation)
            : null;
    }
}
