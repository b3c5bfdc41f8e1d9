using System.Globalization;
using System.Text.Json;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>A report as its JSON says it: the only thing the proofs know of it beside the sentences.</summary>
internal sealed class ReportData
{
    private static readonly string[] Months =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    private readonly JsonElement json;

    public ReportData(byte[] report)
    {
        json = JsonDocument.Parse(report).RootElement;
        Rows = json.TryGetProperty("zeilen", out var rows) ? [.. rows.EnumerateArray().Select(row => new RowData(row))] : [];
        Levels = json.TryGetProperty("ebenen", out var levels)
            ? levels.EnumerateArray().ToDictionary(level => Text(level, "ebene")!, level => Text(level, "bezeichnung")!)
            : [];
        var period = Text(json, "periode")!;
        Year = int.Parse(period[..4], CultureInfo.InvariantCulture);
        var number = period.Length == 4 ? 0 : int.Parse(period[6..], CultureInfo.InvariantCulture);
        (FirstMonth, LastMonth) = period.Length == 4 ? (1, 12)
            : period[5] == 'Q' ? (3 * number - 2, 3 * number)
            : (6 * number - 5, 6 * number);
        Kind = period.Length == 4 ? "Jahr" : period[5] == 'Q' ? "Quartal" : "Halbjahr";
        Number = number;
    }

    public int Year { get; }

    public int FirstMonth { get; }

    public int LastMonth { get; }

    public IReadOnlyList<RowData> Rows { get; }

    public IReadOnlyDictionary<string, string> Levels { get; }

    public bool IsPublic => Text(json, "ausgabe") == "oeffentlich";

    /// <summary>Whether there are two editions; where there is one, the public gets it as well.</summary>
    public bool HasPublicEdition => Flag(json, "schutzbeduerftig") == true;

    /// <summary>How many explanations the public edition keeps back.</summary>
    public int Withheld => (int)(Amount(json, "erlaeuterungenNichtVeroeffentlicht") ?? 0);

    public bool IsComplete => json.GetProperty("vollstaendig").GetBoolean();

    public string Product => Text(json, "produkt") ?? "";

    private string Kind { get; }

    private int Number { get; }

    /// <summary>„Von Januar bis September 2026“, „Im 1. Quartal 2026“, „Im Jahr 2026“.</summary>
    public string ToDate => Kind == "Jahr" ? $"Im Jahr {Year}"
        : FirstMonth == 1 ? $"Im {Number}. {Kind} {Year}"
        : $"Von Januar bis {Month(LastMonth)} {Year}";

    public IEnumerable<(string Topic, string Text)> KeyMessages =>
        Array("kernaussagen").Select(message => (Text(message, "thema")!, Text(message, "text")!));

    /// <summary>How many months a quarter or half-year has.</summary>
    public static int MonthsOf(string period) => period[5] == 'Q' ? 3 : 6;

    public static string Month(int month) => Months[month - 1];

    public IEnumerable<RowData> RowsOf(string level) => Rows.Where(row => row.Level == level);

    /// <summary>The elements of an array of the report; none where it has no such array.</summary>
    public IEnumerable<JsonElement> Array(string name) =>
        json.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    public bool Has(string name) => json.TryGetProperty(name, out _);

    public JsonElement this[string name] => json.GetProperty(name);

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static decimal? Amount(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public static bool? Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean() : null;
}

/// <summary>One of <c>zeilen</c>.</summary>
internal sealed class RowData(JsonElement json)
{
    public string Level { get; } = ReportData.Text(json, "ebene")!;

    public string Id { get; } = ReportData.Text(json, "id")!;

    public string Name { get; } = ReportData.Text(json, "bezeichnung")!;

    public string Unit { get; } = ReportData.Text(json, "einheit") ?? "";

    public string Status { get; } = ReportData.Text(json, "ampel")!;

    public string? Basis { get; } = ReportData.Text(json, "prognoseArt");

    public bool IsBase { get; } = ReportData.Text(json, "typ") == "grundzahl";

    public bool IsMain { get; } = json.GetProperty("haupt").GetBoolean();

    public int Decimals { get; } = json.GetProperty("dezimalstellen").GetInt32();

    /// <summary>1 where more is better, −1 where less is, 0 where neither.</summary>
    public int Better { get; } =
        ReportData.Text(json, "richtung") switch { "hoeher_besser" => 1, "niedriger_besser" => -1, _ => 0 };

    public decimal? this[string field] => ReportData.Amount(json, field);

    /// <summary>The word for a difference of this figure: besser, schlechter, mehr, weniger.</summary>
    public string WordFor(decimal difference) =>
        Better * difference > 0 ? "besser" : Better * difference < 0 ? "schlechter" : difference > 0 ? "mehr" : "weniger";
}
