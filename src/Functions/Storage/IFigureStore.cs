using System.Collections.Frozen;

namespace Produktreport.Functions.Storage;

/// <summary>
/// The figures of all accepted deliveries, a projection of the inbox that can be rebuilt from it. Two implementations: Table
/// Storage and memory. One delivery becomes visible all at once; what is current is decided by the deliveries' stamps, never by
/// the order of calls.
/// </summary>
internal interface IFigureStore
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

    /// <summary>The current values of every product. The same object as before where nothing has changed since.</summary>
    Task<FigureSet> LoadAll(CancellationToken cancellation = default);

    /// <summary>
    /// The values of these products in other files' deliveries that rank before <paramref name="stamp"/>: what was known when it
    /// arrived. What its own file brought before is gone with it.
    /// </summary>
    Task<FigureSet> LoadEarlierThan(
        DeliveryStamp stamp, IReadOnlyCollection<ProductNumber> products, CancellationToken cancellation = default);

    /// <summary>
    /// All values that deliveries which count gave for one cell, the current one first: who delivered what, when, on which line.
    /// </summary>
    Task<ImmutableArray<StoredValue>> History(ValueKey cell, CancellationToken cancellation = default);

    /// <summary>The accepted deliveries, latest first, without their values.</summary>
    Task<ImmutableArray<AcceptedContent>> Contents(CancellationToken cancellation = default);
}

/// <summary>An accepted delivery without its values.</summary>
/// <param name="Stamp">Which delivery.</param>
/// <param name="Fingerprint">Identifies its values: changes when the same file is read otherwise, as under another catalogue.
/// Opaque.</param>
/// <param name="Products">The products it has values of.</param>
/// <param name="CreatedProducts">The products it created.</param>
internal sealed record AcceptedContent(
    DeliveryStamp Stamp, string Fingerprint, FrozenSet<ProductNumber> Products, ImmutableArray<CreatedProduct> CreatedProducts);

/// <summary>A product, and the delivery that created it.</summary>
internal sealed record ProductCreation(DeliveryStamp By, CreatedProduct Created);

/// <summary>Questions often asked of a figure store.</summary>
internal static class FigureStoreReading
{
    /// <summary>The accepted deliveries none of whose values is current.</summary>
    public static async Task<FrozenSet<string>> Overtaken(this IFigureStore figures, CancellationToken cancellation = default)
    {
        var all = await figures.LoadAll(cancellation);
        var current = all.Values.Select(value => value.Delivery.File).ToHashSet(StringComparer.Ordinal);
        return (await figures.Contents(cancellation)).Where(content => content.Products.Count > 0)
            .Select(content => content.Stamp.File).Where(file => !current.Contains(file)).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The accepted deliveries, latest first.</summary>
    public static async Task<ImmutableArray<DeliveryStamp>> Deliveries(this IFigureStore figures,
        CancellationToken cancellation = default) =>
        [.. (await figures.Contents(cancellation)).Select(content => content.Stamp)];

    /// <summary>The products that deliveries created.</summary>
    public static async Task<ImmutableArray<ProductCreation>> CreatedProducts(this IFigureStore figures,
        CancellationToken cancellation = default) =>
        [.. (await figures.Contents(cancellation))
            .SelectMany(content => content.CreatedProducts.Select(created => new ProductCreation(content.Stamp, created)))];
}
