using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Blobpress.Functions.Tests.Protocol;
using Grpc.Core;

namespace Blobpress.Functions.Tests.Hosting;

/// <summary>One worker's stream: requests whose replies carry their id, and what the worker logs.</summary>
public sealed class WorkerChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _waiting = [];
    private readonly ConcurrentQueue<RpcLog> _logs = [];
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private int _requests;

    /// <summary>What the worker logged.</summary>
    public IReadOnlyCollection<RpcLog> Logs => _logs;

    /// <summary>Sends a request and waits for its reply.</summary>
    /// <exception cref="WorkerGoneException">The worker ended first.</exception>
    public async Task<StreamingMessage> RequestAsync(StreamingMessage request)
    {
        request.RequestId = Interlocked.Increment(ref _requests).ToString(CultureInfo.InvariantCulture);
        var reply = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[request.RequestId] = reply;
        Send(request);
        return await reply.Task.WaitAsync(Patience);
    }

    /// <summary>Sends what is not replied to.</summary>
    /// <exception cref="WorkerGoneException">The worker ended.</exception>
    public void Send(StreamingMessage message)
    {
        if (!_outgoing.Writer.TryWrite(message))
        {
            throw new WorkerGoneException("The worker is no longer there.");
        }
    }

    /// <summary>Carries messages in both directions until the worker ends.</summary>
    internal async Task CarryAsync(IAsyncStreamReader<StreamingMessage> fromWorker, IServerStreamWriter<StreamingMessage> toWorker, CancellationToken gone)
    {
        var writing = WriteAsync(toWorker, gone);
        try
        {
            await foreach (var message in fromWorker.ReadAllAsync(gone))
            {
                TakeIn(message);
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // A worker that was killed says nothing.
        }

        _outgoing.Writer.Complete();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var waiting in _waiting.Values)
        {
            waiting.TrySetException(new WorkerGoneException("The worker ended before it replied."));
        }
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> toWorker, CancellationToken gone)
    {
        // The stream takes one message at a time.
        await foreach (var message in _outgoing.Reader.ReadAllAsync(gone))
        {
            await toWorker.WriteAsync(message, gone);
        }
    }

    private void TakeIn(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            _logs.Enqueue(message.RpcLog);
        }
        else if (_waiting.TryRemove(message.RequestId, out var reply))
        {
            reply.SetResult(message);
        }
    }
}
