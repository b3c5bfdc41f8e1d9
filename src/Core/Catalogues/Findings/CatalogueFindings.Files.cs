using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <summary>
/// Every finding about a catalogue, code by code (PR-2xxx); <c>docs/befunde.md</c> explains each. Here: files and YAML.
/// </summary>
public static partial class CatalogueFindings
{
    internal static Finding NotUtf8(CataloguePlace at) => Error("PR-2001", at,
        "Die Datei enthält Zeichen, die nicht als UTF-8 gespeichert sind. Bitte die Datei im Editor mit der Kodierung UTF-8 "
        + "speichern.", expected: "UTF-8");

    internal static Finding FileTooLarge(CataloguePlace at, int size, int limit) => Error("PR-2002", at,
        $"Die Datei ist mit {GermanFormat.Number(size, 0)} Bytes zu groß; erlaubt sind {GermanFormat.Number(limit, 0)} Bytes. "
        + "Bitte prüfen, ob die richtige Datei abgelegt wurde, oder sie auf mehrere Produkte aufteilen.",
        GermanFormat.Number(size, 0) + " Bytes", $"höchstens {GermanFormat.Number(limit, 0)} Bytes");

    internal static Finding NotYaml(CataloguePlace at, string detail) => Error("PR-2003", at,
        "Die Datei lässt sich ab hier nicht lesen: Einrückung, Doppelpunkte, Klammern und Anführungszeichen prüfen. Texte mit "
        + $"Doppelpunkt, # oder Klammern gehören in Anführungszeichen. (Meldung des Lesers: {detail})");

    internal static Finding TooDeep(CataloguePlace at, int limit) => Error("PR-2004", at,
        $"Listen und Abschnitte sind tiefer als {limit} Ebenen verschachtelt. Bitte die Einrückung an die Beispieldateien "
        + "angleichen.", expected: $"höchstens {limit} Ebenen");

    internal static Finding AnchorOrTag(CataloguePlace at) => Error("PR-2005", at,
        "Anker (&), Verweise (*) und Typangaben (!) sind im Katalog nicht erlaubt. Bitte den Wert ausschreiben; beginnt ein Text "
        + "mit einem dieser Zeichen, gehört er in Anführungszeichen.");

    internal static Finding DuplicateKey(CataloguePlace at, string key, int firstLine) => Error("PR-2006", at,
        $"Der Schlüssel „{key}“ steht schon in Zeile {firstLine}. Bitte einen der beiden Einträge löschen.",
        key, "jeder Schlüssel nur einmal");

    internal static Finding EmptyFile(CataloguePlace at) => Error("PR-2007", at,
        "Die Datei ist leer. Bitte sie ausfüllen oder löschen.");

    internal static Finding NoKeys(CataloguePlace at) => Error("PR-2008", at,
        "Die Datei besteht nicht aus Schlüsseln und Werten. Bitte sie nach dem Muster „schlüssel: Wert“ aufbauen.",
        expected: "schlüssel: Wert");

    internal static Finding SeveralDocuments(CataloguePlace at) => Error("PR-2009", at,
        "Nach einer Zeile mit --- oder ... beginnt ein zweites Dokument. Bitte jedes Produkt in eine eigene Datei schreiben.",
        expected: "ein Dokument je Datei");

    internal static Finding KeyIsNoText(CataloguePlace at) => Error("PR-2010", at,
        "Hier steht eine Liste oder ein Abschnitt, wo ein Schlüssel erwartet wird. Geschweifte und eckige Klammern prüfen.",
        expected: "ein Schlüssel");

    internal static Finding WrongPath(CataloguePlace at) => Error("PR-2011", at,
        $"Die Datei „{at.File}“ liegt nicht dort, wo der Katalog gelesen wird, und wird nicht beachtet. Bitte sie verschieben "
        + "oder umbenennen.", at.File, "{jahr}/rahmen.yaml, {jahr}/produkte/{nummer}.yaml oder {jahr}/profile/{name}.yaml");

    internal static Finding OtherFile(CataloguePlace at) => Hint("PR-2012", at,
        $"Die Datei „{at.File}“ gehört nicht zum Katalog und wird nicht beachtet.", at.File);

    internal static Finding FileTwice(CataloguePlace at) => Error("PR-2013", at,
        $"Die Datei „{at.File}“ ist doppelt vorhanden (Groß- und Kleinschreibung zählt nicht). Bitte eine der beiden löschen.",
        at.File);

    internal static Finding FrameMissing(CataloguePlace at, int year) => Error("PR-2014", at,
        $"Für {year} gibt es Produkte, aber keine Datei {year}/rahmen.yaml. Bitte sie anlegen, am besten als Kopie des Vorjahrs.",
        expected: $"{year}/rahmen.yaml");

    internal static Finding OnlyProfiles(CataloguePlace at, int year) => Hint("PR-2015", at,
        $"Für {year} gibt es nur Importprofile und deshalb keinen Katalog. Sie gelten erst, wenn es auch {year}/rahmen.yaml "
        + "gibt.", expected: $"{year}/rahmen.yaml");

    internal static Finding NumberDiffersFromFile(CataloguePlace at, string found, string fileName) => Error("PR-2016", at,
        $"In der Datei steht produkt: \"{found}\", sie heißt aber „{fileName}.yaml“. Bitte die Datei umbenennen oder den Eintrag "
        + "ändern.", found, fileName);

    internal static Finding TooManyKeys(CataloguePlace at, int limit) => Error("PR-2017", at,
        $"Ein Abschnitt hat mehr als {limit} Schlüssel. Bitte prüfen, ob die richtige Datei abgelegt wurde.",
        expected: $"höchstens {limit} Schlüssel");

    /// <summary>The code of <see cref="Withdraws"/>, which alone does not make a catalogue a faulty one.</summary>
    public const string WithdrawsCode = "PR-2097";

    /// <summary>The file is there, and cannot be opened.</summary>
    public static Finding Unreadable(CataloguePlace at) => Error("PR-2094", at,
        "Die Datei lässt sich nicht öffnen; der zuletzt gültige Katalog gilt weiter. Bitte die Rechte der Datei prüfen.");

    /// <summary>An accepted delivery would lose values.</summary>
    public static Finding Withdraws(CataloguePlace at, string delivery, int values, string why) => Error(WithdrawsCode, at,
        $"Mit diesem Katalog {(values == 1 ? "gälte 1 Wert" : $"gälten {values} Werte")} der angenommenen Lieferung „{delivery}“ "
        + $"nicht mehr: {why} Der zuletzt gültige Katalog gilt deshalb weiter. Bitte den Katalog ändern, oder unter „Katalog“ "
        + "oder mit „katalog bestaetigen“ entscheiden, dass er trotzdem gilt.");

    private static Finding Error(string code, CataloguePlace at, string text, string? found = null, string? expected = null) =>
        new(code, Severity.Error, text) { File = at.File, Line = at.Line, Found = found, Expected = expected };

    private static Finding Warning(string code, CataloguePlace at, string text, string? found = null, string? expected = null) =>
        Error(code, at, text, found, expected) with { Severity = Severity.Warning };

    private static Finding Hint(string code, CataloguePlace at, string text, string? found = null, string? expected = null) =>
        Error(code, at, text, found, expected) with { Severity = Severity.Hint };
}
