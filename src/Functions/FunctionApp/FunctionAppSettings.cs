namespace Produktreport.Functions.FunctionApp;

/// <summary>
/// What the program reads from its surroundings when the Functions host starts it (application settings of the function app).
/// </summary>
internal sealed record FunctionAppSettings
{
    /// <summary>
    /// The county's storage account: <c>Daten</c> (a connection string), or <c>Daten__blobServiceUri</c> or
    /// <c>Daten__accountName</c> with a managed identity.
    /// </summary>
    public required string Storage { get; init; }

    /// <summary>
    /// <c>PRODUKTREPORT_SPEICHERFRIST</c>: how long one request to the storage may take before it is tried again, for trials;
    /// null = 30 s.
    /// </summary>
    public TimeSpan? StorageRequestLimit { get; init; }

    /// <summary><c>HEUTE</c>: the calendar day to act on, for trials; null = today in Europe/Berlin.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Where identities come from; by default nobody can sign in.</summary>
    public AccessMode Access { get; init; } = new AccessMode.Closed(IsPublic: false);

    /// <summary>
    /// <c>PRODUKTREPORT_BLOBSUCHE</c>: whether the host looks for new blobs itself, instead of being told by Event Grid.
    /// </summary>
    public bool LooksForBlobs { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or unreadable; the message names it.</exception>
    public static FunctionAppSettings Read(IConfiguration configuration)
    {
        // Where environment variables become configuration, two underscores become a colon.
        string? Given(string name) => configuration[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)];
        return new FunctionAppSettings
        {
            Storage = Given(SettingNames.DataConnection) ?? Given(SettingNames.DataBlobUri) ?? Given(SettingNames.DataAccountName)
                ?? throw Missing(SettingNames.DataConnection, $"a connection string, or {SettingNames.DataBlobUri}"),
            StorageRequestLimit = Given(SettingNames.StorageRequestLimit) is not { Length: > 0 } limit ? null
                : double.TryParse(limit, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0
                    and < 3600 ? TimeSpan.FromSeconds(seconds)
                : throw Missing(SettingNames.StorageRequestLimit, "seconds, such as 30 or 0.4"),
            Today = Given(SettingNames.Today) is not { Length: > 0 } day ? null
                : DateOnly.TryParseExact(day, "yyyy-MM-dd", out var today) ? today
                : throw Missing(SettingNames.Today, "a day such as 2026-11-22"),
            LooksForBlobs = string.Equals(Given(SettingNames.BlobPolling), "true", StringComparison.OrdinalIgnoreCase),
            Access = AccessModeChoice.Azure(Given),
        };
    }

    private static InvalidOperationException Missing(string name, string expected) =>
        new($"The application setting {name} must be {expected}.");
}
