using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>What a clerk gets to read for each fault: the whole text, and the line it is about.</summary>
public sealed class CatalogueFaultTests
{
    private const string Head = "produkt: \"1111\"\nbezeichnung: Produkt\namt: amt\n";

    public static TheoryData<string, string, int, string> ProductFaults =>
        Table("Produktdatei", row => (row[0], row[1], row[2], row[3]));

    public static TheoryData<string, string, int, string> ProfileFaults =>
        Table("Importprofil", row => (row[0], row[1], row[2], row[3]));

    public static TheoryData<string, string, int, string> FrameFaults =>
        Table("statt", row => (Katalog.Frame.Replace(row[0], row[1], StringComparison.Ordinal), row[2], row[3], row[4]));

    [Theory]
    [MemberData(nameof(ProductFaults))]
    public void ProductFault_SaysWhatToDo(string yaml, string code, int line, string text) =>
        AssertFault(
            Katalog.Read(product: yaml.Replace("…", Head, StringComparison.Ordinal)), "2026/produkte/1111.yaml", code, line,
                text);

    [Theory]
    [MemberData(nameof(FrameFaults))]
    public void FrameFault_SaysWhatToDo(string yaml, string code, int line, string text) =>
        AssertFault(Katalog.Read(yaml), "2026/rahmen.yaml", code, line, text);

    [Theory]
    [MemberData(nameof(ProfileFaults))]
    public void ProfileFault_SaysWhatToDo(string yaml, string code, int line, string text)
    {
        const string standard = "standard:\n  grundzahlen: [{id: ertraege, bezeichnung: Erträge, jahreswert: summe}]\n";
        var profile = "profil: export\ngilt_fuer: \"amt/*.csv\"\nprodukt: P\n" + yaml;
        AssertFault(Katalog.Read(Katalog.Frame + standard, profile: profile), "2026/profile/export.yaml", code, line, text);
    }

    [Fact]
    public void Tables_AreRead() =>
        Assert.True(ProductFaults.Count >= 45 && FrameFaults.Count >= 12 && ProfileFaults.Count >= 11);

    [Fact]
    public void TooLongAText_SaysHowLongItIs() => AssertFault(
        Katalog.Read(product: Head + "zielgruppe: " + new string('x', 4001)), "2026/produkte/1111.yaml", "PR-2033", 4,
        "Der Text bei „zielgruppe“ hat 4001 Zeichen; erlaubt sind 4000. Bitte kürzen.");

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
        Assert.Equal(
            "Für 2026 gibt es Produkte, aber keine Datei 2026/rahmen.yaml. Bitte sie anlegen, am besten als Kopie des Vorjahrs.",
                finding.Text);
    }

    [Fact]
    public void SameStepWithTwoNames_IsAFault()
    {
        var reading = CatalogueReader.Read(
        [
            Katalog.File("2026/rahmen.yaml", Katalog.Frame),
            Katalog.File(
                "2026/produkte/1111.yaml", Katalog.Product + "produktgruppe: {nummer: \"111\", bezeichnung: Steuerung}\n"),
            Katalog.File(
                "2026/produkte/1112.yaml", Katalog.Product.Replace("1111", "1112", StringComparison.Ordinal)
                    + "produktbereich: {nummer: \"12\"}\nproduktgruppe: {nummer: \"111\", bezeichnung: Führung}\n"),
        ]);
        Assert.Equal(
            [
                "Produktgruppe 111 gehört hier zu 12, in „2026/produkte/1111.yaml“ aber zu 11. Bitte angleichen, sonst sind die "
                    + "Summen nicht eindeutig.",
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
        Assert.Equal(
            (code, path),
                CatalogueReader.Read([Katalog.File(path, Katalog.Frame)]).Findings.Select(
                    finding => (finding.Code, finding.File!)).Single());

    [Fact]
    public void InvalidUtf8_NamesItsLine()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Katalog.Product), .. "zielgruppe: B\u00fcrger\n".Select(c => (byte)c)];
        var reading = CatalogueReader.Read(
            [Katalog.File("2026/rahmen.yaml", Katalog.Frame), new("2026/produkte/1111.yaml", bytes)]);
        AssertFault(
            reading, "2026/produkte/1111.yaml", "PR-2001", 4,
                "Die Datei enthält Zeichen, die nicht als UTF-8 gespeichert sind. Bitte die Datei im Editor mit der Kodierung "
                    + "UTF-8 speichern.");
    }

    [Fact]
    public void TooLargeAFile_IsNotRead()
    {
        var reading = CatalogueReader.Read(
            [Katalog.File("2026/rahmen.yaml", new string('#', 1000))],
                CatalogueReaderOptions.Default with { MaximumFileSize = 999 });
        Assert.Equal(
            "Die Datei ist mit 1.000 Bytes zu groß; erlaubt sind 999 Bytes. Bitte prüfen, ob die richtige Datei abgelegt wurde, "
                + "oder sie auf mehrere Produkte aufteilen.",
            Assert.Single(reading.Findings).Text);
    }

    [Theory]
    [InlineData("# nur ein Kommentar\n", "PR-2007", "Die Datei ist leer. Bitte sie ausfüllen oder löschen.")]
    [InlineData("", "PR-2007", "Die Datei ist leer. Bitte sie ausfüllen oder löschen.")]
    [InlineData(
        "keys", "PR-2017", "Ein Abschnitt hat mehr als 500 Schlüssel. Bitte prüfen, ob die richtige Datei abgelegt wurde.")]
    [InlineData("list", "PR-2038", "Die Liste „aemter“ hat 501 Einträge; erlaubt sind 500. Bitte aufteilen.")]
    public void EmptyAndOverfullFiles_AreFaults(string content, string code, string text)
    {
        var frame = content switch
        {
            "keys" => string.Concat(Enumerable.Range(0, 501).Select(number => $"k{number}: x\n")),
            "list" =>
                Katalog.Frame
                    + string.Concat(Enumerable.Range(0, 500).Select(number => $"  - {{id: a{number}, bezeichnung: A}}\n")),
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
        AssertFault(
            reading, "2026/profile/export.yaml", "PR-2071", 2,
                "Den Ordner „amd“ hat kein Amt aus rahmen.yaml; das Profil gilt so für keine Datei. Meinten Sie „amt“? Bitte "
                    + "prüfen.");
    }

    [Fact]
    public void DoubledFilesProductsAndProfiles_AreFaults()
    {
        const string profile =
            "profil: export\ngilt_fuer: \"amt/*.csv\"\nprodukt: P\nperiode: Zeit\nwerte: [{spalte: S, grundzahl: a}]\n";
        var reading = CatalogueReader.Read(
        [
            Katalog.File(
                "2026/rahmen.yaml", Katalog.Frame + "standard: {grundzahlen: [{id: a, bezeichnung: A, jahreswert: summe}]}\n"),
            Katalog.File("2026/produkte/1111.yaml", Katalog.Product), Katalog.File("2026/produkte/1112.yaml", Katalog.Product),
            Katalog.File("2026/profile/eins.yaml", profile), Katalog.File("2026/profile/zwei.yaml", profile),
                Katalog.File("2026/profile/Zwei.yaml", profile),
        ]);
        Assert.Equal(
            [
                "2026/produkte/1112.yaml: In der Datei steht produkt: \"1111\", sie heißt aber „1112.yaml“. Bitte die Datei "
                    + "umbenennen oder den Eintrag ändern.",
                "2026/produkte/1112.yaml: Das Produkt \"1111\" steht schon in „2026/produkte/1111.yaml“. Bitte eine der beiden "
                    + "Dateien löschen oder ihre Nummer ändern.",
                "2026/profile/eins.yaml: Das Importprofil „export“ steht schon in „2026/profile/Zwei.yaml“. Bitte eines "
                    + "umbenennen.",
                "2026/profile/zwei.yaml: Die Datei „2026/profile/zwei.yaml“ ist doppelt vorhanden (Groß- und Kleinschreibung "
                    + "zählt nicht). Bitte eine der beiden löschen.",
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
        AssertFault(
            reading, "2026/produkte/1111.yaml", "PR-2068", 4,
                "Den Vorgänger \"1110\" gibt es im Katalog 2025 nicht. Bitte die Nummer prüfen.");
        Assert.Equal([2025], reading.Catalogues.ByYear.Keys);
    }

    /// <summary>
    /// The rows of the table of <c>Katalogfehler.md</c> whose first column is called so, their cells unescaped.
    /// </summary>
    private static TheoryData<string, string, int, string> Table(
        string heading, Func<string[], (string Yaml, string Code, string Line, string Text)> faultOf)
    {
        var faults = new TheoryData<string, string, int, string>();
        var rows = File.ReadLines(Repository.At("tests", "Core.Tests", "Catalogues", "Katalogfehler.md"))
            .SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));
        foreach (var row in rows)
        {
            string[] cells = [.. row.Trim('|', ' ').Split(" | ").Select(cell => Regex.Unescape(cell.Trim('`')))];
            var fault = faultOf(cells);
            faults.Add(fault.Yaml, fault.Code, int.Parse(fault.Line, CultureInfo.InvariantCulture), fault.Text);
        }

        return faults;
    }

    private static void AssertFault(CatalogueReading reading, string file, string code, int line, string text)
    {
        var finding = reading.Findings.FirstOrDefault(finding => finding.Code == code);
        Assert.True(finding is not null, $"{code} is missing among:\n{string.Join('\n', reading.Findings)}");
        Assert.Equal((file, line, text), (finding.File, finding.Line, finding.Text));
        Assert.Equal(finding.Severity != Severity.Error, reading.Catalogues.ByYear.ContainsKey(2026));
    }
}
