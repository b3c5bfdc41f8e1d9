using System.Text;
using System.Text.Json;
using Produktreport.Core.Reports;

namespace Produktreport.Core.Tests.Reports;

public sealed class ReportJsonTests
{
    [Fact]
    public void WhatIsWritten_IsReadBack_ToTheSameBytes()
    {
        var json = ReportJson.Write(SampleReport.Product);
        Assert.Equal(json, ReportJson.Write(ReportJson.ReadProduct(json)));
    }

    [Fact]
    public void FieldsOfTheInterface_StandUnderTheirNames()
    {
        using var document = JsonDocument.Parse(ReportJson.Write(SampleReport.Product));
        var report = document.RootElement;
        string[] fields =
            ["produkt", "bezeichnung", "periode", "stand", "vollstaendig", "version", "fehlend", "zeilen", "ziele",
                "erlaeuterungen"];
        Assert.All(fields, field => Assert.True(report.TryGetProperty(field, out _), field));
        Assert.Equal("entwurf", report.GetProperty("stand").GetString());
        Assert.Equal("2026-Q3", report.GetProperty("periode").GetString());

        var row = report.GetProperty("zeilen")[0];
        string[] columns =
        [
            "ebene", "id", "bezeichnung", "typ", "haupt", "einheit", "istPeriode", "istKumuliert", "planPeriode", "planKumuliert",
            "planJahr",
            "vorjahrPeriode", "vorjahrKumuliert", "abweichung", "abweichungProzent", "ampel", "prognoseJahr", "undefiniert",
            "herkunft",
        ];
        Assert.All(columns, column => Assert.True(row.TryGetProperty(column, out _), column));
        Assert.Equal("rot", row.GetProperty("ampel").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("istPeriode").ValueKind);
        Assert.Equal("nicht geliefert: 2. Quartal 2025", row.GetProperty("undefiniert").GetProperty("vorjahrKumuliert")
            .GetString());
        Assert.Equal("F", row.GetProperty("herkunft")[0].GetProperty("spalte").GetString());
    }

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("-0.0", "0")]
    [InlineData("1422.5710393149085247177890230", "1422.571039314908524717789023")]
    [InlineData("1234567890123.45", "1234567890123.45")]
    public void Decimals_AreExact_WithoutTrailingZeros(string value, string expected)
    {
        var row = SampleReport.Row("ergebnis", decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null);
        var text = Encoding.UTF8.GetString(ReportJson.Write(SampleReport.Product with { Rows = [row] }));
        Assert.Contains($"\"istKumuliert\": {expected},", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ForeignJson_IsRefused()
    {
        Assert.Throws<JsonException>(() => ReportJson.ReadProduct("{\"produkt\":\"1111\"}"u8));
        Assert.Throws<JsonException>(() => ReportJson.ReadProduct(
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(ReportJson.Write(SampleReport.Product))
                .Replace("2026-Q3", "2026-Q9", StringComparison.Ordinal))));
    }
}
