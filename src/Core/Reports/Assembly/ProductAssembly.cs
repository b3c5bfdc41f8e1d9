using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Reports.Assembly;

/// <summary>Puts one product's report together, all but its key messages.</summary>
internal sealed class ProductAssembly(FigureCalculator calculator, Catalogue catalogue, Product product, Period period)
{
    private const int ComparedYears = 5;

    private bool IsAnnual => period.Kind == PeriodKind.Year;

    public ProductReport Report(ReportOptions options)
    {
        var rows = new RowAssembly(calculator, catalogue, product, period).Rows();
        var missing = new MissingAssembly(calculator, catalogue, period).Of(product);
        var years = IsAnnual ? YearAssembly.Of(calculator, product, period, ComparedYears) : null;
        var references = ReferenceAssembly.Of(calculator.Catalogues, product, PeriodEnds(years));
        var notes = new NoteAssembly(calculator, catalogue, product, period);
        return new ProductReport
        {
            Product = product.Number,
            Name = product.Name,
            Period = period,
            State = options.State,
            IsComplete = missing.IsEmpty,
            IsSensitive = product.Levels.SelectMany(level => level.Figures).Any(figure => figure.SensitiveBy is not null),
            AsOf = options.AsOf,
            Deadline = catalogue.Reporting.Deadline(period),
            Head = HeadAssembly.Head(catalogue, product),
            Missing = missing,
            Levels = HeadAssembly.Levels(product),
            Rows = [.. rows.Select(row => row.Row)],
            Goals = [.. product.Goals.Select(goal => GoalAssembly.Of(calculator, product, goal, period))],
            Developments = DevelopmentAssembly.Of(calculator, product, period),
            Explanations = ExplanationAssembly.Of(product, calculator.Figures, period),
            References = references,
            Charts = new ChartAssembly(calculator, catalogue, period).Of(product),
            FiveYears = years,
            Comparison = IsAnnual
                ? ComparisonAssembly.Of(calculator, catalogue, product, period, ComparedYears, options.Others)
                : null,
            Description = IsAnnual ? HeadAssembly.Description(product) : null,
            Notes = notes.Notes(rows, references),
            Contradictions = notes.Contradictions(),
        };
    }

    /// <summary>The ends of the reported period and of the same one in every earlier year shown.</summary>
    private IEnumerable<DateOnly> PeriodEnds(FiveYearComparison? years) =>
        Enumerable.Range(0, Math.Max(2, years?.Years.Length ?? 0))
            .Where(back => back == 0 || calculator.Catalogues.ByYear.ContainsKey(period.Year - back))
            .Select(back => period.YearsEarlier(back).End);
}
