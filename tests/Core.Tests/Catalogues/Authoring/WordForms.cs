using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Produktreport.Core.Tests.Catalogues.Authoring;

/// <summary>The layouts a county's form comes in.</summary>
public enum FormLayout
{
    OneTable,
    SeveralTables,
    ParagraphsWithTabs,
    ContentControls,
    LegacyFields,
}

/// <summary>
/// The form „Produktbeschreibung 1111 Büro Landrat“ as Word documents, built from the text of the original: rows of cells, a cell
/// as lines. A line that begins with an underscore is underlined.
/// </summary>
internal static class WordForms
{
    public const string Underlined = "_";

    private const string Choice = "\u0001";

    private static readonly string[][] Head =
    [
        ["Produktkennziffer:", "Produktbezeichnung:"], ["1111", "Büro Landrat"], ["I. Produktbeschreibung:"],
            ["Allgemeine Angaben:"],
        ["Hauptproduktbereich:", "1", "Zentrale Verwaltung"], ["Produktbereich:", "11", "Innere Verwaltung"],
            ["Produktgruppe:", "111", "Verwaltungssteuerung "],
        ["Art der Aufgabe:", "", "Funktionsaufgabe "], ["Auftraggeber:", "", Choice], ["Produktart:", "", Choice],
            ["Produktverantwortlicher:", "", Choice + " (...)"],
        ["Beschreibung des Produkts:"],
        ["Unterstützung der Verwaltungsführung, Repräsentation und einheitliche Darstellung des Landkreises und der Verwaltung, "
            + "persönliche Gesprächsangebote, Medienarbeit, Pflege von Partnerschaften und ehrenamtlicher Tätigkeit"],
        ["Auftragsgrundlage:"], ["Landkreisordnung (LKO), Gemeindeordnung (GemO), Beschlüsse der Gremien"],
        ["Zielgruppe:"], ["Verwaltungsführung, Mitarbeiter, Einwohner, Medien"],
        ["Ziele:"],
        ["Kundenzufriedenheit auf einer 6-stufigen Zufriedenheitsskala im Durchschnitt bei Stufe __ (1 = sehr zufrieden; 6 = "
            + "sehr unzufrieden),\n\nAnzahl Bürgersprechstunden von __ Stunden im Quartal / Halbjahr / Jahr,\n\nRepräsentation "
                + "des Landkreises / der Verwaltung durch mindestens __ Veranstaltungen / Aktionen,\n\nDurchführung von __ "
                    + "Maßnahmen zur Pflege der Partnerschaften."],
    ];

    private static readonly string[][] Services =
    [
        ["II. Leistungen:"], ["Leistungs-Nr. und Bezeichnung:", "Beschreibung der Leistung / Erläuterung / Abgrenzung:"],
        ["11111", "Unterstützung Verwaltungsleitung\n\n(interne Leistung)",
            "Koordination und Vorbereitung von Terminen, \vAbwicklung Schriftverkehr"],
        ["11112", "Bürgersprechstunde\n\n(externe Leistung)",
            "Vorbereitung, Durchführung und Nachbereitung der Bürgersprechstunden für Einzelpersonen, Vereine, Verbände und "
                + "andere Gruppen"],
        ["11113", "Medienarbeit\n\n(externe Leistung)",
            "Darstellung des Landkreises und seiner Verwaltung gegenüber den Medien (Presseanfragen, -mitteilungen, "
                + "Veröffentlichungen, Amtsblatt, amtliche Bekanntmachungen, Internetauftritt, etc.); auch Mitarbeiterzeitung , "
                    + "soweit nicht einem anderen Produkt zugeordnet"],
        ["11114", "Repräsentation\n\n(externe Leistung)",
            "Organisation und Durchführung von Veranstaltungen, Ehrungen, Jubiläen und sonstigen Aktionen (sofern nicht einem "
                + "anderen Produkt zuzuordnen)"],
        ["11115", "Partnerschaften\n\n(externe Leistung)", "Unterstützung und Pflege von Partnerschaften"],
        ["11116", "Ehrenamt\n\n(externe Leistung)", "Förderung und Anerkennung ehrenamtlicher Tätigkeiten"],
    ];

    private static readonly string[][] Figures =
    [
        ["III. Grund- und Kennzahlen: *"], ["1.\vGrund- und Kennzahlen zum Produkt:"],
        ["1.1", "Grundzahlen", "_Ergebnis\n\nAnzahl Stellen"], ["1.2", "Kennzahlen", "_Ergebnis je 1.000 Einwohner"],
        ["2. \vGrund- und Kennzahlen zu den Leistungen:"],
        ["2.1 \vGrund- und Kennzahlen zur Leistung 1 – Unterstützung Verwaltungsleitung"],
        ["2.1.1", "Grundzahlen", "_Ergebnis\n\nAnzahl Stellen"],
            ["2.1.2", "Kennzahlen", "Kosten je Stelle (gesamt) \n\nKosten je 1.000 Einwohner"],
        ["2.2 \vGrund- und Kennzahlen zur Leistung 2 – Bürgersprechstunde"],
        ["2.2.1", "Grundzahlen",
            "_Ergebnis\n\nAnzahl Stellen\n\nAnzahl Bürgersprechstunden (Stunden)\n\nDurchschnittliche Kundenzufriedenheit auf "
                + "einer 6-stufigen Zufriedenheitsskala"],
        ["2.2.2", "Kennzahlen", "_Ergebnis je 1.000 Einwohner"],
        ["2.3 \vGrund- und Kennzahlen zur Leistung 3 – Medienarbeit"],
        ["2.3.1", "Grundzahlen",
            "_Ergebnis\n\nAnzahl Stellen\n\nAuflagenhöhe des Amtsblattes\n\nAnzahl der Zugriffe auf die Homepage pro Monat"],
        ["2.3.2", "Kennzahlen", "_Ergebnis je 1.000 Einwohner"],
        ["2.4 Grund- und Kennzahlen zur Leistung 4 – Repräsentation"],
        ["2.41", "Grundzahlen", "_Ergebnis\n\nAnzahl Stellen\n\nAnzahl Veranstaltungen / Ehrungen / Jubiläen / Aktionen"],
            ["2.42", "Kennzahlen", "_Ergebnis je 1.000 Einwohner"],
        ["2.5\vGrund- und Kennzahlen zur Leistung 5 – Partnerschaften"],
        ["2.5.1", "Grundzahlen",
            "_Ergebnis\n\nAnzahl Stellen\n\nAnzahl Partnerschaften / Maßnahmen zur Pflege der Partnerschaften"],
                ["2.5.2", "Kennzahlen", "_Ergebnis je 1.000 Einwohner"],
        ["2.6 \vGrund- und Kennzahlen zur Leistung 6 – Ehrenamt"],
        ["2.6.1", "Grundzahlen", "_Ergebnis\n\nAnzahl Stellen\n\nAnzahl geehrte Personen"],
            ["2.6.2", "Kennzahlen", "Ergebnis je geehrte Person\n\n_Ergebnis je 1.000 Einwohner"],
        ["* Die Hauptgrund- und Hauptkennzahlen sind unterstrichen."],
    ];

    /// <summary>The form in a layout, its text changed by <paramref name="edit"/> cell by cell.</summary>
    public static byte[] Build(FormLayout layout, Func<string, string>? edit = null)
    {
        string[][][] parts = [Head, Services, Figures];
        var edited = parts.Select(part => part.Select(row => row.Select(edit ?? (cell => cell)).ToArray()).ToArray()).ToArray();
        IEnumerable<OpenXmlElement> content = layout switch
        {
            FormLayout.OneTable => [Table(edited.SelectMany(part => part), layout)],
            FormLayout.ParagraphsWithTabs => edited.SelectMany(part => part).SelectMany(TabbedParagraphs),
            _ => edited.SelectMany(part => part.Chunk(7))
                .SelectMany(rows => new OpenXmlElement[] { Table(rows, layout), new Paragraph() }),
        };
        return Document(content);
    }

    public static byte[] Document(params IEnumerable<OpenXmlElement> content)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(content));
        return stream.ToArray();
    }

    private static Table Table(IEnumerable<string[]> rows, FormLayout layout) =>
        new(rows.Select(row => new TableRow(row.Select(cell => new TableCell(Paragraphs(cell, layout))))));

    private static IEnumerable<OpenXmlElement> Paragraphs(string cell, FormLayout layout) =>
        cell.Split('\n').Select<string,
            OpenXmlElement>(line => line.StartsWith(Choice, StringComparison.Ordinal) ? ChoiceParagraph(line[1..], layout)
            : layout == FormLayout.ContentControls && line.Length > 0 && !line.EndsWith(':')
            ? new SdtBlock(new SdtProperties(), new SdtContentBlock(new Paragraph(Runs(line))))
            : new Paragraph(Runs(line)));

    private static Paragraph ChoiceParagraph(string rest, FormLayout layout) => layout switch
    {
        FormLayout.ContentControls => new Paragraph(
            new SdtRun(
                new SdtProperties(
                    new ShowingPlaceholder(),
                        new SdtContentDropDownList(new ListItem { DisplayText = "Kreistag", Value = "Kreistag" })),
                new SdtContentRun(new Run(new Text("Wählen Sie ein Element aus.")))),
            new Run(new Text(rest) { Space = SpaceProcessingModeValues.Preserve })),
        FormLayout.LegacyFields =>
            new Paragraph(LegacyField(null).Append(new Run(new Text(rest) { Space = SpaceProcessingModeValues.Preserve }))),
        _ => new Paragraph(new Run(new Text(" FORMDROPDOWN " + rest) { Space = SpaceProcessingModeValues.Preserve })),
    };

    /// <summary>A drop-down field of old Word forms.</summary>
    public static IEnumerable<OpenXmlElement> LegacyField(int? chosen)
    {
        var list = new DropDownListFormField();
        if (chosen is { } index)
            list.DropDownListSelection = new DropDownListSelection { Val = index };
        list.Append(
            new ListEntryFormField { Val = "bitte wählen" }, new ListEntryFormField { Val = "Kreistag" },
                new ListEntryFormField { Val = "Land" });
        yield return new Run(
            new FieldChar(
                new FormFieldData(new FormFieldName { Val = "Auswahl" }, list))
            { FieldCharType = FieldCharValues.Begin });
        yield return new Run(new FieldCode(" FORMDROPDOWN ") { Space = SpaceProcessingModeValues.Preserve });
        yield return new Run(new FieldChar { FieldCharType = FieldCharValues.Separate });
        yield return new Run(new FieldChar { FieldCharType = FieldCharValues.End });
    }

    private static IEnumerable<OpenXmlElement> TabbedParagraphs(string[] row)
    {
        var cells = row.Select(cell => cell.Replace(Choice, "FORMDROPDOWN", StringComparison.Ordinal)).ToArray();
        var lines = cells.Select(cell => cell.Split('\n').Where(line => line.Length > 0).ToArray()).ToArray();
        if (lines.Length == 1)
            return lines[0].Select(line => (OpenXmlElement)new Paragraph(Runs(line)));
        if (cells[0].Length == 5 && cells[0].All(char.IsAsciiDigit))
            return [
                new Paragraph(
                    cells.SelectMany(
                        (cell, index) => Runs((index > 0 ? "\t" : "") + cell.Replace("\n\n", " ", StringComparison.Ordinal))))];
        var last = lines[^1];
        var first = new Paragraph(cells[..^1].SelectMany(cell => Runs(cell + "\t")).Concat(last.Length > 0 ? Runs(last[0]) : []));
        return last.Skip(1).Select(line => new Paragraph(Runs("\t\t").Concat(Runs(line)))).Prepend(first);
    }

    /// <summary>
    /// Runs of a line: cut in two in the middle of a word, as Word does, with tabs and line breaks as elements.
    /// </summary>
    private static IEnumerable<OpenXmlElement> Runs(string line)
    {
        var isUnderlined = line.StartsWith(Underlined, StringComparison.Ordinal)
            && !line.StartsWith("__", StringComparison.Ordinal);
        var text = isUnderlined ? line[1..] : line;
        foreach (var piece in new[] { text[..(text.Length / 2)], text[(text.Length / 2)..] })
        {
            var run = new Run();
            if (isUnderlined)
                run.RunProperties = new RunProperties(new Underline { Val = UnderlineValues.Single });
            var start = 0;
            for (var at = 0; at <= piece.Length; at++)
            {
                if (at < piece.Length && piece[at] is not ('\t' or '\v'))
                    continue;
                run.Append(new Text(piece[start..at]) { Space = SpaceProcessingModeValues.Preserve });
                if (at < piece.Length)
                    run.Append(piece[at] == '\t' ? new TabChar() : new Break());
                start = at + 1;
            }

            yield return run;
        }
    }
}
