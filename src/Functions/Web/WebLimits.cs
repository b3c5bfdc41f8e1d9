namespace Produktreport.Functions.Web;

/// <summary>Bounds on what one visitor can ask for.</summary>
public sealed record WebLimits
{
    /// <summary>Bytes of one upload; default 20 MiB, a hundred times what a department sends in a quarter.</summary>
    public long UploadBytes { get; init; } = 20L << 20;

    /// <summary>Requests of one visitor or address a minute; default 1,200.</summary>
    public int RequestsPerMinute { get; init; } = 1_200;

    /// <summary>Uploads of one visitor or address a minute; default 60.</summary>
    public int UploadsPerMinute { get; init; } = 60;

    /// <summary>Failed sign-ins and keys of one name from one address a minute; default 10.</summary>
    public int SignInsPerMinute { get; init; } = 10;
}
