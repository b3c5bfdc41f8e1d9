using Produktreport.Core.Deliveries.Numbers;
using Produktreport.Core.Tables.Rows;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>What a notation can mean with a decimal comma and with a decimal point, before a file's other cells decide.</summary>
public sealed class NumberReadingTests
{
    // The notation; its value with a decimal comma and with a decimal point, blank where it has none.
    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("-7", "-7", "-7")]
    [InlineData("1234", "1234", "1234")]
    [InlineData("12,5", "12.5", "")]
    [InlineData("12.5", "", "12.5")]
    [InlineData("15.000", "15000", "15.000")]
    [InlineData("15,000", "15.000", "15000")]
    [InlineData("0.500", "", "0.500")]
    [InlineData("1500.000", "", "1500.000")]
    [InlineData("1.234,56", "1234.56", "")]
    [InlineData("1,234.56", "", "1234.56")]
    [InlineData("1.234.567", "1234567", "")]
    [InlineData("1,234,567", "", "1234567")]
    [InlineData("1'234.50", "", "1234.50")]
    [InlineData("9.347.099,63-", "-9347099.63", "")]
    [InlineData("(1.234)", "-1234", "-1.234")]
    [InlineData(",5", "0.5", "")]
    [InlineData(".5", "", "0.5")]
    public void ANotation_HasOneOrTwoReadings(string text, string comma, string point)
    {
        Assert.True(NumberText.TryRead(text, out var reading, out _));
        Assert.Equal((comma, point), (Shown(reading.ValueWith(',')), Shown(reading.ValueWith('.'))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("k.A.")]
    [InlineData("1.23.456")]
    [InlineData("1,2,3")]
    [InlineData("--5")]
    [InlineData("(5")]
    [InlineData("5 (geschätzt)")]
    [InlineData("01.07.2026")]
    public void WhatIsNoNumber_HasNone(string text) => Assert.False(NumberText.TryRead(text, out _, out _));

    [Theory]
    [InlineData("12 T€", "T€", 2)]
    [InlineData("€ 12", "€", 1)]
    [InlineData("12 EUR", "EUR", 1)]
    [InlineData("5 %", "%", 3)]
    [InlineData("5 Stück", "Stück", 4)]
    [InlineData("5", "", 0)]
    public void AUnitBesideTheDigits_IsToldApart(string text, string unit, int kind)
    {
        Assert.True(NumberText.TryRead(text, out var reading, out var found));
        Assert.Equal((unit, (CellUnit)kind), (found.ToString(), reading.Unit));
    }

    private static string Shown(decimal? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
