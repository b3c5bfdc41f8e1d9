using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Produktreport.Functions.Tests.Web;

/// <summary>What the log says of those whom the access table keeps out.</summary>
public sealed class KeptOutTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhoIsSignedInAndKeptOut_StandsInTheLog_WithTheRouteOnly()
    {
        using var lines = new Lines();
        await using var app = HostedProgram.Build();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        await app.StartAsync(Cancellation);
        using var reader = HostedProgram.ClientOf(app, "leser");
        using var forbidden = await reader.GetAsync("/protokoll?wer=%0d%0aFALSCH", Cancellation);
        using var nobody = HostedProgram.ClientOf(app, "ohne");
        using var unknown = await nobody.GetAsync("/protokoll", Cancellation);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (forbidden.StatusCode, unknown.StatusCode));
        // Who is nobody is asked to sign in: that is no attempt at anything.
        Assert.Equal(["leser (Reader) was kept out of GET /protokoll."], lines.Said);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 4006)
                Said.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
