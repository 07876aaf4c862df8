using System.Collections.Concurrent;
using Blobpress.Functions.Tests.Hosting;
using Blobpress.Functions.Tests.Protocol;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(FunctionsHost))]

namespace Blobpress.Functions.Tests.Hosting;

/// <summary>The part of the Functions host that workers connect to: a gRPC server on a loopback port of its own, one stream for each worker.</summary>
public sealed class FunctionsHost : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<WorkerChannel>> _expected = [];
    private WebApplication? _server;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_server!.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _server = builder.Build();
        _server.MapGrpcService<Service>();
        await _server.StartAsync();
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    /// <summary>The stream of a worker, once it has come.</summary>
    public Task<WorkerChannel> ChannelAsync(string worker) => Expected(worker).Task;

    private TaskCompletionSource<WorkerChannel> Expected(string worker) => _expected.GetOrAdd(worker, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private sealed class Service(FunctionsHost host) : FunctionRpc.FunctionRpcBase
    {
        public override async Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
        {
            Assert.True(await requestStream.MoveNext(context.CancellationToken));
            Assert.Equal(StreamingMessage.ContentOneofCase.StartStream, requestStream.Current.ContentCase);
            var channel = new WorkerChannel();
            host.Expected(requestStream.Current.StartStream.WorkerId).SetResult(channel);
            await channel.CarryAsync(requestStream, responseStream, context.CancellationToken);
        }
    }
}
