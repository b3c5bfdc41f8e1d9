using Produktreport.Core.Findings;
using Produktreport.Core.German;
using Produktreport.Core.Tables.Rows;
using static Produktreport.Core.Tables.Rows.CellFindings;

namespace Produktreport.Core.Deliveries.Words;

/// <summary>Findings about files read through an import profile.</summary>
internal static partial class DeliveryFindings
{
    internal static Finding ProfileHeaderMissing(string profile, string column) => Error("PR-1501",
        $"Für diese Datei gilt das Importprofil „{profile}“, die Kopfzeile mit der Spalte „{column}“ wurde aber nicht "
        + "gefunden. Bitte prüfen Sie, ob es der richtige Auszug ist, oder bitten Sie die Kämmerei, das Importprofil "
        + "anzupassen; hat der Auszug nie eine Kopfzeile, gehört „kopfzeile: keine“ hinein.") with
    { Expected = column };

    internal static Finding OriginMissing(string profile, string pattern) => Error("PR-1516",
        $"Das Importprofil „{profile}“ liest die Produktnummer aus dem Namen der Datei oder des Tabellenblatts; er passt aber "
        + $"nicht zum Muster {Quote(pattern)}. Bitte benennen Sie die Datei wie vereinbart, oder bitten Sie die Kämmerei, das "
        + "Importprofil anzupassen.") with
    { Expected = pattern };

    internal static Finding SheetWithoutProduct(string pattern, string sheet) => Hint("PR-1517",
        $"Das Blatt {Quote(sheet)} wurde nicht gelesen: Sein Name passt nicht zum Muster {Quote(pattern)}, nach dem das "
        + "Importprofil die Produktnummer darin sucht.") with
    { Found = sheet, Expected = pattern };

    internal static Finding UnreadColumnDecides(CellPlace place, string column, IReadOnlyList<string> found) => Error("PR-1518",
        $"Das Importprofil liest die Spalte {Quote(column)} nicht, dort steht aber {Listed(found)} (zuerst {place}): Solche "
            + "Zeilen "
        + "sind nicht ohne Weiteres zusammenzuzählen. Bitte bitten Sie die Kämmerei, im Importprofil unter „wenn“ zu sagen, "
            + "welche "
        + "Zeilen zählen (bei Soll und Haben: mit welchem Vorzeichen), oder erzeugen Sie den Auszug nur mit den Zeilen, die "
            + "zählen.")
        .At(place, found[0]);

    internal static Finding OtherYearAmongRows(CellPlace place, string found, string column) => Warning("PR-1521",
        $"Das Importprofil liest die Spalte {Quote(column)} nicht, dort steht aber {Quote(found)} (zuerst {place}): Die Zeile "
        + "ist aus einem anderen Jahr als dem, für das sie zählt. Bitte prüfen Sie, ob der Auszug nur Buchungen dieses Jahres "
        + "enthalten soll; sonst sagen Sie im Importprofil unter „wenn“, welche Zeilen zählen.").At(place, found);

    internal static Finding KindsAddedUp(CellPlace place, string column, IReadOnlyList<string> found) => Warning("PR-1522",
        $"Das Importprofil liest die Spalte {Quote(column)} nicht, ihre Zeilen unterscheiden sich aber darin: {Listed(found)} "
        + $"(zuerst {place}). Alle wurden zusammengezählt. Bitte prüfen Sie, ob das gewollt ist; sonst sagen Sie im Importprofil "
        + "unter „wenn“, welche Zeilen zählen.").At(place, found[0]);

    internal static Finding OtherSideUnread(CellPlace place, string column, string beside, string found) => Error("PR-1523",
        $"Das Importprofil liest die Spalte {Quote(beside)}, in {place} steht aber ein Betrag in der Spalte {Quote(column)}, den "
        + $"es dort nicht liest ({Quote(found)}). Soll und Haben gehören zusammen: Bitte bitten Sie die Kämmerei, im "
        + $"Importprofil beide Spalten als Werte derselben Grundzahl aufzunehmen, eine davon mit „faktor: -1“.")
        .At(place, found, $"eine Wertspalte {Quote(column)}");

    internal static Finding AmountsUnread(CellPlace place, string column, string beside, string found) => Warning("PR-1524",
        $"Das Importprofil liest die Spalte {Quote(column)} nicht, in ihr stehen aber Beträge (zuerst {Quote(found)} in "
            + $"{place}), "
        + $"die zu {Quote(beside)} gehören könnten. Bitte prüfen Sie, ob sie fehlen; dann bitten Sie die Kämmerei, die Spalte "
        + "im Importprofil unter „werte“ aufzunehmen (was abzuziehen ist, mit „faktor: -1“).").At(place, found);

    internal static Finding TakenTwice(CellPlace place, string column, string figure) => Error("PR-1525",
        $"Zeile {place.Line} passt zu zwei Einträgen des Importprofils, die beide die Spalte {Quote(column)} als {figure} "
        + "desselben Zeitraums lesen; der Betrag würde doppelt zählen. Bitte bitten Sie die Kämmerei, die Bedingungen im "
        + "Importprofil so zu fassen, dass jede Zeile nur zu einer passt.").At(place, column);

    internal static Finding NothingTaken(CellPlace place, string condition, string column, string figure) => Warning("PR-1526",
        $"Die Bedingung {Quote(condition)} der Wertspalte {Quote(column)} ({figure}) trifft keine einzige Zeile. Bitte prüfen "
        + "Sie, ob der Auszug vollständig ist, und bitten Sie sonst die Kämmerei, die Bedingung im Importprofil zu berichtigen; "
        + "auch was unter „ignoriere“ steht, kann zu weit gefasst sein.").At(place, null, condition);

    internal static Finding KeyReadAsAmount(CellPlace place, string column, string figure, string found) => Error("PR-1527",
        $"Das Importprofil liest die Spalte {Quote(column)} als Betrag ({figure}), nach ihrer Überschrift und ihrem Inhalt "
        + $"({Quote(found)} in {place}) stehen dort aber Nummern. Bitte bitten Sie die Kämmerei, im Importprofil unter „spalte“ "
        + "die Spalte mit den Beträgen zu nennen.").At(place, found, "die Spalte mit den Beträgen");

    internal static Finding NoAmountsByHeader(CellPlace place, string column, string figure) => Error("PR-1534",
        $"Das Importprofil liest die Spalte {Quote(column)} als {figure}, nach ihrer Überschrift stehen dort aber keine Beträge "
        + "in €. Bitte bitten Sie die Kämmerei, im Importprofil unter „spalte“ die Spalte mit den Beträgen zu nennen.")
        .At(place, column, "die Spalte mit den Beträgen");

    internal static Finding ColumnsTogether(CellPlace place, string column, IReadOnlyList<string> others, string figure) =>
        Error("PR-1538",
            $"Das Importprofil zählt die Spalten {Quote(column)} und {GermanFormat.Enumerate([.. others.Select(Quote)])} zu "
                + "einem "
            + $"Wert ({figure}) zusammen, sie nennen aber dieselben Beträge auf zwei Arten oder als Summe und Teile. Bitte "
                + "bitten "
            + "Sie die Kämmerei, im Importprofil nur die Spalte zu nennen, die zählt.").At(place, column);

    internal static Finding OneAccountClass(CellPlace place, string condition, string figure) => Warning("PR-1539",
        $"Alle Konten der Datei beginnen mit 4, und das Importprofil liest sie mit „{condition}“ als {figure}. Konten 4 sind "
            + "in den "
        + "meisten Ländern Erträge, in Baden-Württemberg Aufwendungen. Bitte prüfen Sie die Seite, und ob im Auszug die andere "
        + "fehlt; stimmt beides, müssen Sie nichts tun.").At(place, condition);

    internal static Finding SidesOfSeveralPeriods(CellPlace place, string column, string income, string expense) =>
        Error("PR-1540",
            $"Das Importprofil liest die Spalte {Quote(column)} als {income} und, für andere Konten, als {expense}. Erträge und "
            + "Aufwendungen einer Spalte gehören zu demselben Zeitraum und derselben Art. Bitte bitten Sie die Kämmerei, "
            + "„periode“, „art“ und „kumuliert“ im Importprofil zu berichtigen.").At(place, column);

    internal static Finding CountedOnBothSides(CellPlace place, string column, string income, string expense) =>
        Error("PR-1541",
            $"Das Importprofil liest dieselben Beträge der Spalte {Quote(column)} als {income} und als {expense} (zuerst Zeile "
            + $"{place.Line}). Bitte bitten Sie die Kämmerei, unter „wenn“ zu sagen, welche Zeilen zu welcher Grundzahl gehören.")
        .At(place, column);

    internal static Finding AllRowsTwice(CellPlace place, int rows) => Warning("PR-1542",
        $"Ab {place} stehen alle Zeilen noch einmal in der Datei, gleich in jeder Spalte; zusammengezählt wurden alle {rows}. "
        + "Bitte prüfen Sie, ob der Auszug zweimal hintereinander gespeichert wurde.").At(place);

    internal static Finding SecondHeader(CellPlace place, string found, string column) => Error("PR-1533",
        $"In Zeile {place.Line} beginnt eine zweite Tabelle mit einer anderen Kopfzeile: Spalte {ColumnLetters.Of(place.Column)} "
        + $"heißt dort {Quote(found)}, oben {Quote(column)}. Das Importprofil liest alle Zeilen nach der oberen. Bitte senden "
            + "Sie "
        + "beide Tabellen als zwei Dateien, oder löschen Sie die, die nicht gelesen werden soll.").At(place, found, column);

    internal static Finding LineContradictsProfile(CellPlace place, string found) => Error("PR-1537",
        $"{Quote(found)} in {place} steht zwischen den Werten und passt nicht zu dem, als was das Importprofil die Zeilen "
            + "darunter "
        + "liest. Bitte senden Sie diese Zeilen als eigene Datei, oder löschen Sie sie; stimmen sie doch, löschen Sie die "
        + "Zwischenzeile.").At(place, found);

    internal static Finding UnitUnnamed(CellPlace place, string found, string column, decimal factor) => Warning("PR-1528",
        $"Das Importprofil nimmt die Spalte {Quote(column)} mal {GermanFormat.Exact(factor)}, auch {Quote(found)} in {place}; "
        + "nichts in der Datei nennt eine Einheit, die das erklärt. Bitte prüfen Sie die Größe der Werte. "
        + (Math.Abs(factor) >= 1000
            ? "Stimmt sie, bitten Sie die Kämmerei, die Einheit ins Importprofil zu schreiben (zum Beispiel „einheit: T€“); "
                + "sonst "
                + "gehört der Faktor heraus."
            : "Stimmt sie nicht, bitten Sie die Kämmerei, den Faktor im Importprofil zu ändern."))
        .At(place, found);

    internal static Finding SidesSwapped(CellPlace place, string income, string expense) => Warning("PR-1529",
        $"Das Importprofil scheint Erträge und Aufwendungen zu vertauschen: {Sides(income, expense)}. Bitte prüfen Sie die "
            + "Werte, "
        + "und bitten Sie die Kämmerei, im Importprofil „grundzahl“ und „wenn“ zu berichtigen.")
        .At(place, income.Length > 0 ? income : expense);

    private static string Sides(string income, string expense) => string.Join("; ",
        new[] { (Text: income, As: "Ertrag"), (Text: expense, As: "Aufwand") }.Where(side => side.Text.Length > 0)
            .Select(side => $"als {side.As} liest es {Quote(side.Text)}"));

    internal static Finding AmountsIgnored(string condition, int line, int count, string lines, string sums) => Hint("PR-1530",
        $"Unter „ignoriere“ nimmt {Quote(condition)} {Rows(count)} mit Beträgen heraus ({lines}), zusammen {sums}.")
        .At(new CellPlace(line));

    internal static Finding ReadableIgnored(string condition, int line, int count, string lines, string sums) =>
        Warning("PR-1531",
        $"Unter „ignoriere“ nimmt {Quote(condition)} {Rows(count)} heraus, die das Importprofil sonst lesen würde ({lines}), "
        + $"zusammen {sums}; keine Bezeichnung sagt, dass es Summen wären. Bitte prüfen Sie, ob sie fehlen, und bitten Sie dann "
        + "die Kämmerei, die Bedingung enger zu fassen.").At(new CellPlace(line), null, condition);

    private static string Rows(int count) => count == 1 ? "1 Zeile" : $"{GermanFormat.Exact(count)} Zeilen";

    internal static Finding TotalAmongRows(CellPlace place, string found, string column) => Error("PR-1519",
        $"{Quote(found)} in {place} wiederholt, was andere Zeilen desselben Produkts schon enthalten; in der Spalte "
            + $"{Quote(column)} "
        + "würde es doppelt zählen. Bitte bitten Sie die Kämmerei, die Bedingung im Importprofil enger zu fassen oder solche "
            + "Zeilen "
        + "unter „ignoriere“ oder „summenzeile“ aufzunehmen, oder erzeugen Sie den Auszug ohne sie.").At(place, found);

    internal static Finding HeaderContradicts(CellPlace place, string column, string read) => Warning("PR-1520",
        $"Die Überschrift {Quote(column)} passt nicht zu dem, als was das Importprofil die Spalte liest: {read}. Bitte bitten "
            + "Sie "
        + "die Kämmerei, „spalte“, „periode“ und „art“ im Importprofil zu prüfen.").At(place, column, read);

    internal static Finding ProfileColumnMissing(
        int line, string column, string profile, string? suggestion, IReadOnlyList<string> columns) => Error("PR-1502",
        $"In der Kopfzeile (Zeile {line}) fehlt die Spalte {Quote(column)}, die das Importprofil „{profile}“ verlangt. "
        + (suggestion is null ? $"Die Spalten heißen dort {Listed(columns)}." : $"In der Datei steht {Quote(suggestion)}.")
        + " Bitte erzeugen Sie den Auszug wie vereinbart, oder bitten Sie die Kämmerei, das Importprofil anzupassen.")
        .At(new CellPlace(line), suggestion, column);

    internal static Finding ProfileColumnTwice(CellPlace place, string column, int second) => Error("PR-1503",
        $"Die Spalte {Quote(column)} steht zweimal in der Kopfzeile, in Spalte {ColumnLetters.Of(place.Column)} und in Spalte "
        + $"{ColumnLetters.Of(second)}; es ist nicht zu erkennen, welche gelesen werden soll. Bitte bitten Sie die Kämmerei, im "
        + $"Importprofil „{column} (1)“ oder „{column} (2)“ anzugeben, oder löschen Sie die falsche.")
        .At(place, column, $"{column} (1) oder {column} (2)");

    internal static Finding ProfileFigureMissing(CellPlace place, string figure, string level, string profile) => Error("PR-1504",
        $"Das Importprofil „{profile}“ liefert die Grundzahl {Quote(figure)}, die es bei {level} ({place}) nicht gibt. Bitte "
        + "bitten Sie die Kämmerei, sie im Katalog aufzunehmen, bei diesem Produkt oder für alle unter „standard“ in "
            + "rahmen.yaml, oder "
        + "das Importprofil zu ändern.").At(place, level, figure);

    internal static Finding ProductLeftOut(CellPlace place, string product, int year) => Hint("PR-1505",
        $"Das Produkt {Quote(product)} (zuerst in {place}) gibt es im Katalog {year} nicht. Seine Zeilen wurden nicht "
        + "übernommen.")
        .At(place, product);

    internal static Finding RowCheckFails(
        CellPlace place, string found, string check, decimal stated, decimal sum) => Warning("PR-1506",
        $"In Zeile {place.Line} stimmt die Prüfung „{check}“ nicht: In Spalte {ColumnLetters.Of(place.Column)} steht "
        + $"{GermanFormat.Exact(stated)}, die Summe ist {GermanFormat.Exact(sum)} (Unterschied "
        + $"{GermanFormat.Number(stated - sum, 2)}). Die Einzelwerte wurden übernommen. Bitte prüfen Sie die Zeile in der "
        + "Quelle.")
        .At(place, found, GermanFormat.Exact(sum));

    internal static Finding RowsMatchNoValue(int first, string lines, string contents) => Warning("PR-1507",
        $"Zu keiner Bedingung des Importprofils passen: {lines}, mit {contents}. Sie wurden nicht übernommen. Bitte "
            + "prüfen Sie, ob "
        + "neue Kostenarten dazugekommen sind, die gelesen oder ausdrücklich übergangen werden sollen.")
        .At(new CellPlace(first), contents);

    internal static Finding ConditionNeverMatches(
        CellPlace place, string condition, string column, string figure, string contents) => Error("PR-1513",
        $"Die Bedingung {Quote(condition)} der Wertspalte {Quote(column)} ({figure}) trifft keine einzige Zeile; "
            + "übergangen wurden dabei "
        + $"{contents}. Bitte bitten Sie die Kämmerei, die Bedingung im Importprofil zu berichtigen oder diese Zeilen "
        + "unter „ignoriere“ "
        + "aufzunehmen, oder erzeugen Sie den Auszug wie vereinbart.").At(place, contents, condition);

    internal static Finding ProductsWithoutValue(CellPlace place, IReadOnlyList<string> products) => Warning("PR-1514",
        (products.Count == 1
            ? $"Ohne jeden Wert bleibt das Produkt {Quote(products[0])}"
            : $"Ohne jeden Wert bleiben die Produkte {Listed(products)}")
        + ": Es stehen Zeilen davon in der Datei, aber keine passt zu einer Wertspalte des Importprofils. Bitte prüfen Sie die "
            + "Bedingungen.")
        .At(place, products[0]);

    internal static Finding DateAsProduct(CellPlace place, string found) => Error("PR-1536",
        $"{Quote(found)} ({place}) ist ein Datum, keine Produktnummer: Excel macht aus Nummern wie 11.11.01 ein Datum. Bitte "
        + "formatieren Sie die Spalte als Text, bevor Sie den Auszug darin öffnen, oder erzeugen Sie ihn neu.")
        .At(place, found, "eine Nummer wie 11.11.01");

    internal static Finding NoProductNumber(CellPlace place, string found) => Error("PR-1515",
        $"{Quote(found)} ({place}) ist keine Produktnummer, daneben stehen aber Werte. Als Produkt angelegt werden nur "
            + "Nummern. Ist es "
        + "eine Summe oder eine Überschrift, bitten Sie die Kämmerei, sie im Importprofil unter „summenzeile“ oder „ignoriere“ "
        + "aufzunehmen.").At(place, found, "eine Nummer wie 1111");

    private static string Listed(IReadOnlyList<string> products) => GermanFormat.Enumerate(
        [.. products.Take(10).Select(Quote),
            .. products.Count > 10 ? [$"{products.Count - 10} weitere"] : Array.Empty<string>()]);

    internal static Finding SignsContradictProfile(CellPlace place, string figure, int negative, int count) => Error("PR-1508",
        $"Die Vorzeichen passen nicht zum Importprofil: {figure} wären in {negative} von {count} Fällen negativ (zuerst "
        + $"{place}). Vermutlich wurde der Auszug mit umgekehrten Vorzeichen erzeugt. Bitte erzeugen Sie ihn wie vereinbart, "
        + "oder bitten Sie die Kämmerei, den Faktor im Importprofil zu ändern.").At(place);

    internal static Finding ProfileUnitContradicts(CellPlace place, string said, string column, decimal factor, decimal right) =>
        Error("PR-1510",
        $"{Quote(said)} in {place} nennt für die Spalte {Quote(column)} eine Einheit, zu der der Faktor "
            + $"{GermanFormat.Exact(factor)} "
        + $"des Importprofils nicht passt. Bitte bitten Sie die Kämmerei, im Importprofil den Faktor {GermanFormat.Exact(right)} "
        + "anzugeben, oder erzeugen Sie den Auszug in der vereinbarten Einheit.")
            .At(place, said, $"faktor: {GermanFormat.Exact(right)}");

    internal static Finding OwnUnitContradicts(string unit, string column, decimal factor, decimal right) => Error("PR-1532",
        $"Das Importprofil nennt die Einheit {Quote(unit)}, für die Spalte {Quote(column)} aber den Faktor "
        + $"{GermanFormat.Exact(factor)}. Bitte bitten Sie die Kämmerei, dort den Faktor {GermanFormat.Exact(right)} anzugeben "
            + "oder "
        + "die Einheit zu berichtigen.") with
    { Found = $"einheit: {unit}", Expected = $"faktor: {GermanFormat.Exact(right)}" };

    internal static Finding AreaLeftOut(CellPlace place, string number, int parts) => Hint("PR-1511",
        $"Die Nummer {Quote(number)} ({place}) wurde nicht als Produkt gelesen: Ihre Werte sind die Summe der Produkte, deren "
        + $"Nummern mit ihr beginnen ({parts}).").At(place, number);

    internal static Finding WholeAmongProducts(CellPlace place, string number) => Error("PR-1535",
        $"Die Werte von {Quote(number)} ({place}) sind in jeder Spalte die Summe aller anderen Produkte der Datei. Als Produkt "
        + "gelesen, würde sie den ganzen Haushalt verdoppeln. Bitte bitten Sie die Kämmerei, die Zeile im Importprofil unter "
        + "„summenzeile“ oder „ignoriere“ oder, wenn sie doch ein Produkt ist, im Katalog aufzunehmen.").At(place, number);

    internal static Finding AreaAmongProducts(CellPlace place, string number) => Error("PR-1512",
        $"Die Nummer {Quote(number)} ({place}) steht unter den Produkten, mehrere andere Nummern beginnen aber mit ihr, und ihre "
        + "Werte sind nicht deren Summe. Es bleibt offen, ob sie ein Produkt oder eine falsche Bereichssumme ist. Bitte "
        + "berichtigen Sie die Zeile, oder bitten Sie die Kämmerei, sie im Importprofil unter „ignoriere“ oder im Katalog als "
        + "Produkt aufzunehmen.").At(place, number);

    internal static Finding SeveralProfiles(string file, IReadOnlyList<string> profiles, string applied) => Warning("PR-1509",
        $"Für die Datei „{file}“ gelten mehrere Importprofile: {GermanFormat.Enumerate([.. profiles.Select(Quote)])}. "
        + $"Angewendet wurde „{applied}“, das erste nach dem Namen. Bitte prüfen Sie die Werte, und bitten Sie die Kämmerei, "
        + "die Importprofile so zu ändern, dass nur eines gilt.");
}
