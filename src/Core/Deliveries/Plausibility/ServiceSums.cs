using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;

namespace Produktreport.Core.Deliveries.Plausibility;

/// <summary>
/// Where a product's own value and those of all its services are known, they should add up (the product's own counts). Looked at when
/// the delivery brings any of them.
/// </summary>
internal sealed class ServiceSums(DeliveryContext context, Dictionary<ValueKey, DeliveredValue> added)
{
    private readonly HashSet<ValueKey> done = [];

    /// <summary>Adds a warning for each product value that differs, at the place of the value that brought it about.</summary>
    public void Run()
    {
        foreach (var value in added.Values)
        {
            var product = context.IndexOf(value.Period.Year).Find(value.Address.Product.Text)?.Product;
            var own = new ValueKey(value.Address with { Level = LevelNumber.Of(value.Address.Product) }, value.Period, value.Scenario);
            if (product is { Services.IsEmpty: false } && done.Add(own))
                Check(product, own, value);
        }
    }

    private void Check(Product product, ValueKey own, DeliveredValue brought)
    {
        if (Find(own) is not { Value: { } stated } whole || product.Find(own.Address.Figure) is not BaseFigure { RollUp: not RollUpRule.Weighted })
            return;
        var parts = Parts(product, own).ToImmutableArray();
        if (parts.IsEmpty || parts.Any(part => part?.Value is null || part.IsCumulative != whole.IsCumulative))
            return;
        var sum = parts.Sum(part => part!.Value!.Value);
        if (Math.Abs(sum - stated) < 0.01m)
            return;
        var shown = added.GetValueOrDefault(own) ?? brought;
        context.Findings.Add(DeliveryFindings.ServicesDiffer(Wording.PlaceOf(shown), shown.Cell.Text, Wording.Of(whole), sum));
    }

    private IEnumerable<DeliveredValue?> Parts(Product product, ValueKey own) => product.Services
        .Where(service => service.Find(own.Address.Figure) is BaseFigure)
        .Select(service => Find(own with { Address = own.Address with { Level = service.Number } }));

    private DeliveredValue? Find(ValueKey key) => added.GetValueOrDefault(key) ?? context.Earlier.Find(key)?.Delivered;
}
