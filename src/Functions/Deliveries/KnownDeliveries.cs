namespace Produktreport.Functions.Deliveries;

/// <summary>
/// The accepted deliveries at one moment, and what an upload is judged by: the catalogue in force, the earlier deliveries for its
/// products and those that created products. Whatever the order in which uploads are processed, all is well once each was judged
/// by its basis of now.
/// </summary>
/// <param name="catalogue">The catalogue in force.</param>
/// <param name="contents">The accepted deliveries.</param>
/// <param name="overtaken">Those none of whose values is current; null where that was not looked at: then it is as it
/// was.</param>
/// <param name="withdrawn">The contents somebody took back, by path and SHA-256.</param>
internal sealed class KnownDeliveries(
    CatalogueInForce catalogue, IReadOnlyCollection<AcceptedContent> contents,
    IReadOnlySet<(string File, string Sha256)> withdrawn, IReadOnlySet<string>? overtaken = null)
{
    private readonly List<AcceptedContent> creating = [.. contents.Where(content => content.CreatedProducts.Length > 0)];
    private Dictionary<ProductNumber, List<AcceptedContent>>? byProduct;
    private Dictionary<string, AcceptedContent>? byFile;

    /// <summary>The same, made quick for questions about many uploads.</summary>
    public KnownDeliveries ForMany()
    {
        byFile = contents.ToDictionary(content => content.Stamp.File, StringComparer.Ordinal);
        byProduct = contents.SelectMany(content => content.Products.Select(product => (product, content)))
            .GroupBy(pair => pair.product, pair => pair.content).ToDictionary(group => group.Key, group => group.ToList());
        return this;
    }

    /// <summary>The products that deliveries before <paramref name="stamp"/> created.</summary>
    public IEnumerable<ProductCreation> CreatedBefore(DeliveryStamp stamp) =>
        creating.Where(content => IsBefore(content, stamp))
            .SelectMany(content => content.CreatedProducts.Select(created => new ProductCreation(content.Stamp, created)));

    /// <summary>Whether anything that arrived later has values of these products.</summary>
    public bool HasLater(DeliveryStamp stamp, IReadOnlyCollection<ProductNumber> products) =>
        For(products).Any(content => IsAfter(content, stamp));

    /// <summary>
    /// What an upload with values of these products, and of those they continue, is judged by; no product for a rejected one,
    /// whose values nothing is held against.
    /// </summary>
    /// <param name="stamp">The upload.</param>
    /// <param name="products">Its products.</param>
    /// <param name="isOvertaken">Whether none of its values is current: then later deliveries stand on its receipt.</param>
    public string BasisOf(DeliveryStamp stamp, IReadOnlyCollection<ProductNumber> products, bool isOvertaken)
    {
        var known = For(catalogue.Catalogues.WithFormer(products)).Concat(creating)
            .Where(content => IsBefore(content, stamp) || (isOvertaken && IsAfter(content, stamp)))
            .Select(content => $"{content.Stamp.File}\n{content.Fingerprint}")
            .Distinct().Order(StringComparer.Ordinal);
        return Checksum.Of(string.Join('\n', known.Prepend(catalogue.Version)));
    }

    /// <summary>Whether an upload would be judged by something else now.</summary>
    public bool IsOutdated(Judgement judgement)
    {
        var content = Of(judgement.Stamp.File);
        var counts = content?.Stamp == judgement.Stamp;
        var isOvertaken = overtaken?.Contains(judgement.Stamp.File) ?? judgement.IsOvertaken;
        var isWithdrawn = withdrawn.Contains((judgement.Stamp.File, judgement.Stamp.Sha256));
        return counts != judgement.IsAccepted || isWithdrawn != judgement.IsWithdrawn || isOvertaken != judgement.IsOvertaken
            || BasisOf(judgement.Stamp, counts ? content!.Products : [], isOvertaken) != judgement.Basis;
    }

    private IEnumerable<AcceptedContent> For(IReadOnlyCollection<ProductNumber> products) =>
        byProduct is null
            ? contents.Where(content => products.Any(content.Products.Contains))
            : products.SelectMany(product => byProduct.GetValueOrDefault(product, []));

    private AcceptedContent? Of(string file) =>
        byFile is null ? contents.FirstOrDefault(content => content.Stamp.File == file) : byFile.GetValueOrDefault(file);

    private static bool IsAfter(AcceptedContent content, DeliveryStamp stamp) =>
        content.Stamp.File != stamp.File && content.Stamp.CompareTo(stamp) > 0;

    private static bool IsBefore(AcceptedContent content, DeliveryStamp stamp) =>
        stamp.IsAfter(content.Stamp);
}
