using Produktreport.Core.Deliveries.Keys;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>„Meinten Sie …?“ beside a header or key nobody knows.</summary>
public sealed class ClosestWordTests
{
    private static readonly string[] Known = ["Aufwendungen", "Erträge", "Stellen", "1111", "1112"];

    [Theory]
    [InlineData("Aufwendugen", "Aufwendungen")]
    [InlineData("AUFWENDUNGEN", "Aufwendungen")]
    [InlineData("Ertraege", "Erträge")]
    [InlineData("Ertärge", "Erträge")]
    [InlineData("Stelen", "Stellen")]
    [InlineData("1113", "1111")]
    [InlineData("Bemerkung", null)]
    [InlineData("Stlln", null)]
    [InlineData("12", null)]
    [InlineData("", null)]
    public void TheClosestWord_WithinAQuarterOfTheLetters_IsMeant(string text, string? meant) =>
        Assert.Equal(meant, ClosestWord.To(text, Known));

    [Fact]
    public void OfTwoEquallyClose_TheFirstIsMeant() => Assert.Equal("1112", ClosestWord.To("1113", ["1112", "1111"]));

    [Fact]
    public void VeryLongTexts_AreNotCompared()
    {
        var text = new string('a', 101);
        Assert.Null(ClosestWord.To(text, [text]));
        Assert.Equal(text[1..], ClosestWord.To(text[1..], [text[1..]]));
    }
}
