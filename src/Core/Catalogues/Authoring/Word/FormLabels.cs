using System.Text.RegularExpressions;

namespace Produktreport.Core.Catalogues.Authoring.Word;

/// <summary>The printed words of the form.</summary>
internal static partial class FormLabels
{
    public const string Number = "produktkennziffer";
    public const string Name = "produktbezeichnung";
    public const string Goals = "ziele";

    /// <summary>
    /// The labelled fields of section I with the key of the product file they belong to, as the form prints them.
    /// </summary>
    public static readonly (string Label, string Key, string Printed)[] Fields =
    [
        (Number, "produkt", "Produktkennziffer"),
        (Name, "bezeichnung", "Produktbezeichnung"),
        ("hauptproduktbereich", "hauptproduktbereich", "Hauptproduktbereich"),
        ("produktbereich", "produktbereich", "Produktbereich"),
        ("produktgruppe", "produktgruppe", "Produktgruppe"),
        ("art der aufgabe", "art_der_aufgabe", "Art der Aufgabe"),
        ("auftraggeber", "auftraggeber", "Auftraggeber"),
        ("produktart", "produktart", "Produktart"),
        ("produktverantwortlicher", "produktverantwortlich", "Produktverantwortlicher"),
        ("beschreibung des produkts", "beschreibung", "Beschreibung des Produkts"),
        ("auftragsgrundlage", "auftragsgrundlage", "Auftragsgrundlage"),
        ("zielgruppe", "zielgruppe", "Zielgruppe"),
        (Goals, "ziele", "Ziele"),
    ];

    private static readonly string[] Headings =
        ["produktbeschreibung", "allgemeine angaben", "leistungs-nr. und bezeichnung",
            "beschreibung der leistung / erläuterung / abgrenzung"];

    /// <summary>The label a line is, or null. Numbering, colon and asterisk do not count.</summary>
    public static string? FieldOf(string line) => Plain(line) switch
    {
        "produktverantwortliche" or "produktverantwortliche(r)" or "produktverantwortlich" or "produktverantwortliche/r" =>
            "produktverantwortlicher",
        "beschreibung des produktes" => "beschreibung des produkts",
        var plain => Fields.Any(field => field.Label == plain) ? plain : null,
    };

    /// <summary>Whether a line is a heading that says nothing.</summary>
    public static bool IsHeading(string line) => Headings.Contains(Plain(line));

    /// <summary>Whether section II begins.</summary>
    public static bool IsServices(string line) => Plain(line) == "leistungen";

    /// <summary>Whether section III begins.</summary>
    public static bool IsFigures(string line) => Plain(line) == "grund- und kennzahlen";

    /// <summary>A line without numbering, colon, asterisk and capitals.</summary>
    public static string Plain(string line) => Numbering().Replace(line, "").TrimEnd(':', '*', ' ').ToLowerInvariant();

    /// <summary>Whether a line is numbering only: <c>2.4.1</c>.</summary>
    public static bool IsNumbering(string line) => NumberingOnly().IsMatch(line);

    /// <summary>The place and name of a service in „Grund- und Kennzahlen zur Leistung 1 – …“; null for another line.</summary>
    public static (int Place, string Name)? ServiceHeading(string line) =>
        ServiceBlock().Match(Numbering().Replace(line, "")) is { Success: true } match && match.Groups["place"].Length <= 4
            ? (int.Parse(match.Groups["place"].Value, System.Globalization.CultureInfo.InvariantCulture),
                match.Groups["name"].Value.Trim())
            : null;

    [GeneratedRegex(@"^(?:[IVX]+\.|[0-9]+(?:\.[0-9]+)*\.?)[ ]+", RegexOptions.NonBacktracking)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^[0-9]+(?:\.[0-9]+)*\.?$", RegexOptions.NonBacktracking)]
    private static partial Regex NumberingOnly();

    [GeneratedRegex(
        @"^Grund- und Kennzahlen zur Leistung (?<place>[0-9]+)[ ]*[–—:-]?[ ]*(?<name>.*)$",
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ServiceBlock();
}
