using Produktreport.Core.German;

namespace Produktreport.Core.Tests.Ground;

/// <summary>„Meinten Sie …?“ beside a header, key or word of the catalogue nobody knows.</summary>
public sealed class SpellingSuggestionTests
{
    private static readonly string[] Known = ["Aufwendungen", "Erträge", "Stellen", "beschreibung", "1111", "1112"];

    [Theory]
    [InlineData("Aufwendugen", "Aufwendungen")]
    [InlineData("AUFWENDUNGEN", "Aufwendungen")]
    [InlineData("Ertraege", "Erträge")]
    [InlineData("Ertärge", "Erträge")]
    [InlineData("Stelen", "Stellen")]
    [InlineData("Beschreibnug", "beschreibung")]
    [InlineData("1113", "1111")]
    [InlineData("Bemerkung", null)]
    [InlineData("Stlln", null)]
    [InlineData("12", null)]
    [InlineData("e", null)]
    [InlineData("", null)]
    public void TheClosestWord_WithinAQuarterOfTheLetters_IsMeant(string word, string? meant) =>
        Assert.Equal(meant, SpellingSuggestion.For(word, Known));

    [Fact]
    public void OfTwoEquallyClose_TheFirstIsMeant() => Assert.Equal("1112", SpellingSuggestion.For("1113", ["1112", "1111"]));

    [Fact]
    public void VeryLongTexts_AreNotCompared()
    {
        var text = new string('a', 101);
        Assert.Null(SpellingSuggestion.For(text, [text]));
        Assert.Equal(text[1..], SpellingSuggestion.For(text[1..], [text[1..]]));
    }
}
