using System.Text;
using CsCheck;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Tables.Csv;
using Produktreport.Core.Tables.Decoding;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Long texts are split on another core; nobody may notice.</summary>
public sealed class BlockRowsTests
{
    private static readonly string[] Parts =
    [
        "a", "12,5", ";", ";", ";;", "\r\n", "\n", "\r", "\r\r\n", " ", new('x', 63), new('y', 64), new('z', 150),
        "\"b;c\"", "d\"e", "\"\"", "\"",
    ];

    private static readonly ReadingLimits Never = ReadingLimits.Default with { ReadAheadBytes = long.MaxValue };

    [Theory]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(9000)]
    public void SplitAheadOrNot_TheSameValuesStandInTheSameCells(int rows)
    {
        var file = Table(rows);
        var (alone, ahead) = (Example.Read(file, limits: Never), Example.Read(file, limits: Example.Ahead));
        Assert.Equal(rows, alone.Delivery!.Values.Count);
        Assert.Equal(alone.Delivery.Values, ahead.Delivery!.Values);
        Assert.Equal(ReceiptJson.Write(alone.Receipt), ReceiptJson.Write(ahead.Receipt));
    }

    /// <summary>
    /// Rows one by one are split cell by cell; in blocks, those without anything special are found together. Texts end rows in
    /// all ways, quote, leave cells and rows empty, and have cells longer than what is looked at in one go.
    /// </summary>
    [Theory]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(17)]
    public void RowsInBlocks_AreThoseOneByOne_WhateverStandsInThem(int parts) =>
        Gen.Int[0, parts - 1].Select(part => Parts[part]).Array[0, 60].Select(
            Gen.Int[1, 100], (some, times) => string.Concat(Enumerable.Repeat(string.Concat(some), times)))
            .Sample(text => Assert.Equal(RowsOf(text, rows => rows), RowsOf(text, InBlocks)), iter: 200);

    [Fact]
    public void FaultFarDown_IsAnsweredTheSame_WhetherSplitAheadOrNot()
    {
        byte[] file = [.. Table(5000), .. "1111;ertraege;2030-01;\"12\r\n1111;ertraege;2030-02;13\r\n"u8];
        var (alone, ahead) = (Example.Read(file, limits: Never), Example.Read(file, limits: Example.Ahead));
        Assert.Contains("Zeile 5002", Example.Texts(ahead), StringComparison.Ordinal);
        Assert.Equal(ReceiptJson.Write(alone.Receipt), ReceiptJson.Write(ahead.Receipt));
    }

    [Fact]
    public void ReadingThatEndsEarly_LeavesTheRestAlone()
    {
        var result = Example.Read(Table(9000), limits: Example.Ahead with { MaximumValues = 10 });
        Assert.Null(result.Delivery);
    }

    [Fact]
    public void BrokenDisk_FailsTheReading_AlsoWhenItBreaksOnTheOtherCore()
    {
        using var broken = new BreakingStream(Table(9000));
        Assert.Throws<IOException>(() =>
            DeliveryReader.Read(Example.Stamp(), broken, Example.Catalogues, Example.Ahead,
                TestContext.Current.CancellationToken));
    }

    [Fact]
    public void EachKeyText_HasOneNumber_AndTheNumbersEnd()
    {
        var texts = new ColumnTexts();
        string[] met =
            [.. Enumerable.Range(0, 40_000).Select(number => number % 2 == 0 ? $"{number}" : $"Kostenstelle {number}")];
        int[] numbers = [.. met.Select(text => texts.Of(text))];
        Assert.Equal(Enumerable.Range(1, short.MaxValue), numbers.Take(short.MaxValue));
        Assert.All(numbers.Skip(short.MaxValue), number => Assert.Equal(-1, number));
        Assert.Equal(numbers, met.Select(text => texts.Of(text)));
        Assert.Equal((0, -1), (texts.Of(""), new ColumnTexts().Of(new string('x', 300))));
    }

    [Fact]
    public void EachCombinationOfKeyTexts_HasOneNumber_AndTheNumbersEnd()
    {
        var combinations = new TextCombinations(3);
        int[][] met = [.. Enumerable.Range(0, 150_000).Select(row => new[] { row % 400, row / 400 % 300, row / 120_000 })];
        int[] numbers = [.. met.Select(texts => combinations.Of(texts))];
        var numbered = numbers.TakeWhile(number => number > 0).ToList();
        Assert.InRange(numbered.Count, 100_000, 131_071);
        Assert.Equal(numbered.Count, numbered.Distinct().Count());
        Assert.All(numbers.Skip(numbered.Count), number => Assert.Equal(-1, number));
        Assert.Equal(numbers, met.Select(texts => combinations.Of(texts)));
        Assert.Equal(-1, combinations.Of([1, -1, 1]));
        Assert.Equal((0, 7), (new TextCombinations(0).Of([]), new TextCombinations(1).Of([7])));
    }

    [Fact]
    public void RowsWhoseKeyTextsAreAllDifferent_AreReadAsOthersAre()
    {
        var rows = Enumerable.Range(0, 70_000).Select(row => $"1111;5{row:00000};;1,00\r\n");
        var text = $"Profitcenter;Kostenart;Bezeichnung;Ist 2026\r\n{string.Concat(rows)}1111;41000;;-2,00\r\n";
        var result = Example.Read(Encoding.UTF8.GetBytes(text), "kaemmerei/sachkonten-1.csv", Example.With(Profiles.Ledger));
        Assert.Equal([2, 70_000], result.Delivery!.Values.Select(value => value.Value).Order());
    }

    [Theory]
    [InlineData("a", "aa")]
    [InlineData("aab", "abb")]
    [InlineData("aaaa", "aaaaa")]
    [InlineData("11120000", "1112_0000")]
    [InlineData("Erträge 1 Plan", "Erträge 2 Plan")]
    public void DifferentTexts_HaveDifferentNumbers(string one, string other)
    {
        var texts = new ColumnTexts();
        Assert.Equal((1, 2, 1), (texts.Of(one), texts.Of(other), texts.Of(one)));
    }

    private static RowSource InBlocks(CsvRows rows) =>
        rows.InBlocks([0], new KeyTexts([0], [1]), CellWatch.Nothing, ReadingLimits.Default);

    /// <summary>The lines and cells of a text, and the fault it ends with.</summary>
    private static List<string> RowsOf(string text, Func<CsvRows, RowSource> view)
    {
        var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var rows = view(
            new CsvRows(new CharSource(bytes, new TextEncoding(EncodingKind.Utf8, 0), 0), ';', ReadingLimits.Default));
        var found = new List<string>();
        while (rows.Next())
        {
            var cells = Enumerable.Range(0, rows.Count).Select(column => rows.Cell(column).ToString());
            found.Add($"{rows.Line}: {string.Join('|', cells)}");
        }

        return [.. found, rows.Fault?.Text ?? ""];
    }

    /// <summary>One value a row, with blanks, quotes and comments here and there.</summary>
    private static byte[] Table(int rows)
    {
        var text = new StringBuilder("Produkt;Grundzahl;Periode;Art;Wert;Bemerkung\r\n");
        for (var row = 0; row < rows; row++)
        {
            var (figure, scenario) = (row % 2 == 0 ? "ertraege" : " Aufwendungen ",
                (row / 2 % 3) switch { 0 => "Ist", 1 => "Plan", _ => "Prognose" });
            var comment = row % 50 == 0 ? $"\"Zeile;\n{row} mit \"\"Zeichen\"\"\"" : "";
            var number = (row % 7) switch
            {
                0 => $"\"1.{row % 900 + 100},50\"",
                1 => $"{row},25 €",
                2 => "k.A.",
                _ =>
                $"{row},5"
            };
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"1111;{figure};{1900 + row / 72}-{row / 6 % 12 + 1:00};{scenario};{number};{comment}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Can be read through once, when the encoding is looked for, and then only half.</summary>
    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        private bool wasRead;

        public override int Read(Span<byte> buffer)
        {
            wasRead |= Position == Length;
            return wasRead && Position > Length / 2
                && Position < Length ? throw new IOException("The disk is broken.") : base.Read(buffer);
        }
    }
}
