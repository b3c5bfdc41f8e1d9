using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Messages;
using Produktreport.Core.Deliveries.Plausibility;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Figures;

namespace Produktreport.Core.Deliveries;

/// <summary>An upload that was read, once; what is still to be done is to hold its values against earlier ones.</summary>
public sealed class ReadDelivery
{
    private readonly DeliveryContext context;
    private readonly ValueTable? values;
    private readonly ImmutableArray<CreatedProduct> created;

    /// <summary>A file of which nothing is taken; the findings say why.</summary>
    internal ReadDelivery(DeliveryContext context)
        : this(context, null, [])
    {
    }

    /// <summary>A file whose values are taken where no finding is an error.</summary>
    internal ReadDelivery(DeliveryContext context, ValueTable? values, ImmutableArray<CreatedProduct> created)
    {
        (this.context, this.created) = (context, created);
        this.values = context.Findings.HasErrors ? null : values;
        Products = context.Catalogues.WithFormer((this.values?.Figures ?? []).Select(figure => figure.Address.Product));
    }

    /// <summary>
    /// The products it has values of and those they continue: what it is held against. None where it is rejected.
    /// </summary>
    public ImmutableHashSet<ProductNumber> Products { get; }

    /// <summary>Holds the values against earlier ones, which gives warnings at most, and answers the upload.</summary>
    /// <param name="earlier">
    /// The values at least of <see cref="Products"/>, of deliveries with an earlier stamp only, so that a receipt does not
    /// depend on the order of processing.
    /// </param>
    public DeliveryResult Judge(FigureSet earlier)
    {
        var findings = context.Findings.Copy();
        if (values is not null)
            new PlausibilityChecks(context, values, earlier, findings).Run();
        var receipt = new Receipt(
            context.Stamp, values is not null, values?.Count ?? 0, context.SkippedRows,
            DeliveryFindings.Print(findings, context.Limits.MaximumFindings));
        return new DeliveryResult(receipt, values is null ? null : new AcceptedDelivery(context.Stamp, values, created));
    }
}

/// <summary>What became of an upload: always a receipt, and its values where it was accepted.</summary>
/// <param name="Receipt">The answer to the sender.</param>
/// <param name="Delivery">All its values; null when the file was rejected. A file is taken whole or not at all.</param>
public sealed record DeliveryResult(Receipt Receipt, AcceptedDelivery? Delivery);
