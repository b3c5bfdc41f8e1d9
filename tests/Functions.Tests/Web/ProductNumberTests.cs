using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Functions.Reports;
using Produktreport.Functions.Standalone;
using Produktreport.Functions.Storage;
using Produktreport.Functions.Tests.Hosting;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Web;

/// <summary>A county whose products are numbered with points, letters and hyphens has all that others have.</summary>
public sealed class ProductNumberTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Numbers => ["1.1.1.01", "57.30-02", "A1.b2", "1.v1.01", "3633"];

    public static TheoryData<string, string?> Names => new()
    {
        { "2025/3633.json", "3633 aktuell" },
        { "2025/3633.v3.pdf", "3633 Version 3" },
        { "2025/1.1.1.01.json", "1.1.1.01 aktuell" },
        { "2025/1.1.1.01.v2.json", "1.1.1.01 Version 2" },
        { "2025/1.1.1.01.v2.oeffentlich.pdf", "1.1.1.01 Version 2 öffentlich" },
        { "2025/1.1.1.01.oeffentlich.json", "1.1.1.01 aktuell öffentlich" },
        { "2025/gesamt.json", "gesamt aktuell" },
        { "2025/gesamt.v1.json", "gesamt Version 1" },
        { "2025/1.v1.01.json", "1.v1.01 aktuell" },
        { "2025/3633.freigabe.json", null },
        { "2025/3633.v03.json", null },
        { "2025/3633.v.json", "3633.v aktuell" },
        { "2025/3633.csv", null },
        { "2025/alt/3633.json", null },
        { "25/3633.json", null },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void NameOfAFile_SaysTheReportItsVersionAndForWhomItIs(string path, string? expected)
    {
        var file = ReportFile.Parse(FilePath.Of(path));
        var said = file is null
            ? null
            : $"{file.Job.Name} {(file.Version is { } version ? $"Version {version}" : "aktuell")}"
                + (file.IsPublic ? " öffentlich" : "");
        Assert.Equal(expected, said);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Product_IsReportedListedReleasedAndCurrent_WhateverItsNumber(string number)
    {
        using var county = new TemporaryCounty(number);
        await using var app = await county.Start();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var seen = (await client.GetFromJsonAsync<JsonElement>("/api/v1/berichte?periode=2025", Cancellation))
            .GetProperty("eintraege");
        Assert.Equal(["gesamt", number], seen.EnumerateArray().Select(report => report.GetProperty("name").GetString()!));
        var combined = await client.GetFromJsonAsync<JsonElement>("/api/v1/berichte/2025/gesamt.json", Cancellation);
        Assert.Contains(number, combined.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/v1/berichte/2025/{number}.pdf", Cancellation)).StatusCode);
        Assert.Contains($"/produkte/{number}/2025", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        Assert.Contains("12,50", await client.GetStringAsync($"/produkte/{number}/2025", Cancellation), StringComparison.Ordinal);

        (await client.PostAsJsonAsync($"/api/v1/berichte/2025/{number}/freigabe", new { version = 1 }, Cancellation))
            .EnsureSuccessStatusCode();
        var released = await client.GetFromJsonAsync<JsonElement>($"/api/v1/berichte/2025/{number}.json", Cancellation);
        Assert.Equal("freigegeben", released.GetProperty("stand").GetString());

        var again = await app.Services.GetRequiredService<Workday>().Run(Cancellation);
        Assert.Empty(again.Reports);
    }

    // What an address may ask for, and what is answered where version 1 of both reports is released and the product's second is a
    // draft. A name is read strictly: there is one way to write each, and no other is anything.
    [Fact]
    public async Task NameInAnAddress_IsAReportOrAVersionOfIt_OrNothing()
    {
        using var county = new TemporaryCounty("3633");
        await using var app = await county.Start();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var name in (string[])["3633", "gesamt"])
        {
            var version = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/berichte/2025/{name}.json", Cancellation))
                .GetProperty("version").GetInt32();
            (await client.PostAsJsonAsync($"/api/v1/berichte/2025/{name}/freigabe", new { version }, Cancellation))
                .EnsureSuccessStatusCode();
        }

        county.Deliver("korrektur", "3633;ertraege;2025;13,50");
        await app.Services.GetRequiredService<Workday>().Run(Cancellation);
        string[] stems =
        [
            "3633", "gesamt", "3633.v1", "3633.v2", "gesamt.v1", "gesamt.v2",
            "3633.v3", "gesamt.v7", "3633.V1", "3633.v01", "3633.v0", "3633.v-1", "3633.v+1", "3633.v1.0", "3633.v1.v1",
            "3633.v99999999999", "3633.v", "3633.1", "3633v1", "3633.v1 ", "gesamt.v", "gesamt.v1.v1", "Gesamt", "GESAMT.v1",
            "3633.oeffentlich", "3633.v1.oeffentlich", "gesamt.v1.oeffentlich", "3633.oeffentlich.v1", "3633.freigabe",
            "gesamt.freigabe", "3633.v1.freigabe", ".v1", "..v1", "3634.v1", "%2e%2e%2f2025%2f3633",
        ];
        var found = new List<string>();
        foreach (var stem in stems)
        {
            foreach (var ending in (string[])[".pdf", ".json", ".csv", ".PDF", ".html", ".json.json", ""])
            {
                var status = (await client.GetAsync($"/api/v1/berichte/2025/{stem}{ending}", Cancellation)).StatusCode;
                Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{stem}{ending}: {status}");
                if (status == HttpStatusCode.OK)
                    found.Add(stem + ending);
            }
        }

        Assert.Equal(stems.Take(6).SelectMany(stem => (string[])[stem + ".pdf", stem + ".json", stem + ".csv"]), found);
    }

    /// <summary>A folder with one product and its figures of 2025.</summary>
    private sealed class TemporaryCounty : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("produktreport-nummern-");

        public TemporaryCounty(string number)
        {
            Write("katalog/2025/rahmen.yaml", SmallCounty.Frame + """
                berichte: {zeitraeume: [jahr]}
                standard:
                  grundzahlen:
                    - {id: ertraege, bezeichnung: Erträge, einheit: €, dezimalstellen: 2, jahreswert: summe, haupt: true}
                """);
            Write($"katalog/2025/produkte/{number}.yaml", CountyFiles.Product(number, "Büro", "amt-eins"));
            Deliver("2025", $"{number};ertraege;2025;12,50");
        }

        public void Deliver(string file, string row) =>
            Write($"eingang/amt-eins/{file}.csv", $"Produkt;Grundzahl;Periode;Wert\n{row}\n");

        public async Task<WebApplication> Start()
        {
            var limits = new WebLimits { RequestsPerMinute = 1_000_000 };
            var options = new StandaloneOptions
            {
                Data = folder.FullName,
                Today = new DateOnly(2026, 5, 15),
                Urls = "http://127.0.0.1:0",
                Limits = limits,
                Once = true,
            };
            var app = StandaloneProgram.Build(options, TextWriter.Null);
            await app.Services.GetRequiredService<Workday>().Run(Cancellation);
            await app.StartAsync(Cancellation);
            return app;
        }

        public void Dispose() => folder.Delete(recursive: true);

        private void Write(string path, string text)
        {
            var file = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
