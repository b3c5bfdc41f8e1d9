using System.Text;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>What a clerk gets to read for each fault: the whole text, and the line it is about.</summary>
public sealed class CatalogueFaultTests
{
    private const string Head = "produkt: \"1111\"\nbezeichnung: Produkt\namt: amt\n";

    public static TheoryData<string, string, int, string> ProductFaults => new()
    {
        { Head + "beschreibnug: x", "PR-2020", 4, "Der Schlüssel „beschreibnug“ ist in dem Produkt nicht bekannt. Meinten Sie „beschreibung“? Bitte berichtigen oder löschen." },
        { Head + "zzz: x", "PR-2020", 4, "Der Schlüssel „zzz“ ist in dem Produkt nicht bekannt. Bitte berichtigen oder löschen." },
        { Head + "grundzahlen: [{id: a, bezeichnung: A, jahreswert: summe, von: 1,5}]", "PR-2020", 4, "„5“ ist kein Schlüssel. Falls eine Dezimalzahl gemeint ist: Der Katalog schreibt sie mit Punkt, zum Beispiel 1.5." },
        { "produkt: \"1111\"\namt: amt", "PR-2021", 1, "In dem Produkt fehlt „bezeichnung“. Bitte ergänzen." },
        { "produkt: \"1111\"\nbezeichnung:\namt: amt", "PR-2022", 2, "„bezeichnung“ ist in dem Produkt nicht ausgefüllt. Bitte einen Wert eintragen." },
        { Head + "leistungen: {nummer: \"11111\"}", "PR-2023", 4, "Bei „leistungen“ wird eine Liste erwartet, hier steht ein Abschnitt mit Schlüsseln. Bitte Einrückung und Klammern prüfen." },
        { Head + "beschreibung: [a]", "PR-2023", 4, "Bei „beschreibung“ wird ein einzelner Wert erwartet, hier steht eine Liste. Bitte Einrückung und Klammern prüfen." },
        { "produkt: 1111\nbezeichnung: Produkt\namt: amt", "PR-2024", 1, "„produkt“ ist Text, aber 1111 ohne Anführungszeichen liest der Rechner als Zahl oder Wahrheitswert (führende Nullen gingen verloren). Bitte in Anführungszeichen setzen." },
        { Head + "produktgruppe: {nummer: 0111}", "PR-2024", 4, "„nummer“ ist Text, aber 0111 ohne Anführungszeichen liest der Rechner als Zahl oder Wahrheitswert (führende Nullen gingen verloren). Bitte in Anführungszeichen setzen." },
        { Head + "grundzahlen:\n  - id: a\n    bezeichnung: A\n    jahreswert: summe\n    bis: 1.234,5", "PR-2025", 8, "„bis“ ist keine Zahl des Katalogs: 1.234,5. Dezimalzahlen stehen mit Punkt und ohne Tausenderzeichen, zum Beispiel 1234.5." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe, bis: viel}", "PR-2025", 5, "„bis“ muss eine Zahl sein, hier steht „viel“. Zahlen stehen ohne Einheit, mit Dezimalpunkt und ohne Tausenderzeichen, zum Beispiel 1234.5." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe, dezimalstellen: 7}", "PR-2026", 5, "„dezimalstellen“ ist 7; erlaubt ist eine ganze Zahl von 0 bis 6." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe, von: \"1\"}", "PR-2027", 5, "„von“ muss eine Zahl sein, „1“ steht aber in Anführungszeichen und ist damit Text. Bitte die Anführungszeichen entfernen." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe, haupt: ja}", "PR-2029", 5, "„haupt“ muss true (ja) oder false (nein) sein, hier steht „ja“." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe, richtung: höher_besser}", "PR-2030", 5, "„höher_besser“ ist für „richtung“ nicht möglich. Meinten Sie „hoeher_besser“? Erlaubt: hoeher_besser, niedriger_besser, neutral." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe, erfassung: woche}", "PR-2030", 5, "„woche“ ist für „erfassung“ nicht möglich. Erlaubt: monat, quartal, halbjahr, jahr." },
        { Head + "grundzahlen:\n  - {id: Größe, bezeichnung: A, jahreswert: summe}", "PR-2031", 5, "„Größe“ ist für „id“ nicht möglich. Erwartet wird ein Kurzname wie kosten_je_stelle (Kleinbuchstaben ohne Umlaute, Ziffern, Unterstrich; beginnt mit einem Buchstaben)." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: durchschnitt}", "PR-2031", 5, "„durchschnitt“ ist für „jahreswert“ nicht möglich. Erwartet wird summe, mittelwert, stichtag oder \"gewichtet: kurzname\"." },
        { Head + "zielgruppe: \"a\\u0007b\"", "PR-2032", 4, "Der Text bei „zielgruppe“ enthält ein Steuerzeichen, das nicht gedruckt werden kann. Bitte den Text neu eintippen." },
        { Head + "zielgruppe: " + new string('x', 4001), "PR-2033", 4, "Der Text bei „zielgruppe“ hat 4001 Zeichen; erlaubt sind 4000. Bitte kürzen." },
        { Head + "zielgruppe: \" \"", "PR-2034", 4, "Der Text bei „zielgruppe“ ist leer. Bitte ausfüllen oder den Eintrag löschen." },
        { Head + "leistungen:\n  -\n", "PR-2036", 5, "In der Liste „leistungen“ ist ein Eintrag leer. Bitte ausfüllen oder den Strich löschen." },
        { Head + "kennzahlen:\n  - {id: a, bezeichnung: A, formel: \"1\"}\n  - {id: a, bezeichnung: B, formel: \"2\"}", "PR-2040", 6, "Die Zahl „a“ gibt es in Produkt 1111 zweimal. Bitte eine löschen oder umbenennen." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe}\n  - {id: b, bezeichnung: B, synonyme: [a], jahreswert: summe}", "PR-2041", 6, "Den Namen „a“ tragen in Produkt 1111 zwei Zahlen; gelieferte Dateien wären nicht eindeutig. Bitte Bezeichnung oder Synonym ändern." },
        { Head + "leistungen:\n  - {nummer: \"11111\", bezeichnung: A, art: intern}\n  - {nummer: \"11111\", bezeichnung: B, art: extern}", "PR-2042", 6, "Die Nummer \"11111\" ist in diesem Produkt schon vergeben. Bitte der Leistung eine eigene Nummer geben." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe}\nziele:\n  - {id: z, text: Z, misst: a, vergleich: mindestens, zeitraum: jahr}\n  - {id: z, text: Z, misst: a, vergleich: mindestens, zeitraum: jahr}", "PR-2043", 8, "Das Ziel „z“ gibt es in diesem Produkt zweimal. Bitte eine id ändern." },
        { "produkt: \"1111\"\nbezeichnung: Produkt\namt: amd", "PR-2050", 3, "Das Amt „amd“ steht nicht in rahmen.yaml. Meinten Sie „amt“? Bitte dort ergänzen oder hier berichtigen." },
        { Head + "produktgruppe: {nummer: \"121\"}", "PR-2054", 1, "Die Produktnummer 1111 beginnt nicht mit 121, der Nummer der Ebene darüber. Bitte prüfen; der Katalog gilt trotzdem." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: \"gewichtet: antwort\"}\n  - {id: antworten, bezeichnung: B, jahreswert: summe}", "PR-2055", 5, "„jahreswert“ verweist auf „antwort“; diese Grundzahl gibt es in Produkt 1111 nicht. Meinten Sie „antworten“?" },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: \"gewichtet: a\"}", "PR-2056", 5, "„a“ kann nicht mit sich selbst gewichtet werden. Bitte die Grundzahl nennen, die das Gewicht liefert, etwa die Zahl der Antworten." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe, von: 6, bis: 1}", "PR-2057", 5, "von (6) ist größer als bis (1). Bitte die beiden Werte tauschen oder berichtigen." },
        { Head + "grundzahlen:\n  - {id: a, bezeichnung: A, jahreswert: summe, ampel: {gruen_prozent: 20}}", "PR-2058", 5, "gelb_prozent (10) ist kleiner als gruen_prozent (20). Gelb beginnt, wo Grün aufhört; bitte berichtigen." },
        { Head + "grundzahlen:\n  - {id: alle, bezeichnung: A, jahreswert: summe}\nziele:\n  - {id: z, text: Z, misst: ale, vergleich: mindestens, zeitraum: jahr}", "PR-2060", 7, "„misst“ verweist auf „ale“; diese Zahl gibt es in diesem Produkt nicht. Meinten Sie „alle“? Bitte eine Grund- oder Kennzahl des Produkts oder einer Leistung nennen." },
        { Head + "grundzahlen:\n  - {id: einwohner, bezeichnung: A, jahreswert: summe}", "PR-2061", 5, "„einwohner“ heißen auch die Rahmendaten; in Formeln wäre nicht klar, was gemeint ist. Bitte der Zahl eine andere id geben." },
        { Head + "grundzahlen:\n  - {id: wert, bezeichnung: A, jahreswert: summe}", "PR-2062", 5, "„wert“ ist ein Wort der Formeln oder der Lieferdateien und kann keine id sein. Bitte eine andere id wählen." },
        { Head + "vorgaenger: [{produkt: \"1110\", anteil: 0}]", "PR-2067", 4, "„anteil“ darf nicht 0 sein." },
        { Head + "vorgaenger: [{produkt: \"1110\"}, {produkt: \"1110\", anteil: 0.5}]", "PR-2069", 4, "Vom Vorgänger \"1110\" werden zusammen 150 % übernommen. Bitte die Anteile so wählen, dass sie höchstens 1 ergeben." },
        { Head + "beschreibung: a: b", "PR-2003", 4, "Die Datei lässt sich ab hier nicht lesen: Einrückung, Doppelpunkte, Klammern und Anführungszeichen prüfen. Texte mit Doppelpunkt, # oder Klammern gehören in Anführungszeichen. (Meldung des Lesers: While scanning a plain scalar value, found invalid mapping.)" },
        { Head + "ziele: [[[[[[[[[[[[[[]]]]]]]]]]]]]]", "PR-2004", 4, "Listen und Abschnitte sind tiefer als 12 Ebenen verschachtelt. Bitte die Einrückung an die Beispieldateien angleichen." },
        { Head + "beschreibung: &a x", "PR-2005", 4, "Anker (&), Verweise (*) und Typangaben (!) sind im Katalog nicht erlaubt. Bitte den Wert ausschreiben; beginnt ein Text mit einem dieser Zeichen, gehört er in Anführungszeichen." },
        { Head + "beschreibung: !!str x", "PR-2005", 4, "Anker (&), Verweise (*) und Typangaben (!) sind im Katalog nicht erlaubt. Bitte den Wert ausschreiben; beginnt ein Text mit einem dieser Zeichen, gehört er in Anführungszeichen." },
        { Head + "amt: amt", "PR-2006", 4, "Der Schlüssel „amt“ steht schon in Zeile 3. Bitte einen der beiden Einträge löschen." },
        { Head + "---\na: b", "PR-2009", 4, "Nach einer Zeile mit --- oder ... beginnt ein zweites Dokument. Bitte jedes Produkt in eine eigene Datei schreiben." },
        { "- a\n", "PR-2008", 1, "Die Datei besteht nicht aus Schlüsseln und Werten. Bitte sie nach dem Muster „schlüssel: Wert“ aufbauen." },
        { Head + "? [a]\n: b", "PR-2010", 4, "Hier steht eine Liste oder ein Abschnitt, wo ein Schlüssel erwartet wird. Geschweifte und eckige Klammern prüfen." },
        { "produkt: \"1112\"\nbezeichnung: Produkt\namt: amt", "PR-2016", 1, "In der Datei steht produkt: \"1112\", sie heißt aber „1111.yaml“. Bitte die Datei umbenennen oder den Eintrag ändern." },
    };

    public static TheoryData<string, string, string, int, string> FrameFaults => new()
    {
        { "id: einwohner", "id: leute", "PR-2049", 2, "In den Rahmendaten fehlen die Einwohner. Bitte einen Eintrag mit id: einwohner, Wert, Stichtag und Quelle ergänzen." },
        { "2025-06-30", "30.06.2025", "PR-2028", 3, "„stichtag“ ist kein gültiges Datum: „30.06.2025“. Bitte als Jahr-Monat-Tag schreiben, zum Beispiel 2025-06-30." },
        { "aemter:\n", "aemter:\n  - {id: amt, bezeichnung: Noch eins}\n", "PR-2044", 6, "Das Amt „amt“ steht zweimal in der Liste. Bitte einen Eintrag löschen oder umbenennen." },
        { "aemter:\n", "  - {id: einwohner, bezeichnung: Einwohner, wert: 1, stichtag: 2025-06-30, quelle: Amt}\naemter:\n", "PR-2047", 4, "„einwohner“ gibt es zweimal mit dem Stichtag 30.06.2025. Bitte einen Eintrag löschen oder den Stichtag ändern." },
        { "aemter:\n", "  - {id: einwohner, bezeichnung: Leute, wert: 1, stichtag: 2024-06-30, quelle: Amt}\naemter:\n", "PR-2048", 4, "„einwohner“ steht mehrfach mit verschiedener Bezeichnung oder Einheit da. Bitte angleichen; nur Wert, Stichtag und Quelle dürfen sich unterscheiden." },
        { "bezeichnung: Amt}", "bezeichnung: Amt, liefert_fuer: [\"1112\"]}", "PR-2051", 5, "Das Produkt \"1112\" gibt es in diesem Jahr nicht. Bitte berichtigen oder löschen." },
        { "bezeichnung: Amt}", "bezeichnung: Amt, liefert_fuer: niemand}", "PR-2030", 5, "„niemand“ ist für „liefert_fuer“ nicht möglich. Erlaubt: alle, eine Liste wie [\"1111\", \"1112\"]." },
        { "aemter:\n", "berichte: {zeitraeume: [jahr, jahr]}\naemter:\n", "PR-2059", 4, "„jahr“ steht bei zeitraeume zweimal. Bitte einen Eintrag löschen." },
        { "aemter:\n", "berichte: {zeitraeume: []}\naemter:\n", "PR-2035", 4, "„zeitraeume“ braucht mindestens einen Eintrag." },
        { "aemter:\n", "berichte: {meldeschluss: {quartal: 366}}\naemter:\n", "PR-2026", 4, "„quartal“ ist 366; erlaubt ist eine ganze Zahl von 0 bis 365." },
        { "aemter:\n", "schluessel: 07999\naemter:\n", "PR-2024", 4, "„schluessel“ ist Text, aber 07999 ohne Anführungszeichen liest der Rechner als Zahl oder Wahrheitswert (führende Nullen gingen verloren). Bitte in Anführungszeichen setzen." },
        { "aemter:\n", "ampel: {gruen_prozent: 10, gelb_prozent: 5}\naemter:\n", "PR-2058", 4, "gelb_prozent (5) ist kleiner als gruen_prozent (10). Gelb beginnt, wo Grün aufhört; bitte berichtigen." },
    };

    public static TheoryData<string, string, int, string> ProfileFaults => new()
    {
        { "werte:\n  - {spalte: S, grundzahl: ertrag, periode: \"2026\"}", "PR-2055", 5, "„grundzahl“ verweist auf „ertrag“; diese Grundzahl gibt es in diesem Jahr nicht. Meinten Sie „ertraege“?" },
        { "werte:\n  - {spalte: S, grundzahl: ertraege}", "PR-2063", 5, "Für die Spalte „S“ ist kein Zeitraum bekannt. Bitte bei der Wertspalte periode: \"2026\" angeben oder im Profil die Spalte, in der er steht (periode: Überschrift)." },
        { "werte:\n  - {spalte: S, grundzahl: ertraege, periode: 2026}", "PR-2024", 5, "„periode“ ist Text, aber 2026 ohne Anführungszeichen liest der Rechner als Zahl oder Wahrheitswert (führende Nullen gingen verloren). Bitte in Anführungszeichen setzen." },
        { "werte:\n  - {spalte: S, grundzahl: ertraege, periode: \"Q3/2026\"}", "PR-2031", 5, "„Q3/2026“ ist für „periode“ nicht möglich. Erwartet wird ein Zeitraum in Anführungszeichen: \"2026-07\", \"2026-Q3\", \"2026-H2\" oder \"2026\"." },
        { "werte:\n  - {spalte: S, grundzahl: ertraege, periode: \"2026\", wenn: {Konto: }}", "PR-2037", 5, "Für die Spalte „Konto“ fehlt das Muster. Soll die Zelle leer sein, bitte \"\" schreiben." },
        { "werte:\n  - {spalte: S, grundzahl: ertraege, periode: \"2026\"}\n  - {spalte: S, grundzahl: ertraege, periode: \"2026\"}", "PR-2070", 6, "Die Spalte „S“ liefert zweimal dieselbe Grundzahl für denselben Zeitraum; die Werte würden doppelt gezählt. Bitte einen Eintrag löschen oder mit wenn abgrenzen." },
        { "werte:\n  - {spalte: S, grundzahl: ertraege, periode: \"2026\"}\nunbekannte_produkte: anlegen", "PR-2064", 6, "unbekannte_produkte: anlegen braucht den Abschnitt anlegen mit der Spalte der Bezeichnung. Bitte ergänzen." },
        { "werte:\n  - {spalte: S, grundzahl: ertraege, periode: \"2026\"}\nanlegen: {bezeichnung: B}", "PR-2065", 6, "Der Abschnitt anlegen wirkt nur mit unbekannte_produkte: anlegen. Bitte eines von beiden ändern." },
        { "werte:\n  - {spalte: S, grundzahl: ertraege, periode: \"2026\"}\ndezimalzeichen: \",\"\ntausenderzeichen: \",\"", "PR-2066", 7, "Dezimal- und Tausenderzeichen sind beide „,“. Bitte eines ändern." },
        { "werte:\n  - {spalte: S, grundzahl: ertraege, periode: \"2026\"}\ntrennzeichen: x", "PR-2030", 6, "„x“ ist für „trennzeichen“ nicht möglich. Erlaubt: \";\", \",\", \"\\t\", \"|\"." },
        { "werte:\n  - {spalte: S, grundzahl: ertraege, periode: \"2026\", faktor: 0}", "PR-2067", 5, "„faktor“ darf nicht 0 sein." },
    };

    [Theory]
    [MemberData(nameof(ProductFaults))]
    public void ProductFault_SaysWhatToDo(string yaml, string code, int line, string text) =>
        AssertFault(Katalog.Read(product: yaml), "2026/produkte/1111.yaml", code, line, text);

    [Theory]
    [MemberData(nameof(FrameFaults))]
    public void FrameFault_SaysWhatToDo(string replace, string with, string code, int line, string text) =>
        AssertFault(Katalog.Read(Katalog.Frame.Replace(replace, with, StringComparison.Ordinal)), "2026/rahmen.yaml", code, line, text);

    [Theory]
    [MemberData(nameof(ProfileFaults))]
    public void ProfileFault_SaysWhatToDo(string yaml, string code, int line, string text)
    {
        const string standard = "standard:\n  grundzahlen: [{id: ertraege, bezeichnung: Erträge, jahreswert: summe}]\n";
        var profile = "profil: export\ngilt_fuer: \"amt/*.csv\"\nprodukt: P\n" + yaml;
        AssertFault(Katalog.Read(Katalog.Frame + standard, profile: profile), "2026/profile/export.yaml", code, line, text);
    }

    [Fact]
    public void AllFaultsOfAllFiles_AreReportedAtOnce()
    {
        var reading = Katalog.Read(Katalog.Frame + "xyz: 1\n", "produkt: 1111\namt: nirgends\n", "profil: Ä\n");
        Assert.Equal(
            [
                "2026/produkte/1111.yaml:1 PR-2021", "2026/produkte/1111.yaml:1 PR-2024", "2026/produkte/1111.yaml:2 PR-2050",
                "2026/profile/export.yaml:1 PR-2021", "2026/profile/export.yaml:1 PR-2021", "2026/profile/export.yaml:1 PR-2021",
                "2026/profile/export.yaml:1 PR-2031", "2026/rahmen.yaml:6 PR-2020",
            ],
            reading.Findings.Select(finding => $"{finding.File}:{finding.Line} {finding.Code}"));
        Assert.Empty(reading.Catalogues.ByYear);
    }

    [Fact]
    public void AFaultInOneYear_LeavesTheOthers()
    {
        var reading = CatalogueReader.Read(
        [
            Katalog.File("2025/rahmen.yaml", Katalog.Frame), Katalog.File("2026/rahmen.yaml", "x: y"),
        ]);
        Assert.Equal([2025], reading.Catalogues.ByYear.Keys);
    }

    [Fact]
    public void ProductsWithoutFrame_AskForTheFrame()
    {
        var finding = Assert.Single(CatalogueReader.Read([Katalog.File("2026/produkte/1111.yaml", Katalog.Product)]).Findings);
        Assert.Equal("Für 2026 gibt es Produkte, aber keine Datei 2026/rahmen.yaml. Bitte sie anlegen, am besten als Kopie des Vorjahrs.", finding.Text);
    }

    [Fact]
    public void SameStepWithTwoNames_IsAFault()
    {
        var reading = CatalogueReader.Read(
        [
            Katalog.File("2026/rahmen.yaml", Katalog.Frame),
            Katalog.File("2026/produkte/1111.yaml", Katalog.Product + "produktgruppe: {nummer: \"111\", bezeichnung: Steuerung}\n"),
            Katalog.File("2026/produkte/1112.yaml", Katalog.Product.Replace("1111", "1112", StringComparison.Ordinal) + "produktbereich: {nummer: \"12\"}\nproduktgruppe: {nummer: \"111\", bezeichnung: Führung}\n"),
        ]);
        Assert.Equal(
            [
                "Produktgruppe 111 gehört hier zu 12, in „2026/produkte/1111.yaml“ aber zu 11. Bitte angleichen, sonst sind die Summen nicht eindeutig.",
                "Produktgruppe 111 heißt hier „Führung“, in „2026/produkte/1111.yaml“ aber „Steuerung“. Bitte angleichen.",
            ],
            reading.Findings.OrderByDescending(finding => finding.Code).Select(finding => finding.Text));
    }

    [Theory]
    [InlineData("2026/produkte/1111.yml", "PR-2011")]
    [InlineData("2026/rahmen.YAML", "PR-2011")]
    [InlineData("rahmen.yaml", "PR-2011")]
    [InlineData("2026/README.md", "PR-2012")]
    [InlineData("26/rahmen.yaml", "PR-2011")]
    public void FileInTheWrongPlace_IsNamed(string path, string code) =>
        Assert.Equal((code, path), CatalogueReader.Read([Katalog.File(path, Katalog.Frame)]).Findings.Select(finding => (finding.Code, finding.File!)).Single());

    [Fact]
    public void InvalidUtf8_NamesItsLine()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Katalog.Product), .. "zielgruppe: B\u00fcrger\n".Select(c => (byte)c)];
        var reading = CatalogueReader.Read([Katalog.File("2026/rahmen.yaml", Katalog.Frame), new("2026/produkte/1111.yaml", bytes)]);
        AssertFault(reading, "2026/produkte/1111.yaml", "PR-2001", 4, "Die Datei enthält Zeichen, die nicht als UTF-8 gespeichert sind. Bitte die Datei im Editor mit der Kodierung UTF-8 speichern.");
    }

    [Fact]
    public void TooLargeAFile_IsNotRead()
    {
        var reading = CatalogueReader.Read([Katalog.File("2026/rahmen.yaml", new string('#', 1000))], CatalogueReaderOptions.Default with { MaximumFileSize = 999 });
        Assert.Equal(
            "Die Datei ist mit 1.000 Bytes zu groß; erlaubt sind 999 Bytes. Bitte prüfen, ob die richtige Datei abgelegt wurde, oder sie auf mehrere Produkte aufteilen.",
            Assert.Single(reading.Findings).Text);
    }

    [Theory]
    [InlineData("# nur ein Kommentar\n", "PR-2007", "Die Datei ist leer. Bitte sie ausfüllen oder löschen.")]
    [InlineData("", "PR-2007", "Die Datei ist leer. Bitte sie ausfüllen oder löschen.")]
    [InlineData("keys", "PR-2017", "Ein Abschnitt hat mehr als 500 Schlüssel. Bitte prüfen, ob die richtige Datei abgelegt wurde.")]
    [InlineData("list", "PR-2038", "Die Liste „aemter“ hat 501 Einträge; erlaubt sind 500. Bitte aufteilen.")]
    public void EmptyAndOverfullFiles_AreFaults(string content, string code, string text)
    {
        var frame = content switch
        {
            "keys" => string.Concat(Enumerable.Range(0, 501).Select(number => $"k{number}: x\n")),
            "list" => Katalog.Frame + string.Concat(Enumerable.Range(0, 500).Select(number => $"  - {{id: a{number}, bezeichnung: A}}\n")),
            _ => content,
        };
        Assert.Equal(text, Katalog.Read(frame).Findings.First(finding => finding.Code == code).Text);
    }

    [Fact]
    public void ProfileForAFolderOfNoDepartment_IsAWarning()
    {
        var reading = Katalog.Read(
            Katalog.Frame + "standard: {grundzahlen: [{id: a, bezeichnung: A, jahreswert: summe}]}\n",
            profile: "profil: export\ngilt_fuer: \"amd/*.csv\"\nprodukt: P\nperiode: Zeit\nwerte: [{spalte: S, grundzahl: a}]\n");
        AssertFault(reading, "2026/profile/export.yaml", "PR-2071", 2, "Den Ordner „amd“ hat kein Amt aus rahmen.yaml; das Profil gilt so für keine Datei. Meinten Sie „amt“? Bitte prüfen.");
    }

    [Fact]
    public void DoubledFilesProductsAndProfiles_AreFaults()
    {
        const string profile = "profil: export\ngilt_fuer: \"amt/*.csv\"\nprodukt: P\nperiode: Zeit\nwerte: [{spalte: S, grundzahl: a}]\n";
        var reading = CatalogueReader.Read(
        [
            Katalog.File("2026/rahmen.yaml", Katalog.Frame + "standard: {grundzahlen: [{id: a, bezeichnung: A, jahreswert: summe}]}\n"),
            Katalog.File("2026/produkte/1111.yaml", Katalog.Product), Katalog.File("2026/produkte/1112.yaml", Katalog.Product),
            Katalog.File("2026/profile/eins.yaml", profile), Katalog.File("2026/profile/zwei.yaml", profile), Katalog.File("2026/profile/Zwei.yaml", profile),
        ]);
        Assert.Equal(
            [
                "2026/produkte/1112.yaml: In der Datei steht produkt: \"1111\", sie heißt aber „1112.yaml“. Bitte die Datei umbenennen oder den Eintrag ändern.",
                "2026/produkte/1112.yaml: Das Produkt \"1111\" steht schon in „2026/produkte/1111.yaml“. Bitte eine der beiden Dateien löschen oder ihre Nummer ändern.",
                "2026/profile/eins.yaml: Das Importprofil „export“ steht schon in „2026/profile/Zwei.yaml“. Bitte eines umbenennen.",
                "2026/profile/zwei.yaml: Die Datei „2026/profile/zwei.yaml“ ist doppelt vorhanden (Groß- und Kleinschreibung zählt nicht). Bitte eine der beiden löschen.",
            ],
            reading.Findings.Select(finding => $"{finding.File}: {finding.Text}"));
    }

    [Fact]
    public void ByteOrderMark_IsFine()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Katalog.Frame)];
        Assert.Empty(CatalogueReader.Read([new("2026/rahmen.yaml", bytes)]).Findings);
    }

    [Fact]
    public void APredecessorThePreviousYearDoesNotHave_IsAFault()
    {
        var reading = CatalogueReader.Read(
        [
            Katalog.File("2025/rahmen.yaml", Katalog.Frame), Katalog.File("2026/rahmen.yaml", Katalog.Frame),
            Katalog.File("2026/produkte/1111.yaml", Katalog.Product + "vorgaenger: [{produkt: \"1110\"}]\n"),
        ]);
        AssertFault(reading, "2026/produkte/1111.yaml", "PR-2068", 4, "Den Vorgänger \"1110\" gibt es im Katalog 2025 nicht. Bitte die Nummer prüfen.");
        Assert.Equal([2025], reading.Catalogues.ByYear.Keys);
    }

    private static void AssertFault(CatalogueReading reading, string file, string code, int line, string text)
    {
        var finding = reading.Findings.FirstOrDefault(finding => finding.Code == code);
        Assert.True(finding is not null, $"{code} is missing among:\n{string.Join('\n', reading.Findings)}");
        Assert.Equal((file, line, text), (finding.File, finding.Line, finding.Text));
        Assert.Equal(finding.Severity != Severity.Error, reading.Catalogues.ByYear.ContainsKey(2026));
    }
}
