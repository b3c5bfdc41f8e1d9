using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Functions.Outbox;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Storage.Local;
using Produktreport.Functions.Work;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>Telling programs of events: signed, to checked addresses only, and what becomes of their answers.</summary>
public sealed class WebhookTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-ereignisse-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Event_ArrivesSigned_AndARepetitionBearsTheSameName()
    {
        await using var receiver = await EventReceiver.Start();
        using var post = PostTo(receiver, IPAddress.Loopback);
        await post.Put(Event(post, receiver.AddressOf("spaeter")));
        Assert.IsType<SendOutcome.Later>(Assert.Single(await post.Run()).Outcome);
        post.Clock.Advance(TimeSpan.FromMinutes(2));
        await post.Run();
        Assert.Equal(2, receiver.Received.Count);
        Assert.All(receiver.Received, each => Assert.True(each.IsGenuine));
        Assert.Equal(["e1"], receiver.Received.Select(each => each.Id).Distinct());
        Assert.Equal([120], receiver.Received.Select(each => each.Timestamp).Order().Chunk(2).Select(pair => pair[1] - pair[0]));
        Assert.Equal("application/cloudevents+json; charset=utf-8", receiver.Received.First().ContentType);
    }

    // As the documented command with openssl has it.
    [Fact]
    public void EveryTarget_HasAKeyOfItsOwn() => Assert.Equal(
        "b767b04eba309ec00c45f9240c56fb002d67e66bc6dd6de883877bcd9a838041",
        Webhook.KeyOf("geheim", "https://empfang.example/ein"));

    [Theory]
    [InlineData("ein", null)]
    [InlineData("nein", "Die Gegenstelle lehnt ab (410).")]
    [InlineData("umleiten", "Die Gegenstelle verweist woandershin (302); dem wird nicht gefolgt.")]
    public async Task AnswerForGood_IsBelieved_AndNoRedirectionFollowed(string path, string? fault)
    {
        await using var receiver = await EventReceiver.Start();
        using var post = PostTo(receiver, IPAddress.Loopback);
        await post.Put(Event(post, receiver.AddressOf(path)));
        await post.Run();
        Assert.Equal("/" + path, Assert.Single(receiver.Received).Path);
        Assert.Equal(fault, (await post.GivenUp()).SingleOrDefault()?.Fault);
        Assert.Empty(await post.Waiting());
    }

    [Theory]
    [InlineData("zuviel")]
    [InlineData("spaeter")]
    public async Task AnswerForNow_IsTriedEightTimes_ThenGivenUpOn(string path)
    {
        await using var receiver = await EventReceiver.Start();
        using var post = PostTo(receiver, IPAddress.Loopback);
        await post.Put(Event(post, receiver.AddressOf(path)));
        for (var hour = 0; hour < 48; hour++)
        {
            await post.Run();
            post.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(Dispatch.MostTries, receiver.Received.Count);
        Assert.Single(await post.GivenUp());
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("169.254.169.254", true)]
    [InlineData("64:ff9b::a9fe:a9fe", true)]
    public async Task NameThatStandsForAForbiddenAddress_IsNotConnectedTo(string address, bool mayBePrivate)
    {
        await using var receiver = await EventReceiver.Start();
        using var post = PostTo(receiver, IPAddress.Parse(address));
        await post.Put(Event(post, receiver.AddressOf("ein")) with { MayBePrivate = mayBePrivate });
        await post.Run();
        Assert.Empty(receiver.Received);
        Assert.Contains(
            "an solche Adressen wird nicht gesendet", Assert.Single(await post.GivenUp()).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddressWithoutEncryption_IsRefused()
    {
        await using var receiver = await EventReceiver.Start();
        using var post = PostTo(receiver, IPAddress.Loopback);
        await post.Put(Event(post, receiver.AddressOf("ein").Replace("https:", "http:", StringComparison.Ordinal)));
        await post.Run();
        Assert.Empty(receiver.Received);
        Assert.Equal("Ereignisse gehen nur an https-Adressen.", Assert.Single(await post.GivenUp()).Fault);
    }

    [Fact]
    public async Task CertificateOfNobodyKnown_IsRefused()
    {
        await using var receiver = await EventReceiver.Start();
        using var post = new Post(
            new FolderFileStore(folder.FullName), receiver.Settings with { TrustedRoots = [] }, target: IPAddress.Loopback);
        await post.Put(Event(post, receiver.AddressOf("ein")));
        Assert.IsType<SendOutcome.Later>(Assert.Single(await post.Run()).Outcome);
        Assert.Empty(receiver.Received);
    }

    [Fact]
    public async Task WhatHappensInTheCounty_BecomesCloudEvents_OnceEach()
    {
        var rules = """
            benachrichtigung:
              absender: berichte@musterland.example
              ereignisse: [{ziel: "https://empfang.example/ein", intern: true}]

            """;
        using var county = new NotifiedCounty(rules);
        var today = new DateOnly(2026, 10, 20);
        // Nobody listens: what is to be told stays in the outbox, where it is looked at.
        var settings = new MessageSettings { EventKey = EventReceiver.Key };
        await county.Run(today, settings);
        await File.WriteAllTextAsync(
            Path.Combine(county.Data, "eingang", "personalamt", "nachtrag.csv"),
            "Produkt;Leistung;Grundzahl;Periode;Art;Wert\n1121;;Stellen;Q2/2026;Ist;40\n", Cancellation);
        await county.Run(today, settings);
        await using var program = county.Program(today, settings);
        await program.Services.GetRequiredService<Workday>().Run(Cancellation);
        var report = new ReportJob(Period.OfQuarter(2026, 2), ProductNumber.Of("1111"));
        var release = program.Services.GetRequiredService<ReleaseReport>();
        Assert.Null(await release.Record(report, 1, "controlling", cancellation: Cancellation));
        await release.Finish(report, 1);
        await program.Services.GetRequiredService<Workday>().Run(Cancellation);
        var waiting = await program.Services.GetRequiredService<OutboxFiles>().ListWaiting(Cancellation);
        var events = waiting.Select(stored => Assert.IsType<Outgoing.Event>(stored.Message))
            .Select(sent => JsonDocument.Parse(sent.Body).RootElement).ToList();
        Assert.Equal(events.Count, events.Select(each => each.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(events, each => Assert.Equal("1.0", each.GetProperty("specversion").GetString()));
        var judged = Assert.Single(events, each => each.GetProperty("type").GetString() == "delivery.judged");
        Assert.Equal("personalamt/nachtrag.csv", judged.GetProperty("subject").GetString());
        Assert.Equal("angenommen", judged.GetProperty("data").GetProperty("status").GetString());
        var written = events.Where(each => each.GetProperty("type").GetString() == "report.written")
            .Select(each => each.GetProperty("subject").GetString());
        Assert.Contains("2026-Q2/1121", written);
        Assert.DoesNotContain(events, each => each.GetRawText().Contains("40,", StringComparison.Ordinal));
        Assert.Equal(
            EventDescription.Kinds.Except(["catalogue.published", "report.withdrawn"]).Order(StringComparer.Ordinal),
            events.Select(each => each.GetProperty("type").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(events, each => Assert.Empty(EventDescription.Contradictions(each.GetRawText())));
    }

    [Theory]
    [InlineData("\"specversion\":\"1.0\"", "\"specversion\":\"2.0\"")]
    [InlineData("\"version\":1", "\"version\":0")]
    [InlineData("\"vollstaendig\":true", "\"vollstaendig\":\"ja\"")]
    [InlineData(",\"vollstaendig\":true", "")]
    [InlineData("report.written", "report.painted")]
    [InlineData("report.written", "delivery.judged")]
    public void EventUnlikeItsDescription_IsFound(string was, string becomes)
    {
        const string Sound = """
            {"specversion":"1.0","id":"e1","source":"urn:produktreport","type":"report.written","subject":"2026-Q3/1111",
            "time":"2026-10-20T08:00:00+02:00","datacontenttype":"application/json",
            "data":{"periode":"2026-Q3","produkt":"1111","version":1,"vollstaendig":true}}
            """;
        Assert.Empty(EventDescription.Contradictions(Sound));
        Assert.NotEmpty(EventDescription.Contradictions(Sound.Replace(was, becomes, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Withdrawal_IsToldOnceEach_AndSoIsTheSameVersionReleasedAgain()
    {
        using var county = new NotifiedCounty("""
            benachrichtigung:
              absender: berichte@musterland.example
              ereignisse: [{ziel: "https://empfang.example/ein", arten: [report.released, report.withdrawn], intern: true}]

            """);
        var (today, settings) = (new DateOnly(2026, 10, 20), new MessageSettings { EventKey = EventReceiver.Key });
        await county.Run(today, settings);
        var report = ReportFile.JobOf("2026-Q2", "1111")!;
        await using (var program = county.Program(today, settings))
        {
            await program.Services.GetRequiredService<Workday>().Run(Cancellation);
            var release = program.Services.GetRequiredService<ReleaseReport>();
            foreach (var reason in (string?[])["falsch", "wieder falsch", null])
            {
                Assert.Null(await release.Record(report, 1, "eva", cancellation: Cancellation));
                await release.Finish(report, 1);
                await county.Run(today, settings);
                if (reason is null)
                    continue;
                // Times are kept to the second.
                await Task.Delay(TimeSpan.FromSeconds(1.1), Cancellation);
                await release.Withdraw(report, 1, "eva", reason, Cancellation);
                await release.Render(report);
                await county.Run(today, settings);
            }

            var waiting = await program.Services.GetRequiredService<OutboxFiles>().ListWaiting(Cancellation);
            var told = waiting.Select(stored => JsonDocument.Parse(((Outgoing.Event)stored.Message).Body).RootElement).ToList();
            Assert.All(told, each => Assert.Equal(("2026-Q2/1111", 1),
                (each.GetProperty("subject").GetString(), each.GetProperty("data").GetProperty("version").GetInt32())));
            Assert.Equal(3, told.Count(each => each.GetProperty("type").GetString() == "report.released"));
            Assert.Equal(2, told.Count(each => each.GetProperty("type").GetString() == "report.withdrawn"));
            Assert.DoesNotContain(told, each => each.GetRawText().Contains("falsch", StringComparison.Ordinal));
            Assert.All(told, each => Assert.Empty(EventDescription.Contradictions(each.GetRawText())));
        }
    }

    [Fact]
    public async Task EventsInAnyOrder_AndRepeated_LeadToOneState()
    {
        await using var receiver = await EventReceiver.Start();
        using var post = PostTo(receiver, IPAddress.Loopback);
        (string Kind, string Subject, string Data)[] happenings =
        [
            ("catalogue.published", "2026", """{"jahr":"2026","sha256":"c1"}"""),
            ("delivery.judged", "bauamt/q3.csv", """{"datei":"bauamt/q3.csv","sha256":"d1","status":"abgelehnt"}"""),
            ("delivery.judged", "bauamt/q3.csv", """{"datei":"bauamt/q3.csv","sha256":"d2","status":"angenommen"}"""),
            ("report.written", "2026-Q3/1111", """{"periode":"2026-Q3","produkt":"1111","version":1,"vollstaendig":false}"""),
            ("report.released", "2026-Q3/1111", """{"periode":"2026-Q3","produkt":"1111","version":1,"vollstaendig":false}"""),
            ("report.written", "2026-Q3/1111", """{"periode":"2026-Q3","produkt":"1111","version":2,"vollstaendig":true}"""),
            ("report.written", "2026-Q3/1121", """{"periode":"2026-Q3","produkt":"1121","version":10,"vollstaendig":true}"""),
            ("report.released", "2026-Q3/1121", """{"periode":"2026-Q3","produkt":"1121","version":10,"vollstaendig":true}"""),
            ("report.written", "2026-Q3/1121", """{"periode":"2026-Q3","produkt":"1121","version":9,"vollstaendig":true}"""),
        ];
        var address = receiver.AddressOf("ein");
        List<Outgoing.Event> events = [.. happenings.Select((each, index) => Event(post, address) with
        {
            Id = $"e{index}",
            Kind = each.Kind,
            Body = $$"""{"specversion":"1.0","type":"{{each.Kind}}","subject":"{{each.Subject}}","data":{{each.Data}}}""",
        })];
        for (var seed = 0; seed < 10; seed++)
        {
            Outgoing.Event[] order = [.. events, .. events];
            new Random(seed).Shuffle(order);
            foreach (var sent in order)
                Assert.IsType<SendOutcome.Sent>(await post.Webhook.Send(sent, Cancellation));
            Assert.Equal(order.Select(each => each.Id), receiver.Received.Select(each => each.Id));
            Assert.All(receiver.Received, each => Assert.True(each.IsGenuine));
            var state = ReceiverState.After(receiver.Received.Select(each => each.Event));
            Assert.Equal((2, false), state.Reports["2026-Q3/1111"]);
            Assert.Equal((10, true), state.Reports["2026-Q3/1121"]);
            Assert.Equal(happenings[..3].Select(each => $"{each.Kind} {each.Subject} {each.Data}"), state.Contents);
            receiver.Received.Clear();
        }
    }

    [Fact]
    public async Task WhatCouldNotBeSent_StandsOnStoerungen_AndIsRepeatedOrDismissed()
    {
        await using var server = await MailServer.Start();
        using var county = new NotifiedCounty();
        await using var program = county.Program(new DateOnly(2026, 10, 20), server.Settings);
        var (outbox, dispatch) =
            (program.Services.GetRequiredService<OutboxFiles>(), program.Services.GetRequiredService<Dispatch>());
        var givenUp = program.Services.GetRequiredService<GivenUpWork>();
        using var post = new Post(new FolderFileStore(county.Data), server.Settings);
        await post.Put(post.Mail("unbekannt@kreis.example"));
        await dispatch.Run(Cancellation);

        var message = Assert.Single(await givenUp.List(Cancellation));
        Assert.Equal(
            "Nachricht „Über „a““ an unbekannt@kreis.example: Der Mailserver lehnt ab (550): 5.1.1 unbekannt",
            GivenUpWork.Describe(message));
        Assert.True(await givenUp.Repeat(message.Id, _ => Task.CompletedTask));
        Assert.Empty(await givenUp.List(Cancellation));
        Assert.Single(await outbox.ListWaiting(Cancellation));
        await dispatch.Run(Cancellation);
        Assert.True(await givenUp.Dismiss((await givenUp.List(Cancellation)).Single().Id, _ => Task.CompletedTask));
        Assert.Empty(await givenUp.List(Cancellation));
        Assert.Empty(await outbox.ListWaiting(Cancellation));
        Assert.False(await givenUp.Dismiss(message.Id, _ => Task.CompletedTask));
    }

    private Post PostTo(EventReceiver receiver, IPAddress target) =>
        new(new FolderFileStore(folder.FullName), receiver.Settings, target: target);

    private static Outgoing.Event Event(Post post, string address) => new("e1", address, ["e1"], post.Clock.GetUtcNow())
    {
        Kind = "report.released",
        Body = "{\"specversion\":\"1.0\"}",
        MayBePrivate = true,
    };
}

/// <summary>
/// What a program knows that reads events as docs/ereignisse says: of a report the highest version, of everything else what is
/// told of the content.
/// </summary>
internal sealed record ReceiverState(
    SortedDictionary<string, (int Version, bool IsReleased)> Reports, SortedSet<string> Contents)
{
    public static ReceiverState After(IEnumerable<JsonElement> events)
    {
        var state = new ReceiverState(new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        foreach (var each in events)
        {
            var (kind, subject, data) =
                (each.GetProperty("type").GetString()!, each.GetProperty("subject").GetString()!, each.GetProperty("data"));
            if (!kind.StartsWith("report.", StringComparison.Ordinal))
            {
                state.Contents.Add($"{kind} {subject} {data.GetRawText()}");
                continue;
            }

            var told = (data.GetProperty("version").GetInt32(), kind == "report.released");
            if (!state.Reports.TryGetValue(subject, out var known) || told.CompareTo(known) > 0)
                state.Reports[subject] = told;
        }

        return state;
    }
}
