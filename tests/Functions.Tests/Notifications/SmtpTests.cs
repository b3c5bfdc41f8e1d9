using MimeKit;
using Produktreport.Functions.Outbox;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>Sending against a real mail server: encryption, refusals, slowness, broken connections.</summary>
public sealed class SmtpTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-post-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Mail_ArrivesEncrypted_WithAllItsParts(bool isImplicit)
    {
        await using var server = await MailServer.Start(isImplicit);
        using var post = PostOver(server.Settings);
        var mail = post.Mail("anna@kreis.example", list: "Kreistag");
        await post.Put(mail);
        Assert.IsType<SendOutcome.Sent>(Assert.Single(await post.Run()).Outcome);

        var received = Assert.Single(server.Received);
        Assert.True(received.IsEncrypted);
        Assert.Equal(("berichte@kreis.example", "anna@kreis.example"), (received.From, received.To.Single()));
        var message = received.Message;
        Assert.Equal("Über „a“", message.Subject);
        Assert.Equal(("Grüße", "<p>Grüße</p>"), (message.TextBody?.Trim(), message.HtmlBody?.Trim()));
        Assert.Equal("größe.txt", message.Attachments.OfType<MimePart>().Single().FileName);
        Assert.Equal("id-a-anna@kreis.example", message.MessageId);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("<mailto:controlling@kreis.example?subject=Abmelden%3A%20Kreistag>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("controlling@kreis.example", message.ReplyTo.Mailboxes.Single().Address);
        Assert.Empty(await post.Waiting());
        Assert.Contains("a anna@kreis.example", await post.Told());
    }

    [Fact]
    public async Task MailToAPerson_HasNoListToUnsubscribeFrom()
    {
        await using var server = await MailServer.Start();
        using var post = PostOver(server.Settings);
        await post.Put(post.Mail("anna@kreis.example"));
        await post.Run();
        Assert.Null(server.Received.Single().Message.Headers["List-Unsubscribe"]);
    }

    [Fact]
    public async Task CertificateOfAnotherName_IsRefused_AndNothingIsLost()
    {
        await using var server = await MailServer.Start(name: "anderswo.example");
        await NothingLeaves(server, server.Settings);
    }

    [Fact]
    public async Task CertificateOfNobodyKnown_IsRefused_AndNothingIsLost()
    {
        await using var server = await MailServer.Start();
        await NothingLeaves(server, server.Settings with { TrustedRoots = [] });
    }

    [Theory]
    [InlineData("geheim", true)]
    [InlineData("falsch", false)]
    public async Task Server_IsSignedInTo_WhereItAsksForIt(string password, bool isSent)
    {
        await using var server = await MailServer.Start(user: "dienst");
        var settings = server.Settings;
        settings = settings with { Smtp = settings.Smtp! with { User = "dienst", Password = password } };
        using var post = PostOver(settings);
        await post.Put(post.Mail("anna@kreis.example"));
        await post.Run();
        Assert.Equal(isSent ? 1 : 0, server.Received.Count);
        Assert.Equal(isSent ? 0 : 1, (await post.Waiting()).Count);
    }

    [Theory]
    [InlineData("unbekannt@kreis.example", "Der Mailserver lehnt ab (550): 5.1.1 unbekannt")]
    [InlineData("voll@kreis.example", "Der Mailserver lehnt ab (552): 5.2.2 voll")]
    public async Task RefusalForGood_IsNotTriedAgain_AndKeepsNoOtherMail(string to, string fault)
    {
        await using var server = await MailServer.Start();
        using var post = PostOver(server.Settings);
        await post.Put(post.Mail(to));
        await post.Put(post.Mail("anna@kreis.example"));
        await post.Run();
        var givenUp = Assert.Single(await post.GivenUp());
        Assert.Equal((to, 1, fault), (givenUp.To, givenUp.Tries, givenUp.Fault));
        Assert.Contains(server.Received, mail => mail.To.Contains("anna@kreis.example"));
        post.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Empty(await post.Run());
        Assert.Contains($"a {to}", await post.Told());
    }

    [Fact]
    public async Task RefusalForNow_IsTriedEightTimesWithGrowingPauses_ThenGivenUpOn()
    {
        await using var server = await MailServer.Start();
        using var post = PostOver(server.Settings);
        await post.Put(post.Mail("spaeter@kreis.example"));
        var tried = new List<double>();
        var start = post.Clock.GetUtcNow();
        while ((await post.GivenUp()).Count == 0)
        {
            if ((await post.Run()).Count > 0)
                tried.Add((post.Clock.GetUtcNow() - start).TotalMinutes);
            post.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.True(tried.Count <= 8);
        }

        Assert.Equal([0, 1, 6, 21, 81, 261, 741, 2181], tried);
        Assert.Equal("Der Mailserver lehnt ab (451): 4.7.1 spaeter", (await post.GivenUp()).Single().Fault);
    }

    [Theory]
    [InlineData("langsam@kreis.example")]
    [InlineData("abbruch@kreis.example")]
    public async Task SlowOrBrokenConnection_IsTriedAgain_AndKeepsNoOtherMail(string to)
    {
        await using var server = await MailServer.Start();
        var settings = server.Settings;
        using var post = PostOver(settings with { Smtp = settings.Smtp! with { Patience = TimeSpan.FromSeconds(2) } });
        await post.Put(post.Mail(to, "1"));
        await post.Put(post.Mail("anna@kreis.example", "2"));
        await post.Run();
        Assert.Equal("anna@kreis.example", server.Received.Single().To.Single());
        var waiting = Assert.Single(await post.Waiting()).Message;
        Assert.Equal((to, 1), (waiting.To, waiting.Tries));
        Assert.StartsWith("Die Verbindung zum Mailserver brach ab: ", waiting.Fault, StringComparison.Ordinal);
        Assert.Equal(post.Clock.GetUtcNow().AddMinutes(1), waiting.NextAt);
    }

    [Fact]
    public async Task AnswerThatNeverCame_IsRepeatedUnderTheSameName()
    {
        await using var server = await MailServer.Start();
        using var post = PostOver(server.Settings);
        await post.Put(post.Mail("stumm@kreis.example"));
        await post.Run();
        post.Clock.Advance(TimeSpan.FromMinutes(2));
        await post.Run();
        Assert.Equal(2, server.Received.Count);
        Assert.Single(server.Received.Select(mail => mail.Message.MessageId).Distinct());
        Assert.Single(server.Received.Select(mail => mail.Message.Date).Distinct());
    }

    [Fact]
    public async Task ServerThatIsGone_CostsNoTry_AndNothingWaitsLongerThanThreeDays()
    {
        var server = await MailServer.Start();
        using var post = PostOver(server.Settings);
        await server.DisposeAsync();
        await post.Put(post.Mail("anna@kreis.example"));
        for (var hour = 0; hour <= 72; hour++)
        {
            Assert.Empty(await post.Run());
            Assert.Equal(0, Assert.Single(await post.Waiting()).Message.Tries);
            post.Clock.Advance(TimeSpan.FromHours(1));
        }

        await post.Run();
        var givenUp = Assert.Single(await post.GivenUp());
        Assert.StartsWith("Der Mailserver localhost:", givenUp.Fault, StringComparison.Ordinal);

        await post.Outbox.Repeat(givenUp);
        Assert.Empty(await post.GivenUp());
        Assert.Single(await post.Waiting());
    }

    [Fact]
    public async Task MessageThatIsDismissed_IsToldNoMore()
    {
        await using var server = await MailServer.Start();
        using var post = PostOver(server.Settings);
        await post.Put(post.Mail("unbekannt@kreis.example"));
        await post.Run();
        await post.Outbox.Dismiss((await post.GivenUp()).Single());
        Assert.Empty(await post.GivenUp());
        Assert.Empty(await post.Waiting());
        Assert.Contains("a unbekannt@kreis.example", await post.Told());
    }

    [Fact]
    public async Task DamagedFileOfTheOutbox_IsPassedOver()
    {
        await using var server = await MailServer.Start();
        var files = new FolderFileStore(folder.FullName);
        using var post = new Post(files, server.Settings);
        await files.Write(Area.Outbox, FilePath.Of("wartet/x.json"), "{"u8.ToArray(), WriteCondition.Always,
            TestContext.Current.CancellationToken);
        await post.Put(post.Mail("anna@kreis.example"));
        await post.Run();
        Assert.Single(server.Received);
    }

    private static async Task NothingLeavesOver(Post post, MailServer server)
    {
        await post.Put(post.Mail("anna@kreis.example"));
        Assert.Empty(await post.Run());
        Assert.Empty(server.Received);
        Assert.Equal(0, Assert.Single(await post.Waiting()).Message.Tries);
    }

    private async Task NothingLeaves(MailServer server, MessageSettings settings)
    {
        using var post = PostOver(settings);
        await NothingLeavesOver(post, server);
    }

    private Post PostOver(MessageSettings settings) => new(new FolderFileStore(folder.FullName), settings);
}
