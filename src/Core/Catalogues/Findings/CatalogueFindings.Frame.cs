using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <content>The sections of <c>rahmen.yaml</c>: logo, reference figures, messages, comparison, public face.</content>
public static partial class CatalogueFindings
{
    internal static Finding LogoUnclear(CataloguePlace at) => Error("PR-2072", at,
        "Das Logo braucht entweder pfade (Zeichnung als SVG-Pfade) oder datei (PNG oder JPEG neben rahmen.yaml), und nur eines "
        + "davon. Bitte ergänzen oder eines löschen.", expected: "pfade oder datei");

    internal static Finding LogoWithoutSize(CataloguePlace at) => Error("PR-2073", at,
        "Zu den Pfaden des Logos fehlt die Größe der Zeichnung. Bitte breite und hoehe ergänzen: die letzten beiden Zahlen der "
        + "viewBox der SVG-Datei.", expected: "breite und hoehe");

    internal static Finding LogoPathUnreadable(CataloguePlace at, string found) => Error("PR-2074", at,
        $"Der Pfad „{found}“ lässt sich nicht zeichnen. Erlaubt sind die Befehle M (am Anfang), L, H, V, C, Q und Z, groß oder "
        + "klein, mit ihren Zahlen; Bögen (A) und die Kurzformen S und T bitte im Zeichenprogramm in Kurven umwandeln.",
        found, "SVG-Pfaddaten wie M0 0L100 0L50 80Z");

    internal static Finding LogoFileMissing(CataloguePlace at, string file) => Error("PR-2075", at,
        $"Die Datei „{file}“ liegt nicht neben rahmen.yaml. Bitte sie dort ablegen oder den Namen berichtigen (Groß- und "
        + "Kleinschreibung zählt).", file, "eine Datei im selben Ordner wie rahmen.yaml");

    internal static Finding LogoFileTooLarge(CataloguePlace at, string file, int size, int limit) => Error("PR-2076", at,
        $"Die Datei „{file}“ ist mit {GermanFormat.Number(size, 0)} Bytes zu groß; erlaubt sind {GermanFormat.Number(limit, 0)} "
        + "Bytes. Bitte das Bild kleiner speichern; gedruckt wird es nur etwa 15 mm hoch.",
        GermanFormat.Number(size, 0) + " Bytes", $"höchstens {GermanFormat.Number(limit, 0)} Bytes");

    internal static Finding LogoFileUnreadable(CataloguePlace at, string file, int pixels) => Error("PR-2077", at,
        $"Das Bild „{file}“ ist beschädigt oder von einer Art, die nicht gedruckt werden kann. Bitte als PNG (8 Bit je Kanal "
        + "oder mit Palette, ohne Interlacing) oder als JPEG (Graustufen oder RGB) mit höchstens "
        + $"{GermanFormat.Number(pixels, 0)} Bildpunkten neu speichern.", file, "PNG oder JPEG");

    internal static Finding LogoSizeUnused(CataloguePlace at) => Hint("PR-2078", at,
        "breite und hoehe gelten nur für pfade; ein Bild hat seine eigene Größe. Bitte die beiden Einträge löschen.");

    internal static Finding ReferenceTwofold(CataloguePlace at, string id) => Error("PR-2161", at,
        $"„{id}“ hat einen Wert und eine Datei. Bitte wert und stichtag löschen oder datei.", expected: "nur eines von beiden");

    internal static Finding ReferenceFileMissing(CataloguePlace at, string name, IReadOnlyList<string> present) =>
        Error("PR-2162", at,
            $"Die Datei „{name}“ liegt nicht im Ordner rahmendaten/ neben rahmen.yaml."
                + (present.Count > 0 ? $" Dort liegt: {GermanFormat.Enumerate(present)}." : "")
                    + " Bitte ablegen oder den Namen berichtigen.", name,
            "rahmendaten/" + name);

    internal static Finding NoReferenceFile(CataloguePlace at, string name, string why) => Error("PR-2163", at,
        $"„{name}“ lässt sich nicht als Flat-Datei der Statistischen Ämter lesen. {why} Bitte die Tabelle dort als „Flat-CSV“ "
        + "(auch „ffcsv“) herunterladen.", name, "eine Flat-CSV-Datei");

    internal static Finding RegionUnknown(CataloguePlace at, string name) => Error("PR-2164", at,
        $"Welche Region aus „{name}“ zu lesen ist, steht nirgends. Bitte in rahmen.yaml den schluessel des Landkreises oder hier "
        + "region angeben.", expected: "schluessel: \"07999\"");

    internal static Finding RegionMissing(CataloguePlace at, string name, string region) => Error("PR-2165", at,
        $"In „{name}“ steht keine Zeile für den Regionalschlüssel {region}. Bitte die Tabelle für den eigenen Kreis "
        + "herunterladen oder den Schlüssel berichtigen.", region, "ein Schlüssel wie \"07999\"");

    internal static Finding VariableMissing(CataloguePlace at, string name, string region, string offered) => Error("PR-2166", at,
        $"In „{name}“ passt keine Zeile der Region {region} zu den Angaben. Es gibt dort {offered}. Bitte merkmal oder "
        + "auspraegungen berichtigen.", expected: offered);

    internal static Finding SeveralValues(
        CataloguePlace at, string name, string day, string lines, string offered) => Error("PR-2167", at,
        $"„{name}“ hat für {day} mehrere Werte ({lines}). Bitte genauer angeben, welcher gemeint ist: {offered}.",
        expected: offered);

    internal static Finding NoDay(CataloguePlace at, string name, int line, string found) => Error("PR-2168", at,
        $"„{name}“ nennt in Zeile {line} keinen Stichtag, sondern „{found}“. Bitte eine Tabelle mit Stichtag oder Jahr "
        + "herunterladen.", found, "2025-06-30 oder 2025");

    internal static Finding NoValue(CataloguePlace at, string name, int line, string found) => Error("PR-2169", at,
        $"„{name}“ hat in Zeile {line} keinen Wert, sondern „{found}“ (nicht vorhanden oder geheim). Bitte einen anderen "
        + "Stichtag herunterladen oder den Wert eintragen.", found, "eine Zahl");

    internal static Finding OtherUnit(
        CataloguePlace at, string name, int line, string found, string expected) => Error("PR-2170", at,
        $"„{name}“ nennt in Zeile {line} die Einheit „{found}“, im Katalog steht „{expected}“. Bitte die Einheit berichtigen "
        + "oder eine andere Tabelle herunterladen.", found, expected);

    internal static Finding NumberUnclear(CataloguePlace at, string name, int line, string found) => Error("PR-2171", at,
        $"„{found}“ in Zeile {line} von „{name}“ lässt sich auf zwei Arten lesen: mit Dezimalstellen oder mit Tausendern. Bitte "
        + "die Datei so ablegen, wie das Statistische Amt sie ausgibt (nicht aus Excel gespeichert), oder den Wert eintragen.",
        found, "eine Zahl ohne Tausenderpunkt");

    internal static Finding NoCount(CataloguePlace at, string name, int line, string found) => Error("PR-2174", at,
        $"„{found}“ in Zeile {line} von „{name}“ kann keine Anzahl sein: Gezählt wird in ganzen Zahlen, Einwohner gibt es "
        + "mindestens einen. Bitte die Datei so ablegen, wie das Statistische Amt sie ausgibt, und mit merkmal und auspraegungen "
        + "den richtigen Wert nennen.", found, "eine ganze Zahl");

    internal static Finding LatestUnknown(CataloguePlace at, string name, string time, string found) => Hint("PR-2172", at,
        $"„{name}“ hat für {time} noch keinen Wert, sondern „{found}“; gelesen wurden die älteren Stichtage.");

    internal static Finding NoPeople(CataloguePlace at, string name, string variable) => Warning("PR-2173", at,
        $"Als Einwohner wird aus „{name}“ das Merkmal „{variable}“ gelesen, das nicht nach Personen klingt. Bitte prüfen und mit "
        + "merkmal das richtige nennen.", variable, "Bevölkerungsstand");

    internal static Finding NoContactAddress(CataloguePlace at, string department, string? contact) => Warning("PR-2201", at,
        $"Das Amt „{department}“ bekommt keine Nachrichten, denn als kontakt steht keine E-Mail-Adresse da. Bitte eine "
        + "eintragen; der Katalog gilt trotzdem.", contact, "eine E-Mail-Adresse");

    internal static Finding DuplicateList(CataloguePlace at, string name) => Error("PR-2202", at,
        $"Den Verteiler „{name}“ gibt es zweimal. Bitte einen umbenennen oder löschen.", name, "jeder Name nur einmal");

    internal static Finding ListOfNothing(CataloguePlace at, string name) => Error("PR-2203", at,
        $"Der Verteiler „{name}“ bekäme keinen Bericht. Bitte produkte, aemter, bereiche oder gesamtbericht: true angeben.",
        expected: "produkte, aemter, bereiche oder gesamtbericht");

    internal static Finding ListOfNoDepartment(CataloguePlace at, string name) => Error("PR-2204", at,
        $"Beim Verteiler „{name}“ gehören rolle: fachamt und amt zusammen: Das Amt sagt, wessen Entwürfe die Empfänger sehen "
        + "dürfen. Bitte beides angeben oder keines.", expected: "rolle: fachamt mit amt");

    internal static Finding DraftsForReaders(CataloguePlace at, string name) => Error("PR-2205", at,
        $"Entwürfe sehen nur das Fachamt und das Controlling. Bitte beim Verteiler „{name}“ entwuerfe löschen oder rolle: "
        + "fachamt (mit amt) oder rolle: controlling angeben, wenn seine Empfänger sie sehen dürfen.",
        "true", "rolle: fachamt oder controlling");

    internal static Finding SilenceReversed(CataloguePlace at, DateOnly from, DateOnly to) => Error("PR-2206", at,
        $"Die Ruhezeit endet am {GermanFormat.Date(to)}, vor ihrem Anfang am {GermanFormat.Date(from)}. Bitte von und bis "
        + "tauschen oder berichtigen.", GermanFormat.Date(to), "bis nicht vor von");

    internal static Finding PeersUnclear(CataloguePlace at) => Error("PR-2231", at,
        "Eine Liste kreise gehört zu auswahl: liste, und nur dazu. Bitte beides angeben oder keines.",
        expected: "{auswahl: liste, kreise: [\"07131\"]}");

    internal static Finding NoKeyToCompare(CataloguePlace at) => Error("PR-2232", at,
        "Zahlen sind vergleichbar, aber der schluessel des Landkreises fehlt oder ist keiner eines Kreises. Bitte in rahmen.yaml "
        + "den amtlichen Kreisschlüssel mit fünf Ziffern ergänzen.", expected: "schluessel: \"07999\"");

    internal static Finding SharedTwice(CataloguePlace at, string id, string number) => Error("PR-2233", at,
        $"Die gemeinsame Kennung „{id}“ tragen im Produkt {number} des Produktrahmens zwei Zahlen; es wäre unklar, welche "
        + "verglichen wird. Bitte eine löschen oder produktrahmen berichtigen.",
        id, "jede gemeinsame Kennung nur einmal je Produkt des Produktrahmens");

    internal static Finding SharedUnitDiffers(CataloguePlace at, string id, string unit, string otherUnit) => Error("PR-2234", at,
        $"Die gemeinsame Kennung „{id}“ steht hier mit der Einheit „{unit}“, an anderer Stelle mit „{otherUnit}“. Bitte "
        + "angleichen: Eine Kennung hat nur eine Einheit.", unit, otherUnit);

    internal static Finding FaceIncomplete(CataloguePlace at, IReadOnlyList<string> missing) => Hint("PR-2241", at,
        $"Im Auftritt des Kreises fehlt noch: {GermanFormat.Enumerate(missing)}. Das Portal verlinkt nur, was es gibt. Bitte "
        + "ergänzen, bevor Berichte veröffentlicht werden.", expected: "impressum, datenschutz, barrierefreiheit, rueckmeldung");
}
