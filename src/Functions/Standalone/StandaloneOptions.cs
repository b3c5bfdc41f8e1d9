using Produktreport.Functions.Outbox;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Standalone;

/// <summary>The options of a standalone run.</summary>
internal sealed record StandaloneOptions
{
    /// <summary>Where the portal is found when nothing else is said.</summary>
    public const string DefaultUrl = "http://localhost:7071";

    /// <summary>The data folder when nothing else is said: in the current folder.</summary>
    public const string DefaultData = "daten";

    /// <summary><c>--data</c>: the data folder.</summary>
    public string Data { get; init; } = DefaultData;

    /// <summary><c>--once</c>: process, render, exit.</summary>
    public bool Once { get; init; }

    /// <summary><c>--today</c>: the calendar day to act on; null = today in Europe/Berlin.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>
    /// <c>--storage</c>: Blob, Table and Queue Storage instead of the folder, as a connection string or an account's name; null =
    /// the folder.
    /// </summary>
    public string? Storage { get; init; }

    /// <summary><c>--rebuild</c>: delete all figures first and make them anew from the uploads.</summary>
    public bool Rebuild { get; init; }

    /// <summary><c>--urls</c>: where to listen.</summary>
    public string Urls { get; init; } = DefaultUrl;

    /// <summary>Where identities come from; null = <see cref="AccessModeChoice.Standalone"/> decides.</summary>
    public AccessMode? Access { get; init; }

    /// <summary>How messages leave the program; not settable on the command line. Null = as the surroundings say.</summary>
    public MessageSettings? Messages { get; init; }

    /// <summary>Bounds on requests; not settable on the command line.</summary>
    public WebLimits Limits { get; init; } = new();
}
