namespace Produktreport.Functions.Storage.Azure;

/// <summary>What a file of the inbox is to count for from now on: its values by partition, or nothing.</summary>
internal sealed record FileChange
{
    private FileChange(string path) => Path = path;

    /// <summary>The path below the inbox.</summary>
    public string Path { get; }

    /// <summary>The delivery; null = the file counts for nothing.</summary>
    public DeliveryStamp? Stamp { get; private init; }

    /// <summary>Its values by partition.</summary>
    public IReadOnlyDictionary<string, List<DeliveredValue>> Values { get; private init; } =
        new Dictionary<string, List<DeliveredValue>>();

    /// <summary>The products it created, as text; null where none.</summary>
    public string? CreatedProducts { get; private init; }

    /// <summary>Identifies all of it: the same change twice has the same one. Empty for nothing.</summary>
    public string Fingerprint { get; private init; } = "";

    public static FileChange ToNothing(string path) => new(path);

    public static FileChange To(AcceptedDelivery delivery) => new(delivery.Stamp.File)
    {
        Stamp = delivery.Stamp,
        Values = delivery.Values.GroupBy(value => FigureKeys.Partition(value.Period.Year, value.Address.Product))
            .ToDictionary(group => group.Key, group => group.ToList()),
        CreatedProducts = CreatedProductText.Write(delivery.CreatedProducts),
        Fingerprint = ContentFingerprint.Of(delivery),
    };
}
