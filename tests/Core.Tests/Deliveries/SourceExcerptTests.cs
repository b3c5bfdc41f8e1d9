using System.Text;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

public sealed class SourceExcerptTests
{
    private const string Table =
        "Produkt;Grundzahl;Periode;Wert;Bemerkung\r\n1111;ertraege;2026-Q1;1.234,5;\"zwei\r\nZeilen\"\r\n1111;aufwendungen;"
            + "2026-Q1;17;\"a;b\"\r\n1111;ergebnis;2026-Q3;\" 8,5 \";\r\n";

    public static TheoryData<string, byte[]> Files => new()
    {
        { "a quoted line break", Encoding.UTF8.GetBytes(Table) },
        { "a sep= line", Encoding.UTF8.GetBytes("sep=;\r\n" + Table) },
        { "a sep= line with an unusual separator", Encoding.UTF8.GetBytes("sep=#\r\n" + Table.Replace(';', '#')) },
        { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("sep=;\r\n" + Table)] },
        { "UTF-16 with the high byte first", [.. Encoding.BigEndianUnicode.GetPreamble(),
            .. Encoding.BigEndianUnicode.GetBytes(Table)] },
        { "lone carriage returns", Encoding.UTF8.GetBytes(Table.Replace("\r\n", "\r", StringComparison.Ordinal)) },
        { "XLSX", Worksheet },
    };

    private static byte[] Worksheet => Workbook.Of(
        """
        <row r="3"><c r="B3" t="inlineStr"><is><t>Produkt</t></is></c><c r="C3" t="inlineStr"><is><t>Grundzahl</t></is></c><c r="D3" t="inlineStr"><is><t>Periode</t></is></c><c r="E3" t="inlineStr"><is><t>Wert</t></is></c></row>
        <row r="7"><c r="B7"><v>1111</v></c><c r="C7" t="inlineStr"><is><t>ertraege</t></is></c><c r="D7" t="inlineStr"><is><t>2026-Q3</t></is></c><c r="E7"><v>1234.5</v></c></row>
        <row r="90"><c r="B90"><v>1111</v></c><c r="C90" t="inlineStr"><is><t>aufwendungen</t></is></c><c r="D90" t="inlineStr"><is><t>2026-Q3</t></is></c><c r="E90"><v>17</v></c></row>
        """);

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryValue_IsFoundInTheCellItNames(string kind, byte[] file)
    {
        var values = Example.Read(file).Delivery?.Values;
        Assert.True(values is { Count: >= 2 }, kind);
        Assert.All(values,
            value => Assert.Equal(value.Cell.Text.Trim(), CellAt(file, value.Cell.Line, value.Cell.Column).Trim()));
    }

    [Fact]
    public void TheFirstRow_AndFourOnEitherSide_AreShown()
    {
        var file = Encoding.UTF8.GetBytes(
            "Produkt;Wert\n" + string.Concat(Enumerable.Range(2, 30).Select(line => $"{line};x\n")));
        Assert.Equal([1, .. Enumerable.Range(11, 9)], Read(file, new CellPlace(15))!.Rows.Select(row => row.Line));
    }

    [Fact]
    public void AColumnFarToTheRight_IsShown()
    {
        var file = Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(1, 200)));
        Assert.Equal("100", Read(file, new CellPlace(1, 99))!.Rows[0].Cells[99]);
        Assert.Equal(60, Read(file, new CellPlace(1))!.Columns);
    }

    [Fact]
    public void AFileThatIsNoTable_HasNoRows() => Assert.Null(Read("%PDF-1.7"u8.ToArray(), new CellPlace(1)));

    private static string CellAt(byte[] file, int line, string column)
    {
        var place = new CellPlace(line, ColumnLetters.Parse(column));
        return Read(file, place)!.Rows.Single(row => row.Line == line).Cells[place.Column];
    }

    private static SourceExcerpt? Read(byte[] file, CellPlace place) => SourceExcerpt.Read(
        Example.Stamp(), new MemoryStream(file), Example.Catalogues, place, ReadingLimits.Default,
        TestContext.Current.CancellationToken);
}
