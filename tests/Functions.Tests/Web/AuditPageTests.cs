using System.Net;
using System.Text.RegularExpressions;
using Produktreport.Functions.Web.Audit;

namespace Produktreport.Functions.Tests.Web;

[Collection(SharedCounty.Name)]
public sealed partial class AuditPageTests(WebCounty county)
{
    // A month long before the county's, written by nobody else.
    private const string Month = "2024-03";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheLog_IsShownInPages_WithoutLosingALine()
    {
        await Write(1_203);
        var shown = new List<string>();
        for (string? address = $"/protokoll?monat={Month}"; address is not null;)
        {
            var page = await Page(address);
            shown.AddRange(Objects().Matches(page).Select(match => match.Groups["object"].Value));
            address = Older().Match(page) is { Success: true } older ? older.Groups["address"].Value : null;
        }

        Assert.Equal(Enumerable.Range(0, 1_203).Reverse().Select(number => $"objekt-{number}"), shown);
        Assert.Contains("1 bis 500 von 1.203 Einträgen", await Page($"/protokoll?monat={Month}"), StringComparison.Ordinal);
        Assert.Contains("1.001 bis 1.203 von 1.203 Einträgen", await Page($"/protokoll?monat={Month}&seite=3"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("was=freigabe", 1, "Eintrag,")]
    [InlineData("wer=anna%20%26%20co", 2, "Einträgen")]
    [InlineData("wer=(ohne)&was=", 1, "Eintrag,")]
    [InlineData("was=upload&wer=anna%20%26%20co", 1, "Eintrag,")]
    public async Task TheLog_IsFilteredByActionAndPerson(string query, int count, string noun)
    {
        await Write(
            Entry("eins") with { By = "anna & co" },
            Entry("zwei") with { By = "anna & co", Action = "freigabe" },
            Entry("drei") with { By = "", Action = "anmeldung-abgelehnt" },
            Entry("vier"));
        var page = await Page($"/protokoll?monat={Month}&{query}");
        Assert.Contains($"1 bis {count} von {count} {noun}", page, StringComparison.Ordinal);
        Assert.Equal(count, Objects().Count(page));
    }

    [Fact]
    public async Task WhatNobodyDid_IsShownAsNothing()
    {
        await Write(3);
        Assert.Contains("Keiner von 0 Einträgen.", await Page($"/protokoll?monat={Month}&wer=niemand"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoMonthAfterTheRunningOne_IsOffered()
    {
        Assert.Contains("/protokoll?monat=2024-04", await Page($"/protokoll?monat={Month}"), StringComparison.Ordinal);
        var running = await Page("/protokoll");
        Assert.Contains("‹", running, StringComparison.Ordinal);
        Assert.DoesNotContain("›", running, StringComparison.Ordinal);
    }

    private async Task<string> Page(string address)
    {
        using var client = county.As("administration");
        return WebUtility.HtmlDecode(await client.GetStringAsync(address, Cancellation));
    }

    private Task Write(int count) => Write([.. Enumerable.Range(0, count).Select(number => Entry($"objekt-{number}"))]);

    private async Task Write(params AuditEntry[] entries)
    {
        var folder = Directory.CreateDirectory(Path.Combine(county.Data, "protokoll"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, Month + ".jsonl"),
            [.. entries.SelectMany(entry => entry.ToLine())], Cancellation);
    }

    private static AuditEntry Entry(string subject) =>
        new($"{Month}-04T10:00:00+01:00", "bert", "controlling", "upload", subject, null);

    [GeneratedRegex("<td>(?<object>objekt-\\d+|eins|zwei|drei|vier)</td>",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Objects();

    [GeneratedRegex("<a href=\"(?<address>[^\"]+)\">Ältere", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Older();
}
