using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Hosting;

/// <summary>What the program reads from its surroundings when the Functions host starts it (application settings of the function app).</summary>
public sealed record ProgramSettings
{
    /// <summary>Where the host sends events; set by the host, and by nobody else.</summary>
    public required int Port { get; init; }

    /// <summary>
    /// The county's storage account: <c>Daten</c> (a connection string), or <c>Daten__blobServiceUri</c> or <c>Daten__accountName</c> with a managed
    /// identity.
    /// </summary>
    public required string Storage { get; init; }

    /// <summary>How long one request to the storage may take before it is tried again; null = 30 s. No setting: for tests.</summary>
    public TimeSpan? StorageRequestLimit { get; init; }

    /// <summary><c>HEUTE</c>: the calendar day to act on, for trials; null = today in Europe/Berlin.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Where identities come from; by default nobody is anybody.</summary>
    public AccessMode Access { get; init; } = new AccessMode.Closed(IsPublic: false);

    /// <summary>Whether the Functions host started the program.</summary>
    public static bool IsStartedByHost => PortGiven is not null;

    private static string? PortGiven => Environment.GetEnvironmentVariable(SettingNames.HandlerPort);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or unreadable; the message names it.</exception>
    public static ProgramSettings Read(IConfiguration configuration)
    {
        // Where environment variables become configuration, two underscores become a colon.
        string? Given(string name) => configuration[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)];
        return new ProgramSettings
        {
            Port = int.TryParse(PortGiven, out var port) && port is > 0 and < 65536 ? port : throw Missing(SettingNames.HandlerPort, "a port"),
            Storage = Given(SettingNames.DataConnection) ?? Given(SettingNames.DataBlobUri) ?? Given(SettingNames.DataAccountName)
                ?? throw Missing(SettingNames.DataConnection, $"a connection string, or {SettingNames.DataBlobUri}"),
            Today = Given(SettingNames.Today) is not { Length: > 0 } day ? null
                : DateOnly.TryParseExact(day, "yyyy-MM-dd", out var today) ? today
                : throw Missing(SettingNames.Today, "a day such as 2026-11-22"),
            Access = AccessRules.Azure(Given),
        };
    }

    private static InvalidOperationException Missing(string name, string expected) => new($"The application setting {name} must be {expected}.");
}
