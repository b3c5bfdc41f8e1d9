using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Produktreport.Functions.Web.Api;

/// <summary>
/// What the API's parameters mean and which values they take, for its description. By name, since a name means the same
/// everywhere; the file of an address, which does not, by operation and name. A parameter without a row fails a test.
/// </summary>
internal static class ApiParameters
{
    private static readonly FrozenDictionary<string, ApiParameter> Rows = new Dictionary<string, ApiParameter>(
        StringComparer.Ordinal)
    {
        ["periode"] = new("Der Zeitraum: `2026-Q3`, `2026-H1` oder `2026`.", "2026-Q3")
        { Pattern = "^[0-9]{4}(-(Q[1-4]|H[12]))?$" },
        ["amt"] = new("Der Kurzname des Amts.", "buero-landrat"),
        ["produkt"] = new("Nur dieses Produkt, oder `gesamt` für den Gesamtbericht.", "1111"),
        ["name"] = new("Die Nummer des Produkts, oder `gesamt` für den Gesamtbericht.", "1111"),
        ["endung"] = new("Die Form der Tabelle.", "xlsx") { Values = ["xlsx", "csv", "json"] },
        ["stand"] = new("Nur Entwürfe oder nur freigegebene Berichte.", ReportState.Released.Word())
        {
            Values = [ReportState.Draft.Word(), ReportState.Released.Word()],
        },
        ["vollstaendig"] = new("Nur vollständige oder nur unvollständige Berichte.", "true"),
        ["status"] = new("Nur angenommene, nur abgelehnte oder nur zurückgezogene Lieferungen.", ReceiptStatus.Rejected)
        { Values = [ReceiptStatus.Accepted, ReceiptStatus.Rejected, ReceiptStatus.Withdrawn] },
        ["art"] = new("Welche Zeiträume die Punkte sind.", "jahr")
        { Values = [.. CourseKinds.All.Select(kind => kind.Word)], Default = JsonValue.Create(CourseKinds.All[0].Word) },
        ["seite"] = new("Welche Seite der Liste.", "2") { Range = (1, Paging.LastNumber), Default = JsonValue.Create(1) },
        ["groesse"] = new("Einträge je Seite.", "50")
        { Range = (1, Paging.LargestSize), Default = JsonValue.Create(Paging.DefaultSize) },
        ["ebene"] = new("Die Nummer des Produkts oder der Leistung.", "11112"),
        ["zeitreihe.id"] = new("Der Kurzname der Zahl.", "ergebnis"),
        ["stoerungWiederholen.id"] = new("Der Schlüssel der Störung, wie ihn die Liste nennt.",
            "0c9f6f2e-5d0b-4f8e-9f3a-2f1d7a3b6c55"),
        ["stoerungVerwerfen.id"] = new("Der Schlüssel der Störung, wie ihn die Liste nennt.",
            "0c9f6f2e-5d0b-4f8e-9f3a-2f1d7a3b6c55"),
        ["berichtHerunterladen.datei"] = new(
            "Die Nummer des Produkts oder `gesamt`, auf Wunsch mit einer Version (`.v2`), mit der Endung `.pdf`, `.json` oder "
                + "`.csv`.",
            "1111.pdf"),
        ["protokollHerunterladen.datei"] = new("Der Monat mit der Endung `.csv` oder `.json`.", "2026-11.csv"),
        ["vorlageHerunterladen.datei"] = new("Der Zeitraum mit der Endung `.csv` oder `.xlsx`.", "2026-Q3.xlsx"),
        ["quittungLesen.datei"] = new("Der Name der Lieferung.", "2026-q3.csv"),
        ["lieferungHerunterladen.datei"] = new("Der Name der Lieferung.", "2026-q3.csv"),
        ["herkunftLesen.datei"] = new("Der Name der Lieferung.", "2026-q3.csv"),
        ["lieferungZurueckziehen.datei"] = new("Der Name der Lieferung.", "2026-q3.csv"),
        ["grund"] = new(
            "Warum die Lieferung nicht gelten soll: für Quittung und Protokoll, 1 bis 300 Zeichen.", "doppelt gemeldet"),
        ["lieferungPruefen.datei"] = new("Der Name, unter dem die Datei geliefert würde.", "2026-q3.csv"),
        ["zeile"] = new("Die Zeile der Zelle, wie Excel sie zeigt.", "4") { Range = (1, int.MaxValue) },
        ["spalte"] = new("Der Buchstabe der Spalte.", "F") { Pattern = "^[A-Z]{1,3}$" },
        ["blatt"] = new("Das Blatt der Arbeitsmappe, wenn die Herkunft eines nennt.", "Tabelle1"),
        ["lieferungHochladen.datei"] = new(
            "Der Name, unter dem die Datei geliefert wird, mit der Endung `.csv`, `.txt`, `.tsv` oder `.xlsx`.", "2026-q3.csv"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The row of a parameter; null where there is none.</summary>
    /// <param name="operation">The id of the operation.</param>
    /// <param name="name">The name as the description writes it.</param>
    public static ApiParameter? Find(string operation, string name) =>
        Rows.GetValueOrDefault($"{operation}.{name}") ?? Rows.GetValueOrDefault(name);
}

/// <summary>One parameter.</summary>
/// <param name="Description">What it means, in German.</param>
/// <param name="Example">A value, as addresses write it.</param>
internal sealed record ApiParameter(string Description, string Example)
{
    /// <summary>The values it takes; none = any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What is taken where it is left out; null where nothing is.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The least and the greatest number; null = none.</summary>
    public (int Least, int Greatest)? Range { get; init; }

    /// <summary>A regular expression for its value; null = any text.</summary>
    public string? Pattern { get; init; }

    /// <summary>Writes it into a parameter of the description.</summary>
    public void Describe(OpenApiParameter parameter)
    {
        (parameter.Description, parameter.Example) = (Description, null);
        if (parameter.Schema is not OpenApiSchema schema)
            return;
        (schema.Default, schema.Pattern) = (Default?.DeepClone(), Pattern);
        if (Values.Count > 0)
            schema.Enum = [.. Values.Select(value => JsonValue.Create(value))];
        if (Range is var (least, greatest))
            (schema.Minimum, schema.Maximum) = (least.ToString(CultureInfo.InvariantCulture),
                greatest.ToString(CultureInfo.InvariantCulture));
    }
}
