using System.Globalization;
using Produktreport.Core.Comparisons;

namespace Produktreport.Core.Tests.Comparisons;

/// <summary>Quartiles by definition 7, and how a value stands among others.</summary>
public sealed class QuartileTests
{
    // Computed by hand; the fifth and sixth as Wikipedia prints them for QUARTILE.INC, the last as R prints summary(mtcars$mpg).
    public static TheoryData<string, string> Tables => new()
    {
        { "1 2 3 4 5", "2 3 4" },
        { "6 1 5 2 4 3", "2.25 3.5 4.75" },
        { "1 2 3 4 5 6 7", "2.5 4 5.5" },
        { "1 2 3 4 5 6 7 8", "2.75 4.5 6.25" },
        { "6 7 15 36 39 40 41 42 43 47 49", "25.5 40 42.5" },
        { "7 15 36 39 40 41", "20.25 37.5 39.75" },
        { "-5 -4 -3 -2 -1", "-4 -3 -2" },
        { "7 7 7 7 7", "7 7 7" },
        { "0.1 0.2 0.3 0.4 0.5 0.6", "0.225 0.35 0.475" },
        { "999999999999999 -999999999999999 0 1 0.000000001", "0 0.000000001 1" },
        {
            "21 21 22.8 21.4 18.7 18.1 14.3 24.4 22.8 19.2 17.8 16.4 17.3 15.2 10.4 10.4 14.7 32.4 30.4 33.9 21.5 15.5 15.2 "
                + "13.3 19.2 27.3 26 30.4 15.8 19.7 15 21.4",
            "15.425 19.2 22.8"
        },
        { "1 2 3 4", "" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Quartiles_AreExact(string values, string expected)
    {
        var quartiles = Quartiles.Of(Numbers(values));
        Assert.Equal(expected.Length == 0 ? null : Numbers(expected),
            quartiles is null ? null : [quartiles.Lower, quartiles.Median, quartiles.Upper]);
    }

    // own; others; count, smallest, largest, ranks
    [Theory]
    [InlineData("3", "1 2 4 5 6", "5 1 6 3 3")]
    [InlineData("3", "3 3 4 5 6", "5 3 6 1 3")]
    [InlineData("0", "1 2", "2 1 2 1 1")]
    [InlineData("9", "1 2", "2 1 2 3 3")]
    [InlineData("", "1 2", "2 1 2 - -")]
    public void Standing_CountsRanksFromTheSmallest(string own, string others, string expected)
    {
        var standing = Standing.Of(own.Length == 0 ? null : Numbers(own)[0], Numbers(others))!;
        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture,
            $"{standing.Count} {standing.Smallest} {standing.Largest} {Rank(standing.RankFrom)} {Rank(standing.RankTo)}"));
    }

    [Fact]
    public void WithoutOthers_ThereIsNoStanding() => Assert.Null(Standing.Of(1, []));

    [Fact]
    public void Quartiles_LieInOrderWithinTheValues_WhateverTheOrderOfThese()
    {
        var random = new Random(36);
        for (var round = 0; round < 2_000; round++)
        {
            var values = Enumerable.Range(0, random.Next(5, 60)).Select(_ => Some(random)).ToArray();
            var own = random.Next(4) == 0 ? values[0] : Some(random);
            var standing = Standing.Of(own, values)!;
            var (lower, median, upper) = standing.Quartiles!;
            Assert.True(standing.Smallest <= lower && lower <= median && median <= upper && upper <= standing.Largest);
            Assert.InRange(standing.RankFrom!.Value, 1, values.Length + 1);
            Assert.InRange(standing.RankTo!.Value, standing.RankFrom.Value, values.Length + 1);
            // At least half of the values lie between the outer neighbours of the quartiles.
            Assert.True(values.Count(value => value <= median) * 2 >= values.Length);
            Assert.True(values.Count(value => value >= median) * 2 >= values.Length);
            var shuffled = values.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(standing, Standing.Of(own, shuffled));
        }
    }

    private static decimal Some(Random random) => random.Next(3) switch
    {
        0 => random.Next(-5, 5),
        1 => random.Next(-1_000_000, 1_000_000) / 100m,
        _ => random.NextInt64(-999_999_999_999, 999_999_999_999) / 1_000_000m,
    };

    private static decimal[] Numbers(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => decimal.Parse(number, CultureInfo.InvariantCulture)),
    ];

    private static string Rank(int? rank) => rank?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
