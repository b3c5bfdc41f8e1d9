using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Web.Identity;

namespace Produktreport.Functions.Tests.Web;

/// <summary>What sessions are in any storage; subclasses say in which.</summary>
public abstract class SessionsContract
{
    private readonly MovedClock clock = new();

    private protected abstract IFileStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASession_IsOpenForEveryProcess_UntilOneOfThemEndsIt()
    {
        var session = await Process().Begin("Eva", Cancellation);
        Assert.True(await Process().IsOpen("Eva", session, Cancellation));
        await Process().End("Eva", session, Cancellation);
        Assert.False(await Process().IsOpen("Eva", session, Cancellation));
    }

    [Fact]
    public async Task ASession_BelongsToItsAccount_HoweverTheNameIsWritten()
    {
        var session = await Process().Begin("Eva", Cancellation);
        Assert.True(await Process().IsOpen("EVA", session, Cancellation));
        Assert.False(await Process().IsOpen("Max", session, Cancellation));
        Assert.False(await Process().IsOpen("Eva", new string('0', 32), Cancellation));
    }

    [Fact]
    public async Task EndingOne_LeavesTheOthers_AndEndingAllThoseOfOthers()
    {
        var (first, second, foreign) = (await Process().Begin("Eva", Cancellation), await Process().Begin("Eva", Cancellation),
            await Process().Begin("Max", Cancellation));
        await Process().End("Eva", first, Cancellation);
        Assert.True(await Process().IsOpen("Eva", second, Cancellation));
        Assert.Equal(1, await Process().EndAll("eva", Cancellation));
        Assert.False(await Process().IsOpen("Eva", second, Cancellation));
        Assert.True(await Process().IsOpen("Max", foreign, Cancellation));
    }

    [Fact]
    public async Task AWorkingDayLater_ASessionIsOver_AndItsFileGoesWithTheNext()
    {
        var session = await Process().Begin("Eva", Cancellation);
        clock.Ahead = Sessions.Longest - TimeSpan.FromMinutes(1);
        Assert.True(await Process().IsOpen("Eva", session, Cancellation));
        clock.Ahead = Sessions.Longest + TimeSpan.FromMinutes(1);
        Assert.False(await Process().IsOpen("Eva", session, Cancellation));
        await Process().Begin("Max", Cancellation);
        Assert.Single(await Store.List(Area.SessionKeys, "", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task AnAccount_HasOnlySoManySessions()
    {
        for (var number = 0; number < Sessions.MostOfAccount + 3; number++)
            await Process().Begin("Eva", Cancellation);
        Assert.Equal(Sessions.MostOfAccount, await Process().EndAll("Eva", Cancellation));
    }

    [Fact]
    public async Task Sessions_AreNoKeys()
    {
        await Process().Begin("Eva", Cancellation);
        Assert.Empty(new StoredKeys(Store).GetAllElements());
    }

    private Sessions Process() => new(Store, clock);

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}

public sealed class SessionsInAFolderTests : SessionsContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-sitzungen-");

    public SessionsInAFolderTests() => Store = new FolderFileStore(folder.FullName);

    private protected override IFileStore Store { get; }

    public void Dispose() => folder.Delete(recursive: true);
}

public sealed class SessionsInAzureTests(Azurite azurite) : SessionsContract
{
    private protected override IFileStore Store { get; } = new BlobFileStore(StorageAccount.Of(azurite.NewAccount()));
}
