using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <summary>Findings about reference figures that come from files of the statistical offices.</summary>
public static partial class CatalogueFindings
{
    /// <summary>A value that is typed in and read from a file.</summary>
    public static Finding ReferenceTwofold(CataloguePlace at, string id) =>
        Error("PR-2161", at, $"„{id}“ hat einen Wert und eine Datei. Bitte wert und stichtag löschen oder datei.", null,
            "nur eines von beiden");

    /// <summary>The file does not lie in its folder.</summary>
    public static Finding ReferenceFileMissing(CataloguePlace at, string name, IReadOnlyList<string> present) =>
        Error("PR-2162", at,
            $"Die Datei „{name}“ liegt nicht im Ordner rahmendaten/ neben rahmen.yaml."
                + (present.Count > 0 ? $" Dort liegt: {GermanFormat.Enumerate(present)}." : "")
                    + " Bitte ablegen oder den Namen berichtigen.", name,
            "rahmendaten/" + name);

    /// <summary>The file is no flat file.</summary>
    public static Finding NoReferenceFile(CataloguePlace at, string name, string why) =>
        Error("PR-2163", at,
            $"„{name}“ lässt sich nicht als Flat-Datei der Statistischen Ämter lesen. {why} Bitte die Tabelle dort als "
                + "„Flat-CSV“ (auch "
                + "„ffcsv“) herunterladen.", name, "eine Flat-CSV-Datei");

    /// <summary>No regional key is known.</summary>
    public static Finding RegionUnknown(CataloguePlace at, string name) =>
        Error("PR-2164", at,
            $"Welche Region aus „{name}“ zu lesen ist, steht nirgends. Bitte in rahmen.yaml den schluessel des "
                + "Landkreises oder hier region "
                + "angeben.", null, "schluessel: \"07999\"");

    /// <summary>The file has no row of the region.</summary>
    public static Finding RegionMissing(CataloguePlace at, string name, string region) =>
        Error("PR-2165", at, $"In „{name}“ steht keine Zeile für den Regionalschlüssel {region}. Bitte die Tabelle für den "
            + "eigenen Kreis "
            + "herunterladen oder den Schlüssel berichtigen.", region, "ein Schlüssel wie \"07999\"");

    /// <summary>The file has rows of the region, but none of what is asked for.</summary>
    public static Finding VariableMissing(CataloguePlace at, string name, string region, string offered) =>
        Error("PR-2166", at, $"In „{name}“ passt keine Zeile der Region {region} zu den Angaben. Es gibt dort {offered}. Bitte "
            + "merkmal oder "
            + "auspraegungen berichtigen.", null, offered);

    /// <summary>Several values for one day.</summary>
    public static Finding SeveralValues(CataloguePlace at, string name, string day, string lines, string offered) =>
        Error("PR-2167", at, $"„{name}“ hat für {day} mehrere Werte ({lines}). "
            + $"Bitte genauer angeben, welcher gemeint ist: {offered}.", null, offered);

    /// <summary>A row without a day.</summary>
    public static Finding NoDay(CataloguePlace at, string name, int line, string found) =>
        Error("PR-2168", at, $"„{name}“ nennt in Zeile {line} keinen Stichtag, sondern „{found}“. Bitte eine Tabelle mit "
            + "Stichtag oder Jahr "
            + "herunterladen.", found, "2025-06-30 oder 2025");

    /// <summary>The office publishes no value.</summary>
    public static Finding NoValue(CataloguePlace at, string name, int line, string found) =>
        Error("PR-2169", at, $"„{name}“ hat in Zeile {line} keinen Wert, sondern „{found}“ (nicht vorhanden oder geheim). "
            + "Bitte einen anderen "
            + "Stichtag herunterladen oder den Wert eintragen.", found, "eine Zahl");

    /// <summary>The file's unit is another than the catalogue's.</summary>
    public static Finding OtherUnit(CataloguePlace at, string name, int line, string found, string expected) =>
        Error("PR-2170", at, $"„{name}“ nennt in Zeile {line} die Einheit „{found}“, im Katalog steht „{expected}“. Bitte die "
            + "Einheit "
            + "berichtigen oder eine andere Tabelle herunterladen.", found, expected);
}
