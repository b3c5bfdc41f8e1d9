using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Percentages that are not all written alike.</summary>
public sealed class PercentTests
{
    private static readonly CatalogueSet Catalogues = CatalogueSet.Of(Example.Catalogue2026 with
    {
        Products =
        [
            .. Example.Catalogue2026.Products.Where(product => product.Number.Text != "1111"),
            Example.Product("1111", "Büro Landrat", Example.Office) with
            {
                BaseFigures =
                [
                    Example.Figure("quote", "Deckungsquote", "%") with { RollUp = RollUpRule.Mean, Decimals = 2 },
                    Example.Figure("wachstum", "Wachstum", "%") with { RollUp = RollUpRule.Mean, Decimals = 2, Maximum = 9000 },
                ],
            },
        ],
    });

    [Theory]
    [InlineData("0,45", "45 %", "PR-1318")]
    [InlineData("45 %", "0,45", "PR-1318")]
    [InlineData("1", "95 %", "PR-1318")]
    [InlineData("-0,2", "12,5 %", "PR-1318")]
    [InlineData("4500 %", "45", "PR-1319")]
    [InlineData("4.500,0 %", "45", "PR-1319")]
    public void PercentagesThatAreNotWrittenAlike_AreAskedAbout(string first, string second, string code)
    {
        var result = Read($"1111;quote;2026-Q2;{first}\n1111;quote;2026-Q3;{second}\n");
        Assert.Null(result.Delivery);
        Example.Finding(result, code);
    }

    [Theory]
    [InlineData("quote", "0,45", "0,5 %", "0,5")]
    [InlineData("quote", "45", "55 %", "55")]
    [InlineData("quote", "0,45", "55", "55")]
    [InlineData("quote", "120 %", "0", "0")]
    [InlineData("quote", "0,7", "0,9", "0,9")]
    [InlineData("wachstum", "45", "4500 %", "4500")]
    public void PercentagesThatAreWrittenAlike_AreReadAsTheyStand(string figure, string first, string second, string expected)
    {
        var result = Read($"1111;{figure};2026-Q2;{first}\n1111;{figure};2026-Q3;{second}\n");
        Assert.Equal(
            decimal.Parse(expected.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture),
            Example.ValueOf(result, figure));
    }

    [Fact]
    public void AShareAmongPercentagesWrittenInWhole_IsAPercentage()
    {
        var result = Read("1111;quote;2026-Q1;0,45\n1111;quote;2026-Q2;45\n1111;quote;2026-Q3;46 %\n");
        Assert.Equal(0.45m, Example.ValueOf(result, "quote", "2026-Q1"));
    }

    [Theory]
    [InlineData("0.455", "0.5", 1, 1, null)]
    [InlineData("45", "0.5", 1, 1, "PR-1319")]
    [InlineData("0.455", "0.5", 1, 0, "PR-1318")]
    [InlineData("45.5", "50", 0, 0, null)]
    [InlineData("0.455", "50", 1, 0, null)]
    public void CellsThatExcelShowsAsPercent_AreReadAsShown_OrAskedAbout(
        string first, string second, int firstStyle, int secondStyle, string? code)
    {
        var rows = """
            <row r="1"><c t="inlineStr"><is><t>Produkt</t></is></c><c t="inlineStr"><is><t>Grundzahl</t></is></c>
            <c t="inlineStr"><is><t>Periode</t></is></c><c t="inlineStr"><is><t>Wert</t></is></c></row>
            """ + Row(2, "2026-Q2", first, firstStyle) + Row(3, "2026-Q3", second, secondStyle);
        var result = Example.Read(
            Workbook.Of(rows, formats: "<xf/><xf numFmtId=\"10\"/>"), "buero-landrat/quote.xlsx", Catalogues);
        Assert.Equal(code is null, result.Receipt.IsAccepted);
        if (code is not null)
            Example.Finding(result, code);
        else
            Assert.Equal(45.5m, Example.ValueOf(result, "quote", "2026-Q2"));
    }

    private static string Row(int line, string period, string value, int style) =>
        $"""
        <row r="{line}"><c><v>1111</v></c><c t="inlineStr"><is><t>quote</t></is></c><c t="inlineStr"><is><t>{period}</t></is></c>
        <c s="{style}"><v>{value}</v></c></row>
        """;

    private static Core.Deliveries.DeliveryResult Read(string rows) =>
        Example.Read("Produkt;Grundzahl;Periode;Wert\n" + rows, catalogues: Catalogues);
}
