using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Produktreport.Core.Catalogues;
using Produktreport.Core.Periods;
using Produktreport.Functions.Outbox;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;

namespace Produktreport.Functions.Tests.Notifications;

/// <summary>The messages of the example county's third quarter of 2026, as they arrive at a mail server.</summary>
public sealed class QuarterTests
{
    private static readonly ReportJob Report = new(Period.OfQuarter(2026, 2), ProductNumber.Of("1111"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MessagesOfAQuarter_ArriveOnce_AsSomebodyApprovedThem()
    {
        await using var server = await MailServer.Start();
        using var county = new NotifiedCounty();
        // Switched on between two reminders: what was before is told to nobody.
        await county.Run(new DateOnly(2026, 10, 20), server.Settings);
        Assert.Empty(Told(server, 0));

        var seen = server.Received.Count;
        await File.WriteAllTextAsync(
            Path.Combine(county.Data, "eingang", "personalamt", "nachtrag.csv"),
            "Produkt;Leistung;Grundzahl;Periode;Art;Wert\n1121;;Stellen;Q2/2026;Ist;viele\n", Cancellation);
        await county.Run(new DateOnly(2026, 10, 21), server.Settings);
        await county.Run(new DateOnly(2026, 10, 21), server.Settings);
        var days = new StringBuilder();
        days.Append(Day("21.10.2026: eine abgelehnte Datei", Told(server, seen)));

        // Friday, a week before the deadline: reminders and the weekly summary.
        seen = server.Received.Count;
        await county.Run(new DateOnly(2026, 10, 23), server.Settings);
        await county.Run(new DateOnly(2026, 10, 23), server.Settings);
        days.Append(Day("23.10.2026: sieben Tage vor dem Meldeschluss, Freitag", Told(server, seen)));

        seen = server.Received.Count;
        await using (var program = county.Program(new DateOnly(2026, 10, 26), server.Settings))
        {
            await program.Services.GetRequiredService<Workday>().Run(Cancellation);
            var release = program.Services.GetRequiredService<ReleaseReport>();
            Assert.Null(await release.Record(Report, 1, "controlling", cancellation: Cancellation));
            await release.Finish(Report, 1);
            await program.Services.GetRequiredService<Workday>().Run(Cancellation);
            await program.Services.GetRequiredService<Workday>().Run(Cancellation);
        }

        days.Append(Day("26.10.2026: ein Bericht ist freigegeben", Told(server, seen)));
        Approved.Text(
            Repository.At("tests", "Functions.Tests", "Notifications", "Nachrichten", "quartal.txt"), days.ToString());
        Assert.All(server.Received, mail => Assert.True(mail.IsEncrypted));
        Assert.Equal(server.Received.Count, server.Received.Select(mail => mail.Message.MessageId).Distinct().Count());
        Assert.DoesNotContain(server.Received, mail => mail.To.Contains("jugend@musterland.example"));
    }

    [Fact]
    public async Task WhoeverMayNotSeeIt_IsNotTold()
    {
        using var county = new NotifiedCounty();
        await county.Preview(new DateOnly(2026, 10, 20));
        await using (var program = county.Program(new DateOnly(2026, 10, 26), new MessageSettings()))
        {
            await program.Services.GetRequiredService<Workday>().Run(Cancellation);
            await program.Services.GetRequiredService<OutboxFiles>().Begin(Cancellation);
            var release = program.Services.GetRequiredService<ReleaseReport>();
            await release.Record(Report, 1, "controlling", cancellation: Cancellation);
            await release.Finish(Report, 1);
        }

        var preview = await county.Preview(new DateOnly(2026, 10, 26));
        var lists = preview!.Mailings.Where(mailing => mailing.List is not null)
            .ToDictionary(mailing => mailing.Address, mailing => mailing.Letter.Subject);
        // The county does not publish, so that nobody without an access reads anything; readers get no draft, and a department no
        // other one's.
        Assert.DoesNotContain("kreistag@musterland.example", lists.Keys);
        Assert.Contains(preview.Refused, notice => notice.Address == "kreistag@musterland.example");
        Assert.StartsWith("Freigegeben: Produktbericht 1111", lists["leitung@musterland.example"], StringComparison.Ordinal);
        Assert.DoesNotContain(
            preview.Mailings.Where(mailing => mailing.Address == "buero@musterland.example" && mailing.List is not null),
            mailing => mailing.Covers.Any(key => key.Contains(" 1121 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SilencedDepartment_IsNotReminded_AllOthersAre()
    {
        using var county = new NotifiedCounty(NotifiedCounty.Rules.Replace("amt: jugendamt", "amt: gesundheitsamt",
            StringComparison.Ordinal));
        var preview = await county.Preview(new DateOnly(2026, 10, 23));
        Assert.Equal(
            ["buero@musterland.example", "controlling@musterland.example"],
            preview!.Mailings.Select(mailing => mailing.Address).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WithoutAMailServer_NothingIsWritten()
    {
        using var county = new NotifiedCounty();
        await county.Preview(new DateOnly(2026, 10, 23));
        Assert.False(Directory.Exists(Path.Combine(county.Data, "postausgang")));
    }

    private static List<MimeMessage> Told(MailServer server, int seen) =>
        [.. server.Received.Skip(seen).Select(mail => mail.Message)
            .OrderBy(message => message.To.ToString(), StringComparer.Ordinal)
            .ThenBy(message => message.Subject, StringComparer.Ordinal)];

    private static string Day(string title, List<MimeMessage> messages)
    {
        var day = new StringBuilder($"===== {title}: {messages.Count} Nachrichten\n\n");
        foreach (var message in messages)
        {
            day.Append($"An: {message.To}\nBetreff: {message.Subject}\n");
            foreach (var file in message.Attachments.OfType<MimePart>())
                day.Append($"Anhang: {file.FileName}\n");
            day.Append('\n').Append(message.TextBody!.Replace("\r\n", "\n", StringComparison.Ordinal)).Append('\n');
        }

        // When a file came in is the time of the test.
        return System.Text.RegularExpressions.Regex.Replace(
            day.ToString(), "am \\d\\d\\.\\d\\d\\.\\d{4},\\s\\d\\d:\\d\\d\\sUhr", "am TT.MM.JJJJ, HH:MM Uhr", default,
            TimeSpan.FromSeconds(5));
    }
}
