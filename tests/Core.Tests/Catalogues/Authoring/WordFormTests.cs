using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Authoring.Word;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Catalogues.Authoring;

/// <summary>
/// The county's Word form becomes the product's file, whatever layout it comes in; what it leaves open is said.
/// </summary>
public sealed class WordFormTests
{
    private static readonly List<CatalogueFile> Files = Katalog.Example("2026");
    private static readonly Catalogue Example = CatalogueReader.Read(Files).Catalogues.ByYear[2026];
    private static readonly CatalogueFile Present = Files.First(
        file => file.Path.EndsWith("1111.yaml", StringComparison.Ordinal));

    private static readonly WordFormContext First = new(2026)
    {
        Department = DepartmentId.Of("buero-landrat"),
        Standard = Example.Standard,
        ReferenceFigures = [.. Example.ReferenceFigures.Select(figure => figure.Id)],
    };

    public static TheoryData<FormLayout> Layouts => [.. Enum.GetValues<FormLayout>()];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void EveryLayout_GivesTheSameFile(FormLayout layout) =>
        Assert.Equal(
            Text(WordForm.Read(WordForms.Build(FormLayout.OneTable), First)),
                Text(WordForm.Read(WordForms.Build(layout), First)));

    [Fact]
    public void FirstImport_DiffersFromTheCountysFile_OnlyWhereTheFormLeavesItOpen()
    {
        var imported = Fields(Text(WordForm.Read(WordForms.Build(FormLayout.SeveralTables), First)), byName: true);
        var present = Fields(Encoding.UTF8.GetString(Present.Content.Span), byName: true);
        var differences = present.Keys.Union(imported.Keys).Order(StringComparer.Ordinal)
            .Where(key => present.GetValueOrDefault(key) != imported.GetValueOrDefault(key))
            .Select(key => $"{key}: {present.GetValueOrDefault(key, "(fehlt)")} | {imported.GetValueOrDefault(key, "(fehlt)")}");
        Approved.Text(
            Repository.At(Folder, "word-1111-unterschiede.txt"), "Feld: Katalogdatei | aus dem Formular\n"
                + string.Join('\n', differences) + "\n");
    }

    [Fact]
    public void FirstImport_IsTheApprovedFile_WithEverythingOpenSaid()
    {
        var authored = WordForm.Read(WordForms.Build(FormLayout.SeveralTables), First);
        Approved.Text(Repository.At(Folder, "word-1111.yaml"), Text(authored));
        Approved.Text(
            Repository.At(Folder, "word-1111-befunde.txt"),
                string.Join('\n', authored.Findings.Select(finding => $"{finding.Code} {finding.Text}")) + "\n");
        Assert.Equal("2026/produkte/1111.yaml", authored.Files[0].Path);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void SecondImport_WithThePresentFile_GivesThatFileAgain(FormLayout layout)
    {
        var authored = WordForm.Read(WordForms.Build(layout), First with { Department = null, Existing = Present });
        Assert.Equal(CatalogueYaml.Write(Example.Products[0], Example.Standard), Text(authored));
        Assert.Equal(
            ["PR-2111 „Anzahl Rückmeldungen zur Kundenzufriedenheit“ (Leistung 11112) steht in der bisherigen Produktdatei, "
                + "aber nicht im Formular, und bleibt erhalten. Bitte löschen, falls es entfallen ist."],
            authored.Findings.Where(finding => finding.Code is not ("PR-2104" or "PR-2105"))
                .Select(finding => $"{finding.Code} {finding.Text}"));
    }

    [Fact]
    public void ImportOfAnImport_KeepsItsIds()
    {
        var once = WordForm.Read(WordForms.Build(FormLayout.OneTable), First);
        var renamed = WordForms.Build(
            FormLayout.OneTable, cell =>
                cell.Replace("Anzahl Stellen", "Anzahl Stellen\n\nAnzahl Neues", StringComparison.Ordinal));
        var twice = Fields(Text(WordForm.Read(renamed, First with { Existing = once.Files[0] })));
        Assert.All(Fields(Text(once)), field => Assert.Equal(field.Value, twice[field.Key]));
        Assert.Equal("Anzahl Neues", twice["leistungen.11112.grundzahlen.neues.bezeichnung"]);
    }

    [Fact]
    public void FilledInTargets_ReachThePresentGoals()
    {
        var filled = WordForms.Build(FormLayout.OneTable, cell => cell
            .Replace("Stufe __", "Stufe 1,8", StringComparison.Ordinal)
            .Replace("von __ Stunden im Quartal / Halbjahr / Jahr", "von 1.200 Stunden im Jahr", StringComparison.Ordinal));
        var fields = Fields(Text(WordForm.Read(filled, First with { Existing = Present })));
        Assert.Equal(
            ("1.8", "1200", "jahr"),
                (fields["ziele.kundenzufriedenheit.ziel"], fields["ziele.sprechstunden.ziel"],
                    fields["ziele.sprechstunden.zeitraum"]));
    }

    [Fact]
    public void UnderlinedFigures_BecomeMainFigures()
    {
        var docx = WordForms.Build(FormLayout.OneTable, cell => cell
            .Replace("Anzahl geehrte", "_Anzahl geehrte", StringComparison.Ordinal)
            .Replace("Anzahl Stellen\n\n_Anzahl geehrte", "_Anzahl Stellen\n\n_Anzahl geehrte", StringComparison.Ordinal));
        var fields = Fields(Text(WordForm.Read(docx, First)));
        Assert.Equal("true", fields["leistungen.11116.grundzahlen.geehrte_personen.haupt"]);
        Assert.Equal("true", fields["leistungen.11116.grundzahlen.stellen.haupt"]);
        Assert.Equal("Stellen", fields["leistungen.11116.grundzahlen.stellen.einheit"]);
        Assert.False(fields.ContainsKey("leistungen.11115.grundzahlen.stellen.id"));
    }

    [Fact]
    public void ChosenDropDown_IsTaken_AnUnchosenOneSaysSo()
    {
        var docx = WordForms.Document(
            new Paragraph(new Run(new Text("Produktkennziffer: 1111"))),
                new Paragraph(new Run(new Text("Produktbezeichnung: Büro"))),
            new Paragraph(WordForms.LegacyField(1).Prepend(new Run(new Text("Auftraggeber: ")))),
                new Paragraph(WordForms.LegacyField(null).Prepend(new Run(new Text("Produktart: ")))));
        var authored = WordForm.Read(docx, First);
        Assert.Equal("Kreistag", Fields(Text(authored))["auftraggeber"]);
        Assert.Contains(
            "Im Auswahlfeld „Produktart“ wurde nichts gewählt (angezeigt wird „bitte wählen“); der Eintrag bleibt leer.",
                authored.Findings.Select(finding => finding.Text));
        Assert.Contains(
            "Das Feld „Zielgruppe“ ist im Dokument nicht zu finden. Bitte den Eintrag in der Produktdatei ergänzen.",
                authored.Findings.Select(finding => finding.Text));
    }

    [Fact]
    public void WhatIsOpen_TheCatalogueCheckAsksFor_AndNothingElse()
    {
        var authored = WordForm.Read(WordForms.Build(FormLayout.OneTable), First with { Department = null });
        var findings = CatalogueReader.Read(
            [Files.First(file => file.Path.EndsWith("rahmen.yaml", StringComparison.Ordinal)), .. authored.Files]).Findings;
        Assert.All(findings, finding => Assert.Equal("PR-2022", finding.Code));
        Assert.Contains(
            "„amt“ ist in dem Produkt nicht ausgefüllt. Bitte einen Wert eintragen.", findings.Select(finding => finding.Text));
    }

    [Theory]
    [InlineData(
        "Produktkennziffer: keine", "PR-2102",
            "Im Formular ist keine gültige Produktkennziffer zu finden. Bitte sie unter „Produktkennziffer:“ eintragen.")]
    [InlineData(
        "Produktkennziffer: 1112", "PR-2120",
            "Das Formular beschreibt Produkt 1112, die bisherige Datei aber Produkt 1111. Bitte das passende Formular wählen.")]
    public void UnusableForm_GivesNoFile(string with, string code, string text)
    {
        var docx = WordForms.Document([new Paragraph(new Run(new Text(with)))]);
        var authored = WordForm.Read(docx, First with { Existing = Present });
        Assert.Empty(authored.Files);
        Assert.Equal(
            (code, text), authored.Findings.Where(finding => finding.Severity == Severity.Error)
                .Select(finding => (finding.Code, finding.Text)).Single());
    }

    [Theory]
    [InlineData(
        "(externe Leistung)", "", "Bei Leistung 11112 steht nicht, ob sie intern oder extern ist. Bitte bei „art“ ergänzen.")]
    [InlineData("11116", "99999", "Zu „Ehrenamt“ gibt es im Abschnitt II keine Leistung; ihre Zahlen wurden nicht übernommen.")]
    [InlineData(
        "Leistung 6 – Ehrenamt", "Leistung 6 – Ehre",
            "Leistung 11116 heißt in Abschnitt II „Ehrenamt“, in Abschnitt III „Ehre“. Übernommen wurde der Name aus Abschnitt "
                + "II.")]
    [InlineData(
        "Produktkennziffer:", "Stand: 2014\nProduktkennziffer:",
            "Dieser Text ließ sich keinem Feld zuordnen und wurde nicht übernommen: „Stand: 2014“.")]
    [InlineData(
        "Anzahl geehrte Personen", "Anzahl geehrte Personen\nAnzahl geehrte Personen",
            "„Anzahl geehrte Personen“ (Leistung 11116) steht im Formular zweimal; übernommen wurde der erste Eintrag.")]
    [InlineData("11112", "11111", "Leistung 11111 steht im Formular zweimal; übernommen wurde der erste Eintrag.")]
    [InlineData(
        "_Ergebnis je", "Ergebnis je",
            "„Ergebnis je 1.000 Einwohner“ (Produkt 1111) ist im Formular nicht unterstrichen, im Standard aber Hauptzahl. Es "
                + "bleibt beim Standard.")]
    [InlineData("_", "", "Im Formular ist keine Grund- oder Kennzahl unterstrichen; Hauptzahlen sind nur die des Standards.")]
    public void WhatDoesNotFit_IsSaid(string replace, string with, string text)
    {
        var docx = WordForms.Build(
            FormLayout.OneTable, cell =>
                replace == "_" ? cell.Replace("_E", "E", StringComparison.Ordinal)
                    : cell.Replace(replace, with, StringComparison.Ordinal));
        Assert.Contains(text, WordForm.Read(docx, First).Findings.Select(finding => finding.Text));
    }

    [Fact]
    public void FaultyPresentFile_IsNotOverwritten()
    {
        var authored = WordForm.Read(
            WordForms.Build(FormLayout.OneTable),
                First with { Existing = Katalog.File("2026/produkte/1111.yaml", "produkt: \"1111\"\nxyz: 1\n") });
        Assert.Empty(authored.Files);
        Assert.Contains(
            "Die bisherige Produktdatei lässt sich nicht lesen: Der Schlüssel „xyz“ ist in dem Produkt nicht bekannt. Möglich "
                + "sind: produkt, bezeichnung, hauptproduktbereich, produktbereich, produktgruppe, produktrahmen, a"
                + "mt, art_der_aufgabe, auftraggeber, produktart, produktverantwortlich, beschreibung, auftragsgrundlage, zielgru"
                + "ppe, vorgaenger, ziele, grundzahlen, kennzahlen, leistungen. Bitte "
                + "berichtigen oder löschen. Bitte sie zuerst berichtigen.",
            authored.Findings.Select(finding => finding.Text));
    }

    [Fact]
    public void DamagedDocuments_NeverThrow()
    {
        var docx = WordForms.Build(FormLayout.LegacyFields);
        var random = new Random(7);
        for (var round = 0; round < 150; round++)
        {
            var damaged = docx.ToArray();
            for (var times = random.Next(1, 30); times > 0; times--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var authored = WordForm.Read(damaged.AsMemory(0, random.Next(damaged.Length / 2, damaged.Length)), First);
            Assert.True(authored.Files.Length == 1 || authored.Findings.HasErrors());
        }
    }

    [Fact]
    public void ZipBomb_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 51; megabyte++)
                part.Write(zeros);
        }

        AssertRefused(stream.ToArray(), "Entpackt ist sie größer als 50 MB.");
    }

    [Fact]
    public void EndlesslyNestedControls_AreRefused()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000))
            + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000));
        AssertRefused(
            Patched("word/document.xml", xml => xml.Replace("<w:body>", "<w:body>" + nested, StringComparison.Ordinal)),
                "Ihr Inhalt ist ungewöhnlich tief verschachtelt.");
    }

    [Fact]
    public void TooLargeAFile_IsRefused() => AssertRefused(new byte[10 * 1024 * 1024 + 1], "Sie ist größer als 10 MB.");

    [Fact]
    public void DocumentTypeDefinition_IsRefused_AndItsEntitiesNeverExpanded()
    {
        var docx = Patched("word/document.xml", xml => xml.Replace(
            "<w:document", "<!DOCTYPE w [<!ENTITY a \"Produktkennziffer: 1111\">]><w:document", StringComparison.Ordinal));
        AssertRefused(docx, "Sie ist beschädigt oder kein Word-Dokument.");
    }

    [Fact]
    public void ExternalContent_IsNamed_NotFetched()
    {
        using var stream = new MemoryStream();
        stream.Write(WordForms.Build(FormLayout.OneTable));
        using (var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(stream, isEditable: true))
            document.MainDocumentPart!.AddExternalRelationship(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
                    new Uri("http://192.0.2.1/bild.png"));
        var authored = WordForm.Read(stream.ToArray(), First);
        Assert.Single(authored.Files);
        Assert.Contains(
            "Das Dokument verweist auf „http://192.0.2.1/bild.png“. Verknüpfte Inhalte werden nicht geladen.",
                authored.Findings.Select(finding => finding.Text));
    }

    private static string Folder => Path.Combine("tests", "Core.Tests", "Catalogues", "Authoring");

    private static void AssertRefused(byte[] docx, string reason)
    {
        var authored = WordForm.Read(docx, First);
        Assert.Empty(authored.Files);
        Assert.Equal(
            $"Die Datei lässt sich nicht als Word-Dokument (.docx) lesen: {reason} Bitte das Formular in Word öffnen und neu "
                + "als .docx speichern.",
            Assert.Single(authored.Findings).Text);
    }

    private static byte[] Patched(string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(WordForms.Build(FormLayout.OneTable));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
                xml = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(change(xml));
        }

        return stream.ToArray();
    }

    private static string Text(AuthoredFiles authored) => Encoding.UTF8.GetString(Assert.Single(authored.Files).Content.Span);

    /// <summary>
    /// A product file field by field: <c>leistungen.11112.grundzahlen.antworten.bezeichnung</c> → value. By name, figures and
    /// goals are told apart by what the form calls them, so that another id is a difference of its own.
    /// </summary>
    private static Dictionary<string, string> Fields(string yaml, bool byName = false)
    {
        var stream = new YamlDotNet.RepresentationModel.YamlStream();
        stream.Load(new StringReader(yaml));
        var fields = new Dictionary<string, string>();
        Collect(stream.Documents[0].RootNode, "", fields, byName);
        return fields;
    }

    private static void Collect(
        YamlDotNet.RepresentationModel.YamlNode node, string path, Dictionary<string, string> fields, bool byName)
    {
        if (node is YamlDotNet.RepresentationModel.YamlMappingNode map)
        {
            foreach (var (key, value) in map.Children)
                Collect(value, $"{path}{(path.Length > 0 ? "." : "")}{key}", fields, byName);
        }
        else if (node is YamlDotNet.RepresentationModel.YamlSequenceNode list)
        {
            foreach (var item in list.Children.Cast<YamlDotNet.RepresentationModel.YamlMappingNode>())
            {
                var isNamed = byName && !item.Children.ContainsKey("nummer");
                Collect(item, $"{path}.{item.Children.ElementAt(isNamed ? 1 : 0).Value}", fields, byName);
            }
        }
        else
        {
            fields[path] = node.ToString();
        }
    }
}
