using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// Warns of values that look wrong, from the delivery itself and from earlier ones only: the same answer in whatever order
/// files are read.
/// </summary>
internal sealed class PlausibilityChecks(DeliveryContext context, ValueTable values, FigureSet earlier, FindingList findings)
{
    /// <summary>Fewer values are checked before another core has begun.</summary>
    private const int WorthSharing = 50_000;

    /// <summary>Adds the warnings.</summary>
    public void Run()
    {
        CheckFigures();
        var withServices = values.Figures.Where(figure =>
            HasServices(values.At(values.Of(figure)[0]).Period.Year, figure)).ToList();
        if (withServices.Count > 0)
            new ServiceSums(context, values, earlier, findings).Run();
        new FormulaSums(values, earlier, findings).Run();
    }

    /// <summary>
    /// Checks each figure for itself: those of a large file on all cores, with the same warnings in the same order.
    /// </summary>
    private void CheckFigures()
    {
        var figures = values.Figures.GroupBy(figure => figure.Address).ToList();
        var shares = values.Count < WorthSharing ? 1 : Environment.ProcessorCount;
        var found = Enumerable.Range(0, shares).Select(_ => findings.Part()).ToArray();
        Parallel.For(0, shares, share =>
        {
            var checks = new FigureChecks(context, values, earlier, found[share]);
            for (var at = figures.Count * share / shares; at < figures.Count * (share + 1) / shares; at++)
                checks.Run(figures[at].First(), figures[at]);
        });
        foreach (var part in found)
            findings.Take(part);
    }

    private bool HasServices(int year, FigureKey figure) =>
        context.IndexOf(year).Find(figure.Address.Product.Text)?.Product.Services.IsEmpty == false;
}
