using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Catalogues.Authoring;
using Produktreport.Core.Catalogues.Reading;

namespace Produktreport.Core.Tests.Catalogues.Authoring;

/// <summary>Next year's catalogue from this year's.</summary>
public sealed class YearRollOverTests
{
    private static readonly List<CatalogueFile> Files = Katalog.Example("2026");

    [Fact]
    public void NextYear_IsAValidCatalogue_WithTheSameProductsAndTargets()
    {
        var next = YearRollOver.From(Files, 2026);
        var reading = CatalogueReader.Read([.. Files, .. next.Files]);
        Assert.Empty(reading.Findings);
        Assert.Equal(reading.Catalogues.ByYear[2026].Products[0].Goals, reading.Catalogues.ByYear[2027].Products[0].Goals);
        Assert.Equal(
            ["2027/produkte/1111.yaml", "2027/profile/sachkonten-beispiel.yaml", "2027/rahmen.yaml"],
                next.Files.Select(file => file.Path));
    }

    [Fact]
    public void FilesStayAsTheyAre_ButForWhatBelongsToTheYear()
    {
        var changed = YearRollOver.From(Files, 2026).Files.SelectMany(
            next => Differences(Text(Files.First(file => file.Path[4..] == next.Path[4..])), Text(next)));
        Assert.Equal(
            [
                "  - {spalte: \"Ist 2027\", grundzahl: ertraege, periode: \"2027\", art: ist, faktor: -1, wenn: "
                    + "{Kostenart: \"4*\"}}",
                "  - {spalte: \"Ist 2027\", grundzahl: aufwendungen, periode: \"2027\", art: ist, wenn: {Kostenart: \"5*\"}}",
                "  # Aus 2026 übernommen: Wert, Stichtag und Quelle erneuern.",
            ],
            changed);
    }

    [Fact]
    public void WhatTheControllerMustCheck_IsListedWithItsPlace()
    {
        var next = YearRollOver.From(Files, 2026);
        Assert.Equal(
            [
                "2027/produkte/1111.yaml: 3 Zielwerte sind aus dem Vorjahr übernommen. Bitte prüfen, ob sie weiter gelten.",
                "2027/profile/sachkonten-beispiel.yaml:6 Aus „2026“ wurde „2027“. Bitte prüfen, ob die Datei des neuen Jahres "
                    + "so heißt.",
                "2027/profile/sachkonten-beispiel.yaml:6 Aus „Ist 2026“ wurde „Ist 2027“. Bitte prüfen, ob die Datei des neuen "
                    + "Jahres so heißt.",
                "2027/profile/sachkonten-beispiel.yaml:7 Aus „2026“ wurde „2027“. Bitte prüfen, ob die Datei des neuen Jahres "
                    + "so heißt.",
                "2027/profile/sachkonten-beispiel.yaml:7 Aus „Ist 2026“ wurde „Ist 2027“. Bitte prüfen, ob die Datei des neuen "
                    + "Jahres so heißt.",
                "2027/rahmen.yaml:6 „Einwohner“ ist mit 128.450 (Stichtag 30.06.2025) aus dem Vorjahr übernommen. Bitte Wert, "
                    + "Stichtag und Quelle erneuern.",
            ],
            next.Findings.Select(finding => $"{finding.File}:{finding.Line} {finding.Text}").Order(StringComparer.Ordinal));
        var frame = Text(next.Files.First(file => file.Path == "2027/rahmen.yaml")).Split('\n');
        Assert.Contains("einwohner", frame[6 - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Predecessors_AreCutOut_AndCommentsKept()
    {
        const string product =
            "# Kopf\nprodukt: \"1111\"\nbezeichnung: P\namt: amt\nvorgaenger:\n  - {produkt: \"1110\"}\nziele:  # "
                + "leer\nleistungen:\n  - nummer: \"11111\"\n    bezeichnung: L\n    vorgaenger: [{produkt: \"1110\", "
                    + "leistung: \"11101\"}]\n    art: intern\n";
        var next = YearRollOver.From(
            [Katalog.File("2026/rahmen.yaml", Katalog.Frame), Katalog.File("2026/produkte/1111.yaml", product)], 2026);
        Assert.Equal(
            "# Kopf\nprodukt: \"1111\"\nbezeichnung: P\namt: amt\nziele:  # leer\nleistungen:\n  - nummer: \"11111\"\n    "
                + "bezeichnung: L\n    art: intern\n",
            Text(next.Files.First(file => file.Path.EndsWith("1111.yaml", StringComparison.Ordinal))));
        Assert.Equal(2, next.Findings.Count(finding => finding.Code == "PR-2156"));
    }

    [Fact]
    public void PredecessorsWithinOneLine_AreRemovedByWritingTheFileAnew()
    {
        const string product = "{produkt: \"1111\", bezeichnung: P, amt: amt, vorgaenger: [{produkt: \"1110\"}]}\n";
        var next = YearRollOver.From(
            [Katalog.File("2026/rahmen.yaml", Katalog.Frame), Katalog.File("2026/produkte/1111.yaml", product)], 2026);
        Assert.Equal(
            "produkt: \"1111\"\nbezeichnung: P\namt: amt\n",
                Text(next.Files.First(file => file.Path.EndsWith("1111.yaml", StringComparison.Ordinal))));
    }

    [Fact]
    public void AnInvalidOrExistingYear_IsNotRolledOver()
    {
        Assert.Equal(
            "Der Katalog 2025 kann nicht fortgeschrieben werden: Er hat keine Datei rahmen.yaml.",
                Assert.Single(YearRollOver.From(Files, 2025).Findings.Where(finding => finding.Code == "PR-2151")).Text);
        var both = YearRollOver.From([.. Files, .. YearRollOver.From(Files, 2026).Files], 2026);
        Assert.Empty(both.Files);
        Assert.Equal(
            "Den Katalog 2027 gibt es schon; er wird nicht überschrieben. Bitte ihn zuerst löschen oder von Hand ergänzen.",
                Assert.Single(both.Findings).Text);
    }

    private static string Text(CatalogueFile file) => Encoding.UTF8.GetString(file.Content.Span);

    private static IEnumerable<string> Differences(string before, string after) => after.Split('\n').Except(before.Split('\n'));
}
