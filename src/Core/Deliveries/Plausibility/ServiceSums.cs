using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// Where a product's own value and those of all its services are known, they should add up (the product's own counts). Looked
/// at when the delivery brings any of them.
/// </summary>
internal sealed class ServiceSums(DeliveryContext context, ValueTable values, FigureSet earlier, FindingList findings)
{
    private readonly Dictionary<ValueKey, int> added = [];
    private readonly HashSet<ValueKey> done = [];

    /// <summary>Adds a warning for each product value that differs, at the place of the value that brought it about.</summary>
    public void Run()
    {
        for (var index = 0; index < values.Count; index++)
            added.Add(KeyOf(index), index);
        for (var index = 0; index < values.Count; index++)
            Check(index);
    }

    private ValueKey KeyOf(int index)
    {
        ref readonly var value = ref values.At(index);
        return new ValueKey(values.Figures[value.Figure].Address, value.Period, value.Scenario);
    }

    private void Check(int index)
    {
        var key = KeyOf(index);
        var product = context.IndexOf(key.Period.Year).Find(key.Address.Product.Text)?.Product;
        var own = key with { Address = key.Address with { Level = LevelNumber.Of(key.Address.Product) } };
        if (product is { Services.IsEmpty: false } && done.Add(own))
            Check(product, own, index);
    }

    private void Check(Product product, ValueKey own, int brought)
    {
        if (Find(own) is not { Value: { } stated } whole
            || product.Find(own.Address.Figure) is not BaseFigure { RollUp: not RollUpRule.Weighted })
            return;
        var parts = Parts(product, own).ToImmutableArray();
        if (parts.IsEmpty || parts.Any(part => part?.Value is null || part.IsCumulative != whole.IsCumulative))
            return;
        var sum = parts.Sum(part => part!.Value!.Value);
        if (Math.Abs(sum - stated) < 0.01m)
            return;
        var shown = values[added.GetValueOrDefault(own, brought)];
        findings.Add(DeliveryFindings.ServicesDiffer(Wording.PlaceOf(shown), Wording.Found(shown), Wording.Of(whole), sum));
    }

    private IEnumerable<DeliveredValue?> Parts(Product product, ValueKey own) => product.Services
        .Where(service => service.Find(own.Address.Figure) is BaseFigure)
        .Select(service => Find(own with { Address = own.Address with { Level = service.Number } }));

    private DeliveredValue? Find(ValueKey key) =>
        added.TryGetValue(key, out var index) ? values[index] : earlier.Find(key)?.Delivered;
}
