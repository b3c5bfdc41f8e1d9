using Produktreport.Functions.Hosting;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>The start of the handler, while whatever it needs later is not there yet.</summary>
public sealed class CustomHandlerStartTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheProgram_AnswersTheHost_WhileItsStorageDoesNotAnswer()
    {
        var free = LocalPorts.Free(4);
        await using var handler = CustomHandler.Build(new ProgramSettings { Port = free[0], Storage = azurite.Through(azurite.NewAccount(), free[1..]) });
        await handler.StartAsync(Cancellation);
        using var client = new HttpClient();
        Assert.Equal("ok", await client.GetStringAsync(new Uri($"http://127.0.0.1:{free[0]}/"), Cancellation));
    }
}
