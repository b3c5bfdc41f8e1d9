using Produktreport.Core.Catalogues;

namespace Produktreport.Core.Tests.Catalogues;

/// <summary>The texts a county shows to everybody.</summary>
public sealed class PublicFaceTests
{
    [Fact]
    public void BlankLines_PartParagraphs_AndASignMakesAHeading() => Assert.Equal(
        [new("Landkreis\nMusterland", false), new("Vertretung", true), new("Der Landrat.", false), new("# zwei\nZeilen", false)],
        FaceText.Of("\r\nLandkreis\r\nMusterland\r\n\r\n\r\n# Vertretung\n\nDer Landrat.\n\n# zwei\nZeilen\n"));

    [Theory]
    [InlineData("post@musterland.example.", "mailto:post@musterland.example", "post@musterland.example", ".")]
    [InlineData("https://www.musterland.example/a,", "https://www.musterland.example/a", "https://www.musterland.example/a", ",")]
    [InlineData("http://www.musterland.example", null, "http://www.musterland.example", "")]
    [InlineData("javascript:alert(1)", null, "javascript:alert(1)", "")]
    [InlineData("Landrat.", null, "Landrat.", "")]
    [InlineData("", null, "", "")]
    public void OnlyMailAddressesAndSecurePages_BecomeLinks(string word, string? address, string shown, string after) =>
        Assert.Equal((address, shown, after), FaceText.Linked(word));

    [Fact]
    public void WhatTheLawAsksFor_IsNamedWhereItIsMissing()
    {
        Assert.Equal(["impressum", "datenschutz", "barrierefreiheit", "rueckmeldung"], PublicFace.None.Missing);
        var face = PublicFace.None with { Imprint = "i", Privacy = "d", Accessibility = "b", Feedback = "f" };
        Assert.Empty(face.Missing);
    }
}
