namespace Produktreport.Core.Catalogues.Reading;

/// <summary>
/// The catalogue's three kinds of file, key by key. The only place that knows the keys: the reader checks against it, the JSON
/// Schemas under <c>docs/schema</c> are written from it.
/// </summary>
internal static class CatalogueFormat
{
    private static readonly Shape ShortText = new Shape.Text(300);
    private static readonly Shape LongText = new Shape.Text();
    private static readonly Shape FormulaText = new Shape.FormulaText();
    private static readonly Shape AnyNumber = new Shape.Number();
    private static readonly Shape Date = new Shape.Date();
    private static readonly Shape Flag = new Shape.Flag();

    private static readonly Shape Id = TextForms.Id;

    private static readonly Shape Number = TextForms.Number;

    private static readonly Shape Percent = new Shape.Number(0, 1000);

    private static readonly Shape.Map Tolerance = new("der Ampel",
    [
        new("gruen_prozent", Percent, "Grün bis zu dieser Abweichung vom Ziel in Prozent (Vorgabe 5)."),
        new("gruen_betrag", new Shape.Number(0, 1_000_000_000_000m),
            "Grün bis zu dieser Abweichung in Euro, nur für Werte in € (Vorgabe 10000)."),
        new("gelb_prozent", Percent, "Gelb bis zu dieser Abweichung vom Ziel in Prozent, darüber rot (Vorgabe 10)."),
    ]);

    private static readonly Key[] FigureHead =
    [
        Required("id", Id, "Kurzname für Formeln, Dateien und Adressen; eindeutig innerhalb von Produkt oder Leistung."),
        Required("bezeichnung", ShortText, "Voller Name, wie ihn das Formular druckt."),
        new("einheit", new Shape.Text(30), "Einheit, wie sie gedruckt wird (€, Stellen, h); ohne Angabe eine bloße Anzahl."),
        new("dezimalstellen", new Shape.Whole(0, 6),
            "Nachkommastellen im Bericht, 0 bis 6 (Vorgabe 0). Gerechnet wird immer ungerundet."),
    ];

    private static readonly Key[] FigureTail =
    [
        new("richtung", OneOf(Words.Directions), "Ob mehr besser ist, weniger besser oder beides gleich (Vorgabe neutral)."),
        new("haupt", Flag, "Hauptgrundzahl oder Hauptkennzahl: im Bericht unterstrichen und auf Seite 1."),
        new("ampel", Tolerance, "Eigene Toleranzen dieser Zahl; ohne Angabe gelten die des Landkreises."),
        new("schutzbeduerftig", Id,
            "Grundzahl derselben Ebene, deren kleine Werte diese Zahl schützenswert machen (etwa stellen)."),
        new("vergleichbar", Id,
            "Gemeinsame Kennung, unter der alle Landkreise diese Zahl des Produkts veröffentlichen und vergleichen; ohne Angabe "
            + "wird sie nicht verglichen. Bei den Standardzahlen gilt sie für das Produkt, nicht für Leistungen."),
        new("vergleichshinweis", ShortText,
            "Was den Vergleich erschwert, etwa eine andere Form der Leistung; steht neben dem Vergleich."),
    ];

    public static readonly Shape.Map BaseFigure = new("der Grundzahl",
    [
        .. FigureHead,
        new("synonyme", new Shape.List(ShortText), "Weitere Namen, unter denen Dateien diese Grundzahl liefern dürfen."),
        new("erfassung", OneOf(Words.PeriodKinds), "Wie oft die Zahl geliefert wird (Vorgabe quartal)."),
        Required("jahreswert", TextForms.RollUp,
            "Wie aus kürzeren Zeiträumen längere werden: summe, mittelwert, stichtag oder gewichtet: kurzname."),
        new("kumuliert", Flag, "Ob die gelieferten Werte von Januar bis zum Ende des Zeitraums zählen."),
        .. FigureTail,
        new("von", AnyNumber, "Kleinster plausibler Wert."),
        new("bis", AnyNumber, "Größter plausibler Wert."),
        new("formel", FormulaText, "Wie die Zahl berechnet wird, wo sie nicht geliefert ist."),
    ]);

    public static readonly Shape.Map KeyFigure = new("der Kennzahl",
    [
        .. FigureHead,
        Required("formel", FormulaText, "Wie die Kennzahl aus Grundzahlen und Rahmendaten berechnet wird."),
        .. FigureTail,
    ]);

    private static readonly Key[] FigureLists =
    [
        new("grundzahlen", new Shape.List(BaseFigure),
            "Grundzahlen; in Produkt und Leistung kommen sie zu den Standard-Grundzahlen hinzu (gleiche id ersetzt)."),
        new("kennzahlen", new Shape.List(KeyFigure),
            "Kennzahlen; in Produkt und Leistung ersetzen sie dort die Standard-Kennzahlen."),
    ];

    public static readonly Shape.Map ReferenceFigure = new("den Rahmendaten",
    [
        Required("id", Id, "Kurzname für Formeln; einwohner muss es geben."),
        Required("bezeichnung", ShortText, "Name, wie er gedruckt wird."),
        new("einheit", new Shape.Text(30), "Einheit; ohne Angabe eine bloße Anzahl."),
        new("wert", AnyNumber, "Der Wert; nötig, wo keine datei angegeben ist."),
        new("stichtag", Date,
            "Tag, für den der Wert gilt, wie 2025-06-30; nötig, wo keine datei angegeben ist. Dieselbe id darf mit mehreren "
            + "Stichtagen vorkommen."),
        new("quelle", ShortText, "Wo der Wert veröffentlicht ist; ohne Angabe die Statistik und Zeile der datei."),
        new("datei", TextForms.DataFile,
            "Statt wert und stichtag: eine Flat-Datei (CSV) der Statistischen Ämter im Ordner rahmendaten/ neben rahmen.yaml."),
        new("region", TextForms.CountyKey, "Regionalschlüssel in der datei; ohne Angabe der schluessel des Landkreises."),
        new("merkmal", new Shape.Text(100),
            "Code des Wertmerkmals in der datei, wie BEVSTD; ohne Angabe darf es nur eines geben."),
        new("auspraegungen", new Shape.List(new Shape.Text(100)),
            "Codes weiterer Ausprägungen, wie GESW für Frauen; ohne Angabe zählen die Zeilen „Insgesamt“."),
    ]);

    private static readonly Shape.Map Department = new("dem Amt",
    [
        Required("id", TextForms.Department, "Kurzname und zugleich Ordner unter eingang/."),
        Required("bezeichnung", ShortText, "Name des Amtes."),
        new("kontakt", ShortText, "An wen man sich wendet, meist eine E-Mail-Adresse."),
        new("liefert_fuer", new Shape.AllOrNumbers(), "alle, oder die Nummern weiterer Produkte, für die das Amt liefern darf."),
        new("vorgaenger", new Shape.List(TextForms.Department),
            "Kurznamen früherer Kataloge, deren Aufgaben das Amt weiterführt: nach einer Umbenennung oder Zusammenlegung. Es "
            + "darf deren Produkte weiter melden und berichtigen."),
    ]);

    private static readonly Shape Size = new Shape.Number(0.001m, 100_000);

    private static readonly Shape.Map Logo = new("dem Logo",
    [
        Required("text", ShortText,
            "Was zu sehen ist, für Menschen, die es nicht sehen, etwa „Wappen des Landkreises Musterland“."),
        new("pfade", new Shape.List(new Shape.Map("dem Pfad des Logos",
        [
            Required("pfad", new Shape.Text(20_000), "SVG-Pfaddaten (Befehle M, L, H, V, C, Q, Z)."),
            Required("farbe", TextForms.Colour, "Farbe der Fläche in Anführungszeichen, wie \"#0b4f7d\"."),
        ]), 1, 200), "Die Flächen der Zeichnung, von unten nach oben."),
        new("breite", Size, "Breite der Zeichnung in Einheiten der Pfade."),
        new("hoehe", Size, "Höhe der Zeichnung in Einheiten der Pfade."),
        new("datei", TextForms.PictureFile, "Statt pfade: Name einer PNG- oder JPEG-Datei neben rahmen.yaml, höchstens 1 MiB."),
    ]);

    private static readonly Shape.Map Comparison = new("dem Vergleich",
    [
        new("auswahl", OneOf(Words.PeerChoices),
            "Mit welchen Kreisen verglichen wird: alle, land (dasselbe Bundesland), aehnlich (ähnlich viele Einwohner) oder "
            + "liste (Vorgabe alle)."),
        new("band", new Shape.Number(1, 100), "Bei aehnlich: um wie viel Prozent die Einwohner abweichen dürfen (Vorgabe 20)."),
        new("kreise", new Shape.List(TextForms.CountyKey, 1), "Bei liste: die Schlüssel der Kreise."),
        new("lizenz", ShortText,
            "Lizenz, unter der der Landkreis seine Kennzahlen offen abgibt, wie dl-de/by-2-0; nötig für vergleich ausgeben."),
        new("statistik", new Shape.List(new Shape.Map("der Statistik",
        [
            Required("datei", TextForms.DataFile, "Name einer Flat-Datei (CSV) der Statistischen Ämter im Ordner vergleich/."),
            new("merkmal", new Shape.Text(100), "Code des Wertmerkmals; ohne Angabe darf es nur eines geben."),
            new("auspraegungen", new Shape.List(new Shape.Text(100)),
                "Codes weiterer Ausprägungen; ohne Angabe zählen die Zeilen „Insgesamt“."),
            Required("produkt", Number, "Nummer des Produkts im Produktrahmen."),
            Required("kennung", Id, "Gemeinsame Kennung der Zahl; einwohner für die Einwohner der Kreise."),
            Required("lizenz", ShortText, "Lizenz der Statistik, wie dl-de/by-2-0."),
        ])), "Welche Zahlen Flat-Dateien der Statistischen Ämter bringen."),
    ]);

    private static readonly Shape Days = new Shape.Whole(0, 365);

    private static readonly Shape MailAddress = TextForms.MailAddress;

    private static readonly Shape MailAddresses = new Shape.List(MailAddress, 1);

    private static readonly Shape DaysApart = new Shape.List(new Shape.Whole(1, 365));

    private static readonly Shape.Map DistributionList = new("dem Verteiler",
    [
        Required("name", new Shape.Text(60), "Name des Verteilers, wie er in der Nachricht steht."),
        Required("empfaenger", MailAddresses, "E-Mail-Adressen."),
        new("rolle", OneOf(Words.Audiences),
            "Was die Empfänger sehen dürfen, wie die Rollen im Portal (Vorgabe oeffentlich: die öffentliche Fassung). Hat eine "
            + "Adresse einen Zugang, gilt die niedrigere Rolle."),
        new("amt", TextForms.Department, "Bei rolle: fachamt das Amt."),
        new("produkte", new Shape.List(Number), "Produkte, deren Berichte der Verteiler bekommt."),
        new("aemter", new Shape.List(TextForms.Department), "Ämter, deren Produktberichte der Verteiler bekommt."),
        new("bereiche", new Shape.List(Number),
            "Nummern von Hauptproduktbereichen, Produktbereichen und Produktgruppen, deren Berichte der Verteiler bekommt."),
        new("gesamtbericht", Flag, "Ob der Verteiler den Gesamtbericht bekommt (Vorgabe false)."),
        new("entwuerfe", Flag, "Ob er auch von Entwürfen erfährt (Vorgabe false: nur von freigegebenen)."),
        new("anhang", Flag, "Ob der Bericht als PDF anhängt (Vorgabe false: nur der Link)."),
    ]);

    private static readonly Shape.Map Notifications = new("der Benachrichtigung",
    [
        Required("absender", MailAddress, "Adresse, von der die Nachrichten kommen."),
        new("antwort_an", MailAddress, "Wohin Antworten gehen; ohne Angabe an den Absender."),
        new("portal", TextForms.SecureAddress, "Adresse des Portals für Links; ohne Angabe gibt es keine."),
        new("uhrzeit", TextForms.TimeOfDay,
            "Ab wann Erinnerungen und Befunde eines Tages verschickt werden (Vorgabe \"07:00\")."),
        new("erinnerung", new Shape.Map("der Erinnerung",
        [
            new("vorher", DaysApart, "Wie viele Tage vor dem Meldeschluss erinnert wird (Vorgabe [7])."),
            new("am_tag", new Shape.Choice(["ja", "nein"]), "Ob am Tag des Meldeschlusses erinnert wird (Vorgabe ja)."),
            new("nachher", DaysApart, "Wie viele Tage danach erinnert wird (Vorgabe [1, 7])."),
        ]), "Wann Ämter erinnert werden, die noch nicht alles geliefert haben."),
        new("administration", MailAddresses, "Wer von Störungen und einem fehlerhaften Katalog erfährt."),
        new("controlling", MailAddresses, "Wer die Wochenübersicht bekommt."),
        new("wochenbericht", OneOf(Words.Weekdays), "An welchem Tag die Wochenübersicht kommt; ohne Angabe gibt es keine."),
        new("verteiler", new Shape.List(DistributionList), "Wer neue und freigegebene Berichte bekommt."),
        new("ruhe", new Shape.List(new Shape.Map("der Ruhezeit",
        [
            Required("amt", TextForms.Department, "Das Amt."),
            Required("von", Date, "Erster Tag."),
            Required("bis", Date, "Letzter Tag."),
        ])), "Zeiten, in denen ein Amt keine Nachrichten bekommt."),
        new("ereignisse", new Shape.List(new Shape.Map("dem Ziel der Ereignisse",
        [
            Required("ziel", TextForms.SecureAddress, "Adresse des Programms, das Ereignisse bekommt."),
            new("arten", new Shape.List(new Shape.Choice(Words.EventKinds), 1), "Welche Ereignisse; ohne Angabe alle."),
            new("intern", Flag, "Ob die Adresse im eigenen Netz liegen darf (Vorgabe false)."),
        ])), "Programme, denen Ereignisse gemeldet werden (Webhooks)."),
    ]);

    private static readonly Shape FaceText = new Shape.Text(30_000);

    private static readonly Shape.Map Face = new("dem Auftritt",
    [
        new("impressum", FaceText,
            "Das Impressum; Absätze durch Leerzeilen getrennt, eine Zeile mit # davor ist eine Überschrift."),
        new("datenschutz", FaceText, "Die Datenschutzerklärung, geschrieben wie das Impressum."),
        new("barrierefreiheit", FaceText, "Die Erklärung zur Barrierefreiheit, geschrieben wie das Impressum."),
        new("rueckmeldung", MailAddress, "E-Mail-Adresse für Rückmeldungen, auch zu Barrieren."),
        new("einbetten_in", new Shape.List(TextForms.SiteOrigin, 1, 20),
            "Websites, die einzelne veröffentlichte Zahlen in einem Rahmen zeigen dürfen; ohne Angabe keine."),
        new("datenbereitsteller", TextForms.LinkedDataAddress,
            "Datenbereitsteller-ID bei GovData, als Adresse, für die Beschreibung der offenen Daten."),
    ]);

    public static readonly Shape.Map Frame = new("rahmen.yaml",
    [
        Required("koerperschaft", ShortText, "Name des Landkreises."),
        new("schluessel", TextForms.CountyKey, "Amtlicher Kreisschlüssel als Text in Anführungszeichen."),
        new("logo", Logo, "Wappen oder Logo des Landkreises, auf Seite 1 der Berichte."),
        Required("rahmendaten", new Shape.List(ReferenceFigure, 1),
            "Werte, die für den ganzen Landkreis gelten, mindestens die Einwohner."),
        new("berichte", new Shape.Map("den Berichten",
        [
            new("zeitraeume", new Shape.List(new Shape.Choice(["quartal", "halbjahr", "jahr"]), 1),
                "Für welche Zeiträume berichtet wird (Vorgabe quartal und jahr)."),
            new("meldeschluss", new Shape.Map("dem Meldeschluss",
            [
                new("monat", Days, "Tage nach Monatsende (Vorgabe 30)."),
                new("quartal", Days, "Tage nach Quartalsende (Vorgabe 30)."),
                new("halbjahr", Days, "Tage nach Halbjahresende (Vorgabe 30)."),
                new("jahr", Days, "Tage nach Jahresende (Vorgabe 60)."),
            ]), "Tage nach Ende des Zeitraums, bis zu denen die Zahlen vorliegen müssen."),
            new("leichteSprache", Flag, "Ob die Produktberichte eine Seite in Leichter Sprache haben (Vorgabe false)."),
            new("vierAugen", Flag,
                "Ob ein Bericht erst freigegeben ist, wenn eine zweite Person zugestimmt hat (Vorgabe false)."),
        ]), "Welche Berichte es gibt und wann ihre Zahlen vorliegen müssen."),
        new("ampel", Tolerance, "Toleranzen des Landkreises."),
        new("schutz", new Shape.Map("dem Schutz",
        [
            new("mindestfallzahl", new Shape.Whole(0, 1000),
                "Unter dieser Zahl werden schutzbedürftige Werte nicht veröffentlicht (Vorgabe 3)."),
        ]), "Schutz kleiner Fallzahlen in der öffentlichen Fassung."),
        new("vergleich", Comparison, "Der Vergleich mit anderen Landkreisen."),
        Required("aemter", new Shape.List(Department, 1), "Die Ämter, die Zahlen liefern."),
        new("benachrichtigung", Notifications, "Wer wovon wann eine Nachricht bekommt; ohne Angabe niemand."),
        new("auftritt", Face,
            "Was der Landkreis allen sagt, die das Portal öffnen: Impressum und Ähnliches, im Fuß jeder Seite."),
        new("standard", new Shape.Map("den Standardzahlen", [.. FigureLists]),
            "Zahlen, die jedes Produkt und jede Leistung hat."),
    ]);

    private static readonly Shape.Map Step = new("der Produkthierarchie",
    [
        Required("nummer", Number, "Nummer als Text in Anführungszeichen."),
        new("bezeichnung", ShortText, "Name."),
    ]);

    private static readonly Shape Predecessors = new Shape.List(new Shape.Map("dem Vorgänger",
    [
        Required("produkt", Number, "Nummer des Produkts im Katalog des Vorjahrs."),
        new("leistung", Number, "Nummer der Leistung im Vorjahr; ohne Angabe das Produkt selbst."),
        new("anteil", new Shape.Number(0, 1), "Welcher Teil der summierbaren Werte hierher gehört, größer 0 bis 1 (Vorgabe 1)."),
    ]));

    private static readonly Shape.Map Goal = new("dem Ziel",
    [
        Required("id", Id, "Kurzname des Ziels, eindeutig im Produkt."),
        Required("text", LongText, "Der Satz des Formulars; {ziel} und {zeitraum} werden beim Drucken ersetzt."),
        Required("misst", TextForms.Target, "Die Grund- oder Kennzahl, an der das Ziel gemessen wird: 11112.zufriedenheit."),
        Required("vergleich", OneOf(Words.Comparisons), "Ob das Ziel eine Unter- oder Obergrenze ist."),
        new("ziel", AnyNumber, "Der Zielwert; leer, solange er nicht festliegt."),
        Required("zeitraum", OneOf(Words.PeriodKinds), "Der Zeitraum, für den der Zielwert gilt."),
    ]);

    private static readonly Shape.Map Service = new("der Leistung",
    [
        Required("nummer", Number, "Leistungs-Nr. als Text in Anführungszeichen."),
        Required("bezeichnung", ShortText, "Name der Leistung."),
        Required("art", OneOf(Words.ServiceKinds), "Interne oder externe Leistung."),
        new("beschreibung", LongText, "Beschreibung, Erläuterung, Abgrenzung."),
        new("vorgaenger", Predecessors, "Leistungen des Vorjahrs, deren Zahlen diese fortsetzt."),
        .. FigureLists,
    ]);

    public static readonly Shape.Map Product = new("dem Produkt",
    [
        Required("produkt", Number, "Produktkennziffer als Text in Anführungszeichen, gleich dem Dateinamen."),
        Required("bezeichnung", ShortText, "Produktbezeichnung."),
        new("hauptproduktbereich", Step, "Hauptproduktbereich; ohne Angabe die erste Stelle der Produktkennziffer."),
        new("produktbereich", Step, "Produktbereich; ohne Angabe die ersten zwei Stellen der Produktkennziffer."),
        new("produktgruppe", Step, "Produktgruppe; ohne Angabe die ersten drei Stellen der Produktkennziffer."),
        new("produktrahmen", Number,
            "Nummer des Produkts im Produktrahmen des Landes, unter der es verglichen wird; ohne Angabe die Produktkennziffer."),
        Required("amt", TextForms.Department, "Das Amt, das für das Produkt verantwortlich ist."),
        new("art_der_aufgabe", ShortText, "Art der Aufgabe laut Formular."),
        new("auftraggeber", ShortText, "Auftraggeber laut Formular."),
        new("produktart", ShortText, "Produktart laut Formular."),
        new("produktverantwortlich", ShortText, "Produktverantwortliche oder Produktverantwortlicher."),
        new("beschreibung", LongText, "Beschreibung des Produkts."),
        new("auftragsgrundlage", LongText, "Gesetze und Beschlüsse, auf denen das Produkt beruht."),
        new("zielgruppe", LongText, "Für wen das Produkt da ist."),
        new("vorgaenger", Predecessors, "Produkte des Vorjahrs, deren Zahlen dieses fortsetzt."),
        new("ziele", new Shape.List(Goal), "Die Ziele in der Reihenfolge des Formulars."),
        .. FigureLists,
        new("leistungen", new Shape.List(Service), "Die Leistungen in der Reihenfolge des Formulars."),
    ]);

    private static readonly Shape Condition = new Shape.Columns();

    private static readonly Shape.Text Column = new(300);

    private static readonly Shape Digits = new Shape.Whole(1, 20);

    private static readonly Shape.Map ProductOrigin = new("der Herkunft der Produktnummer",
    [
        new("fest", Number, "Die Produktnummer, für alle Zeilen dieselbe."),
        new("dateiname", new Shape.Form(TextForms.NamePattern),
            "Woran die Nummer im Dateinamen zu erkennen ist: \"plan_{nummer}.csv\"."),
        new("blatt", new Shape.Form(TextForms.NamePattern),
            "Woran die Nummer im Namen des Tabellenblatts zu erkennen ist: \"{nummer} {name}\"."),
        new("spalte", ShortText, "Überschrift der Spalte, in der die Nummer unter anderem Text steht."),
        new("muster", new Shape.Form(TextForms.CellPattern),
            "Woran die Nummer in jeder Zelle dieser Spalte zu erkennen ist: \"{nummer} {name}\", \"{nummer}/*\"."),
        new("ueberschrift", new Shape.Form(TextForms.CellPattern),
            "Woran in dieser Spalte die Zeilen zu erkennen sind, die das Produkt der Zeilen darunter nennen: "
                + "\"Produkt {nummer} {name}\"."),
    ]);

    private static readonly Shape.Map PeriodColumns = new("den Spalten des Zeitraums",
    [
        new("jahr", ShortText, "Überschrift der Spalte mit dem Jahr."),
        new("halbjahr", ShortText, "Überschrift der Spalte mit dem Halbjahr: 1 oder 2."),
        new("quartal", ShortText, "Überschrift der Spalte mit dem Quartal: 1 bis 4, Q1, III."),
        new("monat", ShortText, "Überschrift der Spalte mit dem Monat: 1 bis 12 oder sein Name."),
    ]);

    private static readonly Shape.Map StepColumns = new("den Spalten der Hierarchie",
    [
        new("nummer", ShortText, "Überschrift der Spalte mit der Nummer."),
        new("bezeichnung", ShortText, "Überschrift der Spalte mit dem Namen."),
    ]);

    public static readonly Shape.Map Profile = new("dem Importprofil",
    [
        new("profil", new Shape.Form(TextForms.ProfileName), "Name des Profils, eindeutig im Jahr.") { IsRequired = true },
        new("gilt_fuer", new Shape.Form(TextForms.PathPattern),
            "Für welche Dateien unter eingang/ das Profil gilt.") { IsRequired = true },
        new("kodierung", new Shape.Choice(["utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "utf-16le", "utf-16be"]),
            "Zeichenkodierung; ohne Angabe wird sie erkannt."),
        new("trennzeichen", new Shape.Choice([";", ",", "\t", "|"]), "Trennzeichen der Spalten; ohne Angabe wird es erkannt."),
        new("dezimalzeichen", new Shape.Choice([",", "."]), "Dezimalzeichen; ohne Angabe wird es aus allen Zellen bestimmt."),
        new("tausenderzeichen", new Shape.Choice(["", ".", ",", "'", "’", " ", "\u00a0", "\u202f"]),
            "Tausenderzeichen, \"\" für keines; ohne Angabe wird es aus allen Zellen bestimmt."),
        new("einheit", new Shape.Choice(["€", "T€", "Mio. €", "Mrd. €"]),
            "Einheit der Beträge, wo die Datei keine nennt; der Faktor der Wertspalten muss dazu passen (T€: 1000)."),
        new("kopfzeile", new Shape.WholeOrWord(new Shape.Whole(1, 10_000), "keine"),
            "Zeile der Spaltenüberschriften; Zeilen darüber zählen nicht. [2, 3]: Die Überschrift hat zwei Zeilen; die Spalten "
                + "heißen nach beiden (\"2025 Ertrag\"), wobei ein Text auch für die leeren Zellen rechts von ihm gilt. keine: "
                    + "Die "
                + "Datei hat keine; dann heißen die Spalten wie in Excel A, B und so weiter."),
        new("blatt", ShortText, "Tabellenblatt einer Excel-Datei; ohne Angabe das erste."),
        new("produkt", new Shape.TextOrMap(Column, ProductOrigin),
            "Überschrift der Spalte mit der Produktnummer (oder Buchstabe der Spalte, oder „Name (2)“ für die zweite "
                + "dieses Namens); "
                + "steht sie in keiner Spalte, ein Abschnitt mit fest, dateiname oder blatt; steht anderer Text daneben, einer "
                    + "mit "
                + "spalte und muster oder ueberschrift.") { IsRequired = true },
        new("leistung", ShortText, "Überschrift der Spalte mit der Leistungsnummer; ohne Angabe gehören die Werte dem Produkt."),
        new("periode", new Shape.TextOrMap(Column, PeriodColumns, MayBeList: true),
            "Überschrift der Spalte mit dem Zeitraum, für Wertspalten ohne eigene Angabe; steht er in mehreren Spalten, ihre "
                + "Namen ([Jahr, Quartal]) oder ein Abschnitt mit jahr, halbjahr, quartal und monat."),
        new("leer_wie_oben", new Shape.List(Column, 1),
            "Spalten, in denen eine leere Zelle dasselbe bedeutet wie die darüber, die äußere zuerst; so schreiben "
                + "Pivot-Tabellen und gruppierte Listen."),
        new("werte", new Shape.List(new Shape.Map("der Wertspalte",
        [
            new("spalte", ShortText, "Überschrift der Spalte.") { IsRequired = true },
            new("grundzahl", Id, "Die Grundzahl, die darin steht.") { IsRequired = true },
            new("periode", new Shape.Form(TextForms.Period), "Zeitraum der Werte; ohne Angabe aus der Spalte periode."),
            new("art", new Shape.Choice([.. Words.Scenarios.Keys]), "Ist, Plan oder Prognose (Vorgabe ist)."),
            new("faktor", new Shape.Number(-1_000_000_000m, 1_000_000_000m),
                "Womit jede Zelle malgenommen wird: -1 dreht das Vorzeichen, 1000 liest T€ (Vorgabe 1)."),
            new("kumuliert", Flag, "Ob die Beträge von Januar bis zum Ende des Zeitraums zählen (Ist zum 30.09.)."),
            new("wenn", Condition,
                "Nur Zeilen, deren Spalten zu den Mustern passen (* und ? als Platzhalter); eine Liste nennt mehrere Muster "
                    + "einer Spalte."),
        ]), 1), "Die Wertspalten. Mehrere Zeilen desselben Produkts werden zusammengezählt.") { IsRequired = true },
        new("ignoriere", new Shape.List(new Shape.Map("der Ausnahme",
            [new("wenn", Condition, "Spalten und Muster, an denen die Zeilen zu erkennen sind.") { IsRequired = true }])),
            "Zeilen, die nicht gelesen, aber in der Quittung gezählt werden."),
        new("summenzeile", new Shape.Map("der Summenzeile",
            [new("wenn", Condition, "Spalten und Muster, an denen Summenzeilen zu erkennen sind.") { IsRequired = true }]),
            "Woran Summenzeilen zu erkennen sind; sie werden nachgerechnet und nicht gelesen."),
        new("pruefe", new Shape.List(new Shape.Map("der Prüfung",
        [
            new("text", ShortText, "Was geprüft wird, in Worten.") { IsRequired = true },
            new("links", ShortText, "Spalte mit der Summe.") { IsRequired = true },
            new("rechts", new Shape.List(ShortText, 1), "Spalten, die zusammen die Summe ergeben.") { IsRequired = true },
        ])), "Summen, die in jeder Zeile stimmen müssen; sonst gibt es eine Warnung."),
        new("buchungslos", new Shape.Whole(0, 0),
            "0: Der Auszug ist vollständig; ein Produkt darin, das keine Buchung hat, hat den Wert 0. "
                + "Ohne Angabe fehlt der Wert."),
        new("unbekannte_produkte", new Shape.Choice([.. Words.UnknownProducts.Keys]),
            "Was mit Produkten geschieht, die der Katalog nicht kennt (Vorgabe fehler)."),
        new("anlegen", new Shape.Map("den Spalten zum Anlegen",
        [
            new("bezeichnung", ShortText, "Spalte mit der Produktbezeichnung; ohne Angabe heißt das Produkt wie seine Nummer."),
            new("stellen", new Shape.Map("den Stellen der Nummer",
            [
                new("hauptproduktbereich", Digits,
                    "Wie viele Zeichen der Produktnummer den Hauptproduktbereich nennen (Vorgabe 1)."),
                new("produktbereich", Digits, "Wie viele Zeichen der Produktnummer den Produktbereich nennen (Vorgabe 2)."),
                new("produktgruppe", Digits, "Wie viele Zeichen der Produktnummer die Produktgruppe nennen (Vorgabe 3)."),
            ]), "Wo die Hierarchie in der Produktnummer selbst steht; ohne Angabe an den ersten Stellen oder Punkten."),
            new("produktgruppe", StepColumns, "Spalten mit der Produktgruppe."),
            new("produktbereich", StepColumns, "Spalten mit dem Produktbereich."),
        ]), "Aus welchen Spalten unbekannte Produkte angelegt werden."),
    ]);

    private static Key Required(string name, Shape shape, string description) =>
        new(name, shape, description) { IsRequired = true };

    private static Shape.Choice OneOf<T>(OrderedDictionary<string, T> words) => new([.. words.Keys]);
}
