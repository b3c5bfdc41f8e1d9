using Produktreport.Core.Reports;
using Produktreport.Core.Reports.Contents;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Web.Deliveries;
using Produktreport.Functions.Web.Identity;
using static Produktreport.Functions.Tests.RenderReport.RenderedCounty;

namespace Produktreport.Functions.Tests.RenderReport;

/// <summary>What rendering guarantees over every storage; subclasses say which.</summary>
public abstract class RenderReportContract : IAsyncLifetime
{
    private protected abstract RenderedCounty County { get; }

    public async ValueTask InitializeAsync()
    {
        await County.Publish();
        // Within a second, deliveries rank by their names.
        await County.Deliver("a.csv", "100");
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await County.DisposeAsync();
    }

    [Theory]
    [InlineData("2026-Q1/1111.pdf", true)]
    [InlineData("2026-Q1/1111.json", true)]
    [InlineData("2026-Q1/1111.v1.pdf", true)]
    [InlineData("2026-Q1/1111.pdf", false)]
    [InlineData("2026-Q1/1111.json", false)]
    public async Task OfTwoRendersAtOnce_TheNewerFiguresStay_AndPdfAndDataAreOfOneReport(string interruptedAt, bool hasFormer)
    {
        if (hasFormer)
        {
            await County.Render(Product);
            await County.Deliver("b.csv", "105");
        }

        County.Files.Before(interruptedAt, async () =>
        {
            await County.Deliver("c.csv", "110");
            Assert.IsType<ReportOutcome.Written>(await County.Render(Product));
        });
        await County.Render(Product);
        Assert.Equal(110, await County.Count());
        Assert.True(await County.IsPair());
        Assert.Equal(hasFormer, hasFormer && await County.IsPair("1111.v1"));
        Assert.IsType<ReportOutcome.Unchanged>(await County.Render(Product));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ADeliveryTakenBack_CountsNoMore_AndIsKept_AlsoWhereTheProgramDiesOverIt(bool dies)
    {
        const string Upload = "amt-eins/b.csv";
        await County.Deliver("b.csv", "120");
        await County.Render(Product);
        await County.Release("erika", 1);
        var released = await County.Read("2026-Q1/1111.v1.pdf");
        if (dies)
        {
            County.Files.Before($"{Upload}.html", () => throw new IOException("The process is gone."));
            await Assert.ThrowsAsync<IOException>(() => County.TakeBack("max", Upload, "doppelt gemeldet"));
            await County.JudgeOutdated(_ => { });
        }
        else
        {
            Assert.IsType<DeliveryWithdrawalOutcome.Done>(await County.TakeBack("max", Upload, "doppelt gemeldet"));
        }

        await County.Render(Product);
        Assert.Equal((100, ReportState.Draft), (await County.Count(), (await County.Report()).State));
        Assert.NotNull(released);
        Assert.Equal(released, await County.Read("2026-Q1/1111.v1.pdf"));
        Assert.NotNull(await County.Files.ReadAll(Area.Inbox, FilePath.Of(Upload), TestContext.Current.CancellationToken));
        var receipt = (await County.Receipt(Upload))!;
        Assert.Contains("\"status\": \"zurückgezogen\"", receipt, StringComparison.Ordinal);
        Assert.Contains("von max zurückgezogen. Grund: „doppelt gemeldet“.", receipt, StringComparison.Ordinal);
        Assert.Contains($"max zurueckgezogen {Upload} doppelt gemeldet", await County.Logged());
        // Nothing is left to do, and doing it again changes nothing.
        Assert.Equal(0, await County.JudgeOutdated(_ => { }));
        Assert.IsType<DeliveryWithdrawalOutcome.Done>(await County.TakeBack("erika", Upload, "noch einmal"));
        Assert.Equal(receipt, await County.Receipt(Upload));
    }

    [Fact]
    public async Task OnlyWhatCounts_IsTakenBack_AndOnlyWithAReason()
    {
        await County.Write(Area.Inbox, "amt-eins/falsch.csv", "Produkt;Wert\n");
        await County.Ingest("amt-eins/falsch.csv");
        Assert.IsType<DeliveryWithdrawalOutcome.DoesNotCount>(await County.TakeBack("max", "amt-eins/falsch.csv", "falsch"));
        Assert.IsType<DeliveryWithdrawalOutcome.NoDelivery>(await County.TakeBack("max", "amt-eins/keine.csv", "falsch"));
        Assert.IsType<DeliveryWithdrawalOutcome.NoReason>(await County.TakeBack("max", "amt-eins/a.csv", "  "));
        Assert.IsType<DeliveryWithdrawalOutcome.NoReason>(await County.TakeBack("max", "amt-eins/a.csv", new string('x', 301)));
        Assert.Empty(await County.Logged());
    }

    [Fact]
    public async Task AReleaseWhoseReportCannotBeMade_IsInTheAuditLog_AndIsMadeByTheNextRun()
    {
        await County.Render(Product);
        County.Files.Before("2026-Q1/1111.pdf", () => throw new IOException("Die Platte ist voll."));
        Assert.IsType<ReleaseOutcome.NotRendered>(await County.Release("erika", 1));
        Assert.Equal(["erika freigabe 2026-Q1/1111 Version 1"], await County.Logged());
        Assert.Equal(ReportState.Draft, (await County.Report()).State);

        await County.Render(Product);
        Assert.Equal(ReportState.Released, (await County.Report()).State);
        Assert.True(await County.IsPair());
    }

    [Fact]
    public async Task ARunThatDiesAtAnyWriteOfARelease_LeavesNothingThatTheNextOneDoesNotMake()
    {
        SortedDictionary<string, string>? clean = null;
        var deaths = 0;
        for (var hasDied = true; hasDied; deaths++)
        {
            await County.Forget();
            await Make([Product, Combined]);
            Assert.Null(await County.Record("erika", 1));
            // The first time it lives.
            County.Files.FailAfter(clean is null ? null : deaths - 1);
            await Record.ExceptionAsync(() => County.Render(Product));
            hasDied = clean is null || County.Files.HasFailed;
            County.Files.FailAfter(null);
            await Make(await County.Assemble());
            Assert.Empty(await County.Assemble());
            clean ??= await County.Reports();
            Assert.Equal(clean, await County.Reports());
        }

        Assert.Contains("2026-Q1/1111.v1.oeffentlich.pdf", clean!.Keys);
        Assert.InRange(deaths, 6, 20);
    }

    [Fact]
    public async Task ARunThatDiesAtAnyWriteOfAWithdrawal_LeavesReadersTheFormerVersion_AndNothingTheNextOneDoesNotMake()
    {
        SortedDictionary<string, string>? clean = null;
        var deaths = 0;
        for (var hasDied = true; hasDied; deaths++)
        {
            await County.Forget();
            await Make([Product, Combined]);
            Assert.IsType<ReleaseOutcome.Released>(await County.Release("erika", 1));
            await County.Deliver($"korrektur-{deaths}.csv", $"{200 + deaths}");
            await Make([Product, Combined]);
            Assert.IsType<ReleaseOutcome.Released>(await County.Release("erika", 2));
            await Make(await County.Assemble());
            var former = await County.Reports();
            // The first time it lives.
            County.Files.FailAfter(clean is null ? null : deaths - 1);
            await Record.ExceptionAsync(() => County.RecordWithdrawal("max", 2));
            await Record.ExceptionAsync(() => County.Render(Product));
            hasDied = clean is null || County.Files.HasFailed;
            County.Files.FailAfter(null);

            var isRecorded = await County.SeenBy(Role.Reader) is { Summary.Version: 1 };
            foreach (var role in (Role[])[Role.Anonymous, Role.Reader, Role.Department])
            {
                var seen = await County.SeenBy(role);
                Assert.Equal((isRecorded ? 1 : 2, false), (seen!.Summary.Version, seen.IsDraft));
            }

            Assert.Equal(isRecorded, (await County.SeenBy(Role.Controlling))!.IsDraft);
            if (!isRecorded)
                Assert.IsType<WithdrawalOutcome.Withdrawn>(await County.RecordWithdrawal("max", 2));
            await Make(await County.Assemble());
            Assert.Empty(await County.Assemble());
            var after = await County.Reports();
            // Whatever was kept under its number is as it was.
            Assert.All(former.Where(file => file.Key.Contains(".v", StringComparison.Ordinal)),
                file => Assert.Equal(file.Value, after[file.Key]));
            Assert.Equal((2, ReportState.Draft), ((await County.Report()).Version, (await County.Report()).State));
            Assert.Equal(1, (await County.Report()).Changes!.FormerVersion);
            clean ??= after;
            Assert.Equal(clean.Keys, after.Keys);
        }

        Assert.InRange(deaths, 3, 20);
    }

    [Fact]
    public async Task AWithdrawnVersion_CanBeReleasedAgain_AndIsWithdrawnOnlyOnce()
    {
        await Make([Product, Combined]);
        await County.Release("erika", 1);
        Assert.IsType<WithdrawalOutcome.NotInForce>(await County.Withdraw("max", 7));
        Assert.Null(Assert.IsType<WithdrawalOutcome.Withdrawn>(await County.Withdraw("max", 1)).Former);
        Assert.IsType<WithdrawalOutcome.NotInForce>(await County.Withdraw("max", 1));
        Assert.Null(await County.SeenBy(Role.Reader));
        Assert.Equal(ReportState.Draft, (await County.Report()).State);

        Assert.IsType<ReleaseOutcome.Released>(await County.Release("erika", 1));
        Assert.Equal(1, (await County.SeenBy(Role.Anonymous))!.Summary.Version);
        await Make(await County.Assemble());
        Assert.Empty(await County.Assemble());
        Assert.Equal(
            [
                "erika freigabe 2026-Q1/1111 Version 1",
                "max freigabe-zurueckgenommen 2026-Q1/1111 Version 1, Grund: falsche Zahl",
                "erika freigabe 2026-Q1/1111 Version 1",
            ], await County.Logged());
    }

    [Fact]
    public async Task WhereTwoAreNeeded_OneProposes_AndOnlyAnotherReleases()
    {
        await County.Write(
            Area.Catalogue, "2026/rahmen.yaml", Hosting.SmallCounty.Frame + "berichte: {vierAugen: true}\n");
        await County.Republish();
        await Make([Product, Combined]);
        Assert.IsType<ReleaseOutcome.Proposed>(await County.Release("erika", 1));
        Assert.Null(await County.SeenBy(Role.Reader));
        foreach (var name in (string[])["erika", "ERIKA"])
            Assert.IsType<ReleaseOutcome.SamePerson>(await County.Release(name, 1));
        Assert.Equal(ReportState.Draft, (await County.Report()).State);

        await County.Deliver("b.csv", "105");
        await Make([Product, Combined]);
        Assert.IsType<ReleaseOutcome.AnotherVersion>(await County.Release("max", 1));
        Assert.IsType<ReleaseOutcome.Proposed>(await County.Release("max", 2));
        var release = Assert.IsType<ReleaseOutcome.Released>(await County.Release("erika", 2)).Release;
        Assert.Equal(("max", "erika"), (release.ProposedBy, release.By));
        Assert.Equal(2, (await County.SeenBy(Role.Reader))!.Summary.Version);
        Assert.Equal(
            [
                "erika freigabe 2026-Q1/1111 Version 2",
                "max freigabe-vorgeschlagen 2026-Q1/1111 Version 2",
                "erika freigabe-vorgeschlagen 2026-Q1/1111 Version 1",
            ], await County.Logged());
    }

    [Fact]
    public async Task AProductInTheReleasedCombinedReport_IsWithdrawnAfterIt()
    {
        await Make([Product, Combined]);
        await County.Release("erika", 1);
        await Make([Product, Combined]);
        Assert.IsType<ReleaseOutcome.Released>(await County.ReleaseCombined("erika", 1));
        Assert.Equal(new WithdrawalOutcome.IsPart(1), await County.Withdraw("max", 1));
        Assert.IsType<WithdrawalOutcome.Withdrawn>(await County.WithdrawCombined("max", 1));
        Assert.IsType<WithdrawalOutcome.Withdrawn>(await County.Withdraw("max", 1));
        await Make(await County.Assemble());
        Assert.Equal([Product.Product!.Value.Text],
            Assert.IsType<ReleaseOutcome.PartsAreDrafts>(await County.ReleaseCombined("erika", 1)).Products);
    }

    [Fact]
    public async Task AVersionThatIsReleasedWhileTheNextOneIsWritten_IsKeptAsReleased_ByTheNextRun()
    {
        await Make([Product, Combined]);
        await County.Deliver("b.csv", "105");
        County.Files.Before("2026-Q1/1111.v1.pdf", () => County.Record("erika", 1));
        await Make([Product, Combined]);
        Assert.Equal(2, (await County.Report()).Version);
        Assert.Null(await County.Read("2026-Q1/1111.v1.oeffentlich.pdf"));

        await Make(await County.Assemble());
        var kept = ReportJson.ReadProduct((await County.Read("2026-Q1/1111.v1.json"))!);
        Assert.Equal(ReportState.Released, kept.State);
        Assert.NotNull(await County.Read("2026-Q1/1111.v1.oeffentlich.pdf"));
        Assert.Empty(await County.Assemble());
    }

    [Fact]
    public async Task UploadsAfterANewCatalogue_AreJudgedOnceEach_AndWhereThatBrokeOffFromThereOn()
    {
        await County.Deliver("b.csv", "110");
        await County.Deliver("c.csv", "120");
        var left = new List<int>();
        // The first two, of which no value counts any more, say so from now on.
        Assert.Equal(2, await County.JudgeOutdated(_ => { }));
        Assert.Equal(0, await County.JudgeOutdated(left.Add));

        await County.Write(Area.Catalogue, "2026/rahmen.yaml",
            Hosting.SmallCounty.Frame.Replace("wert: 1000", "wert: 1001", StringComparison.Ordinal));
        await County.Republish();
        await Assert.ThrowsAsync<TimeoutException>(() => County.JudgeOutdated(count =>
        {
            left.Add(count);
            if (count == 2)
                throw new TimeoutException();
        }));
        Assert.Equal(2, await County.JudgeOutdated(left.Add));
        Assert.Equal([3, 2, 2, 1], left);
    }

    [Fact]
    public async Task APdfThatIsNotOfItsData_IsFoundAndMadeAgain()
    {
        await County.Render(Product);
        await County.Render(Combined);
        Assert.Empty(await County.Assemble());
        var pdf = await County.Read("2026-Q1/1111.pdf");
        await County.Write(Area.Reports, "2026-Q1/1111.pdf", "%PDF- von anderen Zahlen");
        Assert.Equal([Product, Combined], await County.Assemble());
        Assert.IsType<ReportOutcome.Written>(await County.Render(Product));
        Assert.Equal(pdf, await County.Read("2026-Q1/1111.pdf"));
        Assert.Empty(await County.Assemble());
    }

    [Fact]
    public async Task DataThatCannotBeRead_AreMadeAgain_AfterTheLastVersionKept()
    {
        await County.Render(Product);
        await County.Deliver("c.csv", "110");
        await County.Render(Product);
        var data = await County.Read("2026-Q1/1111.json");
        await County.Write(Area.Reports, "2026-Q1/1111.json", "{");
        Assert.Equal([Product, Combined], await County.Assemble());
        Assert.Equal(new ReportOutcome.Written(Product, 2), await County.Render(Product));
        Assert.Equal(data, await County.Read("2026-Q1/1111.json"));
    }

    [Fact]
    public async Task ADamagedReleaseRecord_IsAnError_OfThatReportAlone()
    {
        await County.Render(Product);
        await County.Render(Combined);
        await County.Write(Area.Reports, "2026-Q1/1111.freigabe.json", "{");
        Assert.Equal([Product, Combined], await County.Assemble());
        Assert.IsType<ReportOutcome.Failed>(await County.Render(Product));
        Assert.Equal("{"u8.ToArray(), await County.Read("2026-Q1/1111.freigabe.json"));
    }

    [Fact]
    public async Task TheCombinedReport_WaitsForItsParts()
    {
        Assert.Equal([Product.Product!.Value], Assert.IsType<ReportOutcome.Waiting>(await County.Render(Combined)).Parts);
        Assert.Null(await County.Read("2026-Q1/gesamt.json"));
        await County.Render(Product);
        Assert.IsType<ReportOutcome.Written>(await County.Render(Combined));
        await County.Deliver("c.csv", "110");
        Assert.IsType<ReportOutcome.Waiting>(await County.Render(Combined));
    }

    [Fact]
    public async Task APartThatWasGivenUp_IsNamedInTheCombinedReport_UntilItIsThere()
    {
        await County.Jobs.Failed(new TakenJob(Product), "test", TestContext.Current.CancellationToken);
        Assert.IsType<ReportOutcome.Written>(await County.Render(Combined));
        var without = ReportJson.ReadCombined((await County.Read("2026-Q1/gesamt.json"))!);
        Assert.Equal(new ProductNotMade(Product.Product!.Value, "Büro"), Assert.Single(without.NotMade!.Value));
        Assert.False(without.IsComplete);
        Assert.Empty(without.Products);

        await County.Render(Product);
        Assert.Equal([Combined], await County.Assemble());
        Assert.IsType<ReportOutcome.Written>(await County.Render(Combined));
        var whole = ReportJson.ReadCombined((await County.Read("2026-Q1/gesamt.json"))!);
        Assert.Null(whole.NotMade);
        Assert.Single(whole.Products);
    }

    private async Task Make(IEnumerable<ReportJob> jobs)
    {
        foreach (var job in jobs)
            await County.Render(job);
    }
}
