using System.Collections.Concurrent;

namespace Produktreport.Functions.Deliveries;

/// <summary>
/// Deliveries that counted and cannot be read, because the file does not open or because the whole inbox is not there, so that a
/// process that rebuilds its figures from the files does not know their values. What rests on them is not made anew meanwhile:
/// nothing accepted is withdrawn without a person's decision.
/// </summary>
internal sealed class MissingDeliveries
{
    /// <summary>What there is to say of such a file, behind its name.</summary>
    public const string Fault =
        "war angenommen und lässt sich nicht mehr lesen; Berichte mit Werten dieses Amtes bleiben, wie sie sind";

    private readonly ConcurrentDictionary<string, (DeliveryStamp Stamp, bool IsAbsent)> byFile = new(StringComparer.Ordinal);

    /// <summary>The deliveries that are missing, ordered by file.</summary>
    public ImmutableArray<DeliveryStamp> List() =>
        [.. byFile.Values.Select(each => each.Stamp).OrderBy(stamp => stamp.File, StringComparer.Ordinal)];

    /// <summary>A delivery turned out to be missing.</summary>
    public void Add(DeliveryStamp stamp) => byFile[stamp.File] = (stamp, false);

    /// <summary>A delivery is missing with all others.</summary>
    public void AddAbsent(DeliveryStamp stamp) => byFile[stamp.File] = (stamp, true);

    /// <summary>A file was read or is gone, or somebody decided to go on without it.</summary>
    public void Remove(string file) => byFile.TryRemove(file, out _);

    /// <summary>Whether a file is missing with all others, so that nobody took it back.</summary>
    public bool IsAbsent(string file) => byFile.GetValueOrDefault(file).IsAbsent;

    /// <summary>A missing delivery by its <see cref="IdOf"/>; null where there is none.</summary>
    public DeliveryStamp? Find(string id) => List().FirstOrDefault(stamp => IdOf(stamp) == id);

    /// <summary>What a fault about a delivery is called by.</summary>
    public static string IdOf(DeliveryStamp stamp) => Checksum.Of($"fehlt\n{stamp.File}");

    /// <summary>
    /// A missing delivery that may have values in a report; null where there is none. The combined report rests on all.
    /// </summary>
    public DeliveryStamp? Behind(ReportJob job, CatalogueSet catalogues) => List().FirstOrDefault(stamp =>
        job.Product is not { } product || catalogues.MayBeOf(stamp.Department, product));
}
