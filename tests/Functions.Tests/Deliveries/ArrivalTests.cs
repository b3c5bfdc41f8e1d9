using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Deliveries;

/// <summary>What was put in last counts, whatever times the files bear.</summary>
public sealed class ArrivalTests : IAsyncDisposable
{
    private static readonly DateTime Morning = new(2026, 4, 21, 10, 0, 0, DateTimeKind.Utc);

    private readonly SmallCounty county = new();

    [Fact]
    public async Task ACorrectionCopiedInWithAnOlderTime_Counts()
    {
        county.DeliverAt("a.csv", Morning, ("2026-Q1", "100"));
        await county.Work();
        county.DeliverAt("b-korrektur.csv", Morning.AddDays(-1), ("2026-Q1", "110"));
        await county.Work();
        Assert.Equal(110, county.Count("2026-Q1"));
    }

    [Fact]
    public async Task ACorrectionOfTheSameSecond_Counts_AlsoWhereBothAreSeenAtOnce()
    {
        county.DeliverAt("q1.csv", Morning, ("2026-Q1", "100"));
        county.DeliverAt("q1-korrektur.csv", Morning, ("2026-Q1", "110"));
        await county.Work();
        Assert.Equal(110, county.Count("2026-Q1"));
    }

    [Fact]
    public async Task ATimeInTheFuture_IsNotBelieved_AndBlocksNoCorrection()
    {
        county.DeliverAt("a.csv", DateTime.UtcNow.AddYears(2), ("2026-Q1", "100"));
        await county.Work();
        Assert.Contains("PR-1030", county.Receipt("a.csv"), StringComparison.Ordinal);
        county.DeliverAt("b.csv", Morning, ("2026-Q1", "110"));
        await county.Work();
        Assert.Equal(110, county.Count("2026-Q1"));
        Assert.DoesNotContain("PR-1030", county.Receipt("b.csv"), StringComparison.Ordinal);
        county.Restart();
        await county.Work();
        Assert.Equal(110, county.Count("2026-Q1"));
        Assert.Contains("PR-1030", county.Receipt("a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatDoesNotCount_SaysSoAndByWhich_AsLongAsThatIsSo()
    {
        county.DeliverAt("a.csv", Morning, ("2026-Q1", "100"), ("2026-Q2", "100"));
        county.DeliverAt("b.csv", Morning.AddDays(-1), ("2026-Q1", "110"));
        await county.Work();
        Assert.Equal(100, county.Count("2026-Q1"));
        Assert.Contains("Kein Wert dieser Datei gilt: „amt-eins/a.csv“ ist später eingegangen", county.Receipt("b.csv"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("PR-1031", county.Receipt("a.csv"), StringComparison.Ordinal);
        var receipt = county.Receipt("b.csv");
        county.Restart();
        await county.Work();
        Assert.Equal(receipt, county.Receipt("b.csv"));
        county.Delete("eingang/amt-eins/a.csv");
        await county.Work();
        Assert.DoesNotContain("PR-1031", county.Receipt("b.csv"), StringComparison.Ordinal);
        Assert.Equal(110, county.Count("2026-Q1"));
    }

    [Fact]
    public async Task ADeliveryThatIsCorrectedInPart_CountsForTheRest_AndSaysNothing()
    {
        county.Deliver("a.csv", ("2026-Q1", "100"), ("2026-Q2", "100"));
        await county.Work();
        county.Deliver("b.csv", ("2026-Q1", "110"));
        await county.Work();
        Assert.DoesNotContain("PR-1031", county.Receipt("a.csv"), StringComparison.Ordinal);
        county.Deliver("c.csv", ("2026-Q2", "120"));
        await county.Work();
        Assert.Contains("„amt-eins/c.csv“ und „amt-eins/b.csv“ sind später eingegangen", county.Receipt("a.csv"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheArrivalOfAContent_StaysWhatItWas_WhateverTimeItsFileIsGiven()
    {
        county.Deliver("a.csv", ("2026-Q1", "100"));
        await county.Work();
        county.Deliver("b.csv", ("2026-Q1", "110"));
        await county.Work();
        var receipt = county.Receipt("a.csv").Replace("PR-1031", "", StringComparison.Ordinal);
        county.Touch("eingang/amt-eins/a.csv", Morning.AddDays(3));
        county.Touch("eingang/amt-eins/b.csv", Morning.AddDays(-3));
        county.Restart();
        await county.Work();
        Assert.Equal(110, county.Count("2026-Q1"));
        Assert.Equal(receipt, county.Receipt("a.csv").Replace("PR-1031", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFormerContentPutBack_ArrivesAnew()
    {
        county.Deliver("a.csv", ("2026-Q1", "100"));
        await county.Work();
        county.Deliver("a.csv", ("2026-Q1", "101"));
        await county.Work();
        county.Deliver("b.csv", ("2026-Q1", "110"));
        await county.Work();
        county.DeliverAt("a.csv", Morning.AddDays(-3), ("2026-Q1", "100"));
        await county.Work();
        Assert.Equal(100, county.Count("2026-Q1"));
    }

    [Fact]
    public async Task WithoutNotes_TheTimesOfTheFilesDecide_AlwaysTheSame()
    {
        string[] names = ["a.csv", "b.csv", "c.csv", "c-korrektur.csv", "c-korrektur-2.csv"];
        county.DeliverAt(names[0], Morning, ("2026-Q1", "100"));
        county.DeliverAt(names[1], Morning.AddDays(-1), ("2026-Q1", "110"));
        foreach (var name in names.Skip(2).Reverse())
            county.DeliverAt(name, Morning.AddDays(-2),
                ("2026-Q2", name.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await county.Work();
        var receipts = names.Select(county.Receipt).ToList();
        Directory.Delete(county.PathOf("protokoll"), recursive: true);
        county.Restart();
        await county.Work();
        Assert.Equal(receipts, names.Select(county.Receipt));
        Assert.Equal(100, county.Count("2026-Q1"));
        Assert.Equal("c-korrektur-2.csv".Length, county.Count("2026-Q2"));
    }

    public ValueTask DisposeAsync() => county.DisposeAsync();
}
