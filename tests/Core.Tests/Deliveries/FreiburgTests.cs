using System.Globalization;
using System.Text;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>A real published file: the result budget of the city of Freiburg by product (see Daten/SOURCES.md).</summary>
public sealed class FreiburgTests
{
    private const string Path = "kaemmerei/freiburg-ergebnishaushalt-produkt-2017-2018.csv";
    private static readonly byte[] Bytes = File.ReadAllBytes(
        Repository.At("tests", "Core.Tests", "Deliveries", "Daten", "freiburg-ergebnishaushalt-produkt-2017-2018.csv"));

    [Fact]
    public void EveryProduct_IsCreated_WithSumsExactToTheCent()
    {
        var delivery = Read(Bytes).Delivery!;
        Assert.Equal(233, delivery.CreatedProducts.Length);
        Assert.All(delivery.CreatedProducts, created => Assert.Equal(2017, created.Year));
        var stored = delivery.Values.ToDictionary(
            value => (value.Address.Product.Text, value.Address.Figure.Text, value.Period.Year), value => value.Value);
        var expected = ExpectedSums();
        Assert.Equal(233 * 6, expected.Count);
        Assert.Equal(expected.Count, stored.Count);
        foreach (var (key, sum) in expected)
            Assert.Equal(sum, stored[key]);
    }

    [Fact]
    public void ExactlyOneRowCheckFails_WithLineAndDifference()
    {
        var receipt = Read(Bytes).Receipt;
        var warning = Assert.Single(receipt.Findings, finding => finding.Code == "PR-1506");
        Assert.Equal(("PR-1506", Severity.Warning, 64, "U"), (warning.Code, warning.Severity, warning.Line, warning.Column));
        Assert.Contains("Saldo 2017", warning.Text, StringComparison.Ordinal);
        Assert.Contains("313,00", warning.Text, StringComparison.Ordinal);
        Assert.True(receipt.IsAccepted);
    }

    [Fact]
    public void SummedRows_NameTheirLines_AndTheLargestCell()
    {
        var value = Read(Bytes).Delivery!.Values[1];
        Assert.Equal(("111001", "aufwendungen", "N", "-2118866,38"),
            (value.Address.Product.Text, value.Address.Figure.Text, value.Cell.Column, value.Cell.Text));
        Assert.StartsWith("Summe der Zeilen 2–", value.Cell.Rule, StringComparison.Ordinal);
        Assert.EndsWith(", × −1", value.Cell.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void CreatedProduct_HasHierarchyAndStandardFigures()
    {
        var product = Read(Bytes).Delivery!.CreatedProducts[0].Product;
        Assert.Equal(("111001", "Steuerung", "kaemmerei"), (product.Number.Text, product.Name, product.Department.Text));
        Assert.Equal(("1", "11", "Innere Verwaltung", "1110"), (
            product.Hierarchy.MainArea.Number, product.Hierarchy.Area.Number, product.Hierarchy.Area.Name,
            product.Hierarchy.Group.Number));
        Assert.Equal(4, product.BaseFigures.Length);
    }

    [Fact]
    public void FileInAnotherEncodingThanDeclared_IsRejected()
    {
        var utf8 = Encoding.UTF8.GetBytes(Text());
        Assert.Null(Read(utf8).Delivery);
        Assert.Equal("PR-1007", Read(utf8).Receipt.Findings[0].Code);
    }

    [Fact]
    public void OppositeSigns_AreRejected_NotGuessed()
    {
        var turned = Text().Replace(";-", ";~", StringComparison.Ordinal).Replace(";~", ";", StringComparison.Ordinal);
        var result = Read(Windows(turned));
        Assert.Null(result.Delivery);
        Assert.Contains("umgekehrten Vorzeichen", Example.Finding(result, "PR-1508").Text, StringComparison.Ordinal);
    }

    /// <summary>The sums by a second, naive way: this file has no separator inside quotes.</summary>
    private static Dictionary<(string, string, int), decimal> ExpectedSums()
    {
        var german = new NumberFormatInfo { NumberDecimalSeparator = "," };
        var sums = new Dictionary<(string, string, int), decimal>();
        var rows = Text().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(';')).ToList();
        Assert.Equal(363, rows.Count);
        foreach (var row in rows)
        {
            foreach (var (year, column) in new[] { (2015, 12), (2016, 15), (2017, 18) })
            {
                Add((row[0].Trim('"'), "ertraege", year), decimal.Parse(row[column], german));
                Add((row[0].Trim('"'), "aufwendungen", year), -decimal.Parse(row[column + 1], german));
            }
        }

        return sums;

        void Add((string, string, int) key, decimal value) => sums[key] = sums.GetValueOrDefault(key) + value;
    }

    private static string Text() => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Bytes);

    private static byte[] Windows(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    private static DeliveryResult Read(byte[] bytes)
    {
        var catalogue = Example.Catalogue2026 with { Year = 2017, Products = [], Profiles = [Profiles.Freiburg] };
        return Example.Read(bytes, Path, CatalogueSet.Of(catalogue));
    }
}
