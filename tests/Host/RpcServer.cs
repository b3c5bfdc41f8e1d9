using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Produktreport.Tests.Host.Rpc;

namespace Produktreport.Tests.Host;

/// <summary>Where workers report. Each opens one stream and says by its id whose it is.</summary>
internal sealed class RpcServer : FunctionRpc.FunctionRpcBase, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Worker> workers = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private RpcServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        builder.Services.AddSingleton(this);
        app = builder.Build();
        app.MapGrpcService<RpcServer>();
    }

    public int Port => new Uri(app.Urls.Single()).Port;

    public static async Task<RpcServer> Start()
    {
        var server = new RpcServer();
        await server.app.StartAsync();
        return server;
    }

    public void Expect(Worker worker) => workers[worker.Id] = worker;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context)
    {
        if (await requestStream.MoveNext()
            && workers.TryRemove(requestStream.Current.StartStream?.WorkerId ?? "", out var worker))
            await worker.Talk(requestStream, responseStream, context.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
