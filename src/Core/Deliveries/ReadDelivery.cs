using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Keys;
using Produktreport.Core.Deliveries.Plausibility;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Deliveries.Values;
using Produktreport.Core.Deliveries.Words;
using Produktreport.Core.Figures;
using Produktreport.Core.Findings;
using Produktreport.Core.Tables.Rows;

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
        context.WeighYears(hasValues: values is { Count: > 0 });
        this.values = context.Findings.HasErrors ? null : values;
        Products = context.Catalogues.WithFormer((this.values?.Figures ?? []).Select(figure => figure.Address.Product));
    }

    /// <summary>
    /// The products it has values of and those they continue: what it is held against. None where it is rejected.
    /// </summary>
    public ImmutableHashSet<ProductNumber> Products { get; }

    /// <summary>How many values it brings; 0 where it is rejected.</summary>
    public int ValueCount => values?.Count ?? 0;

    /// <summary>The values whose place a cell is, in file order; none where the file is rejected.</summary>
    internal IEnumerable<DeliveredValue> At(CellPlace place)
    {
        for (var index = 0; index < ValueCount; index++)
        {
            if (values!.At(index).Line == place.Line && values.At(index).Column == place.Column
                && values[index] is var value && value.Cell.Sheet == place.Sheet)
                yield return value;
        }
    }

    /// <summary>The first thing that is wrong with it, in German; null where nothing is.</summary>
    public string? FirstFault => context.Findings.OrderByDescending(finding => finding.Severity)
        .FirstOrDefault(finding => finding.Severity >= Severity.Warning)?.Text;

    /// <summary>Holds the values against earlier ones, which gives warnings at most, and answers the upload.</summary>
    /// <param name="earlier">
    /// The values at least of <see cref="Products"/>, of deliveries with an earlier stamp only, so that a receipt does not
    /// depend on the order of processing.
    /// </param>
    /// <param name="circumstances">What else is known.</param>
    public DeliveryResult Judge(FigureSet earlier, Circumstances circumstances)
    {
        var findings = context.Findings.Copy();
        if (values is not null)
        {
            new PlausibilityChecks(context, values, earlier, findings).Run();
            new Corrections(values, earlier, findings).Run();
        }

        if (circumstances.DatedInFuture is { } dated)
            findings.Add(DeliveryFindings.DatedInFuture(dated, context.Stamp.ReceivedAt));
        var overtaking = values is null || circumstances.Current is null ? [] : Overtaking(values, circumstances.Current);
        if (!overtaking.IsEmpty)
            findings.Add(DeliveryFindings.Overtaken(overtaking));
        var receipt = new Receipt(
            context.Stamp, values is not null, values?.Count ?? 0, context.SkippedRows,
            DeliveryFindings.Print(findings, context.Limits.MaximumFindings));
        var delivery = values is null ? null : new AcceptedDelivery(context.Stamp, values, created);
        return new DeliveryResult(receipt, delivery, IsOvertaken: !overtaking.IsEmpty);
    }

    /// <summary>Holds the values against earlier ones; nothing else is known of the upload.</summary>
    /// <param name="earlier">The values of earlier deliveries.</param>
    public DeliveryResult Judge(FigureSet earlier) => Judge(earlier, Circumstances.None);

    // The files that gave the current value of every cell, the latest first; none where one of our own is current.
    private ImmutableArray<string> Overtaking(ValueTable delivered, FigureSet current)
    {
        var later = new HashSet<DeliveryStamp>();
        foreach (var value in delivered)
        {
            if (current.Find(new ValueKey(value.Address, value.Period, value.Scenario))?.Delivery is not { } holder
                || holder.CompareTo(context.Stamp) <= 0)
                return [];
            later.Add(holder);
        }

        return [.. later.OrderDescending().Select(stamp => stamp.File).Distinct()];
    }
}

/// <summary>What became of an upload: always a receipt, and its values where it was accepted.</summary>
/// <param name="Receipt">The answer to the sender.</param>
/// <param name="Delivery">All its values; null when the file was rejected. A file is taken whole or not at all.</param>
/// <param name="IsOvertaken">Whether none of its values is current, because later deliveries gave all of them.</param>
public sealed record DeliveryResult(Receipt Receipt, AcceptedDelivery? Delivery, bool IsOvertaken = false);
