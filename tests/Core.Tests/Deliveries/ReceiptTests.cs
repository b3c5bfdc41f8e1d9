using System.Text;
using System.Text.Json;
using Produktreport.Core.Deliveries.Receipts;

namespace Produktreport.Core.Tests.Deliveries;

public sealed class ReceiptTests
{
    private const string Faulty = "Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;<b>5\n1112;ertraege;2026-Q3;5\n";

    [Fact]
    public void Json_HasTheAgreedShape()
    {
        using var json = JsonDocument.Parse(ReceiptJson.Write(Example.Read(Faulty).Receipt));
        var root = json.RootElement;
        Assert.Equal(
            ["datei", "sha256", "eingegangen", "status", "werte", "uebersprungen", "befunde"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2026-10-05T10:30:00+02:00", root.GetProperty("eingegangen").GetString());
        Assert.Equal("abgelehnt", root.GetProperty("status").GetString());
        var finding = root.GetProperty("befunde")[0];
        Assert.Equal(
            ["code", "schwere", "zeile", "spalte", "gefunden", "erwartet", "text"],
            finding.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("PR-1301", "fehler", 2, "D", "<b>5"), (
            finding.GetProperty("code").GetString(), finding.GetProperty("schwere").GetString(),
            finding.GetProperty("zeile").GetInt32(),
            finding.GetProperty("spalte").GetString(), finding.GetProperty("gefunden").GetString()));
    }

    [Fact]
    public void SameReceipt_GivesTheSameBytes()
    {
        Assert.Equal(ReceiptJson.Write(Example.Read(Faulty).Receipt), ReceiptJson.Write(Example.Read(Faulty).Receipt));
        Assert.Equal(ReceiptHtml.Write(Example.Read(Faulty).Receipt), ReceiptHtml.Write(Example.Read(Faulty).Receipt));
    }

    [Fact]
    public void Page_SaysWhatToDo_AndCannotBeInjected()
    {
        var page = Encoding.UTF8.GetString(ReceiptHtml.Write(Example.Read(Faulty).Receipt));
        Assert.Contains("<h1>Nicht übernommen – bitte 2 Stellen korrigieren</h1>", page, StringComparison.Ordinal);
        Assert.Contains("05.10.2026, 10:30 Uhr", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;5", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, 1, "Nicht übernommen – bitte 1 Stelle korrigieren")]
    [InlineData(1, 300, "Nicht übernommen – bitte mehr als 199 Stellen korrigieren")]
    public void Headline_CountsWhatIsNotPrinted_OnlyWhereItIsToBeCorrected(int repeated, int wrong, string headline)
    {
        var rows = Enumerable.Repeat("1111;ertraege;2026-Q3;5\n", repeated)
            .Concat(Enumerable.Repeat("1111;aufwendungen;2026-Q3;zwölf\n", wrong));
        Assert.Equal(headline,
            ReceiptWords.Headline(Example.Read("Produkt;Grundzahl;Periode;Wert\n" + string.Concat(rows)).Receipt));
    }

    [Theory]
    [InlineData("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;5\n", "Übernommen – 1 Wert")]
    [InlineData("Produkt;Grundzahl;Periode;Wert\n1111;ertraege;2026-Q3;5\nSumme;;;6\n",
        "Übernommen – 1 Wert, bitte 1 Auffälligkeit prüfen")]
    [InlineData("", "Nicht übernommen – bitte 1 Stelle korrigieren")]
    public void Headline_IsPlainGerman(string file, string headline) =>
        Assert.Equal(headline, ReceiptWords.Headline(Example.Read(file).Receipt));
}
