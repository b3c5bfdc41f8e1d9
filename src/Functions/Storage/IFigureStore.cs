using System.Collections.Immutable;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Figures;

namespace Produktreport.Functions.Storage;

/// <summary>
/// The figures of all accepted deliveries, a projection of the inbox that can be rebuilt from it. Two implementations: Table Storage
/// and memory. One delivery becomes visible all at once; what is current is decided by the deliveries' stamps, never by the order
/// of calls.
/// </summary>
public interface IFigureStore
{
    /// <summary>
    /// Makes <paramref name="delivery"/> the one that counts for its file, in place of what an earlier content of the same path
    /// had brought.
    /// </summary>
    Task Accept(AcceptedDelivery delivery, CancellationToken cancellation = default);

    /// <summary>Takes back all values of a file: it was rejected in its present content, or is gone.</summary>
    Task Withdraw(string file, CancellationToken cancellation = default);

    /// <summary>The current values of these products, of all years.</summary>
    Task<FigureSet> Load(IReadOnlyCollection<ProductNumber> products, CancellationToken cancellation = default);

    /// <summary>The current values of every product.</summary>
    Task<FigureSet> LoadAll(CancellationToken cancellation = default);

    /// <summary>The values of all deliveries that rank before <paramref name="stamp"/>: what was known when it arrived.</summary>
    Task<FigureSet> LoadEarlierThan(DeliveryStamp stamp, CancellationToken cancellation = default);

    /// <summary>The accepted deliveries, latest first.</summary>
    Task<ImmutableArray<DeliveryStamp>> Deliveries(CancellationToken cancellation = default);

    /// <summary>The products that deliveries created.</summary>
    Task<ImmutableArray<ProductCreation>> CreatedProducts(CancellationToken cancellation = default);
}

/// <summary>A product, and the delivery that created it.</summary>
public sealed record ProductCreation(DeliveryStamp By, CreatedProduct Created);
