namespace Produktreport.Functions.Operation;

/// <summary>
/// Every setting (environment variable) the program reads as a function app; standalone it reads only those of telemetry and
/// messages.
/// <c>infra/</c> sets what <see cref="SettingOrigin.Deployment"/> says, and a test holds the two lists together.
/// </summary>
internal static class SettingNames
{
    /// <summary>The connection that the storage triggers name: a prefix of settings, or one with a connection string.</summary>
    public const string DataConnection = "Daten";

    /// <summary>
    /// <c>true</c>: the host looks for new blobs itself. For Azurite, which sends no events; Flex Consumption refuses it.
    /// </summary>
    public const string BlobPolling = "PRODUKTREPORT_BLOBSUCHE";

    /// <summary>Address of the account's Blob service; Table and Queue service are the same account's.</summary>
    public const string DataBlobUri = DataConnection + "__blobServiceUri";

    /// <summary>Name of the account, where its addresses are the usual ones: instead of <see cref="DataBlobUri"/>.</summary>
    public const string DataAccountName = DataConnection + "__accountName";

    /// <summary>The calendar day to act on, for trials; absent = today in Europe/Berlin.</summary>
    public const string Today = "HEUTE";

    /// <summary>How many seconds one request to the storage may take before it is tried again, for trials; absent = 30.</summary>
    public const string StorageRequestLimit = "PRODUKTREPORT_SPEICHERFRIST";

    /// <summary>Which managed identity opens the account; read by Azure.Identity.</summary>
    public const string IdentityClientId = "AZURE_CLIENT_ID";

    /// <summary>Which kinds of credential are tried; read by Azure.Identity.</summary>
    public const string TokenCredentials = "AZURE_TOKEN_CREDENTIALS";

    /// <summary>Where traces and metrics go in Azure; absent = nowhere.</summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>An OTLP collector; absent = none. Read by the OpenTelemetry exporter.</summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary><c>true</c>: released reports are read in their public edition without signing in.</summary>
    public const string IsPublic = "PRODUKTREPORT_OEFFENTLICH";

    /// <summary>Whether App Service authentication is on; set by the platform, and the reason to trust its headers.</summary>
    public const string IsSignInOn = "WEBSITE_AUTH_ENABLED";

    /// <summary>The mail server's name; absent = no mail is sent.</summary>
    public const string SmtpServer = "PRODUKTREPORT_SMTP_SERVER";

    /// <summary>Its port; absent = 587 with STARTTLS, 465 with TLS from the start.</summary>
    public const string SmtpPort = "PRODUKTREPORT_SMTP_PORT";

    /// <summary><c>starttls</c> (default) or <c>tls</c>: from the start.</summary>
    public const string SmtpSecurity = "PRODUKTREPORT_SMTP_VERSCHLUESSELUNG";

    /// <summary>The account at the mail server; absent = without signing in.</summary>
    public const string SmtpUser = "PRODUKTREPORT_SMTP_BENUTZER";

    /// <summary>Its password: in Azure a reference to a secret of Key Vault.</summary>
    public const string SmtpPassword = "PRODUKTREPORT_SMTP_KENNWORT";

    /// <summary>
    /// A PEM file with further root certificates that mail server and programs are trusted by; absent = the system's.
    /// </summary>
    public const string TrustedRoots = "PRODUKTREPORT_STAMMZERTIFIKATE";

    /// <summary>
    /// The key that events are signed with; absent = none are sent. In Azure a reference to a secret of Key Vault.
    /// </summary>
    public const string EventKey = "PRODUKTREPORT_EREIGNIS_SCHLUESSEL";

    /// <summary>All settings.</summary>
    public static ImmutableArray<ProgramSetting> All { get; } =
    [
        new(DataConnection, SettingOrigin.DevelopmentMachine),
        new(DataAccountName, SettingOrigin.DevelopmentMachine),
        new(Today, SettingOrigin.DevelopmentMachine),
        new(BlobPolling, SettingOrigin.DevelopmentMachine),
        new(StorageRequestLimit, SettingOrigin.DevelopmentMachine),
        new(DataBlobUri, SettingOrigin.Deployment),
        new(IdentityClientId, SettingOrigin.Deployment),
        new(TokenCredentials, SettingOrigin.Deployment),
        new(ApplicationInsights, SettingOrigin.Deployment),
        new(OtlpEndpoint, SettingOrigin.DeploymentWhereWanted),
        new(IsPublic, SettingOrigin.DeploymentWhereWanted),
        new(SmtpServer, SettingOrigin.DeploymentWhereWanted),
        new(SmtpPort, SettingOrigin.DeploymentWhereWanted),
        new(SmtpSecurity, SettingOrigin.DeploymentWhereWanted),
        new(SmtpUser, SettingOrigin.DeploymentWhereWanted),
        new(SmtpPassword, SettingOrigin.DeploymentWhereWanted),
        new(EventKey, SettingOrigin.DeploymentWhereWanted),
        new(TrustedRoots, SettingOrigin.DevelopmentMachine),
        new(IsSignInOn, SettingOrigin.FunctionsHost),
    ];
}

/// <summary>A setting of the program.</summary>
/// <param name="Name">The environment variable.</param>
/// <param name="Origin">Who sets it.</param>
internal sealed record ProgramSetting(string Name, SettingOrigin Origin);

/// <summary>Who sets a setting.</summary>
internal enum SettingOrigin
{
    /// <summary><c>infra/</c>, always.</summary>
    Deployment,

    /// <summary><c>infra/</c>, where its parameter is given.</summary>
    DeploymentWhereWanted,

    /// <summary>The platform or the Functions host, when it starts the program.</summary>
    FunctionsHost,

    /// <summary>
    /// Whoever tries the app out, on Azurite for example. Never stands in a deployment: a connection string is a secret.
    /// </summary>
    DevelopmentMachine,
}
