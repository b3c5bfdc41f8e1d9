namespace Produktreport.Functions.Web.Portal.Products;

/// <summary>A figure's course as a drawing.</summary>
internal static class CourseChart
{
    /// <summary>The periods of the last years, each with what its own report says.</summary>
    public static TrendChart Of(FigureCourse course)
    {
        var row = course.Latest;
        return new TrendChart(row.Level, row.Id, row.Name, row.Unit, row.Decimals, row.Direction,
            [.. course.Values.Select(value =>
                new TrendPoint(value.Period, value.Actual, value.Point?.Row.PlanPeriod, value.Point?.Row.PreviousPeriod, null))]);
    }
}
