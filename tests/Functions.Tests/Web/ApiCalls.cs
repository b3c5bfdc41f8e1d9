using System.Net.Http.Headers;
using System.Text;
using Produktreport.Functions.Web.Limits;

namespace Produktreport.Functions.Tests.Web;

/// <summary>For each operation of the API one call that succeeds and one that ends in an error it describes.</summary>
internal static class ApiCalls
{
    /// <summary>
    /// What can only succeed where jobs are queued: a folder gives nothing up. The tests of the function app have them succeed.
    /// </summary>
    public static IReadOnlyList<string> WithQueueOnly { get; } = ["stoerungWiederholen", "stoerungVerwerfen"];

    public static IReadOnlyList<ApiCall> All { get; } =
    [
        new("berichteAuflisten", 200, "/api/v1/berichte?groesse=3&STAND=entwurf"),
        new("berichteAuflisten", 400, "/api/v1/berichte?stand=fertig"),
        new("freigabenVerfolgen", 200, "/api/v1/berichte/atom.xml"),
        new("freigabenVerfolgen", 401, "/api/v1/berichte/atom.xml", Role: "ohne"),
        new("zeitraumHerunterladen", 200, "/api/v1/berichte/2025-Q1.zip"),
        new("zeitraumHerunterladen", 400, "/api/v1/berichte/gestern.zip"),
        new("zeitraumHerunterladenKopf", 200, "/api/v1/berichte/2025-Q1.zip", "HEAD"),
        new("zeitraumHerunterladenKopf", 404, "/api/v1/berichte/2019-Q1.zip", "HEAD"),
        new("berichtHerunterladen", 200, "/api/v1/berichte/2025-Q1/1111.json"),
        new("berichtHerunterladen", 206, "/api/v1/berichte/2025-Q1/1111.pdf", Range: "bytes=0-9"),
        new("berichtHerunterladen", 416, "/api/v1/berichte/2025-Q1/1111.csv", Range: "bytes=99999999-"),
        new("berichtHerunterladen", 404, "/api/v1/berichte/2025-Q1/0000.pdf"),
        new("berichtHerunterladenKopf", 200, "/api/v1/berichte/2025-Q1/1111.pdf", "HEAD"),
        new("berichtHerunterladenKopf", 401, "/api/v1/berichte/2025-Q1/1111.pdf", "HEAD", Role: "ohne"),
        new("werteHerunterladen", 200, "/api/v1/berichte/2025-Q1/werte.json"),
        new("werteHerunterladen", 404, "/api/v1/berichte/2025-Q1/werte.ods"),
        new("werteDesBerichtsHerunterladen", 200, "/api/v1/berichte/2025-Q1/1111/werte.xlsx"),
        new("werteDesBerichtsHerunterladen", 404, "/api/v1/berichte/2025-Q1/0000/werte.csv"),
        new("freigabenLesen", 200, "/api/v1/berichte/2025-Q1/1111/freigabe"),
        new("freigabenLesen", 404, "/api/v1/berichte/2025-Q1/0000/freigabe"),
        new("berichtFreigeben", 200, "/api/v1/berichte/2025-Q1/1121/freigabe", "POST", Body: """{"version":1}"""),
        new("berichtFreigeben", 409, "/api/v1/berichte/2025-Q1/1111/freigabe", "POST", Body: """{"version":99}"""),
        new("berichtFreigeben", 400, "/api/v1/berichte/2025-Q1/1111/freigabe", "POST", Body: """{"version":"1"}"""),
        new("freigabeZuruecknehmen", 200, "/api/v1/berichte/2025-Q1/1145/ruecknahme", "POST",
            Body: """{"version":1,"grund":"falsche Zahl"}""")
        {
            Before = new("berichtFreigeben", 200, "/api/v1/berichte/2025-Q1/1145/freigabe", "POST", Body: """{"version":1}"""),
        },
        new("freigabeZuruecknehmen", 409, "/api/v1/berichte/2025-Q1/1111/ruecknahme", "POST",
            Body: """{"version":99,"grund":"falsche Zahl"}"""),
        new("freigabeZuruecknehmen", 400, "/api/v1/berichte/2025-Q1/1121/ruecknahme", "POST", Body: """{"version":1}"""),
        new("versionenAuflisten", 200, "/api/v1/berichte/2025-Q1/1111/versionen"),
        new("versionenAuflisten", 404, "/api/v1/berichte/2025-Q1/0000/versionen"),
        new("vorschau", 200, "/api/v1/berichte/2025-Q2/1111/vorschau"),
        new("vorschau", 404, "/api/v1/berichte/2025-Q2/0000/vorschau"),
        new("zeitraeumeAuflisten", 200, "/api/v1/zeitraeume"),
        new("zeitraeumeAuflisten", 403, "/api/v1/zeitraeume", Role: "leser"),
        new("zeitraumStatus", 200, "/api/v1/zeitraeume/2026-Q4/status"),
        new("zeitraumStatus", 400, "/api/v1/zeitraeume/2025-07/status"),
        new("zeitreihe", 200, "/api/v1/kennzahlen/1111/ergebnis"),
        new("zeitreihe", 400, "/api/v1/kennzahlen/1111/ergebnis?art=woche"),
        new("lieferungenAuflisten", 200, "/api/v1/lieferungen"),
        new("lieferungenAuflisten", 400, "/api/v1/lieferungen?seite=0"),
        new("quittungLesen", 200, "/api/v1/quittungen/buero-landrat/2025-ist.csv"),
        new("quittungLesen", 404, "/api/v1/quittungen/buero-landrat/keine.csv"),
        new("lieferungHerunterladen", 200, "/api/v1/eingang/buero-landrat/2025-ist.csv"),
        new("lieferungHerunterladen", 206, "/api/v1/eingang/buero-landrat/2025-ist.csv", Range: "bytes=0-9"),
        new("lieferungHerunterladen", 404, "/api/v1/eingang/buero-landrat/keine.csv"),
        new("herkunftLesen", 200, "/api/v1/herkunft/buero-landrat/2025-ist.csv?zeile=4&spalte=F"),
        new("herkunftLesen", 400, "/api/v1/herkunft/buero-landrat/2025-ist.csv?zeile=0&spalte=F"),
        new("herkunftLesen", 404, "/api/v1/herkunft/buero-landrat/keine.csv?zeile=4&spalte=F"),
        new("lieferungHochladen", 201, "/api/v1/eingang/buero-landrat/gut.csv", "PUT",
            Body: "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n1111;11112;Erträge;Q2/2025;Ist;12,50;\n"),
        new("lieferungHochladen", 422, "/api/v1/eingang/buero-landrat/schema.csv", "PUT",
            Body: "Produkt;Grundzahl;Periode;Wert\n1111;Erträge;Q3/2025;eins\n"),
        new("lieferungHochladen", 409, "/api/v1/eingang/buero-landrat/2025-ist.csv", "PUT", Body: "x"),
        new("lieferungPruefen", 200, "/api/v1/pruefung/buero-landrat/probe.csv", "POST",
            Body: "Produkt;Leistung;Grundzahl;Periode;Art;Wert;Bemerkung\n1111;11112;Erträge;Q2/2025;Ist;12,50;\n"),
        new("lieferungPruefen", 400, "/api/v1/pruefung/buero-landrat/probe.exe", "POST", Body: "x"),
        new("lieferungZurueckziehen", 200, "/api/v1/eingang/veterinaeramt/plan-2025-2026.csv?grund=doppelt", "DELETE"),
        new("lieferungZurueckziehen", 400, "/api/v1/eingang/buero-landrat/2025-ist.csv", "DELETE"),
        new("lieferungZurueckziehen", 404, "/api/v1/eingang/buero-landrat/keine.csv?grund=doppelt", "DELETE"),
        new("vorlageHerunterladen", 200, "/api/v1/vorlagen/buero-landrat/2025-Q2.csv"),
        new("vorlageHerunterladen", 404, "/api/v1/vorlagen/buero-landrat/2025-Q2.pdf"),
        new("stoerungenAuflisten", 200, "/api/v1/stoerungen"),
        new("stoerungenAuflisten", 403, "/api/v1/stoerungen", Role: "fachamt"),
        new("stoerungWiederholen", 404, "/api/v1/stoerungen/keine/wiederholen", "POST", Role: "administration"),
        new("stoerungVerwerfen", 403, "/api/v1/stoerungen/keine", "DELETE"),
        new("protokollHerunterladen", 200, "/api/v1/protokoll/2025-05.json", Role: "administration"),
        new("protokollHerunterladen", 404, "/api/v1/protokoll/2025.json", Role: "administration"),
        new("protokollHerunterladen", 403, "/api/v1/protokoll/2025-05.csv"),
        new("lebt", 200, "/health/live"),
        new("lebt", 429, "/health/live"),
        new("bereit", 200, "/health/ready"),
        new("bereit", 429, "/health/ready"),
    ];
}

/// <summary>One call and the status it must be answered with.</summary>
internal sealed record ApiCall(
    string Operation, int Status, string Address, string Method = "GET", string Role = "controlling", string? Body = null,
    string? Range = null)
{
    /// <summary>What has to be called first, since the calls come in any order; null for nothing.</summary>
    public ApiCall? Before { get; init; }

    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Address);
        if (Body is not null)
            request.Content = new StringContent(Body, Encoding.UTF8, Method == "POST" ? "application/json" : "text/csv");
        if (Range is not null)
            request.Headers.Range = RangeHeaderValue.Parse(Range);
        return request;
    }
}

/// <summary>An empty county that answers one request a minute.</summary>
internal sealed class BusyCounty(Microsoft.AspNetCore.Builder.WebApplication app, DirectoryInfo folder) : IAsyncDisposable
{
    public Uri Address => new(app.Urls.First());

    public static async Task<BusyCounty> Start()
    {
        var folder = Directory.CreateTempSubdirectory("produktreport-voll-");
        return new BusyCounty(await WebCounty.Start(folder.FullName, new WebLimits { RequestsPerMinute = 1 }), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
