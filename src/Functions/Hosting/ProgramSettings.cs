using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Hosting;

/// <summary>What the program reads from its surroundings when the Functions host starts it (application settings of the function app).</summary>
public sealed record ProgramSettings
{
    /// <summary>The name of the connection in every <c>function.json</c>.</summary>
    public const string Connection = "Daten";

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

    private static string? PortGiven => Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT");

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or unreadable; the message names it.</exception>
    public static ProgramSettings Read(IConfiguration configuration) => new()
    {
        Port = int.TryParse(PortGiven, out var port) && port is > 0 and < 65536 ? port : throw Missing("FUNCTIONS_CUSTOMHANDLER_PORT", "a port"),
        Storage = configuration[Connection] ?? configuration[$"{Connection}:blobServiceUri"] ?? configuration[$"{Connection}:accountName"]
            ?? throw Missing(Connection, $"a connection string, or {Connection}__blobServiceUri"),
        Today = configuration["HEUTE"] is not { Length: > 0 } day ? null
            : DateOnly.TryParseExact(day, "yyyy-MM-dd", out var today) ? today
            : throw Missing("HEUTE", "a day such as 2026-11-22"),
        Access = AccessRules.Azure(name => configuration[name]),
    };

    private static InvalidOperationException Missing(string name, string expected) => new($"The application setting {name} must be {expected}.");
}
