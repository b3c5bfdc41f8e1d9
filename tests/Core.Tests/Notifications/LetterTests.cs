using Produktreport.Core.Catalogues;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Core.Notifications;
using Produktreport.Core.Periods;
using Produktreport.Core.Reports.Contents;

namespace Produktreport.Core.Tests.Notifications;

/// <summary>What people read, in plain text and HTML: approved as files.</summary>
public sealed class LetterTests
{
    private static readonly Uri Portal = new("https://berichte.musterland.example");

    private static readonly Department Office = new(
        DepartmentId.Of("buero-landrat"), "Büro Landrat", "buero@musterland.example", DeliversForAll: false, []);

    private static readonly Dictionary<string, Notice[]> Letters = new()
    {
        ["abgelehnt"] = [DepartmentNotices.Rejected(Office, Receipt("buero-landrat/2026 q3.csv", findings: 23), Portal)],
        ["stoerung-und-katalog"] =
        [
            OperationNotices.GivenUp("1", "Bericht 1111, 3. Quartal 2026", new DateTimeOffset(2026, 11, 22, 8, 0, 0, default),
                Portal),
            OperationNotices.FaultyCatalogue("2026", Receipt("katalog/2026", findings: 2)),
        ],
        ["woche"] =
        [
            OperationNotices.Weekly(new DateOnly(2026, 11, 2),
                [
                    new(Period.OfQuarter(2026, 3), new(2026, 10, 30), -3, [("Büro Landrat", 1), ("Jugendamt", 12)], 3, 4),
                    new(Period.OfYear(2026), new(2027, 3, 1), 119, [], 0, 0),
                ],
                [], Portal),
        ],
        ["bericht"] =
        [
            ReportNotices.New(Told(ReportState.Released), "Kreistag", Portal, pdf: null),
            ReportNotices.New(Told(ReportState.Draft) with { Product = null, Name = "Gesamtbericht" }, "Kreistag", Portal, Pdf),
        ],
        ["test"] = [OperationNotices.Trial("anna", new DateTimeOffset(2026, 11, 22, 8, 0, 0, default))],
    };

    private static MailAttachment Pdf => new("gesamt.pdf", "application/pdf", new byte[] { 1 });

    public static TheoryData<string> Names => [.. Letters.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Letter_IsTheOneSomebodyApproved(string name)
    {
        var letter = Letter.Of(Letters[name]);
        Approved.Text(FileOf(name, "txt"), $"{letter.Subject}\n\n{LetterText.Plain(letter)}");
        Approved.Text(FileOf(name, "html"), LetterText.Html(letter));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Letter_LoadsNothingAndFollowsNobody(string name)
    {
        var html = LetterText.Html(Letter.Of(Letters[name]));
        string[] foreign = ["<img", "<script", "<link", "url(", "<iframe", "@import", "utm_"];
        Assert.DoesNotContain(foreign, word => html.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PlainText_HasNoLineThatAMailServerWouldBreak(string name) =>
        Assert.All(LetterText.Plain(Letter.Of(Letters[name])).Split('\n'), line => Assert.True(line.Length <= 200, line));

    [Fact]
    public void WhatDepartmentsWrote_IsNoMarkup_AndNoHeader()
    {
        var receipt = Receipt("amt/<b>&\r\nBcc: x.csv", findings: 1);
        var letter = Letter.Of([DepartmentNotices.Rejected(Office, receipt, portal: null)]);
        Assert.DoesNotContain('\n', letter.Subject);
        Assert.DoesNotContain('\r', letter.Subject);
        Assert.DoesNotContain("<b>", LetterText.Html(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void SubjectsOfSeveralNotices_SayHowManyFollow()
    {
        var one = Letters["abgelehnt"][0];
        Assert.Equal("Nicht übernommen: 2026 q3.csv", Letter.Of([one]).Subject);
        Assert.Equal("Nicht übernommen: 2026 q3.csv – und noch eine Nachricht", Letter.Of([one, one]).Subject);
        Assert.Equal("Nicht übernommen: 2026 q3.csv – und 2 weitere", Letter.Of([one, one, one]).Subject);
        Assert.Equal(120, Letter.Of([one with { Subject = new string('x', 500) }]).Subject.Length);
    }

    [Fact]
    public void MessageId_IsTheSameForEveryRepetition_BelowTheSendersDomain() =>
        Assert.Equal("abc@musterland.example", MessageId.Of("abc", "berichte@musterland.example"));

    private static ToldReport Told(ReportState state) =>
        new(Period.OfQuarter(2026, 3), "1111", "Büro Landrat", 2, state, IsComplete: false,
            IsPublic: state == ReportState.Released);

    private static ReceiptView Receipt(string file, int findings) => new()
    {
        File = file,
        Sha256 = "ab12",
        ReceivedAt = "2026-11-22T09:15:00+01:00",
        Status = "abgelehnt",
        ValueCount = 0,
        SkippedCount = 0,
        Findings =
        [
            .. Enumerable.Range(1, findings).Select(index => new FindingView
            {
                Code = "PR-1101",
                Severity = "fehler",
                File = file.StartsWith("katalog", StringComparison.Ordinal) ? "2026/rahmen.yaml" : null,
                Line = index == 1 ? null : index + 1,
                Column = index % 2 == 0 ? "F" : null,
                Found = "x",
                Expected = "eine Zahl",
                Text = "„x“ ist keine Zahl. Bitte den Wert mit Ziffern schreiben, etwa 1.234,5, oder die Zelle leer lassen.",
            }),
        ],
    };

    private static string FileOf(string name, string ending) =>
        Repository.At("tests", "Core.Tests", "Notifications", "Briefe", $"{name}.{ending}");
}
