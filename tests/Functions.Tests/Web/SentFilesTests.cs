using System.Net;
using System.Net.Http.Json;
using System.Text;
using Produktreport.Core.Deliveries.Receipts;
using Produktreport.Functions.Web.Api;

namespace Produktreport.Functions.Tests.Web;

/// <summary>Checking a file before it is sent, replacing one that was rejected, taking one back.</summary>
[Collection(SharedCounty.Name)]
public sealed class SentFilesTests(WebCounty county)
{
    private const string Bad = "Produkt;Leistung;Grundzahl;Periode;Art;Wert\r\n1111;11112;Erträge;Q2/2025;Ist;zwölf\r\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFileThatIsChecked_IsNotStored_AndIsAnsweredAsItWouldBe()
    {
        using var client = county.As("fachamt");
        var judged = await Checked(client, "geprueft.csv", Good("4711,5"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address("geprueft.csv"), Cancellation)).StatusCode);
        var effect = Assert.Single(judged.Reports, report => report.Period == "2025-Q2");
        Assert.Equal("1111", effect.Product);
        Assert.Contains(effect.Changes, change => change.Level.StartsWith("11112 ", StringComparison.Ordinal)
            && (change.Subject, change.Now) == ("Erträge, Ist Zeitraum", "4.712 €"));

        var sent = await Put(client, "geprueft.csv", Good("4711,5"));
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        Assert.Equal(sent.Receipt with { ReceivedAt = "" }, judged.Receipt with
        {
            ReceivedAt = "",
            Findings = sent.Receipt.Findings,
        });
        Assert.Equal(sent.Receipt.Findings, judged.Receipt.Findings);
        Assert.Empty((await Checked(client, "nochmal.csv", Good("4711,5"))).Reports);
    }

    [Fact]
    public async Task AFileThatWouldBeRejected_SaysSo_AndChangesNothing()
    {
        using var client = county.As("fachamt");
        var judged = await Checked(client, "geprueft-falsch.csv", Bad);
        Assert.Equal((ReceiptStatus.Rejected, 0), (judged.Receipt.Status, judged.Reports.Count));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address("geprueft-falsch.csv"), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task ARejectedFile_IsReplacedUnderItsName_AndKept_AnAcceptedOneIsNot()
    {
        using var client = county.As("fachamt");
        var rejected = await Put(client, "ersetzt.csv", Bad);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rejected.Status);
        var accepted = await Put(client, "ersetzt.csv", Good("12,5"));
        Assert.Equal((HttpStatusCode.Created, ReceiptStatus.Accepted), (accepted.Status, accepted.Receipt.Status));
        var kept = $"ersetzt.csv.{rejected.Receipt.Sha256[..8]}.old";
        Assert.Equal(Bad, await client.GetStringAsync(Address(kept), Cancellation));
        await county.Work();
        using var receipt = await client.GetAsync($"/api/v1/quittungen/buero-landrat/{kept}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, receipt.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Put(client, "ersetzt.csv", Good("13,5"))).Status);
    }

    [Fact]
    public async Task ADeliveryTakenBack_SaysSo_AndCountsAgainWhereItIsSentAgain()
    {
        using var client = county.As("fachamt");
        await Put(client, "rueckzug.csv", Good("77,5"));
        using var answer = await client.DeleteAsync(Address("rueckzug.csv") + "?grund=doppelt", Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var receipt = ReceiptJson.Read(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal((ReceiptStatus.Withdrawn, 0), (receipt.Status, receipt.ValueCount));
        Assert.Contains(
            "von fachamt zurückgezogen. Grund: „doppelt“.", Assert.Single(receipt.Findings).Text, StringComparison.Ordinal);
        var page = await client.GetStringAsync("/quittungen/buero-landrat/rueckzug.csv", Cancellation);
        Assert.Contains("die Werte dieser Datei gelten nicht mehr", page, StringComparison.Ordinal);

        var again = await Put(client, "rueckzug.csv", Good("77,5"));
        Assert.Equal((HttpStatusCode.OK, ReceiptStatus.Accepted), (again.Status, again.Receipt.Status));
    }

    private static string Good(string value) =>
        $"Produkt;Leistung;Grundzahl;Periode;Art;Wert\r\n1111;11112;Erträge;Q2/2025;Ist;{value}\r\n";

    private static string Address(string name) => $"/api/v1/eingang/buero-landrat/{name}";

    private static async Task<CheckedDelivery> Checked(HttpClient client, string name, string content)
    {
        using var body = new StringContent(content, Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync($"/api/v1/pruefung/buero-landrat/{name}", body, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<CheckedDelivery>(Cancellation))!;
    }

    private static async Task<(HttpStatusCode Status, ReceiptView Receipt)> Put(HttpClient client, string name, string content)
    {
        using var body = new StringContent(content, Encoding.UTF8, "text/csv");
        using var answer = await client.PutAsync(Address(name), body, Cancellation);
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.Conflict
            ? null!
            : ReceiptJson.Read(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
    }
}
