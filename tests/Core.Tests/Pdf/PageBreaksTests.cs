using Produktreport.Core.Pdf.Layout;
using Produktreport.Core.Pdf.Layout.Blocks;
using Produktreport.Core.Pdf.Pages;

namespace Produktreport.Core.Tests.Pdf;

/// <summary>How blocks are shared among pages that hold ten lines.</summary>
public sealed class PageBreaksTests
{
    /// <summary>
    /// Blocks as their numbers of lines; <c>!</c> a block that is kept whole, <c>&gt;</c> one that stands with the next,
    /// <c>?</c> a remark.
    /// </summary>
    [Theory]
    [InlineData("10", "10")]
    [InlineData("4 4", "8")]
    [InlineData("10 10", "10 10")]
    [InlineData("7! 7!", "7 7")]
    [InlineData("14", "8 6")] // the last page is half full at least
    [InlineData("22", "10 6 6")] // the first ones are full
    [InlineData("10 4! 4! 2!", "10 10")]
    [InlineData("6! 4! 2!", "6 6")] // a whole block is given to it
    [InlineData("9! 2!", "9 2")] // nothing to give: the block would leave its page empty
    [InlineData("4! 1> 8!", "4 9")] // a heading goes with what it heads
    [InlineData("8 2 6?", "8 8")] // remarks are not alone, even where they fill a page
    [InlineData("13!", "7 6")] // what is taller than a page is broken all the same
    public void Pages_AreUsedWell(string blocks, string pages)
    {
        var units = blocks.Split(' ').SelectMany(Units).ToArray();
        var ends = PageBreaks.Of(units, height: 10);
        Assert.Equal(pages, string.Join(' ', ends.Zip(ends.Prepend(0), (end, begin) => end - begin)));
    }

    [Fact]
    public void NoBlocks_TakeNoPage() => Assert.Empty(PageBreaks.Of([], height: 10));

    private static IEnumerable<FlowUnit> Units(string block)
    {
        var lines = new Lines(int.Parse(block.TrimEnd('!', '>', '?'), System.Globalization.CultureInfo.InvariantCulture));
        return Enumerable.Range(0, lines.Count).Select(index => new FlowUnit(
            lines, index, Gap: 0, Height: 1,
            IsJoined: block[^1] == '>' || (block[^1] == '!' && index < lines.Count - 1), IsRemark: block[^1] == '?'));
    }

    private sealed class Lines(int count) : ArrangedBlock
    {
        public override int Count => count;

        public override double Height(int unit) => 1;

        public override void Paint(DocumentWriter writer, int unit, double x, double y)
        {
        }
    }
}
