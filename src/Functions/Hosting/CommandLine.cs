using System.Globalization;
using Produktreport.Functions.CatalogueAuthoring;
using Produktreport.Functions.Web.Identity;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Hosting;

/// <summary>What the program was asked to do (interfaces.md, "Commands"). Closed.</summary>
public abstract record Command
{
    private Command()
    {
    }

    /// <summary>Process, render and serve; with <see cref="StandaloneOptions.Once"/>, process, render and exit.</summary>
    public sealed record Run(StandaloneOptions Options) : Command;

    /// <summary>Check or make catalogue files (<c>katalog …</c>).</summary>
    public sealed record Author(CatalogueCommand Asked) : Command;

    /// <summary>List or change who may come in.</summary>
    public sealed record Access(AccessCommand Asked) : Command;

    /// <summary>Print what can be asked.</summary>
    public sealed record Help : Command;

    /// <summary>The call was not understood.</summary>
    /// <param name="Message">What was wrong, in German.</param>
    public sealed record Misuse(string Message) : Command;
}

/// <summary>The options of a standalone run.</summary>
public sealed record StandaloneOptions
{
    /// <summary>Where the portal is found when nothing else is said.</summary>
    public const string DefaultUrl = "http://localhost:7071";

    /// <summary><c>--data</c>: the data folder; default <c>daten</c> in the current folder.</summary>
    public string Data { get; init; } = "daten";

    /// <summary><c>--once</c>: process, render, exit.</summary>
    public bool Once { get; init; }

    /// <summary><c>--today</c>: the calendar day to act on; null = today in Europe/Berlin.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>
    /// <c>--storage</c>: Blob, Table and Queue Storage instead of the folder, as a connection string or an account's name; null = the folder.
    /// </summary>
    public string? Storage { get; init; }

    /// <summary><c>--rebuild</c>: delete all figures first and make them anew from the uploads.</summary>
    public bool Rebuild { get; init; }

    /// <summary><c>--urls</c>: where to listen.</summary>
    public string Urls { get; init; } = DefaultUrl;

    /// <summary>Where identities come from; null = <see cref="AccessRules.Standalone"/> decides.</summary>
    public AccessMode? Access { get; init; }

    /// <summary>Bounds on requests; not settable on the command line.</summary>
    public WebLimits Limits { get; init; } = new();
}

/// <summary>Reads the command line.</summary>
public static class CommandLine
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string HelpText =
        """
        Produktreport – Grund- und Kennzahlen einlesen, prüfen und als Produktberichte ausgeben

        Aufruf:
          dotnet run --project src/Functions -- [Optionen]

        Optionen:
          --data ORDNER        Datenordner (Vorgabe: ./daten; fehlt er, wird er aus beispiel/ angelegt)
          --once               einlesen, rechnen, fällige Berichte schreiben und beenden
          --today JJJJ-MM-TT   Kalendertag, an dem gehandelt wird (Vorgabe: heute in Europe/Berlin)
          --urls ADRESSE       Adresse des Portals (Vorgabe: http://localhost:7071)
          --storage KONTO      Speicherkonto statt Datenordner: Verbindungszeichenfolge oder Name (Azure, Azurite)
          --rebuild            mit --storage: alle Tabellen leeren und aus den Dateien neu aufbauen
          --help               diese Hilfe

        Zugänge zum Portal (ohne Zugang ist es nur auf diesem Rechner erreichbar):
          zugang anlegen NAME --rolle leser|fachamt|controlling|administration [--amt AMT,AMT] [--data ORDNER]
          zugang liste [--data ORDNER]
          zugang entfernen NAME [--data ORDNER]

        Rückgabewerte von --once:
          0  alles in Ordnung
          2  eine Datei wurde abgelehnt oder der Katalog ist fehlerhaft
          3  ein Bericht konnte nicht erstellt werden
          64 falscher Aufruf
          1  anderer Fehler

        """ + CatalogueArguments.HelpText;

    /// <summary>What the arguments ask for; never throws.</summary>
    public static Command Parse(IReadOnlyList<string> arguments)
    {
        if (arguments is ["katalog", ..] && !arguments.Contains("--help"))
            return Author([.. arguments.Skip(1)]);
        if (arguments is [AccessCommand.Word, ..] && !arguments.Contains("--help"))
            return AccessCommand.Parse([.. arguments.Skip(1)]);
        var options = new StandaloneOptions();
        for (var index = 0; index < arguments.Count; index++)
        {
            var (name, attached) = Split(arguments[index]);
            if (name is "--help" or "-h" or "-?")
                return new Command.Help();
            if (attached is null && Switched(options, name) is { } switched)
            {
                options = switched;
                continue;
            }

            if (!TakesValue(name))
                return new Command.Misuse($"Unbekannte Angabe „{arguments[index]}“. Mit --help werden alle Optionen gezeigt.");
            var value = attached ?? (index + 1 < arguments.Count ? arguments[++index] : "");
            if (value.Length == 0 || (attached is null && value.StartsWith("--", StringComparison.Ordinal)))
                return new Command.Misuse($"Nach {name} fehlt der Wert. Mit --help werden alle Optionen gezeigt.");
            if (With(options, name, value) is not { } next)
                return new Command.Misuse($"„{value}“ passt nicht zu {name}. Erwartet wird {Expected(name)}.");
            options = next;
        }

        return new Command.Run(options);
    }

    private static Command Author(IReadOnlyList<string> arguments)
    {
        var (asked, misuse) = CatalogueArguments.Parse(arguments);
        return asked is not null ? new Command.Author(asked) : new Command.Misuse(misuse!);
    }

    private static (string Name, string? Attached) Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is var at and > 0
            ? (argument[..at], argument[(at + 1)..])
            : (argument, null);

    private static StandaloneOptions? Switched(StandaloneOptions options, string name) => name switch
    {
        "--once" => options with { Once = true },
        "--rebuild" => options with { Rebuild = true },
        _ => null,
    };

    private static bool TakesValue(string name) => name is "--data" or "--today" or "--urls" or "--storage";

    private static StandaloneOptions? With(StandaloneOptions options, string name, string value) => name switch
    {
        "--data" => options with { Data = value },
        "--storage" => options with { Storage = value },
        "--urls" => value.Split(';').All(IsHttpAddress) ? options with { Urls = value } : null,
        _ => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 2199
            ? options with { Today = day }
            : null,
    };

    // Kestrel takes http://*:80 and http://+:80 for "every address of this machine"; Uri does not.
    private static bool IsHttpAddress(string address) =>
        Uri.TryCreate(
            address.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal),
            UriKind.Absolute,
            out var uri)
        && uri.Scheme is "http" or "https";

    private static string Expected(string name) => name switch
    {
        "--today" => "ein Kalendertag wie 2026-11-22",
        "--urls" => "eine Adresse wie http://localhost:7071",
        _ => "ein Ordner",
    };
}
