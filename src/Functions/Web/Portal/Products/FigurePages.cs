namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>The page of one figure, and several figures beside each other.</summary>
internal static class FigurePages
{
    /// <summary>How many figures stand beside each other at most.</summary>
    public const int MostCompared = 6;

    public static void MapFigurePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/produkte/{produkt}/zahlen/{ebene}/{id}", Figure);
        routes.MapGet("/produkte/vergleich", Compare);
    }

    private static async Task<IResult> Figure(
        [FromRoute(Name = "produkt")] string productNumber, [FromRoute(Name = "ebene")] string levelNumber, string id,
        [FromQuery(Name = "art")] string? word, Visitor visitor, FigureCourseReader courses, VisibleReports visibleReports,
        CancellationToken cancellation)
    {
        if (!LevelNumber.TryParse(levelNumber, out var level) || !FigureId.TryParse(id, out var figure))
            return PortalPages.NotFound;
        var course = await First(CourseKinds.Of(word),
            kind => courses.Read(visitor, level, figure, kind, cancellation));
        if (course is null || course.Report.Product.Text != productNumber)
            return PortalPages.NotFound;
        var annual = course.Kind == PeriodKind.Year
            ? course : await courses.Read(visitor, level, figure, PeriodKind.Year, cancellation);
        return PortalPages.Page<FigurePage>(new
        {
            Course = course,
            Kinds = KindsOf(await visibleReports.List(visitor, product: course.Report.Product, cancellation: cancellation)),
            Others = annual?.Report.Comparison,
        });
    }

    private static async Task<IResult> Compare(
        [FromQuery(Name = "zahl")] string[]? names, [FromQuery(Name = "art")] string? word, Visitor visitor,
        FigureCourseReader courses, VisibleReports visibleReports, PublishedCatalogues published, CancellationToken cancellation)
    {
        List<ChosenFigure> keys =
            [.. (names ?? []).Select(ChosenFigure.Parse).OfType<ChosenFigure>().Distinct().Take(MostCompared)];
        var found = await First(CourseKinds.Of(word), async kind =>
        {
            var all = new List<FigureCourse>();
            foreach (var key in keys)
            {
                if (await courses.Read(visitor, key.Level, key.Figure, kind, cancellation) is { } course)
                    all.Add(course);
            }

            return all.Count > 0 ? all : null;
        });
        var visible = await visibleReports.List(visitor, cancellation: cancellation);
        return PortalPages.Page<ComparePage>(new
        {
            Courses = (IReadOnlyList<FigureCourse>)(found ?? []),
            Kinds = KindsOf(visible),
            Kind = found?[0].Kind ?? PeriodKind.Quarter,
            Choices = FigureChoices.Of(await published.Load(cancellation), visible, found ?? []),
            NotFound = found is null && keys.Count > 0,
        });
    }

    // The wanted kind of periods; where no report is of it, the shortest that some are of.
    private static async Task<T?> First<T>(PeriodKind? wanted, Func<PeriodKind, Task<T?>> read)
        where T : class
    {
        foreach (var kind in CourseKinds.All.Select(each => each.Kind).OrderBy(kind => kind != wanted))
        {
            if (await read(kind) is { } found)
                return found;
        }

        return null;
    }

    private static HashSet<PeriodKind> KindsOf(IEnumerable<VisibleReport> reports) =>
        reports.Select(report => report.Summary.Period.Kind).ToHashSet();
}
