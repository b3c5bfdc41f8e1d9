using Microsoft.AspNetCore.Mvc;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Functions.Catalogues;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Portal.Frame;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>The page of one figure, and several figures beside each other.</summary>
internal static class FigurePages
{
    /// <summary>How many figures stand beside each other at most.</summary>
    public const int MostCompared = 6;

    /// <summary>Adds the routes.</summary>
    public static void MapFigurePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/produkte/{produkt}/zahlen/{ebene}/{id}", Figure);
        routes.MapGet("/produkte/vergleich", Compare);
    }

    private static async Task<IResult> Figure(
        string produkt, string ebene, string id, [FromQuery(Name = "art")] string? word, Visitor visitor,
        FigureCourseReader courses, ReportShelf shelf, HttpContext context)
    {
        if (!LevelNumber.TryParse(ebene, out var level) || !FigureId.TryParse(id, out var figure))
            return PortalPages.NotFound(context);
        var course = await First(PeriodKinds.Of(word),
            kind => courses.Read(visitor, level, figure, kind, context.RequestAborted));
        if (course is null || course.Report.Product.Text != produkt)
            return PortalPages.NotFound(context);
        var annual = course.Kind == PeriodKind.Year
            ? course : await courses.Read(visitor, level, figure, PeriodKind.Year, context.RequestAborted);
        return PortalPages.Page<FigurePage>(new
        {
            Frame = PageFrame.Of(context),
            Course = course,
            Kinds = KindsOf(await shelf.List(visitor, product: course.Report.Product, cancellation: context.RequestAborted)),
            Others = annual?.Report.Comparison,
        });
    }

    private static async Task<IResult> Compare(
        [FromQuery(Name = "zahl")] string[]? names, [FromQuery(Name = "art")] string? word, Visitor visitor,
        FigureCourseReader courses, ReportShelf shelf, PublishedCatalogues published, HttpContext context)
    {
        List<FigureKey> keys = [.. (names ?? []).Select(FigureKey.Parse).OfType<FigureKey>().Distinct().Take(MostCompared)];
        var found = await First(PeriodKinds.Of(word), async kind =>
        {
            var all = new List<FigureCourse>();
            foreach (var key in keys)
            {
                if (await courses.Read(visitor, key.Level, key.Figure, kind, context.RequestAborted) is { } course)
                    all.Add(course);
            }

            return all.Count > 0 ? all : null;
        });
        var visible = await shelf.List(visitor, cancellation: context.RequestAborted);
        return PortalPages.Page<ComparePage>(new
        {
            Frame = PageFrame.Of(context),
            Courses = (IReadOnlyList<FigureCourse>)(found ?? []),
            Kinds = KindsOf(visible),
            Kind = found?[0].Kind ?? PeriodKind.Quarter,
            Choices = FigureChoices.Of(await published.Load(context.RequestAborted), visible, found ?? []),
            NotFound = found is null && keys.Count > 0,
        });
    }

    // The wanted kind of periods; where no report is of it, the shortest that some are of.
    private static async Task<T?> First<T>(PeriodKind? wanted, Func<PeriodKind, Task<T?>> read)
        where T : class
    {
        foreach (var kind in PeriodKinds.All.Select(each => each.Kind).OrderBy(kind => kind != wanted))
        {
            if (await read(kind) is { } found)
                return found;
        }

        return null;
    }

    private static HashSet<PeriodKind> KindsOf(IEnumerable<VisibleReport> reports) =>
        reports.Select(report => report.Summary.Period.Kind).ToHashSet();
}
