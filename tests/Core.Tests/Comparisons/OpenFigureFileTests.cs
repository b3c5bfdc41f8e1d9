using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Comparisons;
using Produktreport.Core.Comparisons.Files;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Comparisons;

/// <summary>The open format: what is written is read back; what is wrong is said, all at once, with its place.</summary>
public sealed class OpenFigureFileTests
{
    private const string Header =
        "schluessel;koerperschaft;jahr;produkt;kennzahl;bezeichnung;wert;einheit;einwohner;vergleichbarkeit;herkunft;lizenz\n";

    private const string Right = "07131;Kreis A;2025;3633;kosten_je_fall;Kosten;62400,5;€;128450;;Bericht;dl-de/by-2-0\n";

    // The rows behind the header; the codes with line and column.
    public static TheoryData<string, string> Faults => new()
    {
        { Right, "" },
        { Right.Replace("07131", "7131", StringComparison.Ordinal), "PR-3005 2A" },
        { Right.Replace("07131", "0713x", StringComparison.Ordinal), "PR-3005 2A" },
        { Right.Replace("2025", "2025-Q1", StringComparison.Ordinal), "PR-3006 2C" },
        { Right.Replace("2025", "1025", StringComparison.Ordinal), "PR-3006 2C" },
        { Right.Replace("3633", "36 33", StringComparison.Ordinal), "PR-3007 2D" },
        { Right.Replace("kosten_je_fall", "Kosten je Fall", StringComparison.Ordinal), "PR-3008 2E" },
        { Right.Replace("62400,5", "62.400,5", StringComparison.Ordinal), "PR-3009 2G" },
        { Right.Replace("62400,5", "62400.5", StringComparison.Ordinal), "PR-3009 2G" },
        { Right.Replace("62400,5", "62400 €", StringComparison.Ordinal), "PR-3009 2G" },
        { Right.Replace("62400,5", "62400,", StringComparison.Ordinal), "PR-3009 2G" },
        { Right.Replace("62400,5", "–", StringComparison.Ordinal), "PR-3009 2G" },
        { Right.Replace("62400,5", "1000000000000000", StringComparison.Ordinal), "PR-3009 2G" },
        { Right.Replace("62400,5", "1,0000000001", StringComparison.Ordinal), "PR-3009 2G" },
        { Right.Replace("62400,5", "", StringComparison.Ordinal), "PR-3010 2G" },
        { Right.Replace("dl-de/by-2-0", "", StringComparison.Ordinal), "PR-3010 2L" },
        { Right.Replace("128450", "128.450", StringComparison.Ordinal), "PR-3011 2I" },
        { Right.Replace("128450", "0", StringComparison.Ordinal), "PR-3011 2I" },
        { Right + Right, "PR-3012 3E" },
        { Right + Right.Replace("07131", "07131000", StringComparison.Ordinal), "PR-3012 3E" },
        { Right.Replace("Bericht", new string('x', 1001), StringComparison.Ordinal), "PR-3013 2K" },
        { "", "PR-3018 " },
        { "7131;;25;;K;;x;;y;;;\n", "PR-3005 2A | PR-3006 2C | PR-3008 2E | PR-3009 2G | PR-3010 2D | PR-3010 2K | PR-3010 2L "
            + "| PR-3011 2I" },
    };

    public static TheoryData<string, string> Headers => new()
    {
        { "schluessel;jahr", "PR-3002 1" },
        { Header.Trim() + ";schluessel", "PR-3004 1M" },
        { Header.Trim() + ";farbe", "PR-3003 1M" },
        { Header.Replace(';', ',').Trim(), "PR-3002 1 | PR-3003 1A" },
        { "sep=;\n" + Header.Trim(), "" },
        { Header.ToUpperInvariant().Trim(), "" },
    };

    public static TheoryData<string, string> JsonFaults => new()
    {
        { Json, "" },
        { Json.Replace("\"wert\": 62400.5", "\"wert\": \"62400,5\"", StringComparison.Ordinal), "PR-3015 9" },
        { Json.Replace("\"jahr\": 2025", "\"jahr\": 1025", StringComparison.Ordinal), "PR-3006 4" },
        { Json.Replace("\"einheit\": \"€\",", "", StringComparison.Ordinal), "PR-3010 7" },
        { Json.Replace("\"07131\"", "7131", StringComparison.Ordinal), "PR-3015 3" },
        { Json.Replace("kennzahlen-offen-1", "kennzahlen-offen-2", StringComparison.Ordinal), "PR-3017 " },
        { Json.Replace("\"lizenz\"", "\"licence\"", StringComparison.Ordinal), "PR-3010 7 | PR-3016 5" },
        { Json.Replace("62400.5,", "62400.5", StringComparison.Ordinal), "PR-3014 10" },
        { Json.Replace("Bericht", "\\ud800", StringComparison.Ordinal), "PR-3014 1" },
        { "[]", "PR-3014 1" },
        { "{", "PR-3014 1" },
        { "{\"format\": \"kennzahlen-offen-1\", \"kennzahlen\": []}", "PR-3018 " },
        { "{\"format\": \"kennzahlen-offen-1\", \"kennzahlen\": [1]}", "PR-3015 1" },
    };

    private const string Json = """
        {
          "format": "kennzahlen-offen-1",
          "schluessel": "07131",
          "jahr": 2025,
          "lizenz": "dl-de/by-2-0",
          "kennzahlen": [
            {
              "produkt": "3633", "kennzahl": "kosten_je_fall",
              "wert": 62400.5,
              "einheit": "€", "herkunft": "Bericht"
            }
          ]
        }
        """;

    [Theory]
    [MemberData(nameof(Faults))]
    public void FaultOfARow_IsSaidWithLineAndColumn(string rows, string expected) => AssertFaults(Header + rows, expected);

    [Theory]
    [MemberData(nameof(Headers))]
    public void FaultOfTheHeader_IsSaid(string header, string expected) => AssertFaults(header + "\n" + Right, expected);

    [Theory]
    [MemberData(nameof(JsonFaults))]
    public void FaultOfAJsonFile_IsSaidWithItsLine(string json, string expected) => AssertFaults(json, expected);

    [Fact]
    public void EveryFaultSaysWhatToDo()
    {
        var finding = Assert.Single(Read(Header + Right.Replace("07131", "7131", StringComparison.Ordinal)).Findings);
        Assert.Equal(
            "In Zeile 2, Spalte A steht „7131“ statt eines amtlichen Schlüssels. Vermutlich hat ein Tabellenprogramm die "
                + "führende Null entfernt; gemeint sein könnte „07131“. Bitte den Kreisschlüssel mit fünf Ziffern (AGS mit acht, "
                + "ARS mit zwölf) als Text eintragen.",
            finding.Text);
        Assert.Equal(("7131", "ein Schlüssel wie 07131"), (finding.Found, finding.Expected));
    }

    [Fact]
    public void AFileWithAFault_BringsNothing() =>
        Assert.Empty(Read(Header + Right + Right.Replace("2025", "25", StringComparison.Ordinal)).Figures);

    [Fact]
    public void ManyFaults_AreCounted()
    {
        var file = Read(Header + string.Concat(Enumerable.Range(0, 300).Select(_ => "x" + Right)));
        Assert.Equal(200, file.Findings.Length);
        Assert.Equal("Es gibt 101 weitere Befunde. Bitte zuerst die gezeigten beheben.", file.Findings[^1].Text);
    }

    [Theory]
    [InlineData("PK\u0003\u0004")]
    [InlineData("%PDF-1.7")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void WhatIsNoText_IsAnswered(string content) =>
        Assert.Equal(Severity.Error, Assert.Single(Read(content).Findings).Severity);

    [Fact]
    public void WhatIsWritten_IsReadBack()
    {
        var random = new Random(20);
        for (var round = 0; round < 200; round++)
        {
            var body = RegionKey.Of(random.Next(10_000, 99_999).ToString(CultureInfo.InvariantCulture));
            ImmutableArray<OpenFigure> figures =
                [.. Enumerable.Range(0, random.Next(1, 20)).Select(at => Figure(random, body, at))];
            foreach (var bytes in (byte[][])[OpenFigureCsv.Write(figures), OpenFigureJson.Write(figures)])
            {
                var read = ComparisonFile.Read("x.csv", bytes, []);
                Assert.Empty(read.Findings);
                Assert.Equal(figures, read.Figures);
            }
        }
    }

    [Theory]
    [InlineData(Header + Right)]
    [InlineData(Json)]
    [InlineData("statistics_code;time;1_variable_attribute_code;1_variable_attribute_label;value\n1;2025;07131;Kreis;5\n")]
    public void DamagedFiles_NeverThrow(string whole)
    {
        var random = new Random(3);
        var bytes = Encoding.UTF8.GetBytes(whole);
        for (var round = 0; round < 300; round++)
        {
            var damaged = bytes.ToArray();
            for (var times = random.Next(1, 12); times > 0; times--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var file = ComparisonFile.Read("x.csv", damaged.AsMemory(0, random.Next(1, damaged.Length + 1)), []);
            Assert.True(file.Figures.IsEmpty || !file.Findings.HasErrors());
            Assert.All(file.Findings, finding => Assert.NotEmpty(finding.Text));
        }
    }

    [Fact]
    public void TooLargeAJsonFile_IsNotRead() => Assert.Equal(
        "PR-3028",
        Assert.Single(Read("{" + new string(' ', 10 * 1024 * 1024)).Findings).Code);

    [Fact]
    public void TwoBodies_AreNoJsonFile()
    {
        var random = new Random(1);
        Assert.Throws<ArgumentException>(() => OpenFigureJson.Write(
            [Figure(random, RegionKey.Of("07131"), 1), Figure(random, RegionKey.Of("07132"), 2)]));
    }

    private static OpenFigure Figure(Random random, RegionKey body, int at) => new()
    {
        Region = body,
        Body = "Landkreis „Ü“",
        Year = 2025,
        Product = ProductNumber.Of("36.3-3"),
        Figure = FigureId.Of($"zahl_{at}"),
        Name = Some(random),
        Value = random.NextInt64(-999_999_999_999, 999_999_999_999) / 1_000m,
        Unit = random.Next(3) switch { 0 => "", 1 => "€", _ => "%" },
        Population = 128_450,
        Caveat = Some(random) is { Length: > 0 } caveat ? caveat : null,
        Provenance = "Produktbericht; \"2025\"",
        Licence = "dl-de/by-2-0",
    };

    private static string Some(Random random) => random.Next(5) switch
    {
        0 => "",
        1 => "=1+1",
        2 => "-x; \"y\"",
        3 => "@z",
        _ => "Träger der Leistung ist ein Zweckverband",
    };

    private static ComparisonFile Read(string text) => ComparisonFile.Read("x.csv", Encoding.UTF8.GetBytes(text), []);

    private static void AssertFaults(string text, string expected) =>
        Assert.Equal(expected, string.Join(" | ", Read(text).Findings
        .OrderBy(finding => finding.Code).ThenBy(finding => finding.Column, StringComparer.Ordinal)
        .Take(expected.Split('|').Length).Select(finding => $"{finding.Code} {finding.Line}{finding.Column}")));
}
