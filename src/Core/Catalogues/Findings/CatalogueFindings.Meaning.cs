using Produktreport.Core.Findings;
using Produktreport.Core.German;

namespace Produktreport.Core.Catalogues.Findings;

/// <content>Values that fit the format but not each other.</content>
public static partial class CatalogueFindings
{
    internal static Finding DuplicateFigure(CataloguePlace at, string level, string id) => Error("PR-2040", at,
        $"Die Zahl „{id}“ gibt es in {level} zweimal. Bitte eine löschen oder umbenennen.",
        id, "jede id nur einmal je Produkt oder Leistung");

    internal static Finding DuplicateFigureName(CataloguePlace at, string level, string name) => Error("PR-2041", at,
        $"Den Namen „{name}“ tragen in {level} zwei Zahlen; gelieferte Dateien wären nicht eindeutig. Bitte Bezeichnung oder "
        + "Synonym ändern.", name, "jeder Name nur einmal je Produkt oder Leistung");

    internal static Finding DuplicateService(CataloguePlace at, string number) => Error("PR-2042", at,
        $"Die Nummer \"{number}\" ist in diesem Produkt schon vergeben. Bitte der Leistung eine eigene Nummer geben.",
        number, "jede Nummer nur einmal");

    internal static Finding DuplicateGoal(CataloguePlace at, string id) => Error("PR-2043", at,
        $"Das Ziel „{id}“ gibt es in diesem Produkt zweimal. Bitte eine id ändern.", id, "jede id nur einmal");

    internal static Finding DuplicateDepartment(CataloguePlace at, string id) => Error("PR-2044", at,
        $"Das Amt „{id}“ steht zweimal in der Liste. Bitte einen Eintrag löschen oder umbenennen.", id, "jede id nur einmal");

    internal static Finding DuplicateProduct(CataloguePlace at, string number, string otherFile) => Error("PR-2045", at,
        $"Das Produkt \"{number}\" steht schon in „{otherFile}“. Bitte eine der beiden Dateien löschen oder ihre Nummer ändern.",
        number, "jede Produktnummer nur einmal im Jahr");

    internal static Finding DuplicateProfile(CataloguePlace at, string name, string otherFile) => Error("PR-2046", at,
        $"Das Importprofil „{name}“ steht schon in „{otherFile}“. Bitte eines umbenennen.",
        name, "jeder Name nur einmal im Jahr");

    internal static Finding DuplicateReference(CataloguePlace at, string id, DateOnly asOf) => Error("PR-2047", at,
        $"„{id}“ gibt es zweimal mit dem Stichtag {GermanFormat.Date(asOf)}. Bitte einen Eintrag löschen oder den Stichtag "
        + "ändern.", id, "jeder Stichtag nur einmal");

    internal static Finding ReferenceDiffers(CataloguePlace at, string id) => Error("PR-2048", at,
        $"„{id}“ steht mehrfach mit verschiedener Bezeichnung oder Einheit da. Bitte angleichen; nur Wert, Stichtag und Quelle "
        + "dürfen sich unterscheiden.", id, "gleiche Bezeichnung und Einheit");

    internal static Finding NoPopulation(CataloguePlace at) => Error("PR-2049", at,
        "In den Rahmendaten fehlen die Einwohner. Bitte einen Eintrag mit id: einwohner, Wert, Stichtag und Quelle ergänzen.",
        expected: "{id: einwohner, …}");

    internal static Finding UnknownDepartment(CataloguePlace at, string id, IReadOnlyList<string> known) => Error("PR-2050", at,
        $"Das Amt „{id}“ steht nicht in rahmen.yaml.{SpellingSuggestion.Sentence(id, known)} Bitte dort ergänzen oder hier "
        + "berichtigen.", id, string.Join(", ", known));

    internal static Finding UnknownProduct(CataloguePlace at, string number, IReadOnlyList<string> known) => Error("PR-2051", at,
        $"Das Produkt \"{number}\" gibt es in diesem Jahr nicht.{SpellingSuggestion.Sentence(number, known)} Bitte berichtigen "
        + "oder löschen.", number, "die Nummer eines Produkts dieses Jahres");

    internal static Finding HierarchyNameDiffers(
        CataloguePlace at, string step, string number, string name, string otherName, string otherFile) => Error("PR-2052", at,
        $"{step} {number} heißt hier „{name}“, in „{otherFile}“ aber „{otherName}“. Bitte angleichen.", name, otherName);

    internal static Finding HierarchyParentDiffers(
        CataloguePlace at, string step, string number, string parent, string otherParent, string otherFile) =>
        Error("PR-2053", at,
            $"{step} {number} gehört hier zu {parent}, in „{otherFile}“ aber zu {otherParent}. Bitte angleichen, sonst sind die "
                + "Summen nicht eindeutig.", parent, otherParent);

    internal static Finding HierarchyPrefix(
        CataloguePlace at, string what, string number, string parent) => Warning("PR-2054", at,
        $"{what} {number} beginnt nicht mit {parent}, der Nummer der Ebene darüber. Bitte prüfen; der Katalog gilt trotzdem.",
        number, $"eine Nummer, die mit {parent} beginnt");

    internal static Finding UnknownBaseFigure(
        CataloguePlace at, string key, string id, string level, IReadOnlyList<string> known) => Error("PR-2055", at,
        $"„{key}“ verweist auf „{id}“; diese Grundzahl gibt es in {level} nicht.{SpellingSuggestion.Sentence(id, known)}",
        id, string.Join(", ", known));

    internal static Finding WeighsItself(CataloguePlace at, string id) => Error("PR-2056", at,
        $"„{id}“ kann nicht mit sich selbst gewichtet werden. Bitte die Grundzahl nennen, die das Gewicht liefert, etwa die Zahl "
        + "der Antworten.", id, "eine andere Grundzahl");

    internal static Finding EmptyRange(CataloguePlace at, decimal minimum, decimal maximum) => Error("PR-2057", at,
        $"von ({minimum}) ist größer als bis ({maximum}). Bitte die beiden Werte tauschen oder berichtigen.",
        $"von: {minimum}, bis: {maximum}", "von höchstens so groß wie bis");

    internal static Finding ToleranceOrder(CataloguePlace at, decimal green, decimal yellow) => Error("PR-2058", at,
        $"gelb_prozent ({yellow}) ist kleiner als gruen_prozent ({green}). Gelb beginnt, wo Grün aufhört; bitte berichtigen.",
        $"gruen_prozent: {green}, gelb_prozent: {yellow}", "gelb_prozent mindestens so groß wie gruen_prozent");

    internal static Finding KindTwice(CataloguePlace at, string word) => Error("PR-2059", at,
        $"„{word}“ steht bei zeitraeume zweimal. Bitte einen Eintrag löschen.", word, "jeder Zeitraum nur einmal");

    internal static Finding GoalUnresolved(CataloguePlace at, string found, IReadOnlyList<string> known) => Error("PR-2060", at,
        $"„misst“ verweist auf „{found}“; diese Zahl gibt es in diesem Produkt nicht.{SpellingSuggestion.Sentence(found, known)} "
        + "Bitte eine Grund- oder Kennzahl des Produkts oder einer Leistung nennen.",
        found, "eine Kennung wie 11112.zufriedenheit");

    internal static Finding ClashWithReference(CataloguePlace at, string id) => Error("PR-2061", at,
        $"„{id}“ heißen auch die Rahmendaten; in Formeln wäre nicht klar, was gemeint ist. Bitte der Zahl eine andere id geben.",
        id, "eine id, die nicht unter rahmendaten steht");

    internal static Finding ReservedId(CataloguePlace at, string id) => Error("PR-2062", at,
        $"„{id}“ ist ein Wort der Formeln oder der Lieferdateien und kann keine id sein. Bitte eine andere id wählen.",
        id, "eine andere id");

    internal static Finding PeriodMissing(CataloguePlace at, string column) => Error("PR-2063", at,
        $"Für die Spalte „{column}“ ist kein Zeitraum bekannt. Bitte bei der Wertspalte periode: \"2026\" angeben oder im Profil "
        + "die Spalte, in der er steht (periode: Überschrift).", column, "periode");

    internal static Finding PeriodColumnUnclear(CataloguePlace at, string column) => Error("PR-2098", at,
        $"Die Spalte „{column}“ unter periode sagt nicht durch ihren Namen, ob Jahr, Halbjahr, Quartal oder Monat darin steht, "
        + "oder dasselbe steht zweimal da. Bitte die Spalten einzeln nennen: periode: {jahr: …, quartal: …}.",
        column, "periode: {jahr: …, quartal: …}");

    internal static Finding HeaderLinesApart(CataloguePlace at) => Error("PR-2099", at,
        "Die Zeilen unter „kopfzeile“ müssen aufeinander folgen, von oben nach unten: [2, 3].", expected: "[2, 3]");

    internal static Finding KeyAsValue(CataloguePlace at, string column, string key) => Error("PR-2100", at,
        $"Die Spalte „{column}“ steht unter „werte“ als Spalte der Beträge und unter „{key}“ als eine von Nummern. Bitte unter "
        + "„spalte“ die Spalte mit den Beträgen nennen.", column, "die Spalte mit den Beträgen");

    internal static Finding CreationMissing(CataloguePlace at) => Error("PR-2064", at,
        "unbekannte_produkte: anlegen braucht den Abschnitt anlegen mit der Spalte der Bezeichnung. Bitte ergänzen.",
        expected: "anlegen: {bezeichnung: …}");

    internal static Finding CreationUnused(CataloguePlace at) => Error("PR-2065", at,
        "Der Abschnitt anlegen wirkt nur mit unbekannte_produkte: anlegen. Bitte eines von beiden ändern.",
        expected: "unbekannte_produkte: anlegen");

    internal static Finding MarksEqual(CataloguePlace at, string mark) => Error("PR-2066", at,
        $"Dezimal- und Tausenderzeichen sind beide „{mark}“. Bitte eines ändern.", mark, "zwei verschiedene Zeichen");

    internal static Finding ColumnWithoutHeader(CataloguePlace at, string column) => Error("PR-2095", at,
        $"Ohne Kopfzeile (kopfzeile: keine) heißen die Spalten wie in Excel A, B, …; „{column}“ ist kein solcher Buchstabe. "
        + "Bitte den Buchstaben der Spalte schreiben.", column, "A, B, …, AA");

    internal static Finding OneOrigin(CataloguePlace at) => Error("PR-2096", at,
        "Unter produkt steht genau eine Angabe: fest, dateiname oder blatt; oder eine spalte mit einem muster oder einer "
        + "ueberschrift. Bitte die anderen löschen oder eine ergänzen.", expected: "produkt: {dateiname: \"plan_{nummer}.csv\"}");

    internal static Finding ZeroFactor(CataloguePlace at, string key) => Error("PR-2067", at,
        $"„{key}“ darf nicht 0 sein.", "0", "eine Zahl ungleich 0");

    internal static Finding UnknownPredecessor(CataloguePlace at, string number, int year) => Error("PR-2068", at,
        $"Den Vorgänger \"{number}\" gibt es im Katalog {year} nicht. Bitte die Nummer prüfen.",
        number, $"eine Nummer aus dem Katalog {year}");

    internal static Finding SharesExceedOne(CataloguePlace at, string number, decimal sum) => Error("PR-2069", at,
        $"Vom Vorgänger \"{number}\" werden zusammen {GermanFormat.Exact(sum * 100)} % übernommen. Bitte die Anteile so wählen, "
        + "dass sie höchstens 1 ergeben.", GermanFormat.Exact(sum), "zusammen höchstens 1");

    internal static Finding ValueColumnTwice(CataloguePlace at, string column) => Error("PR-2070", at,
        $"Die Spalte „{column}“ liefert zweimal dieselbe Grundzahl für denselben Zeitraum; die Werte würden doppelt gezählt. "
        + "Bitte einen Eintrag löschen oder mit wenn abgrenzen.", column, "jede Spalte nur einmal");

    internal static Finding ProfileOfNoDepartment(
        CataloguePlace at, string folder, IReadOnlyList<string> known) => Warning("PR-2071", at,
        $"Den Ordner „{folder}“ hat kein Amt aus rahmen.yaml; das Profil gilt so für keine "
        + $"Datei.{SpellingSuggestion.Sentence(folder, known)} Bitte prüfen.", folder, string.Join(", ", known));
}
