using System.Diagnostics;
using System.Globalization;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;
using Produktreport.Core.KeyFigures;
using Produktreport.Core.Periods;
using Produktreport.Core.Protection;

namespace Produktreport.Benchmarks.KeyFigures;

/// <summary>
/// Recomputes everything a county's reports show: for every figure of every level Ist and Plan of each quarter, half-year and
/// year, on its own and since January. Printed beside the bare cost of adding up the same decimals, and for half the products, to
/// see that it grows with their number only; then what one delivery costs.
/// </summary>
internal static class KeyFigureBenchmark
{
    private const int Products = 250;
    private const int Rounds = 5;
    private const double FullLimit = 1000;
    private const double DeliveryLimit = 5;

    public static int Run(string[] args)
    {
        var products = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Products;
        var (half, _, _) = Full(products / 2);
        var (full, bare, values) = Full(products);
        Print($"{products} Produkte × {ComputedCounty.Services} Leistungen: {values} gelieferte Werte");
        Print($"vollständige Neuberechnung      {full,9:F1} ms (Grenze {FullLimit:F0} ms)");
        Print($"dieselben Zahlen nur addieren   {bare,9:F1} ms, Verhältnis {full / bare:F1}");
        Print($"halb so viele Produkte          {half,9:F1} ms, Verhältnis {full / half:F2} (linear: 2)");
        var (suppression, hidden) = Suppression(products);
        var (halfSuppression, _) = Suppression(products / 2);
        Print($"öffentliche Ausgabe, ein Jahr   {suppression,9:F1} ms, {hidden} Zahlen unterdrückt; halb so viele Produkte "
            + $"{halfSuppression:F1} ms, Verhältnis {suppression / halfSuppression:F2}");
        var delivery = Delivery(products);
        Print($"eine Lieferung, neu berechnet   {delivery,9:F3} ms (Grenze {DeliveryLimit:F0} ms)");
        return full <= FullLimit && delivery <= DeliveryLimit ? 0 : 1;
    }

    private static (double Full, double Bare, int Values) Full(int products)
    {
        var catalogues = ComputedCounty.Catalogues(products);
        var stored = ComputedCounty.Values(products).ToList();
        var figures = FigureSet.Empty.With(stored);
        var full = Fastest(() => Everything(new FigureCalculator(catalogues, figures)));
        var bare = Fastest(() => stored.Sum(value => value.Delivered.Value!.Value));
        return (full, bare, stored.Count);
    }

    /// <summary>
    /// What has to be left out of a year's public editions, where every tenth product has a service with few posts.
    /// </summary>
    private static (double Milliseconds, int Hidden) Suppression(int products)
    {
        var calculator = new FigureCalculator(ComputedCounty.Catalogues(products),
            FigureSet.Empty.With(ComputedCounty.Values(products)));
        var before = ProcessorTime();
        var suppression = PublicEdition.Of(calculator, PeriodsOf(2026)).Suppression();
        return ((ProcessorTime() - before).TotalMilliseconds, suppression.Sensitive.Count + suppression.Secondary.Count);
    }

    /// <summary>One product's monthly delivery of all services, until its product is computed again.</summary>
    private static double Delivery(int products)
    {
        var calculator = new FigureCalculator(ComputedCounty.Catalogues(products),
            FigureSet.Empty.With(ComputedCounty.Values(products)));
        Everything(calculator);
        var fastest = double.MaxValue;
        for (var round = 0; round < 4 * Rounds; round++)
        {
            var delivery = new AcceptedDelivery(
                County.Stamp(2 + round),
                [.. Enumerable.Range(1, ComputedCounty.Services).Select(service =>
                    County.Value(County.At($"1000{service}", "aufwendungen", "1000"), County.M(7), 2000 + round))],
                []);
            var watch = Stopwatch.StartNew();
            calculator = new FigureCalculator(calculator.Catalogues, calculator.Figures.With(delivery));
            Everything(calculator, calculator.Catalogues.For(2026)!,
                calculator.Catalogues.For(2026)!.Find(ProductNumber.Of("1000"))!);
            fastest = Math.Min(fastest, watch.Elapsed.TotalMilliseconds);
        }

        return fastest;
    }

    private static decimal Everything(FigureCalculator calculator) =>
        calculator.Catalogues.ByYear.Values.Sum(catalogue =>
            catalogue.Products.Sum(product => Everything(calculator, catalogue, product)));

    private static decimal Everything(FigureCalculator calculator, Catalogue catalogue, Product product)
    {
        var sum = 0m;
        foreach (var level in product.Levels)
        {
            foreach (var figure in level.Figures)
            {
                var address = new FigureAddress(product.Number, level.LevelNumber, figure.Id);
                foreach (var period in PeriodsOf(catalogue.Year))
                {
                    sum += calculator.Value(address, period, Scenario.Actual).Amount ?? 0;
                    sum += calculator.Value(address, period, Scenario.Plan).Amount ?? 0;
                    sum += calculator.Cumulative(address, period, Scenario.Actual).Amount ?? 0;
                    sum += calculator.Cumulative(address, period, Scenario.Plan).Amount ?? 0;
                }
            }
        }

        return sum;
    }

    private static IEnumerable<Period> PeriodsOf(int year) =>
        Period.AllOf(year, PeriodKind.Quarter).Concat(Period.AllOf(year, PeriodKind.HalfYear)).Append(Period.OfYear(year));

    private static double Fastest(Func<decimal> work)
    {
        var fastest = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var before = ProcessorTime();
            _ = work();
            fastest = Math.Min(fastest, (ProcessorTime() - before).TotalMilliseconds);
        }

        return fastest;
    }

    /// <summary>Time of the processor, garbage collection included, not of the wall: the machine may be shared.</summary>
    private static TimeSpan ProcessorTime() => Process.GetCurrentProcess().TotalProcessorTime;

    private static void Print(string line) => Console.WriteLine(line);
}
