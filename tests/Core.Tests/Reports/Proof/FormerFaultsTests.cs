using System.Runtime.CompilerServices;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Tests.Reports.Proof;

/// <summary>
/// Reports as the version of 2026-11-23 made them of the example county, data without provenance beside what the pages say (the
/// folder Former): the proofs find each kind of fault that was known of them. None is found today, say <see cref="ProofTests"/>.
/// </summary>
public sealed class FormerFaultsTests
{
    [Theory]
    [InlineData("3633-2026-Q3", "Alternativtext in T€ mit vollen Beträgen: Säulendiagramm: Ergebnis 2026 in T€. Q1: Ist −3")]
    [InlineData("gesamt-2025-Q1", "Überschrift in zwei Einheiten: Größte Abweichungen vom Plan in T€")]
    [InlineData("3633-2026-Q3", "Alternativtext ohne Einheit €:  −206.335 in Abweichung Ist minus Plan: Q1 −206.335")]
    [InlineData("5211-2025-Q1", "Ursache Aufwendungen um 17.507 € niedriger als geplant zieht in die andere Richtung")]
    [InlineData("5711-2025-Q2", ": Größter Anteil: Unternehmensservice (+6.275 €).")]
    [InlineData("3633-2026-Q3", "Diagramm Ergebnis: Säulen ergeben -129760")]
    [InlineData("5371-2026-Q3", "Ampel: nicht rot oder andere Abweichung: Abweichung von der Kostendeckung (+7.578,6 %)")]
    [InlineData("5211-2025-Q2", "52111 Anzahl entschiedener Bauanträge: gelb, gedruckt wird -5.0 %")]
    [InlineData("3633-2026-Q3", "Hinweis ohne Zahl, für die er gilt: Nicht gelieferte Werte des Produkts sind die Summe")]
    [InlineData("3633-2026-Q3", "Verhältnis linear hochgerechnet: Ergebnis je 1.000 Einwohner")]
    [InlineData("1111-2026-Q1", "Zurückgehaltene Erläuterungen: 1, gesagt werden 0.")]
    [InlineData("1221-2026-Q3", "„interne Ausgabe“ auf der öffentlichen.")]
    [InlineData("3633-2025-Q3", "Ziel nicht erreicht, aber grün: Inobhutnahmen dauern im Durchschnitt höchstens 28 Tage")]
    [InlineData("3633-2025-Q1", "22.000 € je laufende Hilfe im Jahr: Ein Teil des Zeitraums gegen den Zielwert des ganzen")]
    [InlineData("3633-2025-Q1", "Ziele: „0 nicht erreicht“ sagt nichts")]
    [InlineData("3633-2025-Q1", "Ampel: „0 rot“ sagt nichts")]
    public void AFaultOfTheFormerVersion_IsFound(string report, string found)
    {
        var faults = FaultsOf(report);
        Assert.True(faults.Exists(fault => fault.Contains(found, StringComparison.Ordinal)), string.Join('\n', faults));
    }

    private static List<string> FaultsOf(string report)
    {
        var json = File.ReadAllBytes(Path.Combine(Folder(), report + ".json"));
        return
        [
            .. report.StartsWith("gesamt", StringComparison.Ordinal) ? CombinedProof.FaultsOf(json) : ProductProof.FaultsOf(json),
            .. PictureProof.FaultsOf(json, Pages(Path.Combine(Folder(), report + ".txt"))),
        ];
    }

    /// <summary>What the pages say, a line each: kind, tag (none for an artifact) and text.</summary>
    private static PageInspection Pages(string file)
    {
        var pages = new PageInspection();
        foreach (var line in File.ReadLines(file))
        {
            var (kind, tag, text) = line.Split('\t') is [var first, var second, var third] ? (first, second, third)
                : throw new InvalidDataException(line);
            pages.Add(1, Enum.Parse<PaintedKind>(kind), default, tag.Length == 0 ? null : Enum.Parse<Tag>(tag), default, text);
        }

        return pages;
    }

    // The build maps paths to /_/.
    private static string Folder([CallerFilePath] string test = "") => Path.Combine(
        Path.GetDirectoryName(test.Replace("/_/", Repository.Root + "/", StringComparison.Ordinal))!, "Former");
}
