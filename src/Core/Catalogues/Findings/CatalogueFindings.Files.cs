using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <summary>
/// Every finding about a catalogue, code by code (PR-2xxx); <c>docs/befunde.md</c> explains each. Here: files and YAML.
/// </summary>
public static partial class CatalogueFindings
{
    /// <summary>The bytes are not UTF-8.</summary>
    public static Finding NotUtf8(CataloguePlace at) =>
        Error("PR-2001", at,
            $"Die Datei enthält Zeichen, die nicht als UTF-8 gespeichert sind. Bitte die Datei im Editor mit der Kodierung "
                + "UTF-8 speichern.", null, "UTF-8");

    /// <summary>The file is larger than the limit.</summary>
    public static Finding FileTooLarge(CataloguePlace at, int size, int limit) =>
        Error("PR-2002", at,
            $"Die Datei ist mit {GermanFormat.Number(size, 0)} Bytes zu groß; erlaubt sind {GermanFormat.Number(limit, 0)} "
                + "Bytes. Bitte prüfen, ob die richtige Datei abgelegt wurde, oder sie auf mehrere Produkte aufteilen.",
                    GermanFormat.Number(size, 0) + " Bytes", $"höchstens {GermanFormat.Number(limit, 0)} Bytes");

    /// <summary>The text is not YAML.</summary>
    public static Finding NotYaml(CataloguePlace at, string detail) =>
        Error("PR-2003", at,
            $"Die Datei lässt sich ab hier nicht lesen: Einrückung, Doppelpunkte, Klammern und Anführungszeichen prüfen. Texte "
                + $"mit Doppelpunkt, # oder Klammern gehören in Anführungszeichen. (Meldung des Lesers: {detail})", null, null);

    /// <summary>Lists and sections are nested too deeply.</summary>
    public static Finding TooDeep(CataloguePlace at, int limit) =>
        Error("PR-2004", at,
            $"Listen und Abschnitte sind tiefer als {limit} Ebenen verschachtelt. Bitte die Einrückung an die Beispieldateien "
                + "angleichen.", null, $"höchstens {limit} Ebenen");

    /// <summary>An anchor, alias or tag.</summary>
    public static Finding AnchorOrTag(CataloguePlace at) =>
        Error("PR-2005", at,
            "Anker (&), Verweise (*) und Typangaben (!) sind im Katalog nicht erlaubt. Bitte den Wert ausschreiben; beginnt ein "
                + "Text mit einem dieser Zeichen, gehört er in Anführungszeichen.", null, null);

    /// <summary>A key stands twice in a section.</summary>
    public static Finding DuplicateKey(CataloguePlace at, string key, int firstLine) =>
        Error("PR-2006", at, $"Der Schlüssel „{key}“ steht schon in Zeile {firstLine}. Bitte einen der beiden Einträge löschen.",
            key, "jeder Schlüssel nur einmal");

    /// <summary>Nothing in the file.</summary>
    public static Finding EmptyFile(CataloguePlace at) =>
        Error("PR-2007", at, "Die Datei ist leer. Bitte sie ausfüllen oder löschen.", null, null);

    /// <summary>The file has no keys.</summary>
    public static Finding NoKeys(CataloguePlace at) =>
        Error("PR-2008", at,
            "Die Datei besteht nicht aus Schlüsseln und Werten. Bitte sie nach dem Muster „schlüssel: Wert“ aufbauen.", null,
                "schlüssel: Wert");

    /// <summary>A second document in the file.</summary>
    public static Finding SeveralDocuments(CataloguePlace at) =>
        Error("PR-2009", at,
            "Nach einer Zeile mit --- oder ... beginnt ein zweites Dokument. Bitte jedes Produkt in eine eigene Datei schreiben.",
                null, "ein Dokument je Datei");

    /// <summary>A key that is a list or section.</summary>
    public static Finding KeyIsNoText(CataloguePlace at) =>
        Error("PR-2010", at,
            "Hier steht eine Liste oder ein Abschnitt, wo ein Schlüssel erwartet wird. Geschweifte und eckige Klammern prüfen.",
                null, "ein Schlüssel");

    /// <summary>A YAML file where none is read.</summary>
    public static Finding WrongPath(CataloguePlace at) =>
        Error("PR-2011", at,
            $"Die Datei „{at.File}“ liegt nicht dort, wo der Katalog gelesen wird, und wird nicht beachtet. Bitte sie "
                + "verschieben oder umbenennen.", at.File,
                    "{jahr}/rahmen.yaml, {jahr}/produkte/{nummer}.yaml oder {jahr}/profile/{name}.yaml");

    /// <summary>A file that is no YAML.</summary>
    public static Finding OtherFile(CataloguePlace at) =>
        Hint("PR-2012", at, $"Die Datei „{at.File}“ gehört nicht zum Katalog und wird nicht beachtet.", at.File, null);

    /// <summary>The same path twice.</summary>
    public static Finding FileTwice(CataloguePlace at) =>
        Error("PR-2013", at,
            $"Die Datei „{at.File}“ ist doppelt vorhanden (Groß- und Kleinschreibung zählt nicht). Bitte eine der beiden "
                + "löschen.", at.File, null);

    /// <summary>Products, but no rahmen.yaml.</summary>
    public static Finding FrameMissing(CataloguePlace at, int year) =>
        Error("PR-2014", at,
            $"Für {year} gibt es Produkte, aber keine Datei {year}/rahmen.yaml. Bitte sie anlegen, am besten als Kopie des "
                + "Vorjahrs.", null, $"{year}/rahmen.yaml");

    /// <summary>Profiles, but no rahmen.yaml.</summary>
    public static Finding OnlyProfiles(CataloguePlace at, int year) =>
        Hint("PR-2015", at,
            $"Für {year} gibt es nur Importprofile und deshalb keinen Katalog. Sie gelten erst, wenn es auch {year}/rahmen.yaml "
                + "gibt.", null, $"{year}/rahmen.yaml");

    /// <summary>The number inside is not the file name.</summary>
    public static Finding NumberDiffersFromFile(CataloguePlace at, string found, string fileName) =>
        Error("PR-2016", at,
            $"In der Datei steht produkt: \"{found}\", sie heißt aber „{fileName}.yaml“. Bitte die Datei umbenennen oder den "
                + "Eintrag ändern.", found, fileName);

    /// <summary>A section with more keys than any has.</summary>
    public static Finding TooManyKeys(CataloguePlace at, int limit) =>
        Error("PR-2017", at, $"Ein Abschnitt hat mehr als {limit} Schlüssel. Bitte prüfen, ob die richtige Datei abgelegt wurde.",
            null, $"höchstens {limit} Schlüssel");

    private static Finding Error(string code, CataloguePlace at, string text, string? found, string? expected) =>
        new(code, Severity.Error, text) { File = at.File, Line = at.Line, Found = found, Expected = expected };

    private static Finding Warning(string code, CataloguePlace at, string text, string? found, string? expected) =>
        Error(code, at, text, found, expected) with { Severity = Severity.Warning };

    private static Finding Hint(string code, CataloguePlace at, string text, string? found, string? expected) =>
        Error(code, at, text, found, expected) with { Severity = Severity.Hint };
}
