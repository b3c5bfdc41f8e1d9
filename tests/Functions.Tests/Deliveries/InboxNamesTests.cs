using Produktreport.Functions.Deliveries;

namespace Produktreport.Functions.Tests.Deliveries;

/// <summary>Only deliveries are deliveries.</summary>
public sealed class InboxNamesTests
{
    [Theory]
    [InlineData("2026-q3.csv.filepart")]
    [InlineData("q3.csv.part")]
    [InlineData("q3.xlsx.crdownload")]
    [InlineData("q3.tmp")]
    [InlineData("~WRD0001.tmp")]
    [InlineData("q3.csv.bak")]
    [InlineData("q3.BAK")]
    [InlineData("1.csv~")]
    [InlineData("~$q3.xlsx")]
    [InlineData(".~lock.q3.csv#")]
    [InlineData("._q3.csv")]
    [InlineData(".DS_Store")]
    [InlineData("desktop.ini")]
    [InlineData("Desktop.ini")]
    [InlineData("Thumbs.db")]
    [InlineData("q3 - Verknüpfung.lnk")]
    public void WhatNobodyMeansToSend_IsPassedOver(string name) => Assert.True(InboxNames.IsPassedOver(name));

    [Theory]
    [InlineData("q3.csv")]
    [InlineData("Q3.XLSX")]
    [InlineData("q3.txt")]
    [InlineData("q3.tsv")]
    [InlineData("bak.csv")]
    [InlineData("~q3.csv")]
    public void WhatHasAnEndingOfTheFour_IsTaken(string name)
    {
        Assert.False(InboxNames.IsPassedOver(name));
        Assert.True(InboxNames.IsTaken(name));
    }

    [Theory]
    [InlineData("q3.ods")]
    [InlineData("q3.pdf")]
    [InlineData("q3")]
    [InlineData("q3.csv.zip")]
    public void AnythingElse_IsAnswered_ButNotTaken(string name)
    {
        Assert.False(InboxNames.IsPassedOver(name));
        Assert.False(InboxNames.IsTaken(name));
    }
}
