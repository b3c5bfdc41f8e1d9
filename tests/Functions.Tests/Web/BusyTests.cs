using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Produktreport.Functions.Web.Deliveries;
using Produktreport.Functions.Web.Limits;
using Produktreport.Functions.Web.Reports;

namespace Produktreport.Functions.Tests.Web;

/// <summary>A county that loses its patience soon.</summary>
public sealed class ImpatientCounty : WebCounty
{
    private protected override WebLimits Limits => base.Limits with
    {
        UploadGrace = TimeSpan.FromSeconds(2),
        UploadPatience = TimeSpan.FromMilliseconds(200),
        PreviewPatience = TimeSpan.FromMilliseconds(200),
        PreviewsPerMinute = 3,
    };
}

public sealed class BusyTests(ImpatientCounty county) : IClassFixture<ImpatientCounty>
{
    private const string Preview = "/api/v1/berichte/2025-Q2/1111/vorschau";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnUploadForWhichThereIsNoPlace_IsToldWhenToComeBack_AndNotStored()
    {
        using var client = county.As("fachamt");
        using var large = new StringContent(new string('x', 2 << 20));
        using (await county.App.Services.GetRequiredService<Upload>().ForLarge.Take(Cancellation))
        {
            using var refused = await client.PutAsync("/api/v1/eingang/buero-landrat/andrang.csv", large, Cancellation);
            await AssertBusy(refused);
            Assert.False(File.Exists(Path.Combine(county.Data, "eingang/buero-landrat/andrang.csv")));
            // What departments send does not wait for it.
            using var small = await client.PutAsync("/api/v1/eingang/buero-landrat/klein.csv", new StringContent("x"),
                Cancellation);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, small.StatusCode);
        }

        using var taken = await client.PutAsync("/api/v1/eingang/buero-landrat/andrang.csv", large, Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
    }

    [Fact]
    public async Task UploadsThatStall_AreEnded_AndHoldNobodyUp()
    {
        using var client = county.As("fachamt");
        var stalled = Enumerable.Range(1, 4).Select(number => Stall($"/api/v1/eingang/buero-landrat/stockt-{number}.csv"))
            .ToList();
        using var quick = await client.PutAsync("/api/v1/eingang/buero-landrat/fliesst.csv", new StringContent("x"),
            Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, quick.StatusCode);
        Assert.All(await Task.WhenAll(stalled).WaitAsync(TimeSpan.FromSeconds(20), Cancellation),
            answer => Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(county.Data, "eingang/buero-landrat")),
            file => file.Contains("stockt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APreviewForWhichThereIsNoPlace_IsToldWhenToComeBack_AndSoIsWhoAsksForTooMany()
    {
        using var client = county.As("fachamt");
        using (await county.App.Services.GetRequiredService<LivePreview>().Rendering.Take(Cancellation))
        {
            using var refused = await client.GetAsync(Preview, Cancellation);
            await AssertBusy(refused);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Preview, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Preview, Cancellation)).StatusCode);
        using var tooMany = await client.GetAsync(Preview, Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.True(tooMany.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/berichte", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task WhoFindsTheLineFull_DoesNotWait()
    {
        using var places = new WorkLimit(1, mostWaiting: 1, Timeout.InfiniteTimeSpan);
        var first = await places.Take(Cancellation);
        var second = places.Take(Cancellation);
        Assert.Null(await places.Take(Cancellation));
        first!.Dispose();
        using var taken = await second;
        Assert.NotNull(taken);
    }

    private static async Task AssertBusy(HttpResponseMessage refused)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(WorkLimit.RetryAfter, refused.Headers.RetryAfter?.Delta);
        Assert.Equal("/schnittstelle#ausgelastet", (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation))
            .GetProperty("type").GetString());
    }

    /// <summary>Begins an upload and never goes on; the answer.</summary>
    private async Task<string> Stall(string address)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(county.Address.Host, county.Address.Port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
            $"PUT {address} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + "fachamt:ein-langes-Kennwort\r\nContent-Length: 1000\r\n\r\nProdukt;"), Cancellation);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(Cancellation) ?? "";
    }
}
