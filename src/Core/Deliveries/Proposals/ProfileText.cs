using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static Produktreport.Core.Catalogues.Authoring.YamlWriter;

namespace Produktreport.Core.Deliveries.Proposals;

/// <summary>A proposed profile as a file for people: every line that was guessed says why, what is open asks.</summary>
internal sealed class ProfileText
{
    private readonly StringBuilder text = new();

    private ProfileText()
    {
    }

    /// <summary>The text of the file.</summary>
    public static string Of(ProfileDraft draft)
    {
        var profile = new ProfileText();
        profile.Write(draft);
        return profile.text.ToString();
    }

    private void Write(ProfileDraft draft)
    {
        var (layout, table) = (draft.Layout, draft.Layout.Table);
        Line($"# Vorschlag aus {draft.FileName}. Bitte prüfen; was hinter # steht, ist Erläuterung.");
        Line($"profil: {draft.Name}");
        Line($"gilt_fuer: {Quoted(draft.AppliesTo)}", "für welche Dateien unter eingang/; * steht für jeden Text");
        if (draft.Mark is { } mark)
            Line($"dezimalzeichen: {Quoted(mark.ToString())}",
                draft.IsMarkGuessed ? "angenommen: 15.000 sind fünfzehntausend" : null);
        if (table.HeaderLine is not { } line)
            Line("kopfzeile: keine", "die Spalten heißen wie in Excel A, B, …");
        else if (table.HeaderLines > 1)
            Line($"kopfzeile: [{string.Join(", ", Enumerable.Range(line - table.HeaderLines + 1, table.HeaderLines))}]",
                "die Überschriften stehen in mehreren Zeilen; eine Spalte heißt nach allen");
        else if (line > 1)
            Line($"kopfzeile: {line}", "Zeilen darüber zählen nicht");
        WriteProduct(draft);
        if (layout is { Period: { } year, PartOfYear: { } part })
            Line($"periode: [{Quoted(year.Name)}, {Quoted(part.Name)}]");
        else if (layout.Period is { } period)
            Line($"periode: {Quoted(period.Name)}");
        if (draft.FilledDown.Select(column => Quoted(column.Name)).ToList() is { Count: > 0 } filled)
            Line($"leer_wie_oben: [{string.Join(", ", filled)}]", "eine leere Zelle bedeutet, was über ihr steht");
        if (draft.IsUnitOpen)
            Line("# einheit: T€", "die Datei nennt keine Einheit; sind es Tausend Euro, diese Zeile und überall faktor: 1000");
        Line("werte:", "je Wertspalte ein Eintrag; mehrere Zeilen desselben Produkts werden zusammengezählt");
        foreach (var value in draft.Values)
            WriteValue(value);
        WriteRest(draft);
    }

    private void WriteProduct(ProfileDraft draft)
    {
        if (draft.Layout is { Product: { } named, Pattern: { } pattern })
            Line($"produkt: {{spalte: {Quoted(named.Name)}, {(pattern.IsHeading ? "ueberschrift" : "muster")}: "
                + $"{Quoted(pattern.Text)}}}", pattern.IsHeading ? "solche Zeilen nennen das Produkt der Zeilen darunter"
                    : "wo in der Zelle die Nummer steht");
        else if (draft.Layout.Product is { } product)
            Line($"produkt: {Quoted(product.Name)}", "die Spalte mit der Produktnummer");
        else if (draft.SheetPattern is { } inSheet)
            Line($"produkt: {{blatt: {Quoted(inSheet)}}}", "die Nummer steht im Namen des Tabellenblatts");
        else if (draft.FilePattern is { } inFile)
            Line($"produkt: {{dateiname: {Quoted(inFile)}}}", "die Nummer steht im Dateinamen");
        else
            Line("produkt: {fest: \"0000\"}", "OFFEN: Die Produktnummer steht weder in einer Spalte noch im Dateinamen");
    }

    private void WriteValue(ProposedValue value)
    {
        var entry = new StringBuilder($"  - {{spalte: {Quoted(value.Column.Name)}, grundzahl: {value.Figure}");
        if (value.Period is { } period)
            entry.Append(CultureInfo.InvariantCulture, $", periode: \"{period}\"");
        entry.Append(
            value.Scenario switch
            {
                Periods.Scenario.Plan => ", art: plan",
                Periods.Scenario.Forecast => ", art: prognose",
                _ =>
            ", art: ist"
            });
        if (value.IsCumulative)
            entry.Append(", kumuliert: true");
        if (value.Factor != 1)
            entry.Append(CultureInfo.InvariantCulture, $", faktor: {value.Factor}");
        var conditions = value.Conditions.Select(when => $"{Quoted(when.Column)}: {Patterns(when.Patterns)}").ToList();
        if (conditions.Count > 0)
            entry.Append(CultureInfo.InvariantCulture, $", wenn: {{{string.Join(", ", conditions)}}}");
        Line(entry.Append('}').ToString(), value.Doubts.IsEmpty ? null : string.Join("; ", value.Doubts));
    }

    private void WriteRest(ProfileDraft draft)
    {
        if (!draft.OtherAccounts.IsEmpty || !draft.InternalAccounts.IsEmpty || !draft.OtherKinds.IsEmpty
            || !draft.PartsOfSums.IsEmpty || !draft.BalanceLines.IsEmpty || draft.Parts.Any())
            Line("ignoriere:", "Zeilen, die nicht gelesen, aber gezählt werden");
        if (!draft.OtherAccounts.IsEmpty && draft.Layout.Account is { } account)
            Line($"  - wenn: {{{Quoted(account.Name)}: {Patterns(draft.OtherAccounts)}}}",
                "Konten, die weder Erträge noch Aufwendungen sind");
        if (!draft.InternalAccounts.IsEmpty && draft.Layout.Account is { } own)
            Line($"  - wenn: {{{Quoted(own.Name)}: {Patterns(draft.InternalAccounts)}}}",
                "interne Leistungsverrechnung; soll sie mitzählen, diese Zeile streichen");
        if (!draft.PartsOfSums.IsEmpty && draft.Layout.Kind is { } lines)
            Line($"  - wenn: {{{Quoted(lines.Name)}: {Patterns(draft.PartsOfSums)}}}", "in den gelesenen Summen enthalten");
        if (!draft.BalanceLines.IsEmpty && draft.Layout.Kind is { } balances)
            Line($"  - wenn: {{{Quoted(balances.Name)}: {Patterns(draft.BalanceLines)}}}", "folgt aus den gelesenen Zeilen");
        foreach (var (column, patterns) in draft.Parts)
            Line($"  - wenn: {{{Quoted(column)}: {Patterns(patterns)}}}",
                "ist in anderen Zeilen enthalten oder steht neben ihnen");
        if (!draft.OtherKinds.IsEmpty && draft.Layout.Scenarios is { } kinds)
            Line($"  - wenn: {{{Quoted(kinds.Name)}: {Patterns(draft.OtherKinds)}}}", "weder Plan noch Ist dieses Jahres");

        if (draft.HasNamelessTotals)
            Line($"summenzeile: {{wenn: {{{Quoted(draft.Layout.Product!.Name)}: \"\"}}}}",
                "Zeilen ohne Produktnummer sind Summen");
        if (!draft.Checks.IsEmpty)
            Line("pruefe:", "muss in jeder Zeile stimmen, sonst gibt es eine Warnung");
        foreach (var (left, right) in draft.Checks)
        {
            var words = $"{left} = {string.Join(" + ", right)}";
            Line($"  - {{text: {Quoted(words)}, links: {Quoted(left)}, rechts: [{string.Join(", ", right.Select(Quoted))}]}}");
        }

        if (draft.Values.Any(value => value.Conditions.Any()))
            Line("# buchungslos: 0",
                "gilt, wenn der Auszug vollständig ist: ein Produkt ohne Buchung hat dann 0 statt keinen Wert");
        if (!draft.Creates)
            return;
        Line("unbekannte_produkte: anlegen", "der Katalog kennt die Nummern nicht; sonst: fehler oder hinweis");
        Line($"anlegen: {{{string.Join(", ", draft.Creation.Select(each => $"{each.Key}: {each.Value}"))}}}");
    }

    private void Line(string content, string? why = null) =>
        text.Append(why is null ? content : $"{content,-40}   # {why}").Append('\n');

    private static string Patterns(ImmutableArray<string> patterns) =>
        patterns is [var only] ? Quoted(only) : $"[{string.Join(", ", patterns.Select(Quoted))}]";
}
