using Produktreport.Core.Deliveries.Tables;
using Produktreport.Core.Figures;
using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>Warns of values that look wrong, from the delivery itself and from earlier ones only: the same answer in whatever order files are read.</summary>
internal sealed class PlausibilityChecks(DeliveryContext context, IReadOnlyList<KeyedValue> values)
{
    private readonly DateOnly received = DateOnly.FromDateTime(BerlinTime.Local(context.Stamp.ReceivedAt).DateTime);

    /// <summary>Adds the warnings.</summary>
    public void Run()
    {
        var byKey = ByKey();
        foreach (var figure in byKey.GroupBy(entry => entry.Key.Address))
            CheckFigure(figure.First().Key, figure.Count() == 1 ? figure.First().Value : [.. figure.SelectMany(years => years.Value)]);
        if (byKey.Any(entry => HasServices(entry.Value[0])))
            new ServiceSums(context, Added()).Run();
    }

    private Dictionary<FigureKey, List<DeliveredValue>> ByKey()
    {
        var byKey = new Dictionary<FigureKey, List<DeliveredValue>>();
        for (var index = 0; index < values.Count; index++)
        {
            var (key, value) = values[index];
            if (!byKey.TryGetValue(key, out var list))
                byKey[key] = list = [];
            list.Add(value);
        }

        return byKey;
    }

    private bool HasServices(DeliveredValue value) =>
        context.IndexOf(value.Period.Year).Find(value.Address.Product.Text)?.Product.Services.IsEmpty == false;

    private Dictionary<ValueKey, DeliveredValue> Added() =>
        values.ToDictionary(value => new ValueKey(value.Value.Address, value.Value.Period, value.Value.Scenario), value => value.Value);

    private void CheckFigure(FigureKey key, List<DeliveredValue> added)
    {
        var known = KnownOf(key);
        var groups = new List<DeliveredValue>?[3 * 4];
        foreach (var value in added)
        {
            if (value.Scenario == Scenario.Actual && value.Period.Year >= received.Year && value.Period.Start > received)
                context.Findings.Add(DeliveryFindings.FuturePeriod(Wording.PlaceOf(value), value.Cell.Text, Wording.Of(value)));
            (groups[(int)value.Scenario * 4 + (int)value.Period.Kind] ??= []).Add(value);
        }

        foreach (var group in groups.OfType<List<DeliveredValue>>())
            new SeriesChecks(new Series(key, group, known), context.Findings).Run();
    }

    private List<DeliveredValue> KnownOf(FigureKey key) => [.. context.Earlier.Of(key.Address.Product)
        .Where(entry => entry.Key.Address == key.Address).Select(entry => entry.Value.Delivered)];
}
