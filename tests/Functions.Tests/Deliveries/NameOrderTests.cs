using Produktreport.Functions.Deliveries;

namespace Produktreport.Functions.Tests.Deliveries;

/// <summary>Files whose times say nothing come in the order in which people name them.</summary>
public sealed class NameOrderTests
{
    [Theory]
    [InlineData("a/q3.csv", "a/q3-korrektur.csv")]
    [InlineData("a/q3.csv", "a/q3_neu.csv")]
    [InlineData("a/q3.csv", "a/q3 (2).csv")]
    [InlineData("a/q3.xlsx", "a/q3-korrektur.csv")]
    [InlineData("a/q3-korrektur.csv", "a/q3-korrektur-2.csv")]
    [InlineData("a/q3-korrektur-2.csv", "a/q3-korrektur-10.csv")]
    [InlineData("a/q2.csv", "a/q3.csv")]
    [InlineData("a/q3.csv", "a/q3.xlsx")]
    [InlineData("a/z.csv", "b/a.csv")]
    public void TheFirstComesBeforeTheSecond(string first, string second)
    {
        Assert.True(NameOrder.Instance.Compare(first, second) < 0);
        Assert.True(NameOrder.Instance.Compare(second, first) > 0);
        Assert.Equal(0, NameOrder.Instance.Compare(first, first));
    }
}
