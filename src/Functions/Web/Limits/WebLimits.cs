namespace Produktreport.Functions.Web.Limits;

/// <summary>Bounds on what one visitor can ask for.</summary>
internal sealed record WebLimits
{
    /// <summary>Bytes of one upload; default 20 MiB, a hundred times what a department sends in a quarter.</summary>
    public long UploadBytes { get; init; } = 20L << 20;

    /// <summary>Requests of one visitor or address a minute; default 1,200.</summary>
    public int RequestsPerMinute { get; init; } = 1_200;

    /// <summary>Uploads of one visitor or address a minute; default 60.</summary>
    public int UploadsPerMinute { get; init; } = 60;

    /// <summary>Bytes a second an upload must bring; default 16 KiB, at which the largest takes twenty minutes.</summary>
    public double UploadBytesPerSecond { get; init; } = 16 << 10;

    /// <summary>How long an upload may stall at first; more than a second, default 10 s.</summary>
    public TimeSpan UploadGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a file that came in whole waits for its turn to be stored; default one minute.</summary>
    public TimeSpan UploadPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Previews of one visitor a minute; default 30.</summary>
    public int PreviewsPerMinute { get; init; } = 30;

    /// <summary>How long a preview waits for those before it; default 20 s.</summary>
    public TimeSpan PreviewPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Failed sign-ins and keys of one name from one address a minute; default 10.</summary>
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Failed sign-ins and keys from one address a minute, whatever the name; default 60.</summary>
    public int FailedSignInsPerMinute { get; init; } = 60;

    /// <summary>Failed sign-ins and keys of one name an hour, from wherever; default 100.</summary>
    public int FailedSignInsOfNamePerHour { get; init; } = 100;

    /// <summary>
    /// Sign-ins and keys that wait for their secret to be compared, which takes a core for a quarter of a second; default 16.
    /// </summary>
    public int SignInsWaiting { get; init; } = 16;

    /// <summary>How long a sign-in waits for those before it; default 10 s.</summary>
    public TimeSpan SignInPatience { get; init; } = TimeSpan.FromSeconds(10);
}
