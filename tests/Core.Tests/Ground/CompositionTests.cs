using System.Globalization;
using System.Text;
using Produktreport.Core.German;

namespace Produktreport.Core.Tests.Ground;

public sealed class CompositionTests
{
    /// <summary>Why there is a composition of our own: where this fails, the framework's can be used again.</summary>
    [Fact]
    public void TheFramework_ComposesNothing_InThisProgram() =>
        Assert.Equal("a\u0308", "a\u0308".Normalize(NormalizationForm.FormC));

    // From another implementation (Python's unicodedata, Unicode 14.0).
    [Theory]
    [InlineData("0046 00E4 006C 006C 0065", "0046 00E4 006C 006C 0065")]
    [InlineData("0046 0061 0308 006C 006C 0065", "0046 00E4 006C 006C 0065")]
    [InlineData("0045 0072 0074 0072 00E4 0067 0065", "0045 0072 0074 0072 00E4 0067 0065")]
    [InlineData("0045 0072 0074 0072 0061 0308 0067 0065", "0045 0072 0074 0072 00E4 0067 0065")]
    [InlineData("005A 0075 0073 0063 0068 00FC 0073 0073 0065", "005A 0075 0073 0063 0068 00FC 0073 0073 0065")]
    [InlineData("005A 0075 0073 0063 0068 0075 0308 0073 0073 0065", "005A 0075 0073 0063 0068 00FC 0073 0073 0065")]
    [InlineData("00DF", "00DF")]
    [InlineData("00E9 0308", "00E9 0308")]
    [InlineData("0065 0301 0308", "00E9 0308")]
    [InlineData("00C5", "00C5")]
    [InlineData("0041 030A", "00C5")]
    [InlineData("212B", "00C5")]
    [InlineData("03A9", "03A9")]
    [InlineData("2126", "03A9")]
    [InlineData("1EAD", "1EAD")]
    [InlineData("0061 0323 0302", "1EAD")]
    [InlineData("0061 0302 0323", "1EAD")]
    [InlineData("1EA1 0302", "1EAD")]
    [InlineData("00E2 0323", "1EAD")]
    [InlineData("0071 0323 0307", "0071 0323 0307")]
    [InlineData("0071 0307 0323", "0071 0323 0307")]
    [InlineData("0308 0061", "0308 0061")]
    [InlineData("0031 0308", "0031 0308")]
    [InlineData("00E4 0301", "00E4 0301")]
    [InlineData("0061 0308 0301", "00E4 0301")]
    [InlineData("0439", "0439")]
    [InlineData("0438 0306", "0439")]
    [InlineData("1F82", "1F82")]
    [InlineData("03B1 0313 0300 0345", "1F82")]
    public void Text_IsComposedAsUnicodeSays(string written, string expected) =>
        Assert.Equal(expected, Codes(Composition.Of(Text(written))));

    // Below the letters of ancient Greek. The number is that of the other implementation, too.
    [Fact]
    public void EveryLetterWithMarks_IsOneCharacter_HoweverItIsWritten()
    {
        var marks = Enumerable.Range(0x300, 0x70).Select(code => (char)code)
            .Where(mark => mark is not ('\u0340' or '\u0341' or '\u0343' or '\u0344')).ToList(); // deprecated spellings of others
        var found = 0;
        foreach (var letter in Enumerable.Range('A', 0x1F00 - 'A').Select(code => (char)code).Where(char.IsLetter))
        {
            foreach (var mark in marks)
            {
                var composed = Composition.Of($"{letter}{mark}");
                Assert.Equal(composed, Composition.Of(composed));
                found += composed.Length == 1 ? 1 : 0;
            }
        }

        Assert.Equal(681, found);
    }

    [Fact]
    public void ComposedText_StaysTheSameObject()
    {
        const string Text = "Zuschüsse für Bürgersprechstunden – 5 T€";
        Assert.Same(Text, Composition.Of(Text));
    }

    private static string Text(string codes) =>
        string.Concat(codes.Split(' ').Select(code => (char)Convert.ToUInt16(code, 16)));

    private static string Codes(string text) =>
        string.Join(' ', text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
}
