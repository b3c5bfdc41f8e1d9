using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Assembly;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Reports.Messages;

namespace Produktreport.Core.Reports;

/// <summary>Puts reports together from catalogue and figures. The same input makes the same report.</summary>
public static class ReportAssembly
{
    /// <summary>
    /// The internal edition of a product's report, as version 1; <see cref="ReportVersions"/> gives it its version.
    /// </summary>
    /// <param name="calculator">Catalogues and figures of all years.</param>
    /// <param name="number">A product of the catalogue in force for the period's year.</param>
    /// <param name="period">A quarter, half-year or year.</param>
    /// <param name="options">Day and state.</param>
    /// <exception cref="ArgumentException">The catalogue of the year does not have the product.</exception>
    public static ProductReport Product(FigureCalculator calculator, ProductNumber number, Period period, ReportOptions options)
    {
        var catalogue = calculator.Catalogues.For(period.Year);
        if (catalogue?.Find(number) is not { } product)
            throw new ArgumentException($"The catalogue for {period.Year} has no product {number}.", nameof(number));

        var report = new ProductAssembly(calculator, catalogue, product, period).Report(options);
        return report with
        {
            KeyMessages = ProductMessages.Of(report, Cause(calculator, report)),
            Plain = catalogue.Reporting.HasPlainLanguage ? PlainMessages.Of(report) : null,
        };
    }

    /// <summary>The combined report of a period over its product reports, as version 1.</summary>
    /// <param name="calculator">Catalogues and figures of all years.</param>
    /// <param name="period">The period.</param>
    /// <param name="reports">The products' reports of the period, all of one edition and with their versions; taken in order of
    /// number.</param>
    /// <param name="options">Day and state.</param>
    /// <param name="notMade">Products of the catalogue whose reports could not be made; null for none.</param>
    /// <exception cref="ArgumentException">There is no catalogue for the period's year.</exception>
    public static CombinedReport Combined(
        FigureCalculator calculator, Period period, IEnumerable<ProductReport> reports, ReportOptions options,
            IEnumerable<ProductNumber>? notMade = null)
    {
        var catalogue = calculator.Catalogues.For(period.Year)
            ?? throw new ArgumentException($"There is no catalogue for {period.Year}.", nameof(period));
        ImmutableArray<ProductReport> ordered = [.. reports.OrderBy(report => report.Product)];
        var report = new CombinedAssembly(catalogue, period, ordered, [.. notMade ?? []])
            .Report(options, new TotalAssembly(calculator, catalogue, period).Totals());
        return report with { KeyMessages = CombinedMessages.Of(report) };
    }

    private static string? Cause(FigureCalculator calculator, ProductReport report) =>
        ProductMessages.MainRow(report) is { Deviation: not (null or 0) } row
            ? Causes.Of(
                report, row, calculator.DecomposeAgainstPlan(new FigureAddress(report.Product, row.Level, row.Id), report.Period))
            : null;
}
