using Produktreport.Core.German;

namespace Produktreport.Core.Tests.Ground;

/// <summary>What a search takes for the same text.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("Größe", "grosse")]
    [InlineData("GROESSE", "grosse")]
    [InlineData("grosse", "grosse")]
    [InlineData("Büro  Landrat", "buro landrat")]
    [InlineData("Bu\u0308ro Landrat", "buro landrat")]
    [InlineData("Kfz-Zulassung (Anzahl)", "kfz zulassung anzahl")]
    [InlineData("In\u00ADob\u00ADhut\u00ADnahmen", "inobhutnahmen")]
    [InlineData("11112 Zufriedenheit", "11112 zufriedenheit")]
    [InlineData("Café", "cafe")]
    [InlineData("€ – %", "")]
    [InlineData("\uD800x", "x")]
    public void WaysToWriteAText_AreTheSame(string text, string folded) => Assert.Equal(folded, Folding.Of(text));

    [Theory]
    [InlineData("Bürgersprechstunden")]
    [InlineData("Buergersprechstunden")]
    [InlineData("Neue Bauvorhaben")]
    public void ABeginning_IsTheBeginningOfTheWhole(string text)
    {
        for (var length = 1; length <= text.Length; length++)
            Assert.StartsWith(Folding.Of(text[..length]), Folding.Of(text), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsFolded_StaysAsItIs()
    {
        foreach (var text in (string[])["Größe", "Kfz-Zulassung", "neue Aue", "Œuvre"])
            Assert.Equal(Folding.Of(text), Folding.Of(Folding.Of(text)));
    }
}
