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

    private static async Task<IResult> Choose(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "periode")] string periodText, EntryDesk desk,
        PublishedCatalogues catalogues, CancellationToken cancellation)
    {
        if (await Load(desk, departmentId, periodText, product: null, cancellation) is not { } forms)
            return PortalPages.NotFound;
        var period = PeriodText.Parse(periodText);
        return forms is [var only]
            ? TypedResults.LocalRedirect(Address(only))
            : PortalPages.Page<EntryChoicePage>(new
            {
                Department = (await catalogues.Load(cancellation)).ByYear[period.Year].Find(DepartmentId.Of(departmentId))!,
                Period = period,
                Forms = forms,
            });
    }

    private static async Task<IResult> Show(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "periode")] string periodText,
        [FromRoute(Name = "produkt")] string productNumber, EntryDesk desk, CancellationToken cancellation) =>
        await Load(desk, departmentId, periodText, productNumber, cancellation) is [var form] ? Page(form) : PortalPages.NotFound;

    [SteadyBody]
    private static async Task<IResult> Send(
        [FromRoute(Name = "amt")] string departmentId, [FromRoute(Name = "periode")] string periodText,
        [FromRoute(Name = "produkt")] string productNumber, IFormCollection posted, Visitor visitor, EntryDesk desk,
        CancellationToken cancellation)
    {
        if (await Load(desk, departmentId, periodText, productNumber, cancellation) is not [var form])
            return PortalPages.NotFound;
        return await desk.Run(visitor, form, posted, posted["aktion"] != "senden", cancellation) switch
        {
            EntryOutcome.Shown shown => Page(shown.Form),
            EntryOutcome.Sent sent => DeliveryPages.ToReceipt(departmentId, sent.Path.Name),
            EntryOutcome.NotTaken { Outcome: var why } => PortalPages.ErrorPage(DeliveriesApi.ProblemOf(why), Address(form)),
            _ => PortalPages.NotFound,
        };
    }

    private static RazorComponentResult<EntryPage> Page(EntryForm form) =>
        PortalPages.Page<EntryPage>(new { Form = form });

    private static async Task<IReadOnlyList<EntryForm>?> Load(
        EntryDesk desk, string departmentId, string periodText, string? product, CancellationToken cancellation)
    {
        if (!DepartmentId.TryParse(departmentId, out var department)
            || !PeriodText.TryParse(periodText, out var period) || period.ToString() != periodText)
            return null;
        if (product is null)
            return await desk.Load(department, period, cancellation: cancellation);
        return ProductNumber.TryParse(product, out var number)
            ? await desk.Load(department, period, number, cancellation)
            : null;
    }
}
