using Microsoft.Extensions.Logging.Abstractions;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Tests.Storage;
using Produktreport.Functions.Web.Audit;

namespace Produktreport.Functions.Tests.Web;

/// <summary>What the audit log must do; subclasses say where its files lie.</summary>
public abstract class AuditLogContract
{
    private const string Month = "2026-11";

    /// <summary>The files, opened anew: as another instance of the program sees them.</summary>
    private protected abstract IFileStore Open();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnAppendedLine_IsWritten_WhenAppendReturns()
    {
        await using var log = Log(Open());
        await log.Append(Entry("eins"));
        Assert.Equal(["eins"], await Written());
    }

    [Fact]
    public async Task ANotedLine_IsWritten_AtTheLatestWhenTheProgramStops()
    {
        await using (var log = Log(Open()))
            await log.Note(Entry("eins"));
        Assert.Equal(["eins"], await Written());
    }

    [Fact]
    public async Task ANotedLine_IsSeen_ByWhoeverReadsTheLog()
    {
        await using var log = Log(Open());
        await log.Note(Entry("eins"));
        Assert.Equal("eins", Assert.Single(await log.Read(Month, Cancellation)).Object);
    }

    [Fact]
    public async Task Lines_KeepTheOrderInWhichTheyCame()
    {
        await using (var log = Log(Open()))
        {
            for (var number = 0; number < 30; number++)
                await (number % 10 == 9 ? log.Append(Entry($"{number}")) : log.Note(Entry($"{number}")));
        }

        Assert.Equal(Enumerable.Range(0, 30).Select(number => $"{number}"), await Written());
    }

    [Fact]
    public async Task EachMonth_HasAFileOfItsOwn()
    {
        await using (var log = Log(Open()))
        {
            await log.Note(Entry("november"));
            await log.Append(Entry("dezember") with { At = "2026-12-01T00:00:00+01:00" });
        }

        Assert.Equal(["november"], await Written());
        Assert.Equal("dezember", Assert.Single(await Written("2026-12")));
    }

    [Fact]
    public async Task ALineThatWasCutOff_TakesNotTheNextWithIt()
    {
        await Open().AppendTo(Area.AuditLog, Month, Entry("ganz").ToLine(), Cancellation);
        await Open().AppendTo(Area.AuditLog, Month, Entry("halb").ToLine().AsMemory(..20), Cancellation);
        await using (var log = Log(Open()))
            await log.Append(Entry("danach"));
        Assert.Equal(["ganz", "danach"], await Written());
    }

    [Fact]
    public async Task AMonthWithoutLines_IsEmpty()
    {
        await using var log = Log(Open());
        Assert.Empty(await log.Read("1999-01", Cancellation));
    }

    [Fact]
    public async Task OfManyWritersInTwoInstances_NoLineIsLost()
    {
        await using (var one = Log(Open()))
        await using (var other = Log(Open()))
        {
            await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() =>
                (number % 2 == 0 ? one : other) is var log
                    && number % 3 == 0 ? log.Append(Entry($"{number}")) : log.Note(Entry($"{number}")), Cancellation)));
        }

        Assert.Equal(Enumerable.Range(0, 60), (await Written()).Select(int.Parse).Order());
    }

    [Fact]
    public async Task Lines_AreRead_LatestFirst()
    {
        await using var log = Log(Open());
        foreach (var name in (string[])["eins", "zwei", "drei"])
            await log.Append(Entry(name));
        Assert.Equal(["drei", "zwei", "eins"], (await log.Read(Month, Cancellation)).Select(entry => entry.Object));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALogThatWasWrittenWhole_AsByARestoredBackup_IsReadAndContinued(bool isCutOff)
    {
        byte[] former = [.. Entry("eins").ToLine(), .. Entry("zwei").ToLine()];
        var kept = former.AsMemory(..^(isCutOff ? 5 : 0));
        await Open().Write(Area.AuditLog, FilePath.Of($"{Month}.jsonl"), kept, WriteCondition.Always, Cancellation);
        await using (var log = Log(Open()))
            await log.Append(Entry("drei"));
        Assert.Equal(isCutOff ? ["eins", "drei"] : ["eins", "zwei", "drei"], await Written());
    }

    internal static AuditLog Log(IFileStore files, TimeProvider? clock = null) =>
        new(files, clock ?? TimeProvider.System, NullLogger<AuditLog>.Instance);

    internal static AuditEntry Entry(string subject) =>
        new("2026-11-22T08:00:00+01:00", "jemand", "fachamt", "upload", subject, null);

    private async Task<IEnumerable<string>> Written(string month = Month) =>
        StoredJson.ReadLines<AuditEntry>(await Open().ReadLines(Area.AuditLog, month, Cancellation))
            .Select(entry => entry.Object);
}

public sealed class AuditLogInAFolderTests : AuditLogContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");

    public void Dispose() => folder.Delete(recursive: true);

    private protected override IFileStore Open() => new FolderFileStore(folder.FullName);
}

public sealed class AuditLogInAzureTests(Azurite azurite) : AuditLogContract, IDisposable
{
    private readonly BlobFileStore store = new(StorageAccount.Of(azurite.NewAccount()));

    public void Dispose() => store.Dispose();

    private protected override IFileStore Open() => store;
}

/// <summary>Blobs that are full after three times.</summary>
public sealed class AuditLogInFullBlobsTests(Azurite azurite) : AuditLogContract, IDisposable
{
    private readonly BlobFileStore store = new(StorageAccount.Of(azurite.NewAccount()), mostBlocks: 3);

    public void Dispose() => store.Dispose();

    private protected override IFileStore Open() => store;

    [Fact]
    public async Task EachThreeTimes_AnotherPartGoesOn()
    {
        await using (var log = Log(Open()))
        {
            for (var number = 0; number < 8; number++)
                await log.Append(Entry($"{number}"));
        }

        var parts = await store.List(Area.AuditLog, "", TestContext.Current.CancellationToken).Select(part => part.Path.Text)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["2026-11.2.jsonl", "2026-11.3.jsonl", "2026-11.jsonl"], parts);
    }
}

/// <summary>The audit log over files that refuse.</summary>
public sealed class FailingAuditLogTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-");
    private readonly RefusingFiles files;

    public FailingAuditLogTests() => files = new RefusingFiles(new FolderFileStore(folder.FullName));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ALineThatCannotBeWritten_StaysInLine_AndIsWrittenWithTheNext()
    {
        files.Refuses = true;
        await using var log = AuditLogContract.Log(files);
        await Assert.ThrowsAsync<IOException>(() => log.Append(AuditLogContract.Entry("eins")));
        files.Refuses = false;
        await log.Append(AuditLogContract.Entry("zwei"));
        Assert.Equal(["eins", "zwei"], StoredJson.ReadLines<AuditEntry>(await Content()).Select(entry => entry.Object));
    }

    [Fact]
    public async Task WhileTheLogCannotBeWritten_NothingGoesOnWithoutItsLine()
    {
        files.Refuses = true;
        await using var log = AuditLogContract.Log(files);
        await Assert.ThrowsAsync<IOException>(() => log.Append(AuditLogContract.Entry("eins")));
        await Assert.ThrowsAsync<IOException>(() => log.Note(AuditLogContract.Entry("zwei")));
        files.Refuses = false;
    }

    [Fact]
    public async Task AsSoonAsTooManyLinesWait_TheyAreWritten()
    {
        await using var log = AuditLogContract.Log(files, new StoppedClock());
        for (var number = 0; number < AuditLog.MostWaiting; number++)
            await log.Note(AuditLogContract.Entry("wartet"));
        Assert.Null(await Content());
        await log.Note(AuditLogContract.Entry("zu viel"));
        Assert.Equal(AuditLog.MostWaiting + 1, StoredJson.ReadLines<AuditEntry>(await Content()).Count());
    }

    private Task<byte[]?> Content() => files.ReadLines(Area.AuditLog, "2026-11", TestContext.Current.CancellationToken);

    private sealed class RefusingFiles(IFileStore inner) : DecoratedFiles(inner)
    {
        public bool Refuses { get; set; }

        public override Task<bool> AppendLines(
            Area area, FilePath path, ReadOnlyMemory<byte> lines, CancellationToken cancellation = default) =>
            Refuses ? throw new IOException("full") : base.AppendLines(area, path, lines, cancellation);
    }

    /// <summary>A clock whose timers never go off.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
