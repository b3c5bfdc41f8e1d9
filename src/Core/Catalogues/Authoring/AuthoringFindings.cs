using Produktreport.Core.Findings;

namespace Produktreport.Core.Catalogues.Authoring;

/// <summary>
/// Every finding about making catalogue files (PR-21xx): from a Word form, a product plan, the year before.
/// <c>docs/befunde.md</c> explains each.
/// </summary>
public static class AuthoringFindings
{
    /// <summary>The upload is no readable Word file.</summary>
    public static Finding NotWord(string detail) =>
        Error("PR-2101",
            $"Die Datei lässt sich nicht als Word-Dokument (.docx) lesen: {detail} Bitte das Formular in Word öffnen und neu "
                + "als .docx speichern.", expected: "ein Word-Dokument (.docx)");

    /// <summary>The header names neither number nor name: what looks like them was taken.</summary>
    public static Finding ColumnsGuessed(string number, string name) =>
        Hint("PR-2139",
            $"Die Kopfzeile nennt die Spalten nicht wie gewohnt. Gelesen wurden als Produktnummer die Spalte {number} "
                + "und als Bezeichnung die "
                + $"Spalte {name}. Bitte prüfen.");

    /// <summary>Numbers of a plan that are those of Leistungen below its products.</summary>
    public static Finding ServicesRead(IReadOnlyList<string> services) => Hint("PR-2143",
        $"Als Leistungen gelesen, nicht als Produkte: {Some(services)}. Bitte prüfen, und bei jeder unter „art“ intern oder "
            + "extern "
        + "eintragen.");

    /// <summary>Numbers read as areas that may be products with Leistungen.</summary>
    public static Finding LevelsUnclear(IReadOnlyList<string> numbers) => Warning("PR-2144",
        $"Sind das Bereiche oder Produkte mit Leistungen: {Some(numbers)}? Ihre Nummern sind so lang wie die von Produkten, "
            + "andere "
        + "beginnen mit ihnen; gelesen wurden sie als Bereiche. Sind es Produkte, schreiben Sie in eine Spalte „Ebene“ je Zeile "
        + "Produktgruppe, Produkt oder Leistung und lesen Sie die Datei noch einmal.");

    private static string Some(IReadOnlyList<string> all)
    {
        const int most = 10;
        return string.Join(", ", all.Take(most)) + (all.Count > most ? $" und {all.Count - most} weitere" : "");
    }

    /// <summary>Numbers of a plan that are those of areas above its products.</summary>
    public static Finding AreasRead(IReadOnlyList<string> areas) => Hint("PR-2140",
        $"Als Bereiche über den Produkten gelesen, nicht als Produkte: {Some(areas)}. "
            + "Bitte prüfen, ob ein Produkt darunter ist.");

    /// <summary>A file for which a profile was to be proposed has no amounts.</summary>
    public static Finding NoAmounts() =>
        Error("PR-2141",
            "In der Datei wurden keine Spalten mit Beträgen gefunden, für die sich ein Importprofil vorschlagen ließe. "
                + "Bitte prüfen, ob es "
                + "die richtige Datei ist; sonst das Profil nach dem Handbuch schreiben.");

    /// <summary>A file for which a profile was to be proposed has amounts, but nothing says of which products.</summary>
    public static Finding NoProducts(string column) =>
        Error("PR-2142",
            $"Beträge stehen in der Datei (zuerst in der Spalte „{column}“), aber keine Spalte mit Produktnummern und keine "
                + "Zeilen "
                + "wie „Ordentliche Erträge“. Bitte die Produktnummer mit ausgeben; bei einer Pivot-Tabelle unter "
                    + "„Berichtslayout“ "
                + "das Tabellenformat wählen. Steht sie nur im Dateinamen oder in Überschriften, das Profil nach dem Handbuch "
                + "schreiben (produkt).");

    /// <summary>The form has no product number.</summary>
    public static Finding NoProductNumber(string? found) =>
        Error("PR-2102",
            "Im Formular ist keine gültige Produktkennziffer zu finden. Bitte sie unter „Produktkennziffer:“ eintragen.", found,
                "eine Nummer wie 1111");

    /// <summary>A field of the form is not there at all.</summary>
    public static Finding FieldMissing(string label) =>
        Warning(
            "PR-2103", $"Das Feld „{label}“ ist im Dokument nicht zu finden. Bitte den Eintrag in der Produktdatei ergänzen.",
                expected: label);

    /// <summary>A field of the form is left blank.</summary>
    public static Finding FieldBlank(string label) =>
        Hint("PR-2104", $"Das Feld „{label}“ ist im Formular nicht ausgefüllt und bleibt leer.", expected: label);

    /// <summary>A drop-down field nobody chose from.</summary>
    public static Finding NotChosen(string label, string shown) =>
        Hint("PR-2105", $"Im Auswahlfeld „{label}“ wurde nichts gewählt (angezeigt wird „{shown}“); der Eintrag bleibt leer.",
            shown, "eine Auswahl");

    /// <summary>The form does not name the department.</summary>
    public static Finding DepartmentOpen() =>
        Warning(
            "PR-2106",
                "Das Formular nennt kein Amt. Bitte in der Produktdatei bei „amt“ das zuständige Amt aus rahmen.yaml eintragen.",
                    expected: "amt");

    /// <summary>A service without „(interne Leistung)“ or „(externe Leistung)“.</summary>
    public static Finding ServiceKindOpen(string number) =>
        Warning(
            "PR-2107", $"Bei Leistung {number} steht nicht, ob sie intern oder extern ist. Bitte bei „art“ ergänzen.",
                expected: "(interne Leistung) oder (externe Leistung)");

    /// <summary>A base figure of which the form gives only the name.</summary>
    public static Finding BaseFigureOpen(string level, string name) =>
        Warning(
            "PR-2108",
                $"Grundzahl „{name}“ ({level}): Das Formular nennt nur den Namen. Bitte jahreswert ergänzen und Einheit, "
                    + "Nachkommastellen und Richtung prüfen.", name, "jahreswert");

    /// <summary>A key figure of which the form gives only the name.</summary>
    public static Finding KeyFigureOpen(string level, string name, string? proposal) =>
        Warning(
            "PR-2109",
                $"Kennzahl „{name}“ ({level}): Das Formular nennt nur den Namen. Bitte die Formel "
                    + $"ergänzen{(proposal is null ? "" : $" (Vorschlag: {proposal})")} und Einheit, Nachkommastellen und "
                        + "Richtung prüfen.", name, "formel");

    /// <summary>A goal of which the form leaves something open.</summary>
    public static Finding GoalOpen(string id, string open, string? proposal) =>
        Warning(
            "PR-2110",
                $"Ziel „{id}“: Das Formular lässt "
                    + $"offen: {open}.{(proposal is null ? "" : $" Gemessen wird es wohl an {proposal}.")} Bitte in der "
                        + "Produktdatei ergänzen.", id, open);

    /// <summary>Something the product file has and the form has not.</summary>
    public static Finding OnlyInFile(string what) =>
        Warning(
            "PR-2111",
                $"{what} steht in der bisherigen Produktdatei, aber nicht im Formular, und bleibt erhalten. Bitte löschen, "
                    + "falls es entfallen ist.", what);

    /// <summary>Figures for a service the form does not describe.</summary>
    public static Finding UnknownService(string heading) =>
        Warning(
            "PR-2112", $"Zu „{heading}“ gibt es im Abschnitt II keine Leistung; ihre Zahlen wurden nicht übernommen.", heading,
                "eine Leistung aus Abschnitt II");

    /// <summary>A heading whose service has another name.</summary>
    public static Finding ServiceNameDiffers(string number, string name, string heading) =>
        Warning(
            "PR-2113",
                $"Leistung {number} heißt in Abschnitt II „{name}“, in Abschnitt III „{heading}“. Übernommen wurde der Name aus "
                    + "Abschnitt II.", heading, name);

    /// <summary>Text that belongs nowhere.</summary>
    public static Finding NotUnderstood(string text) =>
        Warning("PR-2114", $"Dieser Text ließ sich keinem Feld zuordnen und wurde nicht übernommen: „{text}“.", text);

    /// <summary>The present product file cannot be used.</summary>
    public static Finding ExistingUnreadable(string detail) =>
        Error("PR-2115", $"Die bisherige Produktdatei lässt sich nicht lesen: {detail} Bitte sie zuerst berichtigen.");

    /// <summary>A standard main figure that is not underlined in the form.</summary>
    public static Finding NotUnderlined(string level, string name) =>
        Hint("PR-2116",
            $"„{name}“ ({level}) ist im Formular nicht unterstrichen, im Standard aber Hauptzahl. Es bleibt beim Standard.", name,
                "unterstrichen");

    /// <summary>No figure is underlined.</summary>
    public static Finding NothingUnderlined() =>
        Hint("PR-2117", "Im Formular ist keine Grund- oder Kennzahl unterstrichen; Hauptzahlen sind nur die des Standards.",
            expected: "unterstrichene Hauptzahlen");

    /// <summary>Something that stands twice in the form.</summary>
    public static Finding Twice(string what) =>
        Warning(
            "PR-2118", $"{what} steht im Formular zweimal; übernommen wurde der erste Eintrag.", what,
                "jeder Eintrag nur einmal");

    /// <summary>Linked content, which is never fetched.</summary>
    public static Finding ExternalContent(string target) =>
        Hint("PR-2119", $"Das Dokument verweist auf „{target}“. Verknüpfte Inhalte werden nicht geladen.", target);

    /// <summary>The product number of the form is not that of the file.</summary>
    public static Finding OtherProduct(string found, string expected) =>
        Error("PR-2120",
            $"Das Formular beschreibt Produkt {found}, die bisherige Datei aber Produkt {expected}. Bitte das passende Formular "
                + "wählen.", found, expected);

    /// <summary>The product plan cannot be read.</summary>
    public static Finding NotTable(string detail) =>
        Error("PR-2131", $"Die Datei lässt sich nicht als Tabelle lesen: {detail}");

    /// <summary>A column is missing.</summary>
    public static Finding ColumnMissing(string what, string name, string synonyms) =>
        Error("PR-2132",
            $"Es fehlt die Spalte {what}. Bitte schreiben Sie „{name}“ über diese Spalte oder ergänzen Sie sie; bekannt sind "
                + $"auch: {synonyms}.", expected: name);

    /// <summary>Rows without a product number: headings, sums, notes.</summary>
    public static Finding RowsWithoutProduct(int line, IReadOnlyList<string> rows)
    {
        const int most = 10;
        var named = string.Join(", ", rows.Take(most));
        var rest = rows.Count > most ? $" und {rows.Count - most} weitere" : "";
        return Warning("PR-2133",
            $"Ausgelassen wurde, was keine gültige Produktnummer hat: {named}{rest}. Bitte prüfen, ob ein Produkt darunter ist.",
            rows[0], "eine Produktnummer") with
        { Line = line };
    }

    /// <summary>A product under several departments.</summary>
    public static Finding SeveralDepartments(int line, string product, string chosen, string others) =>
        Warning(
            "PR-2134",
                $"Produkt {product} steht unter mehreren Ämtern: {chosen}, {others}. Es wird ein Produkt mit dem Amt {chosen}; "
                    + "bitte prüfen und den anderen mit liefert_fuer das Liefern erlauben.", others,
                        "ein Amt je Produkt") with
        { Line = line };

    /// <summary>A number with several names.</summary>
    public static Finding NamesDiffer(int line, string what, string chosen, string other) =>
        Warning(
            "PR-2135", $"{what} heißt in Zeile {line} „{other}“, vorher „{chosen}“. Übernommen wurde der erste Name.", other,
                chosen) with
        { Line = line };

    /// <summary>Products without a department.</summary>
    public static Finding ProductsWithoutDepartment(int line, IReadOnlyList<string> products) =>
        Warning(
            "PR-2136",
            products is [var only]
                ? $"Für Produkt {only} nennt die Tabelle kein Amt. Bitte bei „amt“ ergänzen."
                : $"Für {products.Count} Produkte nennt die Tabelle kein Amt: {Named(products)}. Bitte bei „amt“ ergänzen, oder "
                    + "den Befehl mit --amt geben, wenn eines für alle gilt.",
            products[0], "amt") with
        { Line = line };

    /// <summary>The same number for different products of several groups.</summary>
    public static Finding NumbersWithinGroups(int line, string number, string first, string other) =>
        Error("PR-2145",
            $"Die Nummer {number} steht für „{first}“ und in Zeile {line}, in einer anderen Gruppe, für „{other}“: Die Nummern "
                + "gelten nur innerhalb ihrer Gruppe. Bitte in der Spalte der Produktnummer die ganze Nummer schreiben, zum "
                + "Beispiel 11.01.01.", number, "eine Nummer, die nur ein Produkt hat") with
        { Line = line };

    /// <summary>A day in place of a number.</summary>
    public static Finding DateAsNumber(int line, string found) =>
        Error("PR-2146",
            $"In Zeile {line} steht statt einer Produktnummer das Datum {found}: Excel macht aus Nummern wie 11.11.01 ein Datum. "
                + "Bitte die Spalte als Text formatieren, bevor der Plan darin geöffnet wird, oder ihn neu ausgeben.",
            found, "eine Nummer wie 11.11.01") with
        { Line = line };

    /// <summary>Products that the plan says no longer to be there.</summary>
    public static Finding EndedProducts(int line, IReadOnlyList<string> products) =>
        Warning("PR-2147",
            $"Der Plan scheint Produkte zu nennen, die es nicht mehr gibt: {Named(products)}. Angelegt wurden sie trotzdem; "
                + "bitte "
                + "ihre Dateien löschen, wenn sie im Katalog nichts zu suchen haben.", products[0]) with
        { Line = line };

    /// <summary>Departments the frame needs.</summary>
    public static Finding DepartmentsToAdd(int count) =>
        Hint("PR-2137",
            $"Die Tabelle nennt {count} Ämter. Sie müssen unter aemter in rahmen.yaml stehen; die Zeilen dafür sind vorbereitet.",
                expected: "aemter");

    /// <summary>A number under two parents.</summary>
    public static Finding ParentsDiffer(int line, string product, string what, string chosen, string other) =>
        Warning(
            "PR-2138",
                $"Produkt {product} gehört in Zeile {line} zu {what} {other}, vorher zu {chosen}. Übernommen wurde {chosen}.",
                    other, chosen) with
        { Line = line };

    /// <summary>The year to roll over cannot be used.</summary>
    public static Finding YearUnusable(int year, string detail) =>
        Error("PR-2151", $"Der Katalog {year} kann nicht fortgeschrieben werden: {detail}",
            expected: $"ein gültiger Katalog {year}");

    /// <summary>The next year is there already.</summary>
    public static Finding YearExists(int year) =>
        Error("PR-2152",
            $"Den Katalog {year} gibt es schon; er wird nicht überschrieben. Bitte ihn zuerst löschen oder von Hand ergänzen.",
                year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A reference figure to bring up to date.</summary>
    public static Finding ReferenceToUpdate(string file, int line, string name, string value, string asOf) =>
        Warning(
            "PR-2153",
                $"„{name}“ ist mit {value} (Stichtag {asOf}) aus dem Vorjahr übernommen. Bitte Wert, Stichtag und Quelle "
                    + "erneuern.", value) with
        { File = file, Line = line };

    /// <summary>Goals whose targets were kept.</summary>
    public static Finding TargetsKept(string file, int count) =>
        Hint("PR-2154",
            $"{count} Zielwerte sind aus dem Vorjahr übernommen. Bitte prüfen, ob sie weiter gelten.") with
        { File = file };

    /// <summary>A profile whose years were shifted.</summary>
    public static Finding ProfileShifted(string file, int line, string before, string after) =>
        Warning(
            "PR-2155", $"Aus „{before}“ wurde „{after}“. Bitte prüfen, ob die Datei des neuen Jahres so heißt.", before,
                after) with
        { File = file, Line = line };

    /// <summary>Predecessors that were not carried on.</summary>
    public static Finding PredecessorsRemoved(string file, int line) =>
        Hint("PR-2156",
            "vorgaenger bezog sich auf das Jahr davor und wurde entfernt; gleiche Nummern setzen sich von selbst "
                + "fort.") with
        { File = file, Line = line };

    private static string Named(IReadOnlyList<string> products)
    {
        const int most = 10;
        return string.Join(", ", products.Take(most)) + (products.Count > most ? $" und {products.Count - most} weitere" : "");
    }

    private static Finding Error(string code, string text, string? found = null, string? expected = null) =>
        new(code, Severity.Error, text) { Found = found, Expected = expected };

    private static Finding Warning(string code, string text, string? found = null, string? expected = null) =>
        Error(code, text, found, expected) with { Severity = Severity.Warning };

    private static Finding Hint(string code, string text, string? found = null, string? expected = null) =>
        Error(code, text, found, expected) with { Severity = Severity.Hint };
}
