using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Core.Tables.Archives;
using Produktreport.Core.Tables.Rows;
using Produktreport.Core.Tables.Xlsx;

namespace Produktreport.Core.Tests.Reports;

public sealed class ReportTableTests
{
    private static readonly ProductReport[] Reports =
        [ExampleCounty.Report("1111", "2026-Q3"), ExampleCounty.Report("3633", "2026-Q3")];

    /// <summary>Unit and places of a figure, its value and percentage, and how both tables show them.</summary>
    public static TheoryData<string, int, string, string, string, string> Shown { get; } = new()
    {
        { "€", 2, "-1234567.891", "-1234567.891 €", "#,##0.00\"\u00A0€\"", "-1234567,89" },
        { "", 0, "1234.5", "1234.5", "#,##0", "1235" },
        { "%", 1, "34.56", "0.3456", "#,##0.0%", "34,6" },
        { "€ je Fall", 3, "0.0005", "0.0005 € je Fall", "#,##0.000\"\u00A0€ je Fall\"", "0,001" },
        { "a\"b", 0, "1", "1 ab", "#,##0\"\u00A0ab\"", "1" },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void Numbers_HaveThePlacesAndTheUnitOfTheReport(
        string unit, int places, string value, string read, string format, string csv)
    {
        var row = SampleReport.Row("ergebnis", Number(value), null) with { Unit = unit, Decimals = places };
        var report = SampleReport.Product with { Rows = [row] };
        var xlsx = ReportTableXlsx.Write([report]);
        Assert.Equal(read, Read(xlsx)[1][Column(RowField.ActualToDate)]);
        Assert.Equal(format, FormatOf(xlsx, Column(RowField.ActualToDate), line: 2));
        Assert.Equal(csv, Csv(report)[1][Column(RowField.ActualToDate)]);
    }

    [Theory]
    [InlineData("5.04", 2, "0.0504", "+#,##0.00%;-#,##0.00%;#,##0.00%", "5,04")]
    [InlineData("-12.34", 1, "-0.1234", "+#,##0.0%;-#,##0.0%;#,##0.0%", "-12,3")]
    [InlineData("1000", 1, "", null, "")]
    public void ADeviationInPercent_IsAPercentage_WithItsOwnPlaces(
        string percent, int places, string read, string? format, string csv)
    {
        var row = SampleReport.Row("ergebnis", 2, 1) with { DeviationPercent = Number(percent), PercentDecimals = places };
        var report = SampleReport.Product with { Rows = [row] };
        var xlsx = ReportTableXlsx.Write([report]);
        Assert.Equal(read, Read(xlsx)[1][Column(RowField.DeviationPercent)]);
        if (format is not null)
            Assert.Equal(format, FormatOf(xlsx, Column(RowField.DeviationPercent), line: 2));
        Assert.Equal(csv, Csv(report)[1][Column(RowField.DeviationPercent)]);
    }

    [Fact]
    public void EveryFigureOfEveryReport_IsARow_WithTheCellItComesFrom()
    {
        var table = Read(ReportTableXlsx.Write(Reports));
        var rows = Reports.SelectMany(report => report.Rows.Select(row => (report, row))).ToList();
        Assert.Equal(rows.Count, table.Count - 1);
        Assert.Equal(ReportTable.Columns.Select(column => column.Name), table[0]);
        foreach (var ((report, row), cells) in rows.Zip(table.Skip(1)))
        {
            Assert.Equal((report.Product.Text, row.Level.Text, row.Name), (cells[1], cells[3], cells[6]));
            Assert.Equal(row.Origins.FirstOrDefault()?.File ?? "", cells[Index("Datei")]);
            Assert.Equal(row.Origins.FirstOrDefault()?.Column ?? "", cells[Index("Spalte")]);
        }

        Assert.Contains(table.Skip(1), cells => cells[Index("Datei")].Length > 0 && cells[Index("Zeile")].Length > 0);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    public void Text_IsNeverAFormula(string name)
    {
        var report = SampleReport.Product with { Rows = [SampleReport.Row("ergebnis", 1, 1) with { Name = name }] };
        var xlsx = ReportTableXlsx.Write([report]);
        Assert.Equal(name, Read(xlsx)[1][6]);
        Assert.DoesNotContain(Sheet(xlsx).Descendants(), element => element.Name.LocalName == "f");
        Assert.Equal("inlineStr", CellAt(xlsx, 6, line: 2).Attribute("t")!.Value);
        Assert.Equal("'" + name, Csv(report)[1][6]);
    }

    [Fact]
    public void TheWorkbook_IsValidToTheStandard_AndTheSameEveryTime()
    {
        var bytes = ReportTableXlsx.Write(Reports);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken)
            .Select(error => error.Description));
        Assert.Equal(bytes, ReportTableXlsx.Write(Reports));
        var pane = Sheet(bytes).Descendants().Single(element => element.Name.LocalName == "pane");
        Assert.Equal(("1", "frozen"), (pane.Attribute("ySplit")!.Value, pane.Attribute("state")!.Value));
    }

    [Fact]
    public void Json_HasTheRowsOfTheReports()
    {
        using var json = JsonDocument.Parse(ReportTableJson.Write(Reports));
        var rows = Reports.SelectMany(report => report.Rows).ToList();
        Assert.Equal(rows.Count, json.RootElement.GetArrayLength());
        foreach (var (row, entry) in rows.Zip(json.RootElement.EnumerateArray()))
        {
            var values = entry.GetProperty("zeile");
            Assert.Equal(row.Id.Text, values.GetProperty("id").GetString());
            Assert.Equal(row.PercentDecimals, values.GetProperty("prozentDezimalstellen").GetInt32());
            Assert.Equal(row.Origins.Length, values.GetProperty("herkunft").GetArrayLength());
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static int Index(string name) => ReportTable.Columns.ToList().FindIndex(column => column.Name == name);

    private static int Column(RowField field) => Index(Core.Reports.Words.ReportWords.Of(field));

    private static List<string[]> Csv(ProductReport report) =>
        [.. Encoding.UTF8.GetString(ReportTableCsv.Write([report])[3..]).Split("\r\n")
            .Select(line => line.Split(';').Select(cell => cell.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal))
                .ToArray())];

    private static List<string[]> Read(byte[] xlsx)
    {
        var (workbook, fault) = XlsxWorkbook.Open(
            new GuardedArchive(new MemoryStream(xlsx), ReadingLimits.Default), ReadingLimits.Default);
        Assert.Null(fault);
        using (workbook)
        {
            var (rows, none) = workbook!.Open(Assert.Single(workbook.Sheets));
            Assert.Null(none);
            var read = new List<string[]>();
            while (rows!.Next())
                read.Add([.. Enumerable.Range(0, ReportTable.Columns.Count).Select(column => rows.Cell(column).ToString())]);
            return read;
        }
    }

    private static string FormatOf(byte[] xlsx, int column, int line)
    {
        var styles = Part(xlsx, "xl/styles.xml");
        var style = int.Parse(CellAt(xlsx, column, line).Attribute("s")!.Value, CultureInfo.InvariantCulture);
        var id = styles.Descendants().Single(element => element.Name.LocalName == "cellXfs").Elements().ElementAt(style)
            .Attribute("numFmtId")!.Value;
        return styles.Descendants()
            .Single(element => element.Name.LocalName == "numFmt" && element.Attribute("numFmtId")!.Value == id)
            .Attribute("formatCode")!.Value;
    }

    private static XElement CellAt(byte[] xlsx, int column, int line) => Sheet(xlsx).Descendants()
        .Single(element => element.Name.LocalName == "c" && element.Attribute("r")!.Value == $"{ColumnLetters.Of(column)}{line}");

    private static XDocument Sheet(byte[] xlsx) => Part(xlsx, "xl/worksheets/sheet1.xml");

    private static XDocument Part(byte[] xlsx, string path)
    {
        using var archive = new ZipArchive(new MemoryStream(xlsx));
        using var part = archive.GetEntry(path)!.Open();
        return XDocument.Load(part);
    }
}
