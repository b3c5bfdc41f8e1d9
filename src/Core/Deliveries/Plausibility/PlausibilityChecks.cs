using Produktreport.Core.Deliveries.Tables;
using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>Warns of values that look wrong, from the delivery itself and from earlier ones only: the same answer in whatever order files are read.</summary>
internal sealed class PlausibilityChecks(DeliveryContext context, IReadOnlyList<KeyedValue> values)
{
    /// <summary>Adds the warnings.</summary>
    public void Run()
    {
        foreach (var figure in values.GroupBy(value => value.Key).GroupBy(years => years.Key.Address))
            CheckFigure(figure.Last().Key, [.. figure.SelectMany(year => year).Select(value => value.Value)]);
        if (values.Any(value => value.Key.Address.Level.Text != value.Key.Address.Product.Text || HasServices(value.Value)))
            new ServiceSums(context, Added()).Run();
    }

    private bool HasServices(DeliveredValue value) =>
        context.IndexOf(value.Period.Year).Find(value.Address.Product.Text)?.Product.Services.IsEmpty == false;

    private Dictionary<ValueKey, DeliveredValue> Added() =>
        values.ToDictionary(value => new ValueKey(value.Value.Address, value.Value.Period, value.Value.Scenario), value => value.Value);

    private void CheckFigure(FigureKey key, List<DeliveredValue> added)
    {
        var received = DateOnly.FromDateTime(BerlinTime.Local(context.Stamp.ReceivedAt).DateTime);
        foreach (var value in added.Where(value => value.Scenario == Scenario.Actual && value.Period.Start > received))
            context.Findings.Add(DeliveryFindings.FuturePeriod(Wording.PlaceOf(value), value.Cell.Text, Wording.Of(value)));
        var known = KnownOf(key);
        foreach (var group in added.GroupBy(value => (value.Scenario, value.Period.Kind)))
        {
            var replaced = group.Select(value => value.Period).ToHashSet();
            var earlier = known.Where(value => (value.Scenario, value.Period.Kind) == group.Key && !replaced.Contains(value.Period));
            new SeriesChecks(new Series(key, [.. group], [.. earlier]), context.Findings).Run();
        }
    }

    private List<DeliveredValue> KnownOf(FigureKey key) => [.. context.Earlier.Of(key.Address.Product)
        .Where(entry => entry.Key.Address == key.Address).Select(entry => entry.Value.Delivered)
        .OrderBy(value => value.Period)];
}
