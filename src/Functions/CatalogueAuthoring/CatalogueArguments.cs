using System.Globalization;
using Produktreport.Core.Catalogues;

namespace Produktreport.Functions.CatalogueAuthoring;

/// <summary>Reads what follows <c>katalog</c> on the command line.</summary>
public static class CatalogueArguments
{
    /// <summary>What <c>--help</c> says of it.</summary>
    public const string HelpText =
        """
        Katalog bearbeiten:
          katalog pruefen                 alle Fehler aller Katalogjahre anzeigen
          katalog neu JAHR                Katalog des Jahres aus dem des Vorjahres anlegen
          katalog aus-csv DATEI           Produkte aus einem Produktplan (CSV) anlegen
          katalog aus-word DATEI…         Produkte aus Word-Formularen „Produktbeschreibung“ anlegen
            --data ORDNER                 Datenordner (Vorgabe: ./daten)
            --jahr JAHR                   Katalogjahr (Vorgabe: das jüngste vorhandene)
            --amt KENNUNG                 Amt der Produkte, soweit die Datei keines nennt
            --ersetzen                    vorhandene Produktdateien ersetzen (nur aus-word; Kennungen bleiben)
        """;

    /// <summary>The command, or in German why there is none.</summary>
    public static (CatalogueCommand? Command, string? Misuse) Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var rest = new List<string>();
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument == "--ersetzen")
                options.Replace = true;
            else if (!argument.StartsWith("--", StringComparison.Ordinal))
                rest.Add(argument);
            else if (index + 1 == arguments.Count || !options.Take(argument, arguments[++index]))
                return (null, $"„{argument}“ wird hier nicht verstanden oder der Wert dazu passt nicht. Mit --help werden alle Möglichkeiten gezeigt.");
        }

        return Command(rest, options) is { } command
            ? (command, null)
            : (null, "Erwartet wird „katalog pruefen“, „katalog neu JAHR“, „katalog aus-csv DATEI“ oder „katalog aus-word DATEI…“.");
    }

    private static CatalogueCommand? Command(List<string> words, Options options) => words switch
    {
        ["pruefen"] => new CatalogueCommand.Check(options.Data),
        ["neu", var year] when YearOf(year) is { } known => new CatalogueCommand.NewYear(options.Data, known),
        ["aus-csv", var file] => new CatalogueCommand.FromCsv(options.Data, options.Year, options.Department, file),
        ["aus-word", _, ..] => new CatalogueCommand.FromWord(options.Data, options.Year, options.Department, options.Replace, [.. words.Skip(1)]),
        _ => null,
    };

    private static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2199 ? year : null;

    private sealed class Options
    {
        public string Data { get; private set; } = "daten";

        public int? Year { get; private set; }

        public DepartmentId? Department { get; private set; }

        public bool Replace { get; set; }

        public bool Take(string name, string value)
        {
            switch (name)
            {
                case "--data":
                    Data = value;
                    return value.Length > 0;
                case "--jahr":
                    Year = YearOf(value);
                    return Year is not null;
                case "--amt" when DepartmentId.TryParse(value, out var department):
                    Department = department;
                    return true;
                default:
                    return false;
            }
        }
    }
}
