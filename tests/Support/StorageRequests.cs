namespace Produktreport.Tests.Support;

/// <summary>
/// How many requests to the storage what happens in a county may cost: the plan of docs/groessenordnung.md. Tests hold a small
/// county to them, the benchmark <c>speicher</c> one of 250 products.
/// </summary>
public static class StorageRequests
{
    /// <summary>A night in which nothing changed.</summary>
    public const int QuietNight = 100;

    /// <summary>One upload, of some products and one year.</summary>
    public const int Upload = 60;

    /// <summary>One product's report.</summary>
    public const int Report = 25;
}
