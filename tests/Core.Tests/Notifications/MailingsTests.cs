using Produktreport.Core.Catalogues;
using Produktreport.Core.Notifications;

namespace Produktreport.Core.Tests.Notifications;

/// <summary>Who gets which message when.</summary>
public sealed class MailingsTests
{
    private static readonly NotificationRules Rules = new("berichte@test.example");
    private static readonly DateTime Morning = new(2026, 11, 23, 7, 0, 0);

    [Theory]
    [InlineData("06:59", 0)]
    [InlineData("07:00", 1)]
    [InlineData("23:59", 1)]
    public void RemindersAndFindings_WaitForTheHour(string time, int messages) =>
        Assert.Equal(messages, Due(At(time), [Daily("a")]).Count);

    [Theory]
    [InlineData(NoticeKind.List)]
    [InlineData(NoticeKind.Single)]
    public void AllElse_GoesAtOnce(NoticeKind kind) => Assert.Single(Due(At("00:01"), [To("x@y.de", "a", kind)]));

    [Fact]
    public void EverythingOfTheDay_IsOneMessageAPerson()
    {
        var due = Due(Morning, [Daily("a"), Daily("b", "X@Y.de"), Daily("c", "z@y.de")]);
        Assert.Equal(["x@y.de", "z@y.de"], due.Select(mailing => mailing.Address));
        Assert.Equal("a – und noch eine Nachricht", due[0].Letter.Subject);
    }

    [Fact]
    public void WhatComesLaterOnTheSameDay_WaitsForTheNext()
    {
        var told = Due(Morning, [Daily("a")]).Single().Covers.ToHashSet();
        Assert.Empty(Due(Morning.AddHours(5), [Daily("a"), Daily("b")], told));
        Assert.Empty(Due(At("06:00").AddDays(1), [Daily("a"), Daily("b")], told));
        Assert.Equal("b", Assert.Single(Due(Morning.AddDays(1), [Daily("a"), Daily("b")], told)).Letter.Subject);
    }

    [Fact]
    public void ReportsOfAList_AreOneMessage_BesideThatOfTheDay()
    {
        var due = Due(Morning,
        [
            Daily("a"), To("x@y.de", "r1", NoticeKind.List, "L"), To("x@y.de", "r2", NoticeKind.List, "L"),
            To("x@y.de", "r3", NoticeKind.List, "M"),
        ]);
        Assert.Equal(["a", "r1 – und noch eine Nachricht", "r3"], due.Select(mailing => mailing.Letter.Subject));
        Assert.Equal([null, "L", "M"], due.Select(mailing => mailing.List));
    }

    [Fact]
    public void NobodyIsToldTheSameTwice_NotEvenThroughTwoLists()
    {
        var told = Due(Morning, [To("x@y.de", "r1", NoticeKind.List, "L")]).Single().Covers.ToHashSet();
        Assert.Empty(Due(Morning, [To("x@y.de", "r1", NoticeKind.List, "M"), To("X@y.de", "r1", NoticeKind.List, "L")], told));
        Assert.Single(Due(Morning, [To("x@y.de", "r1", NoticeKind.List, "L"), To("x@y.de", "r1", NoticeKind.List, "M")]));
    }

    [Fact]
    public void IdOfAMessage_IsTheSameWhateverTheOrder_AndAnothersIsAnother()
    {
        var one = Due(Morning, [Daily("a"), Daily("b")]).Single().Id;
        Assert.Equal(one, Due(Morning.AddHours(1), [Daily("b"), Daily("a")]).Single().Id);
        Assert.NotEqual(one, Due(Morning, [Daily("a")]).Single().Id);
        Assert.NotEqual(one, Due(Morning, [Daily("a", "z@y.de"), Daily("b", "z@y.de")]).Single().Id);
        Assert.NotEqual(one, Due(Morning.AddDays(1), [Daily("a"), Daily("b")]).Single().Id);
    }

    private static List<Mailing> Due(DateTime now, AddressedNotice[] notices, HashSet<string>? told = null) =>
        [.. Mailings.Due(Rules, notices, told ?? [], now)];

    private static DateTime At(string time) => Morning.Date + TimeOnly.ParseExact(time, "HH:mm").ToTimeSpan();

    private static AddressedNotice Daily(string key, string address = "x@y.de") => To(address, key, NoticeKind.Daily);

    private static AddressedNotice To(string address, string key, NoticeKind kind, string? list = null) =>
        new(address, new Notice(key, kind, key, [], "Darum."), list);
}
