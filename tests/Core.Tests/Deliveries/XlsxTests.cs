using Produktreport.Core.Deliveries;

namespace Produktreport.Core.Tests.Deliveries;

public sealed class XlsxTests
{
    private const string Strings =
        "<si><t>Produkt</t></si><si><t>Grundzahl</t></si><si><r><t>Per</t></r><r><t>iode</t></r><rPh><t>x</t></rPh></"
            + "si><si><t>Wert</t></si><si><t>ertraege</t></si><si><t xml:space=\"preserve\"> 2026-Q3 </t></si>";
    private const string Header =
        "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c><c r=\"D3\" t=\"s\"><v>2</v></c><c "
            + "r=\"E3\" t=\"s\"><v>3</v></c></row>";

    [Fact]
    public void TypedNumber_IsExact_WithExcelsRowAndColumn()
    {
        var result = Read(Row(7, "<v>1111</v>", "<v>1234.5699999999999</v>"));
        var value = Assert.Single(result.Delivery!.Values);
        Assert.Equal((1234.57m, 7, "E"), (value.Value!.Value, value.Cell.Line, value.Cell.Column));
    }

    [Theory]
    [InlineData("15000", "15000")]
    [InlineData("8.5", "8.5")]
    [InlineData("1E+5", "100000")]
    [InlineData("-0.00000012", "-0.00000012")]
    public void NumbersOfCells_NeedNoNumberFormat(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            Example.ValueOf(Read(Row(4, "<v>1111</v>", $"<v>{text}</v>"))));

    [Fact]
    public void TextThatLooksLikeANumber_IsReadAsPeopleWriteIt()
    {
        var result =
            Read("<row r=\"4\"><c r=\"B4\" t=\"inlineStr\"><is><t>1111</t></is></c><c r=\"C4\" t=\"s\"><v>4</v></c><c r=\"D4\" "
                + "t=\"s\"><v>5</v></c><c r=\"E4\" t=\"str\"><f>A1</f><v>1.234,5</v></c></row>");
        Assert.Equal(1234.5m, Example.ValueOf(result));
    }

    [Fact]
    public void NumberFilledUpWithZeros_KeepsThem()
    {
        var bytes = Workbook.Of(Header + Row(4, "<v>117</v>", "<v>5</v>", "1"), Strings, "<xf/><xf numFmtId=\"164\"/>",
            "<numFmt numFmtId=\"164\" formatCode=\"0000\"/>");
        Assert.Equal(5m, Example.ValueOf(Example.Read(bytes, "kaemmerei/a.xlsx"), level: "0117"));
    }

    [Theory]
    [InlineData("17", "", "2026-07")]
    [InlineData("165", "[$-407]mmm\\ yy;@", "2026-07")]
    public void MonthThatExcelMadeADate_IsThatMonth(string format, string code, string period)
    {
        var bytes = Workbook.Of(Header + Dated("46204"), Strings, $"<xf/><xf numFmtId=\"{format}\"/>",
            $"<numFmt numFmtId=\"165\" formatCode=\"{code}\"/>");
        Assert.Equal(5m, Example.ValueOf(Example.Read(bytes), period: period));
    }

    [Theory]
    [InlineData("&quot;Q3 &quot;yyyy", "2026-Q3")]
    [InlineData("mmmm\\ yyyy", "2026-07")]
    public void WordsOfADateFormat_ArePartOfThePeriod(string code, string period)
    {
        var bytes = Workbook.Of(Header + Dated("46204"), Strings, "<xf/><xf numFmtId=\"165\"/>",
            $"<numFmt numFmtId=\"165\" formatCode=\"{code}\"/>");
        Assert.Equal(5m, Example.ValueOf(Example.Read(bytes), period: period));
    }

    [Theory]
    [InlineData("<r><t>12345</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>", "PR-1317")]
    [InlineData("<r><rPr><strike/></rPr><t>12</t></r><r><t>5</t></r>", null)]
    [InlineData("<r><rPr><strike/></rPr><t>5</t></r>", "PR-1327")]
    [InlineData("<r><t>5</t></r><r><rPr><strike val=\"0\"/></rPr><t> €</t></r>", null)]
    public void RaisedDigitsAreANote_StruckOnesAreGone(string runs, string? code)
    {
        var row = "<row r=\"4\"><c r=\"B4\"><v>1111</v></c><c r=\"C4\" t=\"s\"><v>4</v></c><c r=\"D4\" t=\"s\"><v>5</v></c>"
            + $"<c r=\"E4\" t=\"inlineStr\"><is>{runs}</is></c></row>";
        var result = Read(row);
        if (code is not null)
            Example.Finding(result, code);
        else
            Assert.Equal(5m, Example.ValueOf(result));
    }

    [Theory]
    [InlineData("<strike/>", "B", true)]
    [InlineData("<strike/>", "E", true)]
    [InlineData("<b/><strike val=\"1\"/>", "E", true)]
    [InlineData("<strike val=\"0\"/>", "E", false)]
    [InlineData("<b/>", "E", false)]
    [InlineData("<strike/>", "F", false)]
    public void CellsThatAreStruckOut_AreAskedAbout_WhereTheyAreRead(string font, string column, bool isAsked)
    {
        var row = Row(4, "<v>1111</v>", "<v>5</v>").Replace("</row>", "<c r=\"F4\"><v>2</v></c></row>", StringComparison.Ordinal)
            .Replace($"<c r=\"{column}4\"", $"<c r=\"{column}4\" s=\"1\"", StringComparison.Ordinal)
            .Replace(" s=\"1\" s=\"0\"", " s=\"1\"", StringComparison.Ordinal);
        var header = Header.Replace(
            "</row>", "<c r=\"F3\" t=\"inlineStr\"><is><t>Amt</t></is></c></row>", StringComparison.Ordinal);
        var written = Workbook.Change(
            Workbook.Of(header + row, Strings, "<xf/><xf fontId=\"1\"/>"), "xl/styles.xml", xml => xml.Replace(
                "<cellStyleXfs>", $"<fonts><font/><font>{font}</font></fonts><cellStyleXfs>", StringComparison.Ordinal));
        var result = Example.Read(written);
        if (isAsked)
            Assert.Equal((4, column), (Example.Finding(result, "PR-1327").Line, Example.Finding(result, "PR-1327").Column));
        else
            Assert.Equal(5m, Example.ValueOf(result));
    }

    [Theory]
    [InlineData("comments", "<comments><author>Amt</author><comment ref=\"E3\"><t>Beträge in T€</t></comment></comments>")]
    [InlineData("drawing", "<wsDr><sp><txBody><p><r><t>Angaben </t></r><r><t>in T€</t></r></p></txBody></sp></wsDr>")]
    public void UnitInACommentOrTextBox_IsAskedAbout(string kind, string part)
    {
        var whole = Workbook.Of(Header + Row(4, "<v>1111</v>", "<v>5</v>"), Strings);
        var written = Workbook.With(whole, ("xl/other.xml", part), ("xl/worksheets/_rels/sheet1.xml.rels",
            $"<Relationships><Relationship Id=\"r1\" Type=\"x/{kind}\" Target=\"../other.xml\"/></Relationships>"));
        Example.Finding(Example.Read(written), "PR-1314");
    }

    [Fact]
    public void UnitInTheHeadOfThePage_IsAskedAbout() => Example.Finding(
        Example.Read(Workbook.Of(Header + Row(4, "<v>1111</v>", "<v>5</v>"), Strings,
            behind: "<headerFooter><oddHeader>&amp;CAlle Angaben in T€ &amp;P</oddHeader></headerFooter>")), "PR-1314");

    [Fact]
    public void FullDateAsPeriod_IsAskedAbout()
    {
        var bytes = Workbook.Of(Header + Dated("46204"), Strings, "<xf/><xf numFmtId=\"14\"/>");
        Assert.Equal(("01.07.2026", "2026-07"),
            Example.Finding(Example.Read(bytes), "PR-1215") is var finding ? (finding.Found, finding.Expected) : default);
    }

    [Theory]
    [InlineData("<f>SUM(A1:A3)</f><v>6</v>", null)]
    [InlineData("<f>SUM(A1:A3)</f>", "PR-1309")]
    [InlineData("<f>SUM(A1:A3)</f><v>0</v>", null)]
    [InlineData("<f t=\"shared\" si=\"0\"/><v>6</v>", null)]
    [InlineData("<f t=\"shared\" si=\"0\"/>", "PR-1309")]
    public void Formula_CountsByItsStoredResult(string cell, string? code)
    {
        var result = Read(Row(4, "<v>1111</v>", cell));
        Assert.Equal(code, result.Receipt.Findings.FirstOrDefault()?.Code);
    }

    [Theory]
    [InlineData("<f>SUM(A1:A3)</f><v>0</v>", true)]
    [InlineData("<f>SUM(A1:A3)</f><v></v>", true)]
    [InlineData("<f>SUM(A1:A3)</f><v>0.0</v>", true)]
    [InlineData("<f>SUM(A1:A3)</f><v>6</v>", false)]
    [InlineData("<v>0</v>", false)]
    public void FormulaOfAWorkbookThatIsStillToBeCalculated_IsNoZero(string cell, bool isRejected)
    {
        var whole = Workbook.Of(Header + Row(4, "<v>1111</v>", cell), Strings);
        var written = Workbook.Change(whole, "xl/workbook.xml", xml =>
            xml.Replace("</workbook>", "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>", StringComparison.Ordinal));
        var result = Example.Read(written);
        if (isRejected)
            Assert.Contains("speichern", Example.Finding(result, "PR-1309").Text, StringComparison.Ordinal);
        else
            Assert.NotNull(result.Delivery);
    }

    [Fact]
    public void FormulaWhoseResultIsNoText_IsBlank()
    {
        var row = "<row r=\"4\"><c r=\"B4\"><v>1111</v></c><c r=\"C4\" t=\"s\"><v>4</v></c><c r=\"D4\" t=\"s\"><v>5</v></c><c "
            + "r=\"E4\" t=\"str\"><f>IF(A1=\"\",\"\",A1)</f><v></v></c></row>";
        Assert.Equal(5m, Example.ValueOf(Read(row + Row(5, "<v>1111</v>", "<v>5</v>"))));
    }

    [Fact]
    public void ErrorAndPercentCells_AreRefused()
    {
        var error = "<row r=\"4\"><c r=\"B4\"><v>1111</v></c><c r=\"C4\" t=\"s\"><v>4</v></c><c r=\"D4\" "
            + "t=\"s\"><v>5</v></c><c r=\"E4\" t=\"e\"><v>#DIV/0!</v></c></row>";
        Example.Finding(Read(error), "PR-1307");
        var percent =
            "<row r=\"4\"><c r=\"B4\"><v>1111</v></c><c r=\"C4\" t=\"s\"><v>4</v></c><c r=\"D4\" t=\"s\"><v>5</v></c><c "
                + "r=\"E4\" s=\"1\"><v>0.45</v></c></row>";
        Example.Finding(Example.Read(Workbook.Of(Header + percent, Strings, "<xf/><xf numFmtId=\"9\"/>")), "PR-1306");
    }

    [Fact]
    public void SheetOfTheProfile_IsFoundByName()
    {
        var rows = "<row><c t=\"inlineStr\"><is><t>Profitcenter</t></is></c><c t=\"inlineStr\"><is><t>Kostenart</t></is></c><c "
            + "t=\"inlineStr\"><is><t>Ist 2026</t></is></c></row><row><c><v>1111</v></c><c><v>50100</v></c><c><v>12.5</v></c></"
                + "row>";
        var profile = Profiles.Ledger with { AppliesTo = "kaemmerei/*.xlsx", Sheet = "meldung" };
        Assert.Equal(12.5m,
            Example.ValueOf(Example.Read(Workbook.Of(rows), "kaemmerei/x.xlsx", Example.With(profile)), "aufwendungen", "2026"));
        Example.Finding(Example.Read(Workbook.Of(rows), "kaemmerei/x.xlsx", Example.With(profile with { Sheet = "Daten" })),
            "PR-1018");
    }

    [Fact]
    public void HiddenSheetsOnly_AreNoTable() =>
        Example.Finding(Example.Read(Workbook.Of("", sheetState: "state=\"veryHidden\"")), "PR-1018");

    [Fact]
    public void DamagedWorkbooks_AreRejected()
    {
        var whole = Workbook.Of(Header + Row(4, "<v>1111</v>", "<v>5</v>"), Strings);
        Example.Finding(Example.Read(whole[..^30]), "PR-1016");
        Example.Finding(Example.Read(Workbook.Zip(("_rels/.rels", "<Relationships/>"))), "PR-1016");
        Example.Finding(Example.Read(Workbook.Change(whole, "xl/worksheets/sheet1.xml", xml => xml[..^20])), "PR-1016");
        Example.Finding(
            Example.Read(Workbook.Change(whole, "xl/worksheets/sheet1.xml", xml => "<!DOCTYPE x [<!ENTITY a \"b\">]>" + xml)),
            "PR-1016");
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var damaged = whole.ToArray();
            for (var change = 0; change < 5; change++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Assert.NotNull(Example.Read(damaged).Receipt);
        }
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    public void ZipBomb_IsRejected_BeforeItFillsTheMemory(string part)
    {
        var whole = Workbook.Of(Header + Row(4, "<v>1111</v>", "<v>5</v>"), Strings);
        var bomb = Workbook.Change(whole, part,
            xml => xml.Replace("<v>5</v>", "<v>" + new string('5', 100_000_000) + "</v>", StringComparison.Ordinal)
            .Replace("<si><t>Produkt", "<si><t>" + new string('x', 100_000_000) + "Produkt", StringComparison.Ordinal));
        Example.Finding(Example.Read(bomb), "PR-1017");
    }

    [Theory]
    [InlineData("#,##0.0\" T€\"", "39.2", "39200")]
    [InlineData("#,##0.0\\ \"Mio. €\"", "39.2", "39200000")]
    [InlineData("#,##0.00\\ [$€-407]", "39.2", "39.2")]
    [InlineData("#,##0,\" T€\"", "39200", "39200")]
    [InlineData("#,##0,,\" Mio. €\"", "39200000", "39200000")]
    [InlineData("#,##0,", "39200", "39200")]
    [InlineData("#,##0,.0", "39200", "39200")]
    [InlineData("0.0,\" Tsd.\"", "39200", "39200")]
    [InlineData("0.0;[Red]-0.0\" T€\"", "39.2", "39.2")]
    [InlineData("0.0;[Red]-0.0\" T€\"", "-39.2", "-39200")]
    [InlineData("[<1000]0\" €\";0.0,\" T€\"", "999", "999")]
    [InlineData("[<1000]0\" €\";0.0,\" T€\"", "39200", "39200")]
    [InlineData("[>100]0\" €\";0.0\" T€\"", "39.2", "39200")]
    [InlineData("0.0 T€", "39.2", "39200")]
    [InlineData("General\" T€\"", "39.2", "39200")]
    [InlineData("_-* #,##0.00 €_-;-* #,##0.00 €_-;_-* \"-\"?? €_-;_-@_-", "0", "0")]
    [InlineData("_-* #,##0.00 €_-;-* #,##0.00 €_-;_-* \"-\"?? €_-;_-@_-", "-39.2", "-39.2")]
    [InlineData("0;-0;;@", "0", "0")]
    [InlineData("#,##0.00;[Red]#,##0.00-", "-39.2", "-39.2")]
    [InlineData("#,##0.00;[Red]#,##0.00-", "39.2", "39.2")]
    [InlineData("0;-0;\"entfällt\"", "5", "5")]
    [InlineData("\"EUR \"#,##0.00", "39.2", "39.2")]
    [InlineData("0.00E+00", "39200", "39200")]
    [InlineData("# ?/?", "37.5", "37.5")]
    public void UnitInTheNumberFormat_CountsLikeOneInTheCell(string code, string stored, string expected)
    {
        var result = Example.Read(Formatted(code, stored, "4"));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Example.ValueOf(result));
    }

    [Fact]
    public void UnitInTheNumberFormat_MustBeTheFigures() =>
        Example.Finding(Example.Read(Formatted("0.0\" T€\"", "3", "6")), "PR-1306");

    [Theory]
    [InlineData("0\" Stück\"", "5", "PR-1306")]
    [InlineData("0.0\" Tsd.\"", "39.2", "PR-1306")]
    [InlineData("0.0\" Mio.\"", "39.2", "PR-1306")]
    [InlineData("0\"000\"", "39", "PR-1306")]
    [InlineData("0.0 ‰", "39", "PR-1306")]
    [InlineData("0\"*\"", "39", "PR-1306")]
    [InlineData("-0", "39", "PR-1306")]
    [InlineData("#,##0.00\\-", "39", "PR-1306")]
    [InlineData("0%", "0.45", "PR-1306")]
    [InlineData("#,##0,\" €\"", "39200", "PR-1324")]
    [InlineData("[h]:mm", "1.5625", "PR-1321")]
    [InlineData("hh:mm", "0.0625", "PR-1321")]
    [InlineData("mm:ss.0", "0.0625", "PR-1321")]
    [InlineData("[mm]:ss", "0.0625", "PR-1321")]
    [InlineData("[m]", "0.0625", "PR-1321")]
    [InlineData("\">\"0", "39", "PR-1306")]
    [InlineData("dd.mm.yyyy", "46204", "PR-1310")]
    [InlineData("TT.MM.JJJJ", "46204", "PR-1310")]
    [InlineData("dd.mm.yyyy hh:mm", "46204.5", "PR-1310")]
    [InlineData("dd.mm.yyyy", "0.5", "PR-1308")]
    [InlineData("\"ja\";\"nein\";\"offen\"", "5", "PR-1301")]
    public void WhatExcelShowsOtherwiseThanStored_IsAskedAbout(string code, string stored, string expected)
    {
        var result = Example.Read(Formatted(code, stored, "4"));
        Assert.Null(result.Delivery);
        Example.Finding(result, expected);
    }

    [Fact]
    public void DurationsOfBuiltInFormats_AreAskedAbout()
    {
        foreach (var format in (int[])[18, 19, 20, 21, 45, 46, 47])
        {
            var row = "<row r=\"4\"><c r=\"B4\"><v>1111</v></c><c r=\"C4\" t=\"s\"><v>4</v></c><c r=\"D4\" "
                + "t=\"s\"><v>5</v></c><c r=\"E4\" s=\"1\"><v>1.5625</v></c></row>";
            var finding = Example.Finding(Example.Read(Workbook.Of(Header + row, Strings, $"<xf/><xf numFmtId=\"{format}\"/>")),
                "PR-1321");
            Assert.Equal("37:30", finding.Found);
        }
    }

    [Fact]
    public void NumberShownInThousands_UnderAHeaderInThousands_IsAskedAbout()
    {
        var rows = "<row r=\"1\"><c t=\"inlineStr\"><is><t>Produkt</t></is></c><c "
            + "t=\"inlineStr\"><is><t>Periode</t></is></c><c t=\"inlineStr\"><is><t>Erträge (T€)</t></is></c></row>"
            + "<row r=\"2\"><c><v>1111</v></c><c t=\"inlineStr\"><is><t>2026-Q3</t></is></c><c s=\"1\"><v>39200</v></c></row>";
        var bytes = Workbook.Of(rows, formats: "<xf/><xf numFmtId=\"165\"/>",
            customFormats: "<numFmt numFmtId=\"165\" formatCode=\"#,##0,\"/>");
        Example.Finding(Example.Read(bytes), "PR-1324");
    }

    [Fact]
    public void NumberShownInThousands_IsReadInFull_AndSaid() =>
        Assert.Equal("39200", Example.Finding(Example.Read(Formatted("#,##0,", "39200", "4")), "PR-1323").Found);

    [Theory]
    [InlineData("5232707.72999999", "5232707.73")]
    [InlineData("5232707.7299999995", "5232707.73")]
    [InlineData("-9.9475983006414E-11", "0")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1234567890.12000012", "1234567890.12")]
    [InlineData("12.3400009", "12.3400009")]
    [InlineData("0.123456789012345", "0.123456789012345")]
    [InlineData("1.005", "1.005")]
    public void ResidueOfBinaryNumbers_IsDropped_NothingElse(string stored, string expected) => Assert.Equal(
        decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        Example.ValueOf(Read(Row(4, "<v>1111</v>", $"<v>{stored}</v>"))));

    [Fact]
    public void WholeNumberWithDecimals_IsTheProductOfItsDigits() =>
        Assert.Equal(5m, Example.ValueOf(Read(Row(4, "<v>1111.0</v>", "<v>5</v>"))));

    [Theory]
    [InlineData("Erster Absatz_x000D_\nzweiter", "Erster Absatz\nzweiter")]
    [InlineData("a_x000A_b", "a\nb")]
    [InlineData("a&#13;&#10;b", "a\nb")]
    [InlineData("wörtlich _x005F_x000D_", "wörtlich _x000D_")]
    [InlineData("mit_x0007_Klingel", "mit Klingel")]
    [InlineData("datei_xls_2026", "datei_xls_2026")]
    public void EscapesAndLineBreaksInTexts_AreWhatTheyMean(string written, string expected)
    {
        var rows = Header.Replace("</row>", "<c r=\"F3\" t=\"inlineStr\"><is><t>Bemerkung</t></is></c></row>",
            StringComparison.Ordinal)
            + Row(4, "<v>1111</v>", "<v>5</v>")
                .Replace("</row>", $"<c r=\"F4\" t=\"inlineStr\"><is><t>{written}</t></is></c></row>", StringComparison.Ordinal);
        Assert.Equal(expected, Assert.Single(Example.Read(Workbook.Of(rows, Strings)).Delivery!.Values).Remark);
    }

    [Theory]
    [InlineData("hidden=\"1\"")]
    [InlineData("hidden=\"true\"")]
    [InlineData("ht=\"0\" customHeight=\"1\"")]
    public void HiddenRows_AreReadAndSaid(string attribute)
    {
        var rows = Row(4, "<v>1111</v>", "<v>5</v>") + Row(5, "<v>0117</v>", "<v>6</v>", "1")
            .Replace("<row ", $"<row {attribute} ", StringComparison.Ordinal);
        var bytes = Workbook.Of(Header + rows, Strings, "<xf/><xf numFmtId=\"164\"/>",
            "<numFmt numFmtId=\"164\" formatCode=\"0000\"/>");
        var result = Example.Read(bytes, "kaemmerei/a.xlsx");
        Assert.Equal((5m, 6m), (Example.ValueOf(result), Example.ValueOf(result, level: "0117")));
        var finding = Example.Finding(result, "PR-1027");
        Assert.Equal((Core.Findings.Severity.Hint, 5), (finding.Severity, finding.Line));
        Assert.Contains("Zeile 5 (1 Wert)", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void HiddenColumnOfValues_IsReadAndSaid()
    {
        var bytes = Workbook.Of(Header + Row(4, "<v>1111</v>", "<v>5</v>"), Strings,
            columns: "<cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"5\" max=\"5\" width=\"0\" hidden=\"1\"/></cols>");
        var result = Example.Read(bytes);
        Assert.Equal(5m, Example.ValueOf(result));
        Assert.Contains("Spalte E", Example.Finding(result, "PR-1027").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nested")]
    [InlineData("attributes")]
    [InlineData("name")]
    [InlineData("names")]
    [InlineData("behind a comment")]
    public void XmlBomb_IsRejected_BeforeItFillsTheMemory(string kind)
    {
        var bomb = kind switch
        {
            "nested" => string.Concat(Enumerable.Repeat("<a>", 4_000_000)),
            "attributes" => "<a" + string.Concat(Enumerable.Range(0, 1_000_000).Select(number => $" a{number}=\">\"")) + "/>",
            "name" => "<" + new string('a', 14_000_000) + "/>",
            "names" => string.Concat(Enumerable.Range(0, 1_000_000).Select(number => $"<a{number}/>")),
            _ => "<!-- > <x y=\" --><b>" + string.Concat(Enumerable.Repeat("<a b='\"'>", 1_000_000)),
        };
        var whole = Workbook.Of(Header + Row(4, "<v>1111</v>", "<v>5</v>"), Strings);
        foreach (var part in (string[])["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
            "_rels/.rels"])
        {
            var bytes = Workbook.Change(whole, part, xml => xml[..(xml.IndexOf('>', StringComparison.Ordinal) + 1)] + bomb);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Example.Finding(Example.Read(bytes), "PR-1017");
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
        }
    }

    [Fact]
    public void CommentsAndSections_AreNoTags()
    {
        var rows = Header + "<!-- it's > \"odd\" <a <b -->" + Row(4, "<v>1111</v>", "<v><![CDATA[5]]></v>");
        Assert.Equal(5m, Example.ValueOf(Example.Read(Workbook.Of(rows, Strings))));
    }

    private static byte[] Formatted(string code, string stored, string figure) => Workbook.Of(
        Header + $"<row r=\"4\"><c r=\"B4\"><v>1111</v></c><c r=\"C4\" t=\"s\"><v>{figure}</v></c><c r=\"D4\" "
            + $"t=\"s\"><v>5</v></c><c r=\"E4\" s=\"1\"><v>{stored}</v></c></row>",
        Strings + "<si><t>stellen</t></si>", "<xf/><xf numFmtId=\"165\"/>",
        $"<numFmt numFmtId=\"165\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/>");

    private static string Row(int line, string product, string value, string style = "0") =>
        $"<row r=\"{line}\"><c r=\"B{line}\" s=\"{style}\">{product}</c><c r=\"C{line}\" t=\"s\"><v>4</v></c><c r=\"D{line}\" "
            + $"t=\"s\"><v>5</v></c><c r=\"E{line}\">{value}</c></row>";

    private static string Dated(string serial) =>
        $"<row r=\"4\"><c r=\"B4\"><v>1111</v></c><c r=\"C4\" t=\"s\"><v>4</v></c><c r=\"D4\" s=\"1\"><v>{serial}</v></c><c "
            + "r=\"E4\"><v>5</v></c></row>";

    private static DeliveryResult Read(string rows) => Example.Read(Workbook.Of(Header + rows, Strings));
}
