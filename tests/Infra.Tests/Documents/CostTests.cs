using System.Globalization;

namespace Produktreport.Infra.Tests.Documents;

public sealed class CostTests
{
    private static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    [Fact]
    public void TheCostsInTheOperationsManual_AreComputedRight()
    {
        var rows = File.ReadLines(Repository.At("docs", "betrieb.md"))
            .SkipWhile(line => !line.StartsWith("| Posten", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.True(rows.Count > 10);
        var sum = 0m;
        foreach (var row in rows.SkipLast(1))
        {
            var cost = Math.Round(row[2].Split('×').Select(Number).Aggregate(1m, (product, factor) => product * factor), 2,
                MidpointRounding.AwayFromZero);
            Assert.True(cost == Number(row[3]), $"{row[1]}: {cost}");
            sum += cost;
        }

        Assert.Equal(sum, Number(rows[^1][3].Trim('*')));
    }

    private static decimal Number(string text) => decimal.Parse(text.Trim(), NumberStyles.Number, German);
}
