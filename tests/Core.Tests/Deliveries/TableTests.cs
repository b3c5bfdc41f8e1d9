using System.Text;
using Produktreport.Core.Periods;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

public sealed class TableTests
{
    /// <summary>Columns beside Produkt and Grundzahl, a row of them, and the values or the finding.</summary>
    [Theory]
    [InlineData("Jahr;Quartal;Wert", "2026;3;7", "2026-Q3=7")]
    [InlineData("Jahr;Quartal;Wert", "2026;Q3;7", "2026-Q3=7")]
    [InlineData("Jahr;Quartal;Wert", "2026;III;7", "2026-Q3=7")]
    [InlineData("Quartal;Jahr;Wert", "3. Quartal;2026;7", "2026-Q3=7")]
    [InlineData("Jahr;Quartal;Wert", "2026;2026-Q3;7", "2026-Q3=7")]
    [InlineData("Quartal;Wert", "Q3 2026;7", "2026-Q3=7")]
    [InlineData("Haushaltsjahr;Monat;Wert", "2026;07;7", "2026-07=7")]
    [InlineData("Jahr;Monat;Wert", "2026;Juli;7", "2026-07=7")]
    [InlineData("Jahr;Halbjahr;Wert", "2026;1;7", "2026-H1=7")]
    [InlineData("Jahr;Wert", "2025;7", "2025=7")]
    [InlineData("Jahr;Quartal;Monat;Wert", "2026;3;8;7", "2026-08=7")]
    [InlineData("Jahr;Q1;Q2", "2026;7;8", "2026-Q1=7 2026-Q2=8")]
    [InlineData("Quartal;Plan 2025;Plan 2026", "3;7;8", "2025-Q3=7 2026-Q3=8")]
    [InlineData("Periode;Jahr;Wert", "2026-Q3;2026;7", "2026-Q3=7")]
    [InlineData("Jahr;Quartal;Monat;Wert", "2026;2;8;7", "PR-1627 4")]
    [InlineData("Jahr;Quartal;Wert", "2026;Q3 2025;7", "PR-1627 4")]
    [InlineData("Jahr;Quartal;Wert", "2026;5;7", "PR-1209 4")]
    [InlineData("Jahr;Quartal;Wert", "2026;Juli;7", "PR-1209 4")]
    [InlineData("Jahr;Quartal;Wert", "26;3;7", "PR-1209 3")]
    [InlineData("Jahr;Quartal;Wert", "2026;;7", "PR-1201 4")]
    [InlineData("Jahr;Quartal;Wert", ";3;7", "PR-1217 4")]
    [InlineData("Jahr;Quartal;Wert", ";;7", "PR-1201 0")]
    public void YearAndPartInColumnsOfTheirOwn_AreThePeriod(string columns, string row, string expected)
    {
        var result = Example.Read($"Produkt;Grundzahl;{columns}\n1111;ertraege;{row}\n");
        var found = result.Delivery is null
            ? string.Join(' ', result.Receipt.Findings.Select(finding =>
                $"{finding.Code} {(finding.Column is { } column ? ColumnLetters.Parse(column) + 1 : 0)}"))
            : string.Join(' ', result.Delivery.Values.Select(value => $"{value.Period}={value.Value}"));
        Assert.Equal(expected, found);
    }

    /// <summary>Header and row of a table with an Art beside columns that name one; code and values taken, Plan first.</summary>
    [Theory]
    [InlineData("Art;Plan;Ist", ";1;2", null, "Plan 1, Ist 2")]
    [InlineData("Art;Plan;Ist", "Ist;1;2", "PR-1624", "Plan 1, Ist 2")]
    [InlineData("Art;Plan;Ist", "Ist;;2", null, "Ist 2")]
    [InlineData("Art;Plan;Ist", "Prognose;1;2", "PR-1625", null)]
    [InlineData("Art;Plan", "Plan;1", null, "Plan 1")]
    [InlineData("Art;Plan", "Ist;1", "PR-1625", null)]
    [InlineData("Art;Ist", "Ansatz;1", "PR-1625", null)]
    public void AColumnOfAnArt_IsHeldAgainstTheArtOfItsRows(string columns, string row, string? code, string? values)
    {
        var result = Example.Read($"Produkt;Grundzahl;Periode;{columns}\n1111;ertraege;2026;{row}\n");
        Assert.Equal(code is null ? [] : [code], result.Receipt.Findings.Select(finding => finding.Code).Distinct());
        Assert.Equal(values, result.Delivery is null ? null : string.Join(", ", result.Delivery.Values
            .Select(value => $"{value.Scenario.GermanName()} {value.Value}")));
    }

    [Theory]
    [InlineData("Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n1111;;ertraege;2026-Q3;Ist;12,5;wegen X\n")]
    [InlineData("PRODUKT;grundzahl;PERIODE;wert\n1111;Erträge;Q3/2026;12,5\n")]
    [InlineData("Wert;Periode;Grundzahl;Produkt\n12,5;3. Quartal 2026;ERTRÄGE;1111\n")]
    [InlineData("Produkt;Grundzahl;Q3 2026;Q4 2026\n1111;Erträge;12,5;\n")]
    [InlineData("Produkt;Periode;Erträge;Aufwendungen\n1111;2026-Q3;12,5;\n")]
    [InlineData("Produkt;Erträge Q3 2026;Aufwendungen Plan 2026\n1111;12,5;\n")]
    [InlineData("Produkt;Grundzahl;Periode;Wert;Anzahl Stellen\n1111;Erträge;2026-Q3;12,5;\n")]
    [InlineData("sep=|\r\nProdukt|Grundzahl|Periode|Wert\r\n1111|Erträge|2026-Q3|12,5\r\n")]
    [InlineData(
        "Meldung des Büros\n;;;\n\nStand: "
        + "1.10.2026;;;\nProdukt;Grundzahl;Periode;Wert\n;;;\n1111;Erträge;2026-Q3;12,5\n;;;\n\nQuelle: SAP;;;\n")]
    [InlineData("\"Produkt\";\"Grundzahl\";\"Periode\";\"Wert\"\n\"1111\";\"Erträge\";\"2026-Q3\";\"12,5\"\n")]
    [InlineData("Produkt;Grundzahl;Periode;Wert\n1111;Erträge;2026-Q3;12,5\n;;;12,5\n")]
    public void Layout_IsRead(string text) => Assert.Equal(12.5m, Example.ValueOf(Example.Read(text)));

    [Theory]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("-0")]
    [InlineData("-0,00")]
    [InlineData("0,000")]
    [InlineData("0,5")]
    [InlineData("-0,5")]
    [InlineData("00,5")]
    [InlineData("007")]
    [InlineData("-07,10")]
    [InlineData("12,50")]
    [InlineData("12.50")]
    [InlineData("-12,5")]
    [InlineData("+12,5")]
    [InlineData(",5")]
    [InlineData(" 12,5")]
    [InlineData("12,5 ")]
    [InlineData("12,5 €")]
    [InlineData("1.234,5")]
    [InlineData("1.234")]
    [InlineData("1,234")]
    [InlineData("12,5-")]
    [InlineData("123456789012345")]
    [InlineData("12345678901234,56")]
    [InlineData("-")]
    public void TextOfTheCell_StandsBesideTheValue_AsItWasWritten(string text)
    {
        var result = Example.Read($"Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;{text}\n"
            + $"1111;aufwendungen;2026-Q3;{(text is "12.50" or "1,234" ? "0.5" : "0,5")}\n");
        Assert.Equal(text, result.Delivery!.Values[0].Cell.Text);
    }

    [Fact]
    public void LineAndColumn_AreThoseOfExcel_ThoughCellsHaveLineBreaks()
    {
        var result =
            Example.Read(
                "Titel\r\n\r\nProdukt;Bemerkung;Grundzahl;Periode;Wert\r\n1111;\"zwei\r\nZeilen und "
                + "\"\"Zitat\"\"\";ertraege;2026-Q3;12,5\r\n1111;;aufwendungen;2026-Q3;7,5\r\n");
        var values = result.Delivery!.Values;
        Assert.Equal((4, "E", "12,5"), (values[0].Cell.Line, values[0].Cell.Column, values[0].Cell.Text));
        Assert.Equal("zwei\r\nZeilen und \"Zitat\"", values[0].Remark);
        Assert.Equal(5, values[1].Cell.Line);
    }

    [Fact]
    public void SepLine_IsNoRow_AsInExcel() =>
        Assert.Equal(2,
            Example.Read("sep=;\nProdukt;Grundzahl;Periode;Wert\n1111;Erträge;2026-Q3;12,5\n").Delivery!.Values[0].Cell.Line);

    [Fact]
    public void ServiceArtAndCumulative_AreTaken()
    {
        var result =
            Example.Read(
                "Produkt;Leistung;Grundzahl;Periode;Art;kumuliert;Wert\n1111;11112;sprechstunden;2026-Q3;Plan;ja;30\n1111;;"
                    + "stellen;2026;Prognose;;2\n");
        var values = result.Delivery!.Values;
        Assert.Equal(("11112", Scenario.Plan, true), (values[0].Address.Level.Text, values[0].Scenario, values[0].IsCumulative));
        Assert.Equal((Scenario.Forecast, false), (values[1].Scenario, values[1].IsCumulative));
    }

    [Theory]
    [InlineData("1112;;ertraege;2026-Q3", "PR-1202", "A", "Meinten Sie „1111“?")]
    [InlineData("117;;ertraege;2026-Q3", "PR-1203", "A", "„0117“")]
    [InlineData("11112;;ertraege;2026-Q3", "PR-1204", "A", "„1111“")]
    [InlineData("1111;11113;ertraege;2026-Q3", "PR-1205", "B", "Meinten Sie „1111")]
    [InlineData("1111;;ertrege;2026-Q3", "PR-1206", "C", "Meinten Sie „ertraege“?")]
    [InlineData("1111;;sprechstunden;2026-Q3", "PR-1207", "C", "11112 Bürgersprechstunde")]
    [InlineData("1111;;Ergebnis je 1.000 Einwohner;2026-Q3", "PR-1208", "C", "Kennzahl")]
    [InlineData("1111;;ertraege;2026-Q5", "PR-1209", "D", "2026-Q3")]
    [InlineData("1111;;ertraege;01.07.2026", "PR-1215", "D", "2026-07")]
    [InlineData("1111;;;2026-Q3", "PR-1201", "C", "Grundzahl")]
    [InlineData(";;ertraege;2026-Q3", "PR-1201", "A", "Produkt")]
    [InlineData("0117;;ertraege;2026-Q3", "PR-1212", "A", "Kämmerei")]
    [InlineData("1,1E+03;;ertraege;2026-Q3", "PR-1216", "A", "als Text")]
    public void FaultyKey_IsNamedWithWhatToDo(string keys, string code, string column, string words)
    {
        var result = Example.Read($"Produkt;Leistung;Grundzahl;Periode;Wert\n{keys};5\n");
        var finding = Example.Finding(result, code);
        Assert.Null(result.Delivery);
        Assert.Equal((2, column), (finding.Line, finding.Column));
        Assert.Contains(words, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AllFaults_AreReportedAtOnce()
    {
        var result =
            Example.Read("Produkt;Grundzahl;Periode;Art;Wert\n1112;ertraege;2026-Q3;Ist;1\n1111;ertraege;2026-Q9;Soll?;abc\n");
        Assert.Equal(["PR-1202", "PR-1209", "PR-1210", "PR-1301"], result.Receipt.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void TreasuryMayDeliverForAll() =>
        Assert.True(
            Example.Read("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;5\n0117;ertraege;2026-Q3;5\n",
            "kaemmerei/a.csv").Receipt.IsAccepted);

    [Fact]
    public void UnknownDepartment_IsReportedOnce() =>
        Assert.Equal("PR-1213",
            Assert.Single(
            Example.Read("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;5\n1111;stellen;2026-Q3;5\n",
            "fremd/a.csv").Receipt.Findings).Code);

    [Theory]
    [InlineData("5", "PR-1402", true)]
    [InlineData("5,0", "PR-1402", true)]
    [InlineData("6", "PR-1401", false)]
    public void SameCellTwice_IsAHintForTheSameValue_AnErrorForAnother(string second, string code, bool accepted)
    {
        var result = Example.Read($"Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;5\n1111;Erträge;Q3/2026;{second}\n");
        Assert.Equal((accepted, 3), (result.Receipt.IsAccepted, Example.Finding(result, code).Line));
    }

    [Theory]
    [InlineData("1111;5\n", "PR-1101")]
    [InlineData("Produkt;Grundzahl;Wert\n1111;ertraege;5\n", "PR-1102")]
    [InlineData("Grundzahl;Periode;Wert\nertraege;2026-Q3;5\n", "PR-1102")]
    [InlineData("Produkt;Grundzahl;Periode;Wert;Wert\n1111;ertraege;2026-Q3;5;6\n", "PR-1103")]
    [InlineData("Produkt;Grundzahl;Periode;Wert;Wret\n1111;ertraege;2026-Q3;5;6\n", "PR-1104")]
    [InlineData("Produkt;Grundzahl;Periode;Wert;\n1111;ertraege;2026-Q3;5;6\n", "PR-1104")]
    [InlineData("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;5;6\n", "PR-1107")]
    [InlineData("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;\n", "PR-1108")]
    [InlineData("Produkt,Grundzahl,Periode,Wert\n1111,ertraege,2026-Q3,12,5\n", "PR-1107")]
    public void FaultyLayout_IsRejected(string text, string code)
    {
        var result = Example.Read(text);
        Assert.Null(result.Delivery);
        Example.Finding(result, code);
    }

    [Theory]
    [InlineData("Grundzahlen 3. Quartal 2026\nProdukt;Grundzahl;Wert\n1111;ertraege;7\n", "PR-1102", "„Periode: 2026-Q3“")]
    [InlineData("Produkt;Grundzahl;Q3 2026 1)\n1111;ertraege;7\n", "PR-1104", "Meinten Sie „Q3 2026“?")]
    [InlineData("Produkt;Grundzahl;Januar;Februar\n1111;ertraege;7;8\n", "PR-1217",
        "„Januar“ in Zeile 1, Spalte C: Das Jahr fehlt")]
    [InlineData("Produkt;Grundzahl;Periode;Wret\n1111;ertraege;2026-Q3;7\n", "PR-1104", "Meinten Sie „Wert“?")]
    [InlineData("nichts\n", "PR-1101", "In der ersten Zeile steht keine Kopfzeile")]
    public void FaultyHeader_IsNamedWithTheStepThatHelps(string text, string code, string words) =>
        Assert.Contains(words, Example.Finding(Example.Read(text), code).Text, StringComparison.Ordinal);

    [Fact]
    public void UnknownColumnOfWords_IsAHint() =>
        Assert.Equal("E",
            Example.Finding(Example.Read("Produkt;Grundzahl;Periode;Wert;Sachbearbeiterin\n1111;ertraege;2026-Q3;5;Frau X\n"),
            "PR-1105").Column);

    [Fact]
    public void TotalThatDiffers_IsAWarning()
    {
        var result =
            Example.Read("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;5\n1111;aufwendungen;2026-Q3;6\nGesamt;;;12\n");
        Assert.True(result.Receipt.IsAccepted);
        Assert.Equal((4, "D"), (Example.Finding(result, "PR-1403").Line, Example.Finding(result, "PR-1403").Column));
        Assert.Equal(1, result.Receipt.SkippedCount);
    }

    [Fact]
    public void Encodings_AreFound()
    {
        const string text = "Produkt;Grundzahl;Periode;Wert;Bemerkung\r\n1111;Erträge;2026-Q3;5;„Übung“ – 5 €\r\n";
        foreach (var bytes in Encodings(text))
        {
            var value = Assert.Single(Example.Read(bytes).Delivery!.Values);
            Assert.Equal("„Übung“ – 5 €", value.Remark);
        }
    }

    [Fact]
    public void MixedEncodings_AreRejectedWithTheLine()
    {
        byte[] bytes = [.. "Produkt;Grundzahl;Periode;Wert\n"u8,
            .. Windows("1111;Erträge;2026-Q3;5\n"), .. "1111;Erträge;2026-Q2;5\n"u8];
        var finding = Example.Finding(Example.Read(bytes), "PR-1005");
        Assert.Equal(2, finding.Line);
        Assert.Contains("Zeile 3 in UTF-8", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void LineOfAnEncodingFault_DoesNotCountTheSepLine()
    {
        byte[] bytes = [.. "sep=;\nProdukt;Grundzahl;Periode;Wert\n"u8,
            .. Windows("1111;Erträge;2026-Q3;5\n"), .. "1111;Erträge;2026-Q2;5\n"u8];
        Assert.Equal(2, Example.Finding(Example.Read(bytes), "PR-1005").Line);
    }

    [Fact]
    public void FindingsBeyondTwoHundred_AreCounted()
    {
        var result = Example.Read("Produkt;Grundzahl;Periode;Wert\n"
            + string.Concat(Enumerable.Range(0, 500).Select(_ => "1111;ertraege;2026-Q3;abc\n")));
        Assert.Equal(200, result.Receipt.Findings.Length);
        Assert.Contains("301 weitere", result.Receipt.Findings[^1].Text, StringComparison.Ordinal);
    }

    private static IEnumerable<byte[]> Encodings(string text)
    {
        yield return Encoding.UTF8.GetBytes(text);
        yield return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
        yield return [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];
        yield return [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)];
        yield return Windows(text);
    }

    private static byte[] Windows(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    /// <summary>Pieces of every length end between a letter and its mark somewhere.</summary>
    [Fact]
    public void LettersThatMacOsWritesInTwo_AreOne_WhereverThePieceEnds()
    {
        for (var fill = 0; fill < 8; fill++)
        {
            var text = new string('x', fill) + "\nProdukt;Grundzahl;Periode;Wert;Bemerkung\n"
                + string.Concat(Enumerable.Range(1, 12)
                .Select(month =>
                    $"1111;Ertra\u0308ge;2026-{month:00};{month};"
                        + $"{string.Concat(Enumerable.Repeat("u\u0308o\u0302\u0301", 4000))}\n"));
            var values = Example.Read(text).Delivery!.Values;
            Assert.Equal(12, values.Count);
            Assert.All(values, value => Assert.Equal(string.Concat(Enumerable.Repeat("\u00FC\u1ED1", 4000)), value.Remark));
        }
    }

}
