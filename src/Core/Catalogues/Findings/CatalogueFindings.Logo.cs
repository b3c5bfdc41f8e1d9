using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <content>The county's logo.</content>
public static partial class CatalogueFindings
{
    /// <summary>Neither paths nor a file, or both.</summary>
    public static Finding LogoUnclear(CataloguePlace at) =>
        Error("PR-2072", at,
            "Das Logo braucht entweder pfade (Zeichnung als SVG-Pfade) oder datei (PNG oder JPEG neben rahmen.yaml), und nur "
                + "eines davon. Bitte ergänzen oder eines löschen.", null, "pfade oder datei");

    /// <summary>Paths without the size of their drawing.</summary>
    public static Finding LogoWithoutSize(CataloguePlace at) =>
        Error("PR-2073", at,
            "Zu den Pfaden des Logos fehlt die Größe der Zeichnung. Bitte breite und hoehe ergänzen: die letzten beiden Zahlen "
                + "der viewBox der SVG-Datei.", null, "breite und hoehe");

    /// <summary>Path data that is not understood.</summary>
    public static Finding LogoPathUnreadable(CataloguePlace at, string found) =>
        Error("PR-2074", at,
            $"Der Pfad „{found}“ lässt sich nicht zeichnen. Erlaubt sind die Befehle M (am Anfang), L, H, V, C, Q und Z, groß "
                + "oder klein, mit ihren Zahlen; Bögen (A) und die Kurzformen S und T bitte im Zeichenprogramm in Kurven "
                    + "umwandeln.", found, "SVG-Pfaddaten wie M0 0L100 0L50 80Z");

    /// <summary>The file is not there.</summary>
    public static Finding LogoFileMissing(CataloguePlace at, string file) =>
        Error("PR-2075", at,
            $"Die Datei „{file}“ liegt nicht neben rahmen.yaml. Bitte sie dort ablegen oder den Namen berichtigen (Groß- und "
                + "Kleinschreibung zählt).", file, "eine Datei im selben Ordner wie rahmen.yaml");

    /// <summary>The file is larger than the limit.</summary>
    public static Finding LogoFileTooLarge(CataloguePlace at, string file, int size, int limit) =>
        Error("PR-2076", at,
            $"Die Datei „{file}“ ist mit {GermanFormat.Number(size, 0)} Bytes zu groß; erlaubt "
                + $"sind {GermanFormat.Number(limit, 0)} Bytes. Bitte das Bild kleiner speichern; gedruckt wird es nur etwa 15 "
                    + "mm hoch.", GermanFormat.Number(size, 0) + " Bytes", $"höchstens {GermanFormat.Number(limit, 0)} Bytes");

    /// <summary>Not a picture that can be printed.</summary>
    public static Finding LogoFileUnreadable(CataloguePlace at, string file, int pixels) =>
        Error("PR-2077", at,
            $"Das Bild „{file}“ ist beschädigt oder von einer Art, die nicht gedruckt werden kann. Bitte als PNG (8 Bit je "
                + $"Kanal oder mit Palette, ohne Interlacing) oder als JPEG (Graustufen oder RGB) mit "
                    + $"höchstens {GermanFormat.Number(pixels, 0)} Bildpunkten neu speichern.", file, "PNG oder JPEG");

    /// <summary>A size beside a file, which has its own.</summary>
    public static Finding LogoSizeUnused(CataloguePlace at) =>
        Hint("PR-2078", at,
            "breite und hoehe gelten nur für pfade; ein Bild hat seine eigene Größe. Bitte die beiden Einträge löschen.", null,
                null);
}
