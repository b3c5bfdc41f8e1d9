using CsCheck;
using Produktreport.Core.Pdf.Fonts;
using Produktreport.Core.Pdf.Layout.Hyphenation;
using Produktreport.Core.Pdf.Layout.Tables;
using Produktreport.Core.Pdf.Layout.Texts;
using Produktreport.Core.Pdf.Painting;
using Produktreport.Core.Pdf.Structure;

namespace Produktreport.Core.Tests.Pdf;

public sealed class TextLayoutTests
{
    private static readonly TextStyle Style = new(10);

    private static readonly string[] Vocabulary =
        ["Zuschussbedarf", "und", "Öffentlichkeitsarbeit", "Landkreis-/Gemeindeordnung", "XXXXXXXXXXXXXXXXXXXXXXXX",
            "1.234,56\u00A0€", "–", "Aus\u00ADnahme"];

    private static readonly Gen<string[]> Words = Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).Array[0, 12];

    [Theory]
    [InlineData("Zuschussbedarf", "Zuschuss-be-darf")]
    [InlineData("Produktbeschreibung", "Pro-dukt-be-schrei-bung")]
    [InlineData("Öffentlichkeitsarbeit", "Öffent-lich-keits-ar-beit")]
    [InlineData("Bürgersprechstunden", "Bür-ger-sprech-stun-den")]
    [InlineData("Amt", "Amt")]
    [InlineData("Einwohner", "Ein-woh-ner")]
    public void GermanWords_AreDividedWhereGermanDividesThem(string word, string divided)
    {
        var result = word;
        foreach (var at in GermanHyphenation.Breaks(word).Reverse())
            result = result.Insert(at, "-");
        Assert.Equal(divided, result);
    }

    [Theory]
    [InlineData("eins zwei drei", 50, "eins zwei |drei")]
    [InlineData("Grundsteuer-Bescheid", 75, "Grundsteuer-|Bescheid")]
    [InlineData("Haupt-/Nebenamt", 50, "Haupt-/|Nebenamt")]
    [InlineData("2026-07 2026-08", 40, "2026-07 |2026-08")]
    [InlineData("Verwaltungssteuerung", 60, "Verwaltungs\u00AD|steuerung")]
    [InlineData("Aus\u00ADnahme\u00ADfall", 55, "Ausnahme\u00AD|fall")]
    [InlineData("Verwaltungssteuerungsunterstützung", 78, "Verwaltungs\u00AD|steuerungs\u00AD|unterstützung")]
    [InlineData("Zeile\nZeile", 200, "Zeile|Zeile")]
    [InlineData("10.000\u00A0€ mehr", 45, "10.000\u00A0€ |mehr")]
    [InlineData("", 45, "")]
    public void Lines_BreakWhereTheyMay(string text, double width, string lines) =>
        Assert.Equal(lines, string.Join('|', LineBreaker.Break(text, Style, width).Select(TextOf)));

    [Fact]
    public void AnyText_StaysInsideItsWidth_AndLosesNothing() => Gen.Select(Words, Gen.Double[40, 200]).Sample((words, width) =>
    {
        var text = string.Join(' ', words);
        var lines = LineBreaker.Break(RichText.Empty.Plain(text).Bold(" Ende"), Style, width);
        Assert.All(lines, line => Assert.True(line.Width <= width + 0.1, $"{line.Width} > {width}: {TextOf(line)}"));
        Assert.Equal(WithoutSoftHyphens(text + " Ende"), WithoutSoftHyphens(string.Concat(lines.Select(TextOf))));
    });

    [Fact]
    public void Kerning_BringsPairsTogether_ButNeverDigits()
    {
        Assert.True(Canvas.Measure("AV", FontFace.Regular, 10) < Canvas.Measure("A", FontFace.Regular, 10)
            + Canvas.Measure("V", FontFace.Regular, 10));
        Assert.Equal(Canvas.Measure("00", FontFace.Regular, 10), Canvas.Measure("11", FontFace.Regular, 10), 6);
    }

    [Fact]
    public void ACharacterTheFontLacks_IsNamedWithItsCodePoint()
    {
        var fault = Assert.Throws<MissingGlyphException>(() => TestDocument.Write(flow => flow.Paragraph("Ein 漢 zu viel")));
        Assert.Contains("U+6F22", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0x1F600,
            Assert.Throws<MissingGlyphException>(() => TestDocument.Write(flow => flow.Paragraph("😀"))).Character.Value);
        Assert.Null(LiberationSans.FirstMissing("Grüße: 10.000\u00A0€ – „ja“ ≥ 5\u202F%"));
    }

    [Fact]
    public void WrappedAndDividedWords_AreExtractedWhole()
    {
        var text = TestDocument.Text(flow =>
            flow.Columns((1, column => column.Paragraph("Bürgerinnen und Bürger der Verwaltungssteuerungsunterstützung")),
                (4, column => column.Paragraph("x"))));
        Assert.Contains("Bürgerinnen", text, StringComparison.Ordinal);
        Assert.Contains("Verwaltungssteuerungsunterstützung", text.Replace("\u00AD\n", "", StringComparison.Ordinal)
            .Replace("-\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void SpacesThatMustNotBreak_AreExtractedAsSpaces() =>
        Assert.Contains("10.000 € und 5 %", TestDocument.Text(flow => flow.Paragraph("10.000\u00A0€ und 5\u202F%")),
            StringComparison.Ordinal);

    [Fact]
    public void Figures_StandWithTheirCommasBelowEachOther()
    {
        var inspection = new PageInspection();
        TestDocument.Write(flow => flow.Table(new Table
        {
            Columns = [TableColumn.Share(), TableColumn.Figures()],
            Header = [new TableRow("Kennzahl", "Wert")],
            Rows = [new TableRow("a", "1,5"), new TableRow("b", "−1.234,25"), new TableRow("c", "7"), new TableRow("d", "99,5 %"),
                new TableRow("e", "–")],
        }), inspection);
        var commas = inspection.Items.Where(item => item.Tag == Tag.TD && item.Text is { } text
            && text.Contains(',', StringComparison.Ordinal))
            .Select(item => item.Bounds.X + Canvas.Measure(item.Text!.Split(',')[0], FontFace.Regular, item.Size)).ToList();
        var whole = inspection.Items.Single(item => item.Text == "7").Bounds.Right;
        Assert.All(commas, comma => Assert.Equal(commas[0], comma, 0.3));
        Assert.Equal(commas[0], whole, 0.3);
        Assert.Empty(PrintCheck.Faults(inspection));
    }

    [Fact]
    public void NarrowCellsWithLongCompounds_AreNeverClipped()
    {
        var inspection = new PageInspection();
        TestDocument.Write(flow => flow.Table(new Table
        {
            Columns = [TableColumn.Fixed(70), TableColumn.Fixed(48), TableColumn.Share()],
            Header = [new TableRow("Verwaltungssteuerungsunterstützung", "Zuschussbedarf", "Text")],
            Rows = [new TableRow("Öffentlichkeitsarbeitsaufwendungen/Repräsentationskosten", "Bürgersprechstunden", "x")],
        }), inspection);
        Assert.Empty(PrintCheck.Faults(inspection));
    }

    [Fact]
    public void ARowTallerThanAPage_GoesOnOnTheNext()
    {
        var inspection = new PageInspection();
        var text = string.Join(' ', Enumerable.Range(1, 900).Select(i => $"Wort{i}"));
        TestDocument.Write(flow => flow.Table(new Table
        {
            Columns = [TableColumn.Fixed(90), TableColumn.Fixed(150)],
            Header = [new TableRow("Kennzahl", "Erläuterung")],
            Rows = [new TableRow("lang", text), new TableRow("kurz", "Ende")],
        }), inspection);
        var printed = string.Concat(inspection.Items.Where(item => item.Tag == Tag.TD).Select(item => item.Text));
        Assert.Equal(text + "Ende", printed);
        Assert.Empty(PrintCheck.Faults(inspection));
    }

    private static string WithoutSoftHyphens(string text) => text.Replace("\u00AD", "", StringComparison.Ordinal);

    private static string TextOf(TextLine line) => string.Concat(line.Segments.Select(segment => segment.Characters.ToString()));
}
