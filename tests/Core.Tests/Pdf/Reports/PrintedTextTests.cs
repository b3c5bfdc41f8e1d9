using Produktreport.Core.Pdf.Reports;

namespace Produktreport.Core.Tests.Pdf.Reports;

/// <summary>Texts of catalogues and departments as they are painted.</summary>
public sealed class PrintedTextTests
{
    [Theory]
    [InlineData("Cafe\u0301 und Bu\u0308ro", "Café und Büro")]
    [InlineData("Fami\u200Dlie", "Familie")]
    [InlineData("Ja\uFE0F", "Ja")]
    [InlineData("\uFEFFErtrag\u200C", "Ertrag")]
    [InlineData("Zeile\neins", "Zeile eins")]
    [InlineData("1111 Büro Landrat", "1111\u00A0Büro Landrat")]
    [InlineData("im 3. Quartal", "im 3.\u00A0Quartal")]
    public void AText_IsPaintedAsItReads(string text, string painted) => Assert.Equal(painted, PrintedText.Of(text));

    [Theory]
    [InlineData("\u05D0\u05D1\u05D2", "\u05D2\u05D1\u05D0")]
    [InlineData("Verein \u05D0\u05D1 \u05D2\u05D3 e.V.", "Verein \u05D3\u05D2\u00A0\u05D1\u05D0 e.V.")]
    [InlineData("\u05D0\u05D1 12,5 \u05D2", "\u05D2\u00A012,5\u00A0\u05D1\u05D0")]
    [InlineData("\u05D0\u05D1 (\u05D2)", "\u05D1\u05D0 (\u05D2)")]
    public void WritingFromRightToLeft_IsPaintedInItsOrder(string text, string painted) =>
        Assert.Equal(painted, PrintedText.Of(text));

    [Fact]
    public void LettersTheFontLacks_AreNamedByTheirCodes() => Assert.Equal("[U+0639][U+0631]", PrintedText.Of("\u0639\u0631"));
}
