using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Azure;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Tests.Hosting;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>
/// The process dies at every change of the outbox, before and after it is done, and starts again: no message is lost, and one
/// that goes twice bears the same name.
/// </summary>
public sealed class OutboxKillTests(Azurite azurite)
{
    private const int Messages = 7;
    private static readonly string[] Refused = ["unbekannt@kreis.example"];

    [Fact]
    public async Task WhereverTheProcessDies_NoMessageIsLost_AndRepetitionsAreRecognisable()
    {
        await using var server = await MailServer.Start();
        var changes = await RunInFolder(server, diesAt: 0, isDone: false);
        var kills = 0;
        for (var at = 1; at <= changes; at++)
        {
            foreach (var isDone in (bool[])[false, true])
            {
                await RunInFolder(server, at, isDone);
                kills++;
            }
        }

        Assert.True(kills >= 50, $"Only {kills} points.");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, true)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(12, false)]
    [InlineData(13, true)]
    [InlineData(14, false)]
    [InlineData(30, true)]
    public async Task InBlobStorage_ItIsTheSame(int diesAt, bool isDone)
    {
        await using var server = await MailServer.Start();
        using var files = new BlobFileStore(StorageAccount.Of(azurite.NewAccount()));
        await Run(files, server, diesAt, isDone);
    }

    private static async Task<int> RunInFolder(MailServer server, int diesAt, bool isDone)
    {
        var folder = Directory.CreateTempSubdirectory("produktreport-tod-");
        try
        {
            return await Run(new FolderFileStore(folder.FullName), server, diesAt, isDone);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What there is to tell is found again in every round, as the program finds it in what is stored.
    private static async Task<int> Run(IFileStore files, MailServer server, int diesAt, bool isDone)
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 11, 23, 8, 0, 0, default));
        var deadly = new DeadlyFiles(files, diesAt, isDone);
        var before = server.Received.Count;
        try
        {
            await Round(deadly, server, clock);
        }
        catch (KilledException)
        {
        }

        Assert.Equal(diesAt > 0, deadly.IsDead);
        clock.Advance(TimeSpan.FromMinutes(2));
        await Round(files, server, clock);
        await Holds(files, server, clock, before);
        return deadly.Changes;
    }

    private static async Task Round(IFileStore files, MailServer server, MovedClock clock)
    {
        using var post = new Post(files, server.Settings, clock);
        var told = await post.Told();
        var mails = Enumerable.Range(1, Messages).Select(number => post.Mail($"an{number}@kreis.example", "kill"))
            .Concat(Refused.Select(to => post.Mail(to, "kill")));
        foreach (var mail in mails.Where(mail => !mail.Covers.All(told.Contains)))
            await post.Put(mail);
        await post.Run();
    }

    private static async Task Holds(IFileStore files, MailServer server, MovedClock clock, int before)
    {
        using var post = new Post(files, server.Settings, clock);
        Assert.Empty(await post.Waiting());
        Assert.Equal(Refused, (await post.GivenUp()).Select(message => message.To));
        var arrived = server.Received.Skip(before).ToLookup(mail => mail.To.Single());
        Assert.Equal(Messages, arrived.Count);
        Assert.All(arrived, mails =>
        {
            Assert.InRange(mails.Count(), 1, 2);
            Assert.Single(mails.Select(mail => mail.Message.MessageId).Distinct());
        });
        // At most the one that was on its way when the process died goes twice.
        Assert.True(arrived.Count(mails => mails.Count() > 1) <= 1);
    }
}
