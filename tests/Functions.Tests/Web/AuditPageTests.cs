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

    public static TheoryData<string, string, string?, string> Sentences => new()
    {
        { "upload", "bauamt/q3.csv", "ab12", "bert hat die Datei bauamt/q3.csv geliefert." },
        { "ersetzt", "bauamt/q3.csv", "q3.csv.old", "bert hat die Datei bauamt/q3.csv ersetzt; die frühere heißt q3.csv.old." },
        { "zurueckgezogen", "bauamt/q3.csv", "doppelt", "bert hat die Lieferung bauamt/q3.csv zurückgezogen (doppelt)." },
        { "entwurf-gelesen", "2026-Q3/1111.pdf", "Version 2", "bert hat den Entwurf von Bericht 1111.pdf, 3. Quartal 2026 "
            + "gelesen (Version 2)." },
        { "entwurf-gelesen", "2026-Q3.zip", "Entwürfe: 4", "bert hat Entwürfe von 3. Quartal 2026 gelesen (Entwürfe: 4)." },
        { "anmeldung", "10.0.0.7", null, "bert hat sich angemeldet, von 10.0.0.7." },
        { "anmeldung-abgelehnt", "10.0.0.7", null, "bert wurde nicht hereingelassen, von 10.0.0.7." },
        { "freigabe", "2026-Q3/gesamt", "Version 1", "bert hat Gesamtbericht, 3. Quartal 2026 freigegeben (Version 1)." },
        { "freigabe-vorgeschlagen", "2026/1111", "Version 1", "bert hat Bericht 1111, Jahr 2026 zur Freigabe vorgeschlagen "
            + "(Version 1)." },
        { "freigabe-zurueckgenommen", "2026-Q3/1111", "Version 2, Grund: falsch",
            "bert hat die Freigabe für Bericht 1111, 3. Quartal 2026 zurückgenommen (Version 2, Grund: falsch)." },
        { "stoerung-wiederholt", "eingang", "x", "bert hat eine Störung wiederholt: eingang (x)." },
        { "stoerung-verworfen", "eingang", null, "bert hat eine Störung verworfen: eingang." },
        { "zugang-angelegt", "eva", "Rolle leser", "bert hat den Zugang „eva“ angelegt (Rolle leser)." },
        { "zugang-geaendert", "eva", "Rolle leser", "bert hat den Zugang „eva“ geändert (Rolle leser)." },
        { "zugang-gesperrt", "eva", null, "bert hat den Zugang „eva“ gesperrt." },
        { "zugang-entsperrt", "eva", null, "bert hat den Zugang „eva“ entsperrt." },
        { "kennwort-erneuert", "eva", null, "bert hat dem Zugang „eva“ ein neues Kennwort gegeben." },
        { "katalog-bestaetigt", "katalog", "2 Lieferungen", "bert hat den geänderten Katalog in Kraft gesetzt (2 Lieferungen)." },
        { "aus-der-zukunft", "ding", "mehr", "bert: aus-der-zukunft ding mehr" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void EachLine_IsASentence(string action, string subject, string? detail, string expected) =>
        Assert.Equal(expected, AuditWords.Sentence(Entry(subject) with { Action = action, Detail = detail }));

    [Fact]
    public void EveryAction_HasWords()
    {
        var actions = typeof(AuditEntry).GetFields().Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(actions, Sentences.Select(row => row.Data.Item1).Where(action => action != "aus-der-zukunft").Distinct()
            .Order(StringComparer.Ordinal));
        Assert.All(actions, action => Assert.NotEqual(action, AuditWords.Name(action)));
    }

    [Fact]
    public async Task TheLog_IsExported_OldestFirst_AndNoCellIsAFormula()
    {
        await Write(Entry("=1+1"), Entry("zwei") with { By = "+anna", Detail = "a;b" });
        using var client = county.As("administration");
        var csv = await client.GetStringAsync($"/api/v1/protokoll/{Month}.csv", Cancellation);
        Assert.Equal(
            [
                "Zeit;Wer;Rolle;Was;Objekt;Zusatz;Satz",
                "2024-03-04T10:00:00+01:00;bert;controlling;upload;'=1+1;;bert hat die Datei =1+1 geliefert.",
                "2024-03-04T10:00:00+01:00;'+anna;controlling;upload;zwei;\"a;b\";'+anna hat die Datei zwei geliefert.",
                "",
            ], csv.Split("\r\n"));
        var json = await client.GetStringAsync($"/api/v1/protokoll/{Month}.json", Cancellation);
        Assert.Contains("\"satz\":\"bert hat die Datei =1+1 geliefert.\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DraftOpenedAsAPage_IsInTheLog()
    {
        using var client = county.As("fachamt");
        foreach (var address in (string[])["/produkte/1111/2025-Q1", "/produkte/1111/2025-Q1/warum/1111/ergebnis/istKumuliert"])
            (await client.GetAsync(address, Cancellation)).EnsureSuccessStatusCode();
        var page = await Page("/protokoll?wer=fachamt");
        Assert.Contains("fachamt hat den Entwurf von Bericht 1111, 1. Quartal 2025 gelesen (Version 1, als Seite).", page,
            StringComparison.Ordinal);
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
