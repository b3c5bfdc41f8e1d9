using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Tests.RenderReport;
using Produktreport.Functions.Work;
using static Produktreport.Functions.Tests.RenderReport.RenderedCounty;

namespace Produktreport.Functions.Tests.Deliveries;

/// <summary>A delivery that counted and cannot be read after a restart is not withdrawn, unless a person decides so.</summary>
public sealed class MissingDeliveryTests : IAsyncLifetime
{
    private const string Upload = "amt-eins/a.csv";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");
    private RenderedCounty county;

    public MissingDeliveryTests() => county = Start();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await county.Publish();
        await county.Deliver("a.csv", "100");
        await county.Render(Product);
        await county.Render(Combined);
    }

    [Fact]
    public async Task WhereItIsRepeated_AndCanBeReadAgain_AllIsAsBefore()
    {
        await Restart(isClosed: true);
        Assert.Empty(await county.Assemble());
        Assert.IsType<ReportOutcome.Failed>(await county.Render(Product));
        Assert.IsType<ReportOutcome.Failed>(await county.Render(Combined));
        Assert.Equal(100, await county.Count());

        var fault = Assert.Single(await county.GivenUp.List(Cancellation));
        Assert.StartsWith($"Datei {Upload} – war angenommen", GivenUpWork.Describe(fault), StringComparison.Ordinal);
        Assert.True(await county.GivenUp.Repeat(fault.Id, _ => Task.CompletedTask));
        Assert.Single(await county.GivenUp.List(Cancellation));
        county.Files.Closed = null;
        Assert.True(await county.GivenUp.Repeat(fault.Id, _ => Task.CompletedTask));
        Assert.Empty(await county.GivenUp.List(Cancellation));
        Assert.IsType<ReportOutcome.Unchanged>(await county.Render(Product));
    }

    [Fact]
    public async Task WhereItIsDismissed_ItsValuesAreWithdrawn_AndStaySoAfterAnotherRestart()
    {
        await Restart(isClosed: true);
        var fault = Assert.Single(await county.GivenUp.List(Cancellation));
        Assert.True(await county.GivenUp.Dismiss(fault.Id, _ => Task.CompletedTask));
        Assert.Empty(await county.GivenUp.List(Cancellation));
        Assert.Equal([Product, Combined], await county.Assemble());

        await Restart(isClosed: true);
        Assert.Empty(await county.GivenUp.List(Cancellation));
        await county.Render(Product);
        Assert.Null(await county.Count());
    }

    [Fact]
    public async Task WhereItIsDeleted_ItsValuesAreWithdrawn()
    {
        await Restart(isClosed: true);
        await county.Files.Delete(Area.Inbox, FilePath.Of(Upload), Cancellation);
        await county.JudgeOutdated(_ => { });
        await county.Render(Product);
        Assert.Null(await county.Count());
        Assert.Empty(await county.GivenUp.List(Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhereAllAreGoneAtOnce_NobodyTookThemBack_UnlessAPersonSaysSo(bool isRestarted)
    {
        await county.Deliver("b.csv", "110");
        await county.Render(Product);
        await county.Render(Combined);
        var inbox = Path.Combine(folder.FullName, "eingang");
        Directory.Move(inbox, inbox + "-weg");
        if (isRestarted)
            await Restart(isClosed: false);
        else
            await county.JudgeOutdated(_ => { });
        Assert.Empty(await county.Assemble());
        Assert.IsType<ReportOutcome.Failed>(await county.Render(Product));
        Assert.Equal(110, await county.Count());
        var faults = await county.GivenUp.List(Cancellation);
        Assert.Equal(2, faults.Count);
        Assert.True(await county.GivenUp.Repeat(faults[0].Id, _ => Task.CompletedTask));
        Assert.Equal(2, (await county.GivenUp.List(Cancellation)).Count);

        // What comes while the others are away counts, and they stay missing.
        await county.Deliver("c.csv", "120");
        Assert.Equal(2, (await county.GivenUp.List(Cancellation)).Count);
        foreach (var file in Directory.EnumerateFiles(inbox + "-weg", "*", SearchOption.AllDirectories))
            File.Move(file, Path.Combine(inbox, Path.GetRelativePath(inbox + "-weg", file)));
        await county.JudgeOutdated(_ => { });
        Assert.Empty(await county.GivenUp.List(Cancellation));
        await county.Render(Product);
        Assert.Equal(120, await county.Count());

        Directory.Delete(inbox, recursive: true);
        await county.JudgeOutdated(_ => { });
        faults = await county.GivenUp.List(Cancellation);
        Assert.Equal(3, faults.Count);
        foreach (var fault in faults)
            Assert.True(await county.GivenUp.Dismiss(fault.Id, _ => Task.CompletedTask));
        await county.JudgeOutdated(_ => { });
        Assert.Empty(await county.GivenUp.List(Cancellation));
        await county.Render(Product);
        Assert.Null(await county.Count());
    }

    [Fact]
    public async Task WhatWasRejected_OrNeverRead_HoldsNothingUp()
    {
        await county.Write(Area.Inbox, "amt-eins/falsch.csv", "Produkt;Wert\n");
        await county.Ingest("amt-eins/falsch.csv");
        await Restart(isClosed: false);
        await county.Write(Area.Inbox, "amt-eins/neu.csv", Hosting.SmallCounty.Delivery(("2026-Q1", "120")));
        foreach (var upload in (string[])["amt-eins/falsch.csv", "amt-eins/neu.csv"])
        {
            county.Files.Closed = FilePath.Of(upload);
            await county.Ingest(upload);
            Assert.DoesNotContain("PR-1036", await county.Receipt(upload), StringComparison.Ordinal);
        }

        Assert.Empty(await county.GivenUp.List(Cancellation));
    }

    [Fact]
    public async Task WithoutItsReceipt_ItsArrivalTells()
    {
        await county.Files.Delete(Area.Receipts, FilePath.Of($"{Upload}.json"), Cancellation);
        await Restart(isClosed: true);
        Assert.Single(await county.GivenUp.List(Cancellation));
    }

    [Fact]
    public async Task WhileItsValuesAreKnown_ReportsAreMadeAllTheSame()
    {
        county.Files.Closed = FilePath.Of(Upload);
        await county.Ingest(Upload);
        Assert.Contains("PR-1036", await county.Receipt(Upload), StringComparison.Ordinal);
        Assert.Empty(await county.GivenUp.List(Cancellation));
        await county.Deliver("b.csv", "110");
        Assert.IsType<ReportOutcome.Written>(await county.Render(Product));
    }

    public async ValueTask DisposeAsync()
    {
        await county.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private RenderedCounty Start() =>
        new(new FolderFileStore(folder.FullName), new MemoryFigureStore(), new MemoryDeliveryLog());

    private async Task Restart(bool isClosed)
    {
        await county.DisposeAsync();
        county = Start();
        county.Files.Closed = isClosed ? FilePath.Of(Upload) : null;
        await county.Republish();
        await county.JudgeOutdated(_ => { });
    }
}
