using System.Globalization;
using Produktreport.Core.German;
using Produktreport.Core.Periods;

namespace Produktreport.Core.Tests.Ground;

/// <summary>Numbers, dates, times and words as German readers write them.</summary>
public sealed class GermanTests
{
    [Theory]
    [InlineData("0", 0, "0")]
    [InlineData("-0.4", 0, "0")]
    [InlineData("0.5", 0, "1")]
    [InlineData("-0.5", 0, "−1")]
    [InlineData("2.5", 0, "3")]
    [InlineData("1234.5", 2, "1.234,50")]
    [InlineData("-1234567.895", 2, "−1.234.567,90")]
    [InlineData("999.999", 2, "1.000,00")]
    public void Number_IsRoundedHalfAwayFromZero(string value, int decimals, string text) =>
        Assert.Equal(text, GermanFormat.Number(Decimal(value), decimals));

    [Theory]
    [InlineData("3.21", 1, "+3,2")]
    [InlineData("-3.21", 1, "−3,2")]
    [InlineData("0.04", 1, "±0,0")]
    [InlineData("-0.04", 1, "±0,0")]
    public void SignedNumber_AlwaysShowsItsSign(string value, int decimals, string text) =>
        Assert.Equal(text, GermanFormat.Signed(Decimal(value), decimals));

    [Theory]
    [InlineData("1234.500", "1.234,5")]
    [InlineData("1000", "1.000")]
    [InlineData("0.00000000001", "0")]
    [InlineData("0.12345678905", "0,1234567891")]
    [InlineData("-7.10", "−7,1")]
    public void ExactNumber_HasThePlacesItNeeds(string value, string text) =>
        Assert.Equal(text, GermanFormat.Exact(Decimal(value)));

    [Theory]
    [InlineData("2026-07", "Juli 2026")]
    [InlineData("2026-Q3", "3. Quartal 2026")]
    [InlineData("2026-H2", "2. Halbjahr 2026")]
    [InlineData("2026", "Jahr 2026")]
    public void Period_HasAName(string period, string name) => Assert.Equal(name, GermanFormat.Name(PeriodText.Parse(period)));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a b", "a und b")]
    [InlineData("a b c", "a, b und c")]
    public void Words_AreJoinedAsInASentence(string words, string text) =>
        Assert.Equal(text, GermanFormat.Enumerate(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Date_IsDayMonthYear() => Assert.Equal("02.01.2026", GermanFormat.Date(new DateOnly(2026, 1, 2)));

    [Fact]
    public void Units_StayWithTheirNumbers() =>
        Assert.Equal("5\u00A0€ und 3\u00A0% von 2 h", GermanFormat.KeepUnits("5 € und 3 % von 2 h"));

    // Around both changes of the clock in 2026, and around midnight: the instant, its day in Berlin, the same instant with
    // offset.
    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29", "2026-03-29T01:59:59+01:00", "29.03.2026, 01:59 Uhr")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29", "2026-03-29T03:00:00+02:00", "29.03.2026, 03:00 Uhr")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25", "2026-10-25T02:30:00+02:00", "25.10.2026, 02:30 Uhr")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25", "2026-10-25T02:30:00+01:00", "25.10.2026, 02:30 Uhr")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01", "2026-07-01T00:00:00+02:00", "01.07.2026, 00:00 Uhr")]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31", "2026-12-31T23:59:59+01:00", "31.12.2026, 23:59 Uhr")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01", "2027-01-01T00:00:00+01:00", "01.01.2027, 00:00 Uhr")]
    public void Instant_IsShownInBerlinTime(string instant, string day, string iso, string text)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        Assert.Equal((day, iso, text), (BerlinTime.Day(at).ToString("O"), BerlinTime.Iso(at), BerlinTime.Text(at)));
        Assert.Equal(BerlinTime.Iso(at), BerlinTime.Iso(BerlinTime.Parse(iso)));
    }

    // The last two: an hour that does not exist, and one that comes twice.
    [Theory]
    [InlineData("2026-01-15T12:00:00", "2026-01-15T12:00:00+01:00")]
    [InlineData("2026-07-15T12:00:00", "2026-07-15T12:00:00+02:00")]
    [InlineData("2026-03-29T02:30:00", "2026-03-29T03:30:00+02:00")]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T02:30:00+02:00")]
    public void BerlinTime_IsOneInstant(string local, string iso) =>
        Assert.Equal(iso, BerlinTime.Iso(BerlinTime.At(DateTime.Parse(local, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("produkt", "produkt", 0)]
    [InlineData("produkt", "produk", 1)]
    [InlineData("produkt", "prodakt", 1)]
    [InlineData("produkt", "prdoukt", 1)]
    [InlineData("abc", "xyz", 3)]
    public void Distance_IsInSlips(string one, string other, int slips) => Assert.Equal(
        (slips, slips), (EditDistance.Between(one, other), EditDistance.Between(other, one)));

    private static decimal Decimal(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
